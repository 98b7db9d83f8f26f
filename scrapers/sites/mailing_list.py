"""A job posted to a mailing list or newsgroup: the message itself, or its page in a Pipermail archive."""

from __future__ import annotations

import re
from datetime import date

from scrapers.dates import first_date
from scrapers.generic import Scraper
from scrapers.jobwords import looks_like_job
from scrapers.page import Page
from scrapers.posting import Kind
from scrapers.sitenames import SEPARATORS
from scrapers.titles import tidy, untagged
from scrapers.values import Found

_HEADER = re.compile(r"(?:^|\s)(?:Received: from|From:|Subject:|Message-I[dD]:|Newsgroups:)\s")
_FIELD = (
    r"(?:^|\s){name}:\s(?P<value>.{{3,200}}?)(?=\s(?:To|From|Date|Subject|Cc|CC|MIME-[Vv]ersion|"
    r"Message-I[dD]|Content-\w+|X-[\w-]+|Reply-To|Sender|Organization|Newsgroups|Lines|Status|Received|"
    r"References|Followup-To|Distribution|Keywords|Summary|Approved|NNTP-\S+|Resent-\w+|Precedence|"
    r"Return-Path|Errors-To|In-Reply-To|Path|Xref|Apparently-To):\s|\n|$)"
)
_SUBJECT = re.compile(_FIELD.format(name="Subject"))
_DATE = re.compile(_FIELD.format(name="Date"))
_KIND_OF_MAIL = re.compile(
    r"^(?:(?:re|fwd?|jobs?|job posting|positions?|position available|announcement|opening|wanted|hiring|"
    r"postdoc)\s?:\s){1,3}",
    re.I,
)


class MailingList(Scraper):
    """A job posted to a mailing list or newsgroup: the message itself, or its page in a Pipermail archive."""

    BOARD = True

    @classmethod
    def has_mark(cls, page: Page) -> bool:
        """A message shows its header, an archive the links that Pipermail puts above each message."""
        head = page.text[:3000]
        if "Message" not in head and "From:" not in head and "Newsgroups:" not in head:
            return False
        return len(_HEADER.findall(head)) > 2 or ("Previous message:" in head and "Messages sorted by:" in head)

    def kind(self) -> Kind:
        """A message to a list of jobs is a posting."""
        return "posting"

    def title(self) -> Found[str] | None:
        """The subject, less the list's tag and what only says that it is a job."""
        if match := _SUBJECT.search(self.page.text[:6000]):
            subject, block = match["value"], self.page.block_at(match.start("value"))
        else:
            block = next((block for block in self.page.blocks[:3] if block.tag == "h1"), None)
            subject = block.text if block else ""
        bare = _KIND_OF_MAIL.sub("", untagged(subject))
        parts = SEPARATORS.split(bare)
        job = next((part for part in parts if looks_like_job(part)), parts[0])
        cut = (re.split(pattern, job)[0] for pattern in (r"\sat\s|,\s|\s\(", r"\sat\s|\s\("))
        title = tidy(next((part for part in cut if looks_like_job(part)), re.split(r",\s|\s\(", job)[0]))
        return self.in_block(title, block, subject) if block and title else super().title()

    def posted_on(self) -> Found[date] | None:
        """The day it was sent."""
        match = _DATE.search(self.page.text[:6000])
        dated = first_date(match["value"]) if match else None
        block = self.page.block_at(match.start("value")) if match else None
        return self.in_block(dated.day, block, match["value"]) if match and dated and block else super().posted_on()
