"""How to apply, and where."""

from __future__ import annotations

import re

from scrapers.facts import Facts
from scrapers.labels import fold
from scrapers.posting import Apply
from scrapers.values import Found

_APPLY_LINK = re.compile(
    r"\bapply\b|bewerb|postuler|solicitar|inscribir|sollicit|ansøg|ansök|søk |odpovědět|aplikuj|candidat|"
    r"přihlásit se na|hae |candidar|apply now|submit (?:your )?application",
    re.I,
)
_EMAIL = re.compile(r"[A-Za-z0-9][\w.+-]{0,60}@[A-Za-z0-9][A-Za-z0-9-]{0,60}(?:\.[A-Za-z0-9-]{1,60}){1,4}")
_SEND = re.compile(
    r"\b(?:apply|applications?|resumes?|résumés?|cvs?|cover letter|send|submit|e-?mail|bewerbung|"
    r"lebenslauf|unterlagen|candidature|lettre|motivatie|cv|ansøgning|ansökan|søknad|životopis|"
    r"curriculum)\b",
    re.I,
)


def find_apply(facts: Facts) -> Found[Apply] | None:
    """How to apply and where: an address beside words of sending, else the link or button that says so."""
    for block in facts.body_blocks:
        if "@" in block.text and (match := _EMAIL.search(block.text)):
            context = block.text[max(0, match.start() - 200) : match.end() + 80]
            if _SEND.search(context):
                return facts.in_block(Apply("email", match[0].lower().rstrip(".")), block)
    for link in facts.page.links:
        if _APPLY_LINK.search(link.text[:80]) and not link.href.startswith(("javascript:", "#")):
            address = link.href
            if address.startswith("mailto:"):
                return facts.at(Apply("email", address[7:].split("?")[0].lower()), link.node)
            return facts.at(Apply("web", facts.page.absolute(address)), link.node)
    for button in facts.page.tags("button"):
        if _APPLY_LINK.search(fold(button.get_text(" "))[:60]):
            return facts.at(Apply("web", facts.page.url), button)
    return None
