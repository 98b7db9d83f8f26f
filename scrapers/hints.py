"""Class names by which sites mark the facts of a posting."""

from __future__ import annotations

import re

from scrapers.signs import any_of

# Class names by which sites mark the facts of a posting, whatever the site; in lower case.
HINTS = {
    "title": re.compile(
        r"(?:^|[\s_-])(?:job|position|posting|vacancy|role|opening|req|offer)[_-]{0,2}(?:view[_-]?|"
        r"details?[_-]?)?(?:title|"
        r"headline|name)(?:$|[\s_-])|jobtitle|posting-headline"
    ),
    "employer": re.compile(
        r"(?:^|[\s_-])(?:company|employer|advertiser|organi[sz]ation|org|hiring[_-]?org)[_-]{0,2}(?:name|title)?(?:$|"
        r"[\s])|companyname|company_name|employername|company-name|"
        r"(?:^|[\s_-])(?:empresa|entreprise|unternehmen|arbeitgeber|firma|firmenname|bedrijf|werkgever|företag|"
        r"arbetsgivare|virksomhed|arbeidsgiver|pracodawca|azienda)(?:$|[\s])"
    ),
    "location": re.compile(
        r"(?:^|[\s_-])(?:job[_-]{0,2}(?:details?[_-])?)?locations?(?:$|\s|[_-]{1,2}(?:name|text|label|value))|"
        r"joblocation|"
        r"job_location|job-city|workplace-?(?:location|type)?(?:$|\s)"
    ),
    "pay": re.compile(r"(?:^|[\s_-])(?:salary|compensation|pay-?range|pay)(?:$|[\s_-])"),
    "posted": re.compile(r"(?:^|[\s_-])(?:posted|date-?posted|posting-?date|publi(?:shed|cation)-?date)(?:$|[\s_-])"),
}
# By a word that any class of the pattern for the field has.
HINT_WORDS = (
    ("title", "title"),
    ("headline", "title"),
    ("name", "title"),
    ("compan", "employer"),
    ("employer", "employer"),
    ("advertiser", "employer"),
    ("organi", "employer"),
    ("hiring", "employer"),
    ("org", "employer"),
    ("empresa", "employer"),
    ("entreprise", "employer"),
    ("unternehmen", "employer"),
    ("arbeitgeber", "employer"),
    ("firm", "employer"),
    ("bedrijf", "employer"),
    ("werkgever", "employer"),
    ("företag", "employer"),
    ("arbetsgivare", "employer"),
    ("virksomhed", "employer"),
    ("arbeidsgiver", "employer"),
    ("pracodawca", "employer"),
    ("azienda", "employer"),
    ("location", "location"),
    ("city", "location"),
    ("workplace", "location"),
    ("salar", "pay"),
    ("compens", "pay"),
    ("pay", "pay"),
    ("posted", "posted"),
    ("date", "posted"),
)
ANY_HINT = re.compile(any_of(word for word, _field in HINT_WORDS))
