"""What a page is: one posting, an employer's page, a list, a posting that is closed, or a wall."""

from __future__ import annotations

import re

from scrapers.facts import Facts
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.page import Block, Zone
from scrapers.posting import Kind
from scrapers.titles import from_sentence

_WALL = re.compile(
    r"just a moment|verify (?:that )?you(?:'|’| a)re (?:a )?human|are you a (?:human|robot)|not a robot|"
    r"captcha|additional verification required|access denied|unusual traffic|help us protect|security "
    r"check|checking your browser|enable javascript and cookies"
    r"|please (?:log|sign) in to (?:continue|view)|you must (?:be logged|log) in|sign in to (?:continue|"
    r"view)|session (?:has )?(?:expired|timed out)|page (?:you (?:are|were) looking for )?(?:was |could |"
    r"can)?\s?(?:not|n't|n’t) (?:be )?found|404 (?:error|not found)|error 40[34]|seite nicht gefunden|"
    r"page introuvable|stránka nenalezena|forbidden|request blocked|attention required",
    re.I,
)
# Words of which any phrase of the pattern above has one.
_WALL_WORDS = (
    "just a moment",
    "verify",
    "robot",
    "captcha",
    "verification",
    "denied",
    "traffic",
    "help us protect",
    "security check",
    "browser",
    "javascript",
    "log in",
    "logged",
    "sign in",
    "session",
    "found",
    "404",
    "403",
    "gefunden",
    "introuvable",
    "nenalezena",
    "forbidden",
    "blocked",
    "attention",
)
_CLOSED = re.compile(
    r"no longer (?:accepting|taking|available|active|open|online|listed)|(?:position|job|vacancy|role|"
    r"posting|application|opening|opportunity|post)s? (?:has|have|is|was|are) (?:now |already |been |"
    r"currently |since )*(?:filled|closed|expired|removed|ended|taken|not available)"
    r"|(?:this|the) (?:job|position|vacancy|posting|listing|ad|advert|offer|opening|call)(?: listing| "
    r"posting| ad| offer)? (?:has |is )?(?:now |already |been |currently )*(?:expired|closed|filled|"
    r"inactive|archived|not (?:active|available|open))|applications? (?:are|is|have|has) (?:now |been "
    r")*closed|we(?:'|’| a)re not (?:currently )?(?:hiring|accepting applications)|not (?:currently "
    r")?accepting (?:new )?applications|sorry, this job|job (?:has )?expired|hiring (?:is )?(?:closed|"
    r"complete)|applications closed|we have (?:now )?(?:filled|closed) (?:this|the) "
    r"|(?:stelle|position|anzeige|stellenanzeige|angebot|stellenangebot|ausschreibung)\w{0,3} (?:ist|"
    r"wurde) (?:leider |bereits |schon |inzwischen |derzeit |nicht mehr )*(?:besetzt|vergeben|abgelaufen|"
    r"verfügbar|deaktiviert|online|geschlossen|beendet|aktiv)|nicht mehr (?:verfügbar|aktuell|online|"
    r"aktiv)|derzeit (?:sind )?(?:keine|nicht)[^.]{0,40}(?:offen|ausgeschrieben|stelle)"
    r"|offre (?:n'est plus|n’est plus|a été pourvue|est pourvue|a expiré|expirée|clôturée)|plus "
    r"disponible|poste (?:est |a été )?pourvu|oferta (?:ya no|ha (?:caducado|expirado|finalizado)|"
    r"cerrada)|vacature is (?:helaas |al |inmiddels |niet meer )*(?:vervuld|gesloten|verlopen|beschikbaar|"
    r"ingevuld)|stillingen er (?:besat|udløbet)|annonsen är (?:inte längre|avpublicerad|borttagen)|"
    r"tjänsten är tillsatt|stillingen er ikke lenger|"
    r"nabídka (?:již |už )?(?:není|byla|vypršela|neaktuální)[^.]{0,30}(?:aktivní|aktuální|ukončena|"
    r"uzavřena|platná|vypršela)?|inzerát (?:již |už )?(?:není|byl|vypršel)|pozice (?:je |již |už |byla "
    r")*(?:obsazena|uzavřena)|oferta (?:jest )?(?:nieaktualna|wygasła|zakończona)|ogłoszenie (?:jest "
    r")?(?:nieaktualne|wygasło)|skelbimas (?:nebegalioja|neaktyvus)|ilmoitus on (?:vanhentunut|päättynyt)|"
    r"posizione (?:è stata )?chiusa|vaga (?:encerrada|expirada)",
    re.I,
)
# Words of which any phrase of the pattern above has one.
_CLOSED_WORDS = (
    "no longer",
    "filled",
    "closed",
    "expired",
    "removed",
    "ended",
    "taken",
    "not available",
    "not active",
    "not open",
    "not hiring",
    "not currently",
    "not accepting",
    "archived",
    "inactive",
    "sorry, this job",
    "complete",
    "besetzt",
    "vergeben",
    "abgelaufen",
    "nicht mehr",
    "verfügbar",
    "deaktiviert",
    "geschlossen",
    "beendet",
    "keine offenen",
    "derzeit",
    "n'est plus",
    "n’est plus",
    "pourvu",
    "expir",
    "clôtur",
    "plus disponible",
    "ya no",
    "caducad",
    "finalizad",
    "cerrada",
    "vervuld",
    "gesloten",
    "verlopen",
    "ingevuld",
    "niet meer",
    "besat",
    "udløbet",
    "inte längre",
    "avpublicerad",
    "borttagen",
    "tillsatt",
    "ikke lenger",
    "není",
    "nabídka byla",
    "inzerát byl",
    "vypršel",
    "ukončen",
    "obsazen",
    "uzavřen",
    "neaktuální",
    "nieaktualn",
    "wygas",
    "zakończon",
    "nebegalioja",
    "neaktyv",
    "vanhentunut",
    "päättynyt",
    "chiusa",
    "encerrada",
)
_COUNTED = re.compile(
    r"\b(?:[1-9]\d{0,2}(?:[.,\s]\d{3})*|\d+)\+?\s(?:(?:[\w/-]+\s){0,3})(?:jobs?|results?|positions?|"
    r"vacanc(?:y|ies)|openings?|stellen(?:angebote)?|treffer|offres?|vagas?|vacatures?|nabídek|"
    r"ofert[ay]?)(?: (?:found|in|for|available|match))?\b",
    re.I,
)
_LIST_TITLE = re.compile(
    r"\b(?:jobs? in|jobs? near|\d[\d,.]* .{0,40}jobs|search results|job search|offres? d'emploi|"
    r"stellenangebote in|jobs und stellenangebote|vagas de|nabídky práce|oferty pracy|"
    r"stellen(?:angebote)? als|open positions|offene stellen|current openings|vacancies|job listings)\b",
    re.I,
)
_SPECULATIVE = re.compile(
    r"initiativbewerbung|speculative application|candidature spontanée|spontaneous application|"
    r"unsolicited application|open application|open sollicitatie|uopfordret|spontanansök|general "
    r"application|always (?:looking|on the lookout)|send us your (?:cv|resume|résumé)|no (?:current |open "
    r")?(?:openings|vacancies|positions)|keine (?:offenen )?(?:stellen|stellenangebote)|join our talent",
    re.I,
)


