"""Values as they are said: one line, tidy, short enough, and never read as anything but words."""

from __future__ import annotations

import re

import phonenumbers

CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff]+")
GENDER_TAG = re.compile(r"\s*[(\[]\s*(?:[mwfdxhvi*]\s*[/|,]\s*)+[mwfdxhvi*]\s*[)\]]|\s*\(\s*all genders\s*\)", re.I)
LAST_WORD = re.compile(r"(?:an?|the|and|or|of|for|with|in|on|at|to|by|from|as|is|are|that|which|your|our)$", re.I)
LOWERED = re.compile(
    r"(?:you|your|the|it|its|they|their|there|this|that|these|those|because|of|an?|my|in|with|for|as|at|on)$", re.I
)
DESK = re.compile(
    r"\b(?:team|department|dept|office|desk|hr|human resources|recruit(?:ing|ment)|talent|careers?|personnel|admin"
    r"(?:istration)?|enquir(?:y|ies)|inquir(?:y|ies)|info|hiring manager|personalabteilung|bewerbung(?:en)?|"
    r"switchboard)\b",
    re.I,
)
ROLE = re.compile(
    r"\b(?:manager|recruiter|director|officer|head of|lead|specialist|coordinator|assistant|supervisor|president"
    r"|ceo|cto|cfo|coo|hr|administrator|consultant|professor of|founder|team|department)\b",
    re.I,
)
LEGAL_FORM = re.compile(
    r",?\s+(?:Inc|LLC|L\.L\.C|Ltd|GmbH(?:\s*&\s*Co\.?\s*KG(?:aA)?)?|AG|Corp|PLC|LLP|S\.A|B\.V|N\.V|s\.r\.o|A/S|Oy|ApS)\.?$",
    re.I,
)
SUFFIX = re.compile(r"^(?:ph\.?d|m\.?d|mba|msc|bsc|m\.?a|b\.?a|rn|cpa|pmp|esq|jr|sr|ii|iii|iv|shrm\W?\w*)\.?$", re.I)
LEAD_IN = re.compile(
    r"^(?:(?:the (?:ideal |successful )?)?(?:candidates?|applicants?) )?"
    r"(?:you (?:will |should |must )?|must |should |will )(?:have|bring|possess|need|be)\s+"
    r"|^(?:you(?:[’']re| are)|we expect|required|preferred|essential|desirable)[:\s]+",
    re.I,
)
OPENER = re.compile(
    r"(?:experience|ability|able|strong|excellent|proven|solid|good|great|deep|basic|advanced|hands-on|knowledge|minimum"
    r"|at|working|familiarity|proficien\w+|fluen\w+|demonstrated|previous|prior|understanding|comfort\w*|attention"
    r"|willingness|background|degree|an?|the|some|several|first|clear|confident|friendly|reliable|organi[sz]\w+"
    r"|communication|interest|passion\w*|commitment|certified|valid|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|years?|hands|track|skills?|professional|relevant|sound|in-depth|managing|leading|building|writing|running)\b",
    re.I,
)

SITES = {
    "linkedin": "LinkedIn",
    "indeed": "Indeed",
    "glassdoor": "Glassdoor",
    "stepstone": "StepStone",
    "usajobs": "USAJOBS",
    "craigslist": "Craigslist",
    "xing": "XING",
    "monster": "Monster",
    "ziprecruiter": "ZipRecruiter",
    "dice": "Dice",
    "jobs.ac": "jobs.ac.uk",
}
PLATFORMS = re.compile(
    r"greenhouse|lever(?:\.co|$)|workday|ashby|smartrecruiters|icims|successfactors|personio|workable|recruitee|teamtailor"
)
PAPER = re.compile(r"\b(?:newspaper|paper|magazine|gazette|herald|times|tribune|zeitung|journal|bulletin)\b", re.I)


def plain(value: str | None) -> str | None:
    """The value on one line without control characters, or None if nothing is left."""
    return CONTROL.sub(" ", value).strip() or None if value else None


LONGEST_NUMBER = 15
"""Digits of a telephone number (ITU-T E.164)."""


def is_number(text: str, most: int) -> bool:
    """Whether a text is rather a number or an id than a name: by more digits than letters, or more than ``most``."""
    digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
    return digits > min(most, letters + 2)


def shorten(value: str | None, words: int, chars: int = 160) -> str | None:
    """The value on one line, of so many words and characters at the most, cut at a clause if there is one."""
    tidy = plain(value)
    if not tidy or (len(tidy.split()) <= words and len(tidy) <= chars):
        return tidy
    for cut in re.finditer(r"\s*(?:[;:(–—]|[,.!?]\s| - )", tidy):
        if 2 <= len(tidy[: cut.start()].split()) <= words and cut.start() <= chars:
            return tidy[: cut.start()]
    kept = tidy[:chars].split()[:words]
    while len(kept) > 1 and LAST_WORD.match(kept[-1].strip(",.;:")):
        kept.pop()
    return " ".join(kept).rstrip(" ,.;:-–—(") or None


def clause(value: str | None, words: int) -> str | None:
    """The value as the end of a sentence: no bullet before it, no full stop after it, no capital but a name's."""
    tidy = shorten((plain(value) or "").lstrip("-*•·–—●▪◦ ").rstrip(" .;,:!"), words)
    if not tidy:
        return None
    first, _, rest = tidy.partition(" ")
    if first.lower() == "because" and rest:
        return clause(rest, words)
    return tidy[0].lower() + tidy[1:] if LOWERED.match(first) else tidy


