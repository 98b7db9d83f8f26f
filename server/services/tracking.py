"""Add an application by hand: a phone advert, a lead, a place that posted nothing. It takes the one path in."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from server import cleaning, intake
from server.sentences import Sentence
from server.services import contacts
from server.store.connection import Store
from server.store.errors import InvalidError

_MARKUP = re.compile(r"<(?:!doctype|html|body|div|p|span|br|a|table|ul|li|h[1-6]|script|meta)\b", re.I)


def add(
    db: Store,
    capture: intake.Capture,
    read: intake.Reader,
    *,
    now: datetime,
    contact: dict[str, str | None] | None = None,
) -> intake.Received:
    """Add what the person typed (``capture.facts``) and pasted (``capture.html``: plain text, or a page's HTML).

    ``contact`` may hold ``name``, ``role``, ``email``, ``phone``, ``address``. Raises ``InvalidError`` where there is
    neither a title, an employer nor any pasted text.
    """
    pasted = capture.html.strip()
    facts = {name: given for name, given in capture.facts.items() if given not in (None, "", [])}
    if not (pasted or facts.get("title") or facts.get("employer")):
        raise InvalidError(
            Sentence("There is nothing to track yet."), Sentence("Give a title, an employer or the posting's text.")
        )
    person = {name: given for name, given in (contact or {}).items() if given}
    checked = contacts.check(db, person) if person else {}
    page = replace(capture, html=as_page(pasted, facts), facts=facts)
    received = intake.receive(db, page, read if pasted else _nothing_to_read, now=now)
    if checked and received.created and received.application is not None:
        contacts.add(db, received.application, now=now, **checked)
        return intake.status(db, received.id, created=True)
    return received


def _nothing_to_read(_: Any) -> dict[str, Any]:
    return {"kind": "posting"}


def as_page(pasted: str, facts: dict[str, Any]) -> str:
    """Pasted text as a page that can be read like any other: markup as it is, plain text in paragraphs."""
    if _MARKUP.search(pasted):
        return pasted
    title = html.escape(cleaning.text(facts.get("title")) or "")
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", pasted.replace("\r\n", "\n")))
    body = "".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in paragraphs if part)
    head = f"<title>{title}</title>" if title else ""
    return f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body><main>{body}</main></body></html>'