_INVITES = re.compile(
    r"always (?:looking|on the lookout|happy to hear|interested)|recherche en continu|initiativbewerbung|"
    r"candidatures? spontanées?|speculative|spontan"
    r"|open sollicitatie|uopfordret|send us your (?:cv|resume|résumé)|don't see (?:a|the|your)|don’t see "
    r"(?:a|the|your)|general application",
    re.I,
)


def find_kind(facts: Facts) -> Kind:
    """What the page is. Doubt between posting and anything else is settled for the posting."""
    if facts.data:
        return "expired" if is_closed(facts) else "posting"
    if is_wall(facts):
        return "wall"
    if is_list(facts):
        return "employer" if _INVITES.search(facts.page.text[:12_000]) else "list"
    if is_closed(facts):
        return "expired"
    return "employer" if is_employer(facts) else "posting"


def is_wall(facts: Facts) -> bool:
    """A login, a captcha, an error page: next to no text, or little and all about being kept out."""
    text = facts.page.text
    if len(text) < 40:
        return True
    if len(text) >= 3500:
        return False
    shown = f"{facts.page.title}\n{text[:1500]}"
    low = shown.lower()
    if any(word in low for word in _WALL_WORDS) and _WALL.search(shown):
        return not (facts.labels.get("wants") and len(text) > 1500)
    return False