def title_text(value: str | None) -> str | None:
    """A job's title as one says it: without *(m/w/d)*, not in capitals, and what follows a dash only if it is short."""
    title = shorten(GENDER_TAG.sub("", plain(value) or "").strip(" -–|,"), 8, 80)
    if not title or is_number(title, 8):
        return None
    if not title.isupper() or len(title.split()) < 2:
        return title
    return " ".join(_calm(word) for word in title.split())


def _calm(word: str) -> str:
    """A word of a title in capitals: small words small, short ones (*RN*, *IT*) as they are, others as words."""
    if LAST_WORD.match(word):
        return word.lower()
    return word if len(word) <= 3 else word.capitalize()


def work(value: str | None) -> str | None:
    """A sort of work as what one looks for: *bookkeeping* is work in bookkeeping, *as a baker* work as a baker."""
    tidy = clause(value, 10)
    if not tidy or re.search(r"\b(?:work|jobs?|positions?|roles?|place)\b", tidy, re.I):
        return tidy
    return f"work {tidy}" if re.match(r"(?:in|as|with|at|on)\s", tidy) else f"work in {tidy}"


def is_sentence(value: str | None) -> bool:
    """Whether the words stand as a sentence of their own: they begin with *I* or *my*."""
    return bool(value and re.match(r"(?:I|I[’'](?:ve|m|d)|my|we)\s", value, re.I))


def says_job(title: str | None) -> bool:
    """Whether a title ends in a word such as *position* already."""
    return bool(
        title
        and re.search(r"\b(?:position|job|role|post|internship|apprenticeship|traineeship|fellowship)$", title, re.I)
    )


def person_name(value: str | None) -> str | None:
    """A name to address somebody by, or None for a desk: *Whitfield, Dana, PhD* and *DANA WHITFIELD (HR)* are Dana.

    Titles before a name stay as they are written, and none is ever added.
    """
    tidy = re.sub(r"\s*\([^)]*\)|\s+[-–—|/]\s.*$", "", plain(value) or "")
    parts = [part.strip() for part in tidy.split(",") if part.strip()]
    while len(parts) > 1 and (SUFFIX.match(parts[-1]) or ROLE.search(parts[-1])):
        parts.pop()
    if len(parts) == 2 and all(1 <= len(part.split()) <= 3 for part in parts):
        parts.reverse()
    name = shorten(" ".join(parts), 6, 60)
    if not name or is_number(name, 2) or "@" in name or DESK.search(name) or ROLE.search(name):
        return None
    return _cased(name) if len(name) > 3 and name in (name.upper(), name.lower()) else name


def _cased(name: str) -> str:
    """A name written all in capitals, or in none, as a name: *O'Brien*, *McDonald*, *Mei-Ling*."""
    return re.sub(r"\bMc([a-z])", lambda found: "Mc" + found[1].upper(), name.title().replace("’S", "’s"))


def own_name(value: str | None) -> str | None:
    """The person's own name as they give it."""
    name = shorten(value, 6, 60)
    return name if name and not is_number(name, 2) else None


def employer_name(value: str | None) -> str | None:
    """An employer as one says it: without *Inc.*, *LLC*, *GmbH & Co. KG*."""
    tidy = plain(value)
    return shorten(LEGAL_FORM.sub("", tidy) or tidy, 8, 80) if tidy else None


def phone_text(value: str | None, home: str, there: str | None) -> str | None:
    """A number as it is read out: national within one country, else international; as typed if it is no number."""
    tidy = plain(value)
    if not tidy or sum(char.isdigit() for char in tidy) > LONGEST_NUMBER:
        return None
    try:
        number = phonenumbers.parse(tidy, home)
    except phonenumbers.NumberParseException:
        return shorten(tidy, 6, 30)
    same = not there or there.upper() == home.upper()
    form = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(number, form.NATIONAL if same else form.INTERNATIONAL))


def want_text(value: str | None) -> str | None:
    """A line of a posting as it is quoted within a sentence: *experience with patient scheduling*."""
    tidy = clause(value, 14)
    bare = LEAD_IN.sub("", tidy or "")
    kept = bare if len(bare.split()) > 1 else tidy
    return shorten(kept[0].lower() + kept[1:] if OPENER.match(kept) else kept, 12) if kept else None


def posted_where(value: str | None, employer: str | None = None) -> str | None:
    """Where a job was posted, with its preposition: *on LinkedIn*, *in the Herald*, *on your website*."""
    tidy = shorten(value, 6, 60)
    if not tidy:
        return None
    if re.match(r"(?:on|in|at|through|via|by)\s", tidy, re.I):
        return tidy[0].lower() + tidy[1:]
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", tidy.lower()).split("/")[0]
    if " " not in host:
        return _site(host, tidy, employer)
    return f"in {tidy}" if PAPER.search(tidy) else f"on {tidy}"


def _site(host: str, written: str, employer: str | None) -> str:
    if PLATFORMS.search(host):
        return "on your careers page"
    if any(word in host for word in re.findall(r"[a-z]{5,}", (employer or "").lower())):
        return "on your website"
    known = next((name for key, name in SITES.items() if re.search(rf"(?:^|\.){re.escape(key)}(?:\.|$)", host)), None)
    return f"on {known or (host if '.' in host else written)}"


def lines(value: str | None) -> list[str]:
    """The lines of a postal address, each tidy, at most eight."""
    return [tidy for line in (value or "").splitlines() if (tidy := shorten(line, 12))][:8]
