"""What a page asks of applicants about calls and about contact of any kind: the ``wishes`` of each language file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from scrapers.contacts import cues, desks, hours, languages, sentences, topics
from scrapers.contacts.flow import Flow
from scrapers.contacts.sightings import Sighting
from scrapers.page import Block, Zone
from scrapers.posting import Wishes
from scrapers.signs import lower_case

_OFF_PAGE = Zone.NAV | Zone.RELATED | Zone.CONTROL
_FRAME = Zone.HEADER | Zone.FOOTER
_LONGEST = 700
_MOST = 3_000  # places looked at on one page


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A phrase that is a wish; ``agencies`` recognises sentences of its language that speak to agencies alone.

    Both are sought in lower case; a phrase that tells capitals apart is ``cased``. A sentence without any string of
    ``also``, or without digits where the phrase ends in a ``number``, need not be asked.
    """

    language: str
    about: Literal["calls", "contact"]
    says: Literal["forbidden", "welcome"]
    phrase: re.Pattern[str]
    agencies: re.Pattern[str]
    also: tuple[str, ...]
    number: bool
    cased: bool
    example: str


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish as a page states it; where it is only about ``hours`` it *says* nothing of calls in general."""

    about: Literal["calls", "contact"]
    says: Literal["forbidden", "welcome", "unstated"]
    sentence: str
    hours: str | None = None


@cache
def by_stem(spoken: tuple[str, ...]) -> dict[str, list[Row]]:
    """The rows of these languages, under each of the plain strings one of which their sentence must hold."""
    index: dict[str, list[Row]] = {}
    for language in spoken:
        table = languages.tables()[language]
        agencies = re.compile(table["agencies"])
        for row in table["wishes"]:
            cased = row.get("cased", False)
            phrase = re.compile(row["phrase"], re.I if cased else 0)
            gates = tuple(row.get("also", ())), row.get("number", False)
            compiled = Row(language, row["about"], row["says"], phrase, agencies, *gates, cased, row["example"])
            for stem in row["stems"]:
                index.setdefault(stem, []).append(compiled)
    return index


def in_sentence(sentence: str, index: dict[str, list[Row]], headed: Callable[[], str] = str) -> list[Wish]:
    """The wishes one sentence states, of those in an index by stem; what it is ``headed`` by may speak to agencies."""
    sentence = sentence[:_LONGEST]
    if "#PHONE" in sentence:
        sentence = _MASKED.sub("000 000 000", sentence)
    lowered = lower_case(sentence)
    matched = _matched(sentence, lowered, index)
    forbidding = [(row, match) for row, match in matched if row.says == "forbidden"]
    limits = {row: limit for row, match in forbidding if (limit := hours.limit(sentence, match.end()))}
    bans = [
        (row, match) for row, match in forbidding if row not in limits and not _AT_TIMES.match(lowered, match.end())
    ]
    if bans:  # a ban often holds the words of an invitation: "ring ikke", "bel ons niet"
        return [
            Wish(row.about, row.says, sentence.strip())
            for row, match in bans
            if not _to_agencies(lowered, row, match) and not _heads_agencies(row, headed())
        ]
    within = [match for _, match in forbidding]
    invited = [(row, match) for row, match in matched if row.says == "welcome" and not _overlaps(match, within)]
    return [
        *(Wish(row.about, "unstated", sentence.strip(), limit) for row, limit in limits.items()),
        *(Wish(row.about, row.says, sentence.strip()) for row, match in invited if not _to_a_desk(sentence, match)),
    ]


_MASKED = re.compile(r"#PHONE_?\w*#")  # how collections of adverts blank their numbers
# "Please don't call during the morning rush" forbids no call at another time.
_AT_TIMES = re.compile(
    r"[ ,(]{0,2}(?:(?:us|me|him|her|the \w+|our \w+)\s)?(?:during|between|outside|on (?:weekends?|sundays?|saturdays?)|"
    r"at (?:night|weekends)|in the (?:evenings?|mornings?)|while|während|zwischen|pendant|entre|tijdens|tussen|durante|"
    r"mellan|mellem|mellom|między|mezi)\b"
)


def bans_number(sentence: str, at: int, index: dict[str, list[Row]]) -> bool:
    """Whether a sentence asks not to call the very number at this offset: "don't call our booking line (…)"."""
    lowered = lower_case(sentence)
    return any(
        match.end() <= at and not hours.limit(sentence, match.end()) and _OBJECT.fullmatch(sentence, match.end(), at)
        for row, match in _matched(sentence, lowered, index)
        if row.says == "forbidden" and row.about == "calls"
    )


def _matched(sentence: str, lowered: str, index: dict[str, list[Row]]) -> list[tuple[Row, re.Match[str]]]:
    """The rows whose phrase a sentence holds, and the phrase."""
    found = []
    for row in cues.rows_of(lowered, index):
        if (row.also and not any(map(lowered.__contains__, row.also))) or (row.number and not NUMBER.search(sentence)):
            continue
        if match := row.phrase.search(sentence if row.cased else lowered):
            found.append((row, match))
    return found


NUMBER = re.compile(r"\d[\d()/+ .-]{4}")
_OBJECT = re.compile(r"[^,;:.!?]{0,60}")


def _overlaps(invitation: re.Match[str], bans: list[re.Match[str]]) -> bool:
    return any(invitation.start() < ban.end() + 20 and ban.start() < invitation.end() for ban in bans)


def _to_a_desk(sentence: str, match: re.Match[str]) -> bool:
    """Whether an invitation leads to a desk that is not for following up ("call us if you need an accommodation")."""
    round_it = sentence[max(0, match.start() - 260) : match.end() + 100]
    return desks.leads_to(round_it) is not None or topics.is_elsewhere(sentence)


def _to_agencies(sentence: str, row: Row, ban: re.Match[str]) -> bool:
    """Whether a sentence with a ban speaks to agencies.

    "No agencies, no calls" refuses them and bans calls as well, and so do "phone calls and agencies' submissions
    will not be accepted" and "no phone calls or recruiters".
    """
    named = row.agencies.search(sentence)
    if named is None:
        return False
    if ban.start() < named.start() < ban.end() and _BESIDE.match(sentence, ban.start(), named.start()):
        return False
    if _AND_CALLS.fullmatch(sentence, named.end(), ban.end()) or _OR_THEY.fullmatch(sentence, ban.end(), named.start()):
        return False
    if sentence[ban.end() : named.start()] == ", " and _LISTED.match(sentence, named.end()):
        return False
    refused = _REFUSED.search(lower_case(sentence))
    return not (refused and row.agencies.search(refused[0]) and not row.agencies.search(sentence[refused.end() :]))


def _heads_agencies(row: Row, heading: str) -> bool:
    """Whether a heading speaks to agencies; a recruiter, one of them, is the employer's own."""
    named = row.agencies.search(heading) if heading else None
    return named is not None and named[0] != "recruiter"


