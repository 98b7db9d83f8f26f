"""Sites that show other employers' postings."""

from __future__ import annotations

import re

# Their own name is never the employer because it is on the page.
BOARDS = re.compile(
    r"linked ?in|indeed|glass ?door|step ?stone|monster|zip ?recruiter|dice\b|career ?builder|simply "
    r"?hired|startup ?jobs|jobs\.cz|práce\.cz|prace\.cz|profesia|karriere\.at|welcome to the jungle|we "
    r"?work ?remotely|remote ?ok|work ?in ?denmark|jobindex|jobnet|totaljobs|reed\.co|cv-?online|topjobs|"
    r"jobs\.ac\.uk|academic ?positions|euraxess|nature ?careers|science ?careers|higher ?ed ?jobs|"
    r"craigslist|angel ?list|wellfound|otta|hacker ?news|stack ?overflow|xing|arbeitsagentur|jobware|"
    r"hays\b|greenhouse|lever\b|workday|ashby|smart ?recruiters|icims|success ?factors|personio|workable|"
    r"recruitee|teamtailor|bamboo ?hr|jazz ?hr|jobvite|breezy|taleo|kenexa|talent ?brew|github|gitlab|"
    r"google ?groups|facebook|pracuj|nofluffjobs|justjoin|seek\b|jora|talent\.com|adzuna|"
    r"jooble|usajobs|career ?center|vagas|infojobs|hellowork|apec\b|pole ?emploi|france ?travail|meteojob|"
    r"cadremploi|job ?teaser|nationale ?vacature|werkenbij|finn\.no|the ?hub|duunitori|academic ?transfer|"
    r"jobbnorge|varbi|python ?jobs?|wordpress|wix|squarespace|webflow|notion|google ?docs",
    re.I,
)
