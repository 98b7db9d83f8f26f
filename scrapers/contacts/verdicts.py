"""For each address and number: is it one to follow up with, and if not, why not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scrapers.contacts import cards, cues, desks, emails, topics, wishes
from scrapers.contacts.flow import Flow
from scrapers.contacts.sightings import Sighting
from scrapers.contacts.vocabulary import fold
from scrapers.lazy import cached_property
from scrapers.page import Block, Zone

_FRAME = Zone.NAV | Zone.HEADER | Zone.FOOTER
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "legend", "summary"))
_SHORT = 90
_LABEL_ONLY = re.compile(
    r"[\W\d_]|e-?mail|mail|tele?(?:fon|phone)?|tel|phone|mobile?|mob|fax|www|https?|courriel|correo|sähköposti|e-?post"
)
_LABEL = 4 + 10  # what must be left of a part for four letters to be left of the whole: the longest label may be cut
_RULE = re.compile(r"[-=_*~]{6,}")  # a line drawn with characters
# A mail shown with its head (RFC 5322, section 3.6): who sent it is not who to answer to, and ids look like addresses.
_MAIL_HEAD = re.compile(r"(?:^|\s)(?:Message-I[Dd]|Received|Date): ")
_MAIL_FIELD = re.compile(
    r"(?:^|\s)(?:Message-I[Dd]|In-Reply-To|References|Received|Return-Path|Sender|X-[\w-]+|To|C[Cc]|Reply-To): "
    r"(?:[^:\n]|,\n){0,90}$"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """``why`` not to follow up (None: do); ``asked`` when the words round it invite to; ``general`` in the frame.

    ``doubted`` where they invite to something else than the job.
    """

    why: str | None
    asked: bool = False
    general: bool = False
    doubted: bool = False


class Judge:
    """Judges the sightings of one page."""

    def __init__(self, flow: Flow, employer: str | None) -> None:
        self.flow = flow
        self.employer = employer
        self.applying: dict[str, bool] = {}
        self.inviting: dict[str, bool] = {}
        self.leading: dict[str, bool] = {}
        self.hiring: dict[str, bool] = {}

    @cached_property
    def title(self) -> str:
        """The page's own title."""
        return next((block.text for block in self.flow.blocks if block.tag == "h1"), "")[:_SHORT]

    @cached_property
    def is_mail(self) -> bool:
        """Whether the page shows a mail with its head."""
        text = self.flow.text
        return ("Subject: " in text or "From: " in text) and _MAIL_HEAD.search(text) is not None

    def verdict(self, sighting: Sighting) -> Verdict:
        """What the sighting's place and words make of it."""
        if sighting.fax:
            return Verdict("fax")
        address = sighting.value if sighting.channel == "email" else None
        if address and emails.is_filler(address):
            return Verdict("says itself not to write there")
        if sighting.behind:
            return Verdict(f"the link that shows {sighting.behind} leads here: a list or a form")
        if (
            address
            and self.is_mail
            and _MAIL_FIELD.search(self.flow.text[max(0, sighting.start - 110) : sighting.start])
        ):
            return Verdict("a field of a mail's head")
        if sighting.zone & Zone.RELATED:
            return Verdict("another job's contact")
        if sighting.channel == "phone" and self.refuses(sighting):
            return Verdict("asked not to be called")
        words, heading = self.words(sighting), self.heading(sighting)
        here = self.asks(words, "", sighting)
        asked = here or self.asks("", heading, sighting)
        if why := self.why_not(sighting, words, heading, here, asked):
            return Verdict(why)
        if address and not asked and self.is_site_own(address):
            return Verdict("the site's own address")
        if asked and not here and sighting.block and cards.is_labelled(self.flow, sighting.block):
            asked = False  # "Contact", and below it "Sequencing service: …"
        asked = asked or self.invited(sighting)
        # Beside the posting, under a heading of its own, is another matter as well.
        doubted = self.is_beside_the_job(words, heading, sighting) or bool(
            sighting.zone & Zone.ASIDE and heading and not self.asks("", heading, sighting)
        )
        asked = asked and not doubted
        general = bool(sighting.zone & _FRAME) and not (asked and sighting.zone & _FRAME == Zone.HEADER)
        return Verdict(None, asked, general, doubted)

    def is_beside_the_job(self, words: str, heading: str, sighting: Sighting) -> bool:
        """Whether it is asked about something else, or under the heading of a desk, and no word speaks of applying."""
        if self.applies(words) or self.hires(sighting.value):
            return False
        if sighting.channel == "email" and desks.is_other(sighting.value):
            return True
        return self.elsewhere(words) or self.elsewhere(heading) or self.desk_above(sighting, heading) is not None

    def elsewhere(self, words: str) -> bool:
        """Whether words ask about something that is not the job; each is judged once."""
        if words not in self.leading:
            self.leading[words] = topics.is_elsewhere(words)
        return self.leading[words]

    def desk_above(self, sighting: Sighting, heading: str) -> str | None:
        """The desk that the heading right above names."""
        above = self.above(sighting.block) if sighting.block and heading else []
        return self.desk_of(heading) if above and above[0][:_SHORT] == heading else None

    def desk_of(self, heading: str) -> str | None:
        """The desk that a heading names; the page's own title names none, it may be "Press Officer"."""
        return None if heading == self.title else desks.spoken_of(heading)

    def refuses(self, sighting: Sighting) -> bool:
        """Whether the sentence asks not to call this number."""
        block = sighting.block
        if block is None:
            return False
        low, high = self.flow.sentence(sighting.start, block)
        return wishes.bans_number(self.flow.text[low:high], sighting.start - low, wishes.by_stem(self.flow.languages))

    def why_not(self, sighting: Sighting, words: str, heading: str, here: bool, asked: bool) -> str | None:
        """The desk that it belongs to, if that is not for following up."""
        address = sighting.value if sighting.channel == "email" else None
        block = sighting.block
        invited = self.invites(sighting, words, heading)
        applies = invited and (self.applies(heading) or self.applies(words))
        if why := desks.why_not(address, words, "", invited, applies):
            return why
        if block is None:
            return None
        if (label := self.label(block)) and (why := desks.spoken_of(label)):
            return why
        round_it = self.flow.text[max(block.start, sighting.start - 250) : min(block.end, sighting.end + 150)]
        if not here and not asked and (why := self.desk_of(heading)):
            return why
        if cues.APPLY.search(words.lower()):  # a warning beside it is another sentence's
            return desks.warned_of(words)
        return desks.warned_of(round_it) or self.offered_before(sighting, words)

    def offered_before(self, sighting: Sighting, words: str) -> str | None:
        """The desk that the sentence before offers: "We accommodate disabilities. If you need assistance, call …"."""
        block = sighting.block
        if block is None or self.applies(words):
            return None
        low, _ = self.flow.sentence(sighting.start, block)
        if low - 2 <= block.start:
            return None
        before, _ = self.flow.sentence(low - 2, block)
        return desks.offered(self.flow.text[max(before, low - 400) : low])

    def invites(self, sighting: Sighting, words: str, heading: str) -> bool:
        """Whether the sighting's own sentence, or the heading right above it, invites to ask or apply."""
        if sighting.zone & _FRAME:
            return False
        above = self.above(sighting.block)[-1:] if sighting.block else []
        right_above = heading if above and heading == above[0][:_SHORT] else ""
        return self.asks(words.rpartition(" | ")[2], right_above, sighting)

    def label(self, block: Block) -> str:
        """What labels a line: the ``<dt>`` or ``<th>`` right before it, the first cell of its row."""
        row = block.node.find_parent("tr") if block.tag == "td" else None
        cell = row.find(("td", "th")) if row else None
        if cell is not None and cell is not block.node:
            return cell.get_text(" ", strip=True)[:_SHORT]
        before = self.flow.blocks[block.index - 1] if block.index else None
        return before.text[:_SHORT] if before is not None and before.tag in ("dt", "th") else ""

    def words(self, sighting: Sighting) -> str:
        """The sentence round a sighting; where that is little more than the value, the short lines above it too."""
        block = sighting.block
        if block is None:
            return sighting.shown
        low, high = self.flow.sentence(sighting.start, block)
        if self.flow.text[block.start : low].rstrip().endswith("?"):  # "Questions? Ask …"
            low = self.flow.sentence(low - 2, block)[0]
        before = _RULE.split(self.flow.text[max(low, sighting.start - 300) : sighting.start])[-1]
        behind = _RULE.split(self.flow.text[sighting.start : min(high, sighting.end + 150)])[0]
        sentence = before + behind
        if sighting.shown and sighting.shown not in sentence:
            sentence = f"{sentence} {sighting.shown}"
        if _is_bare(sentence.replace(self.flow.text[sighting.start : sighting.end], "")):
            sentence = " | ".join([*self.above(block), sentence])
        return sentence

    def above(self, block: Block) -> list[str]:
        """The short lines right above a line, to the next heading or address."""
        lines: list[str] = []
        for other in reversed(self.flow.blocks[max(0, block.index - 3) : block.index]):
            if len(other.text) > _SHORT or "@" in other.text or block.start - other.end > 200:
                break
            lines.insert(0, other.text)
            if other.tag in _HEADINGS:
                break
        return lines

    def heading(self, sighting: Sighting) -> str:
        """The nearest heading above, or a short line that ends in a colon."""
        block = sighting.block
        if block is None:
            return ""
        for other in reversed(self.flow.blocks[max(0, block.index - 12) : block.index]):
            if block.start - other.end > 600:
                break
            if other.tag in _HEADINGS or (len(other.text) < 60 and (other.text.endswith(":") or self.is_bold(other))):
                return other.text[:_SHORT]
        return ""

    def is_bold(self, block: Block) -> bool:
        """Whether a line is bold from end to end, as headings are written by those who use none."""
        node = self.flow.node_at(block.start)
        return node is not None and node.name in ("strong", "b") and len(node.get_text().strip()) >= len(block.text)

    def asks(self, words: str, heading: str, sighting: Sighting) -> bool:
        """Whether the words, the heading or the address itself invite to ask or to apply."""
        return self.hires(sighting.value) or self.invite(words) or self.opens(heading)

    def hires(self, value: str) -> bool:
        """Whether an address is spelled as that of a desk that takes applications."""
        if value not in self.hiring:
            self.hiring[value] = "@" in value and bool(desks.HIRING_LOCAL.match(value.partition("@")[0]))
        return self.hiring[value]

    def applies(self, words: str) -> bool:
        """Whether words speak of applying."""
        if words not in self.applying:
            self.applying[words] = bool(cues.APPLY.search(words.lower()))
        return self.applying[words]

    def opens(self, heading: str) -> bool:
        """Whether a heading invites, and not to a desk that is not for following up: "Press contact"."""
        return self.invite(heading) and self.desk_of(heading) is None

    def invite(self, words: str) -> bool:
        """Whether words speak of asking or applying; each is judged once, for a heading stands above many."""
        if words not in self.inviting:
            self.inviting[words] = self.applies(words) or bool(cues.matches(words, self.flow.cues))
        return self.inviting[words]

    def invited(self, sighting: Sighting) -> bool:
        """Whether the whole sentence, beyond its semicolons, asks to get in touch, or to call that number."""
        block = sighting.block
        if block is None:
            return False
        low, high = self.flow.sentence(sighting.start, block, whole=True)
        sentence = self.flow.text[max(low, sighting.start - 300) : min(high, sighting.end + 150)]
        if cues.matches(sentence, self.flow.cues):
            return True
        wished = (
            wishes.in_sentence(sentence, wishes.by_stem(self.flow.languages)) if sighting.channel == "phone" else []
        )
        return any(wish.says == "welcome" for wish in wished)

    def is_site_own(self, address: str) -> bool:
        """Whether the address belongs to the site that shows the flow, and the site is not the employer's."""
        local, _, domain = address.partition("@")
        host = self.flow.page.host
        if not host or not desks.is_desk(address) or desks.HIRING_LOCAL.match(local):
            return False
        if not (host == domain or host.endswith("." + domain) or domain.endswith("." + host.removeprefix("www."))):
            return False
        return bool(self.employer) and not like_domain(self.employer or "", domain)


def _is_bare(words: str) -> bool:
    """Whether words say little more than that an address is one, or a number."""
    lowered = words.lower()
    return len(_LABEL_ONLY.sub("", lowered[:_SHORT])) < _LABEL and len(_LABEL_ONLY.sub("", lowered)) < 4


def like_domain(employer: str, domain: str) -> bool:
    """Whether an employer's name and a domain look like one another: a word of it, or its initials."""
    label = fold(domain.rpartition(".")[0]).replace("-", "")
    words = [word for word in re.findall(r"[a-z0-9]{2,}", fold(employer)) if word not in _LEGAL]
    initials = "".join(word[0] for word in words)
    parts = label.split(".")
    return any(len(word) >= 3 and word in label for word in words) or "".join(words) in label or initials in parts


_LEGAL = frozenset(("gmbh", "inc", "ltd", "llc", "corp", "company", "group", "the", "and", "of"))