_BESIDE = re.compile(r"(?:[\w-]+ ){1,2}(?:and|or|nor) $")
_AND_CALLS = re.compile(r"(?: ?/ ?|,? (?:or|and|nor) )(?:no )?(?:(?:tele)?phone )?calls")
_OR_THEY = re.compile(r"(?: ?/ ?|, no |,? (?:or|and|nor) (?:no )?)(?:(?!from|by)[\w-]+ ){0,2}")
_LISTED = re.compile(r"(?: [\w-]+){0,2},? (?:or|and|nor) ")  # "no calls, third-party resumes or agencies"
_REFUSED = re.compile(
    r"(?:^|[(.:;!–-] ?)\W*(?:strictly )?no (?:[\w-]+ ){0,3}[\w-]+\s?(?:[,;/–-]|and |or )\s?(?=no |please,? no )"
)


def find(flow: Flow, kept: Iterable[Sighting]) -> Wishes:
    """The wishes of a page, with the sentence and the hours. A ban outweighs an invitation, whatever their order."""
    kept = list(kept)
    stated: dict[tuple[str, str], Wish] = {}
    rows = flow.held_of(by_stem(flow.languages))
    for sentence, block, low in _sentences(flow, rows):
        for wish in in_sentence(sentence, rows, partial(_head, flow, block)):
            if wish.says == "forbidden" or not _invites_others(flow.text, block, low):
                stated.setdefault((wish.about, wish.says), wish)
    if ("calls", "welcome") not in stated and (asked := _asked_to_ask(flow, kept)):
        stated["calls", "welcome"] = asked
    calls = stated.get(("calls", "forbidden")) or stated.get(("calls", "welcome"))
    contact = stated.get(("contact", "forbidden")) or stated.get(("contact", "welcome"))
    told = min((wish for wish in (calls, contact) if wish), key=lambda wish: wish.says, default=None)
    told = told or stated.get(("calls", "unstated"))
    return Wishes(
        calls=calls.says if calls else "unstated",
        contact=contact.says if contact else "unstated",
        hours=_hours(flow, kept, list(stated.values())),
        text=told.sentence[:400] if told else None,
    )