def is_closed(facts: Facts) -> bool:
    """Whether the page says of its own job that it is gone."""
    for block in facts.page.containing(*_CLOSED_WORDS):
        if block.outside and not block.zone & (256 | 2 | 32):
            continue
        if len(block.text) < 400 and (match := _CLOSED.search(block.text)) and not _conditional(block, match):
            return True
    return False


def _conditional(block: Block, match: re.Match[str]) -> bool:
    before = block.text[max(0, match.start() - 60) : match.start()].casefold()
    return bool(
        re.search(
            r"\b(?:until|if|when|once|after|unless|bis|sobald|falls|wenn|jusqu|tot|lorsque|as soon as|before|till|"
            r"whether|may)\b",
            before,
        )
    )


def is_list(facts: Facts) -> bool:
    """Several jobs and none of them the page's own."""
    if len(facts.postings) > 2 or (facts.page.typed("ItemList", "SearchResultsPage") and len(job_headings(facts)) > 3):
        return True
    if is_generic(first_heading(facts)) and any(
        sum(not hit.block.zone & Zone.RELATED for hit in facts.labels.get(kind, [])) > 2
        for kind in ("closes", "location", "posted")
    ):
        return True
    titles = " ".join(facts.document_titles[:2])
    jobs = job_headings(facts)
    if len(jobs) >= 3 and (
        _LIST_TITLE.search(titles) or _COUNTED.search(facts.page.text[:3000]) or is_generic(first_heading(facts))
    ):
        return True
    return bool(len(jobs) >= 2 and is_generic(first_heading(facts)) and len(facts.page.text) < 2500 * len(jobs))


def job_headings(facts: Facts) -> list[str]:
    """Distinct headings of one level, and linked lines, that read like job titles."""
    by_level: dict[str, set[str]] = {}
    for block in facts.body_blocks:
        if (
            block.tag in ("h2", "h3", "h4")
            and looks_like_job(block.text)
            and not is_generic(block.text)
            and len(block.text) < 110
        ):
            by_level.setdefault(block.tag, set()).add(block.text)
    most: set[str] = set()
    for texts in by_level.values():
        most = texts if len(texts) > len(most) else most
    return sorted(most)


def first_heading(facts: Facts) -> str:
    """The words of the first heading of the content."""
    headings = facts.heading_texts
    return headings[0] if headings else ""


def is_employer(facts: Facts) -> bool:
    """A place to send a résumé to, without one particular job: no title of a job anywhere, and little of a posting."""
    heading = first_heading(facts)
    shown = [text for text in (*facts.heading_texts[:3], *facts.document_titles) if not is_generic(text)]
    if facts.labels.get("title") or any(looks_like_job(text) for text in shown):
        return False
    if not heading and from_sentence(facts):
        return False
    signs = sum(
        1 for kind in ("closes", "reference", "posted", "pay", "type", "location", "wants") if facts.labels.get(kind)
    )
    if _SPECULATIVE.search(facts.page.text[:8000]):
        return signs < 3
    return signs < 1 + (not heading or is_generic(heading))
