"""How to apply, and where: the link or button for it, the address to send to, a number to call, by post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from scrapers.facts import Facts
from scrapers.labels import fold
from scrapers.page import Block, Link, Zone
from scrapers.posting import Apply, Contact
from scrapers.values import Found

# What a link or button for applying says, from its beginning.
_APPLY = re.compile(
    r"^(?:easy |quick )?(?:apply(?: (?:now|here|online|today|for (?:this|the) (?:job|position|role|"
    r"vacancy).{0,20}|to (?:this|the) "
    r"(?:job|position|role).{0,20}|on .{2,30}|with .{2,20}|via .{2,20}|by e-?mail))?|start (?:your |my )?application|"
    r"(?:online )?application form|submit (?:your |an |my )?(?:application|cv|resume)|i(?:'|’)m interested|"
    r"(?:jetzt |gleich |"
    r"hier |direkt |online )*bewerben(?: sie sich.{0,12})?|zur (?:online-?)?bewerbung(?:sformular)?|online-?bewerbung|"
    r"(?:je )?postule[rz]?(?: (?:à cette offre|en ligne|maintenant|ici))?|candidater|solicitar(?: (?:empleo|"
    r"ahora))?|inscrib\w{2,6}"
    r"(?: (?:a|en) .{2,20})?|postular(?:me|se)?|aplicar|solliciteer(?: (?:nu|direct|online|hier))?|solliciteren|"
    r"send (?:din )?ansøgning|søg (?:jobbet|stillingen)|ansøg(?: .{2,16})?|ansök(?: (?:nu|här))?|sök (?:jobbet|"
    r"tjänsten)|"
    r"søk (?:på )?stilling\w{0,2}|søk(?: nå| her)?|odpovědět|reagovat|mám zájem|aplikuj(?: .{2,12})?|wyślij cv|"
    r"hae (?:paikkaa|työpaikkaa|tehtävää)|jätä hakemus|candidati(?: ora)?|invia (?:la )?candidatura|candidatar(?:-se)?|"
    r"enviar candidatura|siųsti (?:savo )?cv)\s?[!.›»→>]*$",
    re.I,
)
_OF_APPLYING = re.compile(
    r"apply|applic|bewerb|postul|candidat|sollicit|ansog|ansok|soknad|inscri|career_ns=job_listing", re.I
)
# Sentences that say to send something, and what.
_SEND = re.compile(
    r"\b(?:send|submit|e-?mail|forward|apply|respond|reply|mail|fax|direct|address|please contact|schick\w{0,3}|"
    r"send\w{1,4}|richte\w{0,2}|"
    r"bewerb\w{0,6}|bewirb|envoy\w{1,5}|adress\w{1,4}|transmett\w{1,4}|env[ií]\w{1,5}|mand\w{1,4}|stuur\w{0,2}|"
    r"solliciteer|mail\w{0,2}|"
    r"skicka\w{0,2}|wyślij|prze(?:ślij|syła\w{1,3})|zas[íi]l\w{1,5}|poš\w{1,4}|pošl\w{1,4}|lähetä|invia\w{0,3}|"
    r"inviare)\b",
    re.I,
)
_PAPERS = re.compile(
    r"\bappl(?:y|ications?|ying)\b|\bresum[eé]s?\b|résumés?|\bc\.?v\.?(?:'?s)?\b|curriculum|cover(?:ing)? letter|"
    r"letter of (?:interest|"
    r"motivation|application)|bewerb|bewirb|lebenslauf|unterlagen|anschreiben|candidature|lettre de motivation|"
    r"solicitud|currículum|"
    r"hoja de vida|motivatie|sollicit|ansøgning|ansökan|søknad|životopis|aplikac|hakemus|candidatura|"
    r"gyvenimo apraš|interested",
    re.I,
)
_ASKING = re.compile(
    r"question|quer(?:y|ies)|enquir|inquir|information|not working|fragen|auskünfte|auskunft|erreichen|"
    r"renseignement|dudas|"
    r"consultas|inlichting|vragen|spørgsmål|frågor|spørsmål|dotaz|pyta[nń]|kysy",
    re.I,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'()]{4,200}", re.I)
_ON_THE_WEB = re.compile(
    r"\b(?:apply|applications?|bewerb\w{0,6}|postul\w{1,4}|candidat\w{1,5}|sollicit\w{1,6}|solicit\w{1,4})\b", re.I
)
_SENTENCE_END = re.compile(r"[.!?]\s")
_E_MAIL = re.compile(r"@|e-?mail|courriel|correo", re.I)
_APPLY_HREF = re.compile(
    r"mode=apply|apply(?:now|online|here)?(?:[/?=#]|$)|applicationform|applicationinit|/application/|"
    r"career_ns=job_listing|"
    r"bewerbung(?:sformular)?|/postuler|/candidature|/solliciteren",
    re.I,
)
_OTHER_PAGE = re.compile(r"how-?to|guide|tips|faq|login|blog|privacy|initiativ", re.I)
# Beginnings of words of which any sentence about applying has one.
_SPEAKING = (
    *(
        "appl",
        "submi",
        "bewerb",
        "bewirb",
        "candidat",
        "candidatur",
        "resum",
        "résumé",
        "cv",
        "c.v",
        "curric",
        "letter",
    ),
    *("lettre", "lebenslauf", "unterlagen", "anschreiben", "stop in", "stop by", "drop ", "en ligne", "elektronisk"),
    *("solicitud", "currículum", "hoja de vida", "motivat", "sollicit", "ansøg", "ansök", "søkn", "životopis", "aplik"),
    *("hakemus", "interested"),
)
_ONLINE = re.compile(
    r"\b(?:apply|applications? (?:must|should|will|are|is|can)|submit\w{0,4})\b[^.!?]{0,80}\b(?:online|"
    r"electronically|via (?:the|our) "
    r"(?:website|portal|career)|through (?:the|our) (?:website|portal|career))|online application|online-?bewerb|"
    r"bewerb[^.!?]{0,60}portal|"
    r"en ligne|"
    r"elektronisk ansøgning",
    re.I,
)
_BY_POST = re.compile(
    r"\b(?:apply|applications?|resumes?|cvs?|candidatures?|bewerbung\w{0,3})\b[^.!?]{0,100}\b(?:by (?:post|mail)|"
    r"in person|in writing|postal|"
    r"par courrier|per post|schriftlich|drop (?:off|by|in))\b|\bstop (?:in|by)\b",
    re.I,
)
_BY_PHONE = re.compile(
    r"\b(?:call|phone|ring|telephone|ruf\w{0,2}|anruf\w{0,2}|appel\w{1,3}|llam\w{1,3}|bel(?:len)?|ring|"
    r"zavolej\w{0,2})\b",
    re.I,
)


# Words of which each match of the two patterns before has one.
_ONLINE_WORDS = ("online", "electronically", "website", "portal", "career", "en ligne", "elektronisk")
_POST_WORDS = ("post", "mail", "person", "writing", "courrier", "schriftlich", "drop ", "stop ")


def find_apply(facts: Facts, contacts: Sequence[Contact] = ()) -> Found[Apply] | None:
    """How to apply and where. ``contacts`` are the page's own, so that no other desk's address is taken for it.

    A sentence that says to send the papers to an address is the employer's own word; then come the link or the button,
    a web address in the text, an address that only stands beside such words, and what is said without one.
    """
    return _by_email(contacts) or _by_link(facts) or _by_button(facts) or _by_address(facts) or _said(facts, contacts)


def _by_email(contacts: Sequence[Contact]) -> Found[Apply] | None:
    for contact in contacts:
        text = contact.evidence.text if contact.evidence else ""
        if contact.emails and _sends_papers(text):
            return _of(contact, Apply("email", contact.emails[0]))
    return None


def _sends_papers(text: str) -> bool:
    """Whether a sentence says to send one's papers; to ask for more about the job is something else."""
    send = _SEND.search(text)
    if send is None or not _PAPERS.search(text):
        return False
    return not _ASKING.search(text) or bool(_PAPERS.search(text, send.end(), send.end() + 80))


