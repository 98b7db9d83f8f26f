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
    """A job's title as one says it: without *(m/w/d)* and what follows a dash if it is long."""
    return shorten(GENDER_TAG.sub("", plain(value) or "").strip(" -–|,"), 8, 80)


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
    """A name to address somebody by: *Whitfield, Dana, PhD* is Dana Whitfield. Titles before it stay as they are."""
    tidy = plain(value)
    if not tidy or "@" in tidy or DESK.search(tidy):
        return None
    parts = [part.strip() for part in tidy.split(",") if part.strip()]
    while len(parts) > 1 and SUFFIX.match(parts[-1]):
        parts.pop()
    if len(parts) == 2 and all(1 <= len(part.split()) <= 3 for part in parts):
        parts.reverse()
    return shorten(" ".join(parts), 6, 60)


def phone_text(value: str | None, home: str, there: str | None) -> str | None:
    """A number as it is read out: national within one country, else international; as typed if it is no number."""
    tidy = plain(value)
    if not tidy:
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