def _asked_to_ask(flow: Flow, kept: list[Sighting]) -> Wish | None:
    """The sentence that says whom to ask and holds the number to dial: "Questions are answered by …, 030 23125 123"."""
    for sighting in kept:
        block = sighting.block
        if sighting.channel != "phone" or block is None or block.zone & (_OFF_PAGE | _FRAME):
            continue
        low, high = flow.sentence(sighting.start, block, whole=True)
        if flow.text[block.start : low].rstrip().endswith("?"):
            low = flow.sentence(low - 2, block)[0]
        sentence = flow.text[max(low, sighting.start - 300) : min(high, sighting.end + 120)]
        if _is_a_sentence(sentence, flow.cues):
            return Wish("calls", "welcome", sentence.strip())
    return None


def _is_a_sentence(words: str, index: dict[str, list[cues.Cue]]) -> bool:
    """Whether words about asking are a sentence, and no label with what it labels ("Contact person: …")."""
    asking = [
        (begin, end) for begin, end, cue in cues.matches(words, index) if cue.mode == "ask" and cue.role == "enquiries"
    ]
    if all(_is_label(words, begin, end) for begin, end in asking):
        return False
    return len(_SMALL_WORD.findall(words)) >= 2


def _is_label(words: str, begin: int, end: int) -> bool:
    """Whether a cue labels what follows: "Contact person: …"; not "call if you have questions: …"."""
    label = _LABELS.match(words, end)
    before = len(_SMALL_WORD.findall(words[:begin])) if label else 0
    return bool(label and (before < 2 or (len(label[0]) > 2 and before < 6)))


_LABELS = re.compile(r"[\w\s/&*()]{0,40}(?::|\s[–—-]\s)")
_SMALL_WORD = re.compile(
    r"(?<![\w@.-])(?!(?:tel|phone|telefon|mobile?|fax|e-?mail)\b)[^\W\d_A-ZÄÖÜ][^\W\d_]*(?![\w@.-])"
)


def _sentences(flow: Flow, index: dict[str, list[Row]]) -> Iterator[tuple[str, Block, int]]:
    """The sentences that hold a stem of some row, with their line, and where they begin."""
    done = -1
    for spot in flow.spots(index)[:_MOST]:
        if spot < done:
            continue
        block = flow.block_at(spot)
        if block is not None and not block.zone & _OFF_PAGE:
            low, done = flow.sentence(spot, block)
            yield flow.text[max(low, spot - 300) : min(done, spot + 400)], block, low
            done = min(done, spot + 250)


def _head(flow: Flow, block: Block) -> str:
    """The heading right above a line, or the words that open the line like one, in lower case: "Note to agencies:"."""
    if opening := _OPENING.match(block.text):
        return opening[0].lower()
    above = flow.blocks[block.index - 1] if block.index else None
    if above is None or not (above.tag in _HEADINGS or (len(above.text) <= 70 and above.text[-1:] not in ".!?")):
        return ""
    return above.text[:90].lower()


_OPENING = re.compile(r"(?:(?:note|notice|attention|message) (?:to|for) [^.:!?]{3,50}[.!]|[^.:!?]{3,60}:)(?= )", re.I)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th"))


def _invites_others(text: str, block: Block, low: int) -> bool:
    """Whether a sentence of a line invites others than applicants.

    "Call us" at the foot of a page is for customers, and "Want to advertise a job? Call …" for those who do; so is one
    behind an offer of another way to apply.
    """
    before = text[max(block.start, low - 300) : low].rstrip()
    if block.zone & _FRAME or not before:
        return bool(block.zone & _FRAME)
    said = sentences.last(before)
    return (said.endswith("?") and desks.spoken_of(said) is not None) or desks.offered(said) is not None


def _hours(flow: Flow, kept: list[Sighting], stated: list[Wish]) -> str | None:
    """The hours in which a page wishes to be called, in its own words."""
    places = [wish.sentence for wish in stated if wish.about == "calls" and wish.says == "welcome"]
    places += [_round(flow, sighting) for sighting in kept if sighting.channel == "phone"]
    if said := hours.stated(places):
        return said
    return next((" ".join(wish.hours.split()) for wish in stated if wish.hours), None)


def _round(flow: Flow, sighting: Sighting) -> str:
    block: Block | None = flow.block_at(sighting.start)
    if block is None:
        return ""
    low, high = flow.sentence(sighting.start, block)
    return f"tel {flow.text[low : sighting.start][-120:]} {flow.text[sighting.end : high][:160]}"