def _of(contact: Contact, apply: Apply) -> Found[Apply] | None:
    evidence = contact.evidence
    return Found(apply, evidence.text, evidence.where) if evidence else None


def _by_link(facts: Facts) -> Found[Apply] | None:
    best: tuple[int, Link] | None = None
    for link in facts.page.links:
        worth = _worth(link)
        if worth > 0 and (best is None or worth > best[0]):
            best = (worth, link)
    if best is None:
        return None
    address, node = best[1].href, best[1].node
    if address.startswith("mailto:"):
        to = address[7:].split("?")[0].strip().lower()
        return facts.at(Apply("email", to if "@" in to else None), node)
    if address.startswith(("javascript:", "#")):
        return facts.at(Apply("web", facts.page.url), node)
    return facts.at(Apply("web", _target(facts.page.absolute(address))), node)


def _target(address: str) -> str:
    """Where a board's link to "the company's website" leads, where the link itself says so."""
    try:
        given = parse_qs(urlsplit(address).query)
    except ValueError:
        return address
    return next(
        (value for name in ("url", "target", "dest") for value in given.get(name, ()) if value[:4] == "http"), address
    )


def _worth(link: Link) -> int:
    """How far a link is one for applying; none where its words are others."""
    text = fold(link.text[:80])
    if not _APPLY.match(text):
        return 0
    worth = 4 + 2 * bool(_OF_APPLYING.search(link.href[:300])) - 2 * link.href.startswith(("javascript:", "#"))
    return worth - 3 * bool(link.zone & (Zone.NAV | Zone.FOOTER | Zone.RELATED))


