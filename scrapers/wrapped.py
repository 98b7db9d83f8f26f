"""Titles of documents in the forms in which sites wrap the title of a job: "Northlake Inn hiring a Cook in York"."""

from __future__ import annotations

import re

from scrapers.signs import grouped

# How pages wrap the title of the job in the title of the document; the job's is group "title".
_WRAPPED = (
    re.compile(r"^job application for (?P<title>.{2,150}) at (?P<employer>.{2,80})$", re.I),
    re.compile(
        r"^(?P<employer>.{2,80}?) (?:is )?hiring (?:a |an )?(?P<title>.{2,150}?) in (?P<place>.{2,80}?)(?: \| "
        r"LinkedIn)?$"
    ),
    re.compile(r"^(?P<employer>.{2,80}?) (?:is )?hiring (?:a |an )?(?P<title>.{2,150}?)(?: \| LinkedIn)?$"),
    re.compile(r"^(?P<employer>.{2,80}?) sucht (?P<title>.{2,150}?) in (?P<place>.{2,80}?)(?: \| LinkedIn)?$"),
    re.compile(r"^(?P<title>.{2,150}?) - Job bei (?:der Firma )?(?P<employer>.{2,80}?) in (?P<place>.{2,60})$", re.I),
    re.compile(r"^(?P<title>.{2,150}?) @ (?P<employer>.{2,80})$"),
    re.compile(
        r"^(?:we(?:'|’)?(?: a)?re (?:looking for|seeking|hiring)|wanted|gesucht|now hiring|join us as|we "
        r"need)[:\s]+(?:an? )?(?P<title>.{2,120})$",
        re.I,
    ),
    re.compile(
        r"^(?:job|vacancy|vacature|position|career|stelle|stellenangebot|ref|jobs?)\s?:\s(?P<title>.{2,150})$", re.I
    ),
    re.compile(
        r"^(?:jobs?|careers?|vacanc(?:y|ies)|working|work|opportunities|ledige stillinger|stellenangebote|"
        r"offene stellen|stellen"
        r"|karriere|lediga jobb|offres d'emploi|kariéra|kariera|job and career opportunities)"
        r" (?:at|with|for|på|bei|chez|hos|ved|u|w|v|der|von|de|van) (?P<employer>.{2,60})$",
        re.I,
    ),
    re.compile(r"^(?P<title>[^|]{2,150}?) job in (?P<place>[A-Z][^|]{1,60}?)(?: \|.*)?$"),
    re.compile(r"^(?P<title>.{2,150}?)(?: job)? at (?P<employer>[A-Z0-9].{1,60})$"),
    re.compile(r"^(?P<title>.{2,150}?)(?: job)? (?:bei|chez|hos|ved|u) (?P<employer>[A-Z0-9].{1,60})$"),
)
# What each of them has in lower case.
_WRAPS = re.compile(
    grouped(
        ":|@|hiring| job in |sucht|wanted|looking for|seeking|join us as|we need|"
        " (?:at|with|for|på|bei|chez|hos|ved|u|w|v|der|von|de|van) "
    )
)


def unwrap(title: str) -> dict[str, str]:
    """The parts of a document title that follow a known pattern: title, employer, place."""
    for pattern in _WRAPPED if _WRAPS.search(title[:300].lower()) else ():
        if match := pattern.match(title[:300]):
            return {key: value.strip() for key, value in match.groupdict().items() if value}
    return {}