def _by_button(facts: Facts) -> Found[Apply] | None:
    for button in facts.page.tags("button"):
        if _APPLY.match(fold(button.get_text(" "))[:80]):
            return facts.at(Apply("web", facts.page.url), button)
    for field in facts.page.by_attribute("value")[:200]:
        if field.name == "input" and _APPLY.match(fold(str(field["value"])[:80])):
            return facts.at(Apply("web", facts.page.url), field, str(field["value"]))
    return None


def _by_address(facts: Facts) -> Found[Apply] | None:
    """A web address in a sentence about applying, written out or behind a word of it."""
    for block in facts.page.containing("http", "www."):
        if block.zone & facts.SURROUNDINGS:
            continue
        for word in _ON_THE_WEB.finditer(block.text):
            match = _ADDRESS.search(block.text, word.end(), word.end() + 240)
            if match and not _SENTENCE_END.search(block.text[word.end() : match.start()]):
                return facts.in_block(Apply("web", match[0].rstrip(".,;)")), block)
    for link in facts.page.links:
        if link.zone & facts.SURROUNDINGS or not link.href.startswith(("http", "/")) or len(link.text) > 60:
            continue
        if _APPLY_HREF.search(link.href) and not _OTHER_PAGE.search(link.href):
            return facts.at(Apply("web", facts.page.absolute(link.href)), link.node)
    return None


def _linked(facts: Facts, block: Block) -> str | None:
    """Where the first link of a block leads, to another page."""
    inside = (link.href for link in facts.page.links if block.start <= link.start <= block.end)
    return next((facts.page.absolute(href) for href in inside if href.startswith(("http", "/"))), None)


def _with_any(words: tuple[str, ...], blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if any(map(block.text.lower().__contains__, words))]


def _said(facts: Facts, contacts: Sequence[Contact]) -> Found[Apply] | None:
    """By what the text says: online, by an address beside words of applying, by phone, by post."""
    speaking = [block for block in facts.page.containing(*_SPEAKING) if not block.zone & facts.SURROUNDINGS]
    for block in _with_any(_ONLINE_WORDS, speaking):
        if match := _ONLINE.search(block.text):
            return facts.in_block(Apply("web", _linked(facts, block)), block, match[0])
    for contact in contacts:
        text = contact.evidence.text if contact.evidence else ""
        if contact.emails and (_PAPERS.search(text) or _SEND.search(text)) and not _ASKING.search(text):
            return _of(contact, Apply("email", contact.emails[0]))
        if contact.phones and not contact.emails and _BY_PHONE.search(text) and _PAPERS.search(text):
            return _of(contact, Apply("phone", contact.phones[0]))
    for block in _with_any(_POST_WORDS, speaking):
        if match := _BY_POST.search(block.text):
            return facts.in_block(Apply("post", None), block, match[0])
    for block in speaking:
        send = _SEND.search(block.text)
        if send and _PAPERS.search(block.text, send.end(), send.end() + 80):
            addresses = [email for contact in contacts for email in contact.emails]
            shown = next((email for email in addresses if email in block.text.lower()), next(iter(addresses), None))
            if shown or _E_MAIL.search(block.text):
                return facts.in_block(Apply("email", shown), block)
    return None
