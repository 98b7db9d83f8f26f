"""What a page is: one posting, an employer's page, a list, a posting that is closed, or a wall."""

from __future__ import annotations

import re

from scrapers.closed import is_closed
from scrapers.facts import Facts
from scrapers.jobwords import GENDERS, is_generic, looks_like_job
from scrapers.labels import is_link
from scrapers.orgnames import by_kind
from scrapers.page import Zone
from scrapers.posting import Kind
from scrapers.sitenames import SEPARATORS, is_own_name
from scrapers.titles import first_headlines, from_sentence, headlines, is_bold
from scrapers.when import find_closes
from scrapers.wrapped import unwrap

# What walls say, in lower case: by the letter, and by patterns that begin with letters, for which a search leaps.
_WALL = (
    "just a moment",
    "down for maintenance",
    "under maintenance",
    "be right back",
    "temporarily unavailable",
    "not a robot",
    "captcha",
    "redirecting",
    "being redirected",
    "bitte melden sie sich an",
    "additional verification required",
    "access denied",
    "unusual traffic",
    "help us protect",
    "security check",
    "checking your browser",
    "enable javascript and cookies",
    "please log in to continue",
    "please log in to view",
    "you must be logged in",
    "you must log in",
    "sign in to continue",
    "sign in to view",
    "404 error",
    "404 not found",
    "error 403",
    "error 404",
    "seite nicht gefunden",
    "page introuvable",
    "stránka nenalezena",
    "forbidden",
    "request blocked",
    "attention required",
)
_WALL_FORMS = (
    re.compile(r"verify (?:that )?you(?:'|’| a)re (?:a )?human"),
    re.compile(r"are you a (?:human|robot)"),
    re.compile(r"session (?:has )?(?:expired|timed out)"),
    re.compile(r"page (?:you (?:are|were) looking for )?(?:was |could |can)?\s?(?:not|n't|n’t) (?:be )?found"),
)
_COUNTED = re.compile(
    r"\b(?:[1-9]\d{0,2}(?:[.,\s]\d{3})*|\d+)\+?\s(?:(?:[\w/-]+\s){0,3})(?:jobs?|results?|roles|positions?|"
    r"vacanc(?:y|ies)|openings?|stellen(?:angebote)?|treffer|offres?|vagas?|vacatures?|nabídek|"
    r"ofert[ay]?)(?: (?:found|in|for|available|match))?\b|"
    r"\b(?:the )?following (?:(?:open|vacant|job) )?(?:jobs|roles|positions|vacancies|openings)\b",
    re.I,
)
# "2,000+ Analyst jobs in Boston", "48 Stellen in Wien": a title that counts jobs.
_COUNTED_TITLE = re.compile(
    r"(?i:more than |over |mehr als |über |plus de |más de )?\d[\d.,]*\+? (?:[\w/&.-]+ ){0,5}"
    r"(?:[Jj]obs|[Vv]acancies|positions|[Ss]tellen(?:angebote)?|"
    r"vacatures|vagas|emplois|empleos|offres d['’]emploi|ofert pracy|nabídek práce)\b"
)
_MONEY = re.compile(r"[€£$] ?\d\d")
_ITS_TEXT = 200  # characters that a job's own text has at least
# In lower case.
_LIST_TITLE = re.compile(
    r"\b(?:jobs? in|jobs? near|\d[\d,.]* .{0,40}jobs|search results|job search|offres? d'emploi|"
    r"stellenangebote in|jobs und stellenangebote|vagas de|nabídky práce|oferty pracy|"
    r"stellen(?:angebote)? als|open positions|offene stellen|current openings|vacancies|job listings)\b"
)
_SPECULATIVE = re.compile(
    r"initiativbewerbung|speculative application|candidature spontanée|spontaneous application|"
    r"unsolicited application|open application|open sollicitatie|uopfordret|spontanansök|general "
    r"application|as they (?:occur|arise|become available)|future (?:openings|vacancies|opportunities)|"
    r"keep (?:it|your (?:cv|resume|résumé|details)) on file|always (?:looking|on the lookout|happy to hear)|"
    r"send us your (?:cv|resume|résumé)|no (?:current |open "
    r")?(?:openings|vacancies|positions)|keine (?:offenen )?(?:stellen|stellenangebote)|join our talent",
)
# Headings of pages about the organisation itself, whatever titles their people have.
_ABOUT_PAGE = re.compile(
    r"^(?:about|about us|about our .{2,30}|who we are|our (?:people|team|story|staff|company|practice)|"
    r"meet (?:the|our) team|"
    r"the team|team|staff|contact(?: us)?|get in touch|über uns|wir über uns|das team|unser team|kontakt|impressum|"
    r"à propos|qui sommes-nous|notre équipe|nous contacter|contact|sobre nosotros|quiénes somos|nuestro equipo|"
    r"contacto|"
    r"over ons|ons team|om oss|om os|kontakt oss|o nás|o nas|zespół|chi siamo|contatti|sobre nós|quem somos)$",
    re.I,
)
# What pages that seek someone say, one way or another; in lower case.
_TO_APPLY = re.compile(
    r"\b(?:appl(?:y|ication|icants?)|cvs?|resumes?|hiring|salary)\b|résumé|per hour|/ ?ho?u?r\b|\bdrop (?:us|in)|"
    r"stop (?:in|by)|bew[ei]rb|candidat|postul|curr[ií]cul|sollicit|ansøg|ansök|søk|životopis|aplik|lebenslauf|"
    r"£\d|\$\d|€\s?\d"
)
_SIGN_IN = re.compile(
    r"^(?:please )?(?:sign ?(?:in|up)|log ?(?:in|on)|create (?:your|an|a) .{0,20}account|join .{0,40}|"
    r"(?:candidate|member|user|"
    r"applicant) (?:login|sign ?in|log ?in|portal)|register(?: now)?|(?:jetzt )?(?:anmelden|registrieren)|anmeldung|"
    r"se connecter|connexion|(?:identifiez|connectez)-vous|créer un compte|iniciar sesión|inicia sesión|"
    r"regístrate|acceder|"
    r"inloggen|registreren|logga in|log ind|logg inn|přihlášení|přihlásit(?: se)?|zaloguj się|logowanie|accedi|entrar|"
    r"kirjaudu(?: sisään)?)\b",
    re.I,
)


_INVITES = re.compile(
    r"always (?:looking|on the lookout|happy to hear|interested)|recherche en continu|initiativbewerbung|"
    r"candidatures? spontanées?|speculative|spontan"
    r"|open sollicitatie|uopfordret|send us your (?:cv|resume|résumé)|don't see (?:a|the|your)|don’t see "
    r"(?:a|the|your)|general application",
)


def find_kind(facts: Facts) -> Kind:
    """What the page is. Doubt between posting and anything else is settled for the posting."""
    if facts.data:
        return "expired" if is_closed(facts) else "posting"
    if is_wall(facts):
        return "wall"
    if is_list(facts):
        return "employer" if _INVITES.search(facts.page.lower[:12_000]) else "list"
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
    if len(text) > 1500 and facts.labels.get("wants"):
        return _asks_to_sign_in(facts) and not _keeps_out(facts)
    return _keeps_out(facts) or _asks_to_sign_in(facts)


def _keeps_out(facts: Facts) -> bool:
    shown = f"{facts.page.title.lower()}\n{facts.page.lower[:1500]}"
    return any(map(shown.__contains__, _WALL)) or any(form.search(shown) for form in _WALL_FORMS)


def _asks_to_sign_in(facts: Facts) -> bool:
    """A form for a password and a heading that asks to sign in, and no job beside it."""
    if not any(str(tag["type"]).lower() == "password" for tag in facts.page.by_attribute("type")):
        return False
    shown = [*facts.heading_texts[:3], *facts.document_titles]
    jobs = (text for text in shown if looks_like_job(text) and not is_generic(text) and not _SIGN_IN.match(text))
    if any(jobs) or len(facts.labels) > 2:
        return False
    return any(_SIGN_IN.match(text) for text in shown)


def is_list(facts: Facts) -> bool:
    """Several jobs and none of them the page's own."""
    if any(_COUNTED_TITLE.match(text) for text in (*facts.document_titles, first_heading(facts))):
        return True
    if len(facts.postings) > 2 or (facts.page.typed("ItemList", "SearchResultsPage") and len(job_headings(facts)) > 3):
        return True
    generic = is_generic(first_heading(facts))
    if generic and any(
        sum(not hit.block.zone & Zone.RELATED for hit in facts.labels.get(kind, [])) > 2
        for kind in ("closes", "location", "posted")
    ):
        return True
    titles = " ".join(facts.document_titles[:2]).lower()
    jobs = job_headings(facts)
    named = any(is_generic(title) for title in facts.document_titles[:1])
    if len(jobs) >= 3 and (generic or named or _LIST_TITLE.search(titles) or _COUNTED.search(facts.page.text[:3000])):
        return True
    if len(jobs) >= 2 and generic and len(facts.page.text) < 2500 * len(jobs):
        return True
    if generic:
        return len(linked_jobs(facts)) > 2 and not _before_links(facts)
    own = (text for text in facts.heading_texts[:2] if looks_like_job(text) and not _LIST_TITLE.search(text.lower()))
    return bool(_LIST_TITLE.search(titles)) and not any(own) and len(linked_jobs(facts)) > (4 if facts.headings else 2)


def linked_jobs(facts: Facts) -> dict[str, int]:
    """Distinct links of the content that read like job titles, and where in the text each stands first."""
    links = [link for link in facts.page.links if not link.zone & facts.SURROUNDINGS]
    texts = {
        link.text: link.start for link in reversed(links[:300]) if not link.href.startswith(("#", "mailto:", "tel:"))
    }
    return {
        text: start
        for text, start in texts.items()
        if len(text) < 110 and looks_like_job(text) and not is_generic(text)
    }


def _before_links(facts: Facts) -> bool:
    """Whether a job has its headline and its text before the jobs that are linked: those are others beside it."""
    first = min(linked_jobs(facts).values())
    for block in facts.body_blocks:
        if block.end > first:
            break
        headline = block.tag in ("h2", "h3", "h4") or is_bold(facts, block)
        if headline and looks_like_job(block.text) and not (is_generic(block.text) or is_link(facts.page, block)):
            return first - block.end > _ITS_TEXT
    return False


def job_headings(facts: Facts) -> list[str]:
    """Distinct headings of one level, and linked lines, that read like job titles."""
    by_level: dict[str, set[str]] = {}
    for block in facts.body_blocks if facts.page.tags("h2", "h3", "h4") else ():
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
    about = bool(_ABOUT_PAGE.match(heading.strip(" .:!")))
    heads = facts.heading_texts[:3] or first_headlines(facts)
    shown = [text for text in (*heads, *facts.document_titles) if not is_generic(text)]
    if (
        facts.labels.get("title")
        or facts.hinted.get("title")
        or (not about and any(_names_job(facts, text) for text in shown))
    ):
        return False
    signs = sum(
        1 for kind in ("closes", "reference", "posted", "pay", "type", "location", "wants") if facts.labels.get(kind)
    )
    if _SPECULATIVE.search(facts.page.lower[:8000]):
        return signs < 3
    if not about and _is_advert(facts, heading):
        return False
    if not about and _advertised(facts):
        return False
    needed = 1 + (not heading or is_generic(heading) or about)
    # One label and a day to apply by, as sentences say it, are two.
    dated = signs == 1 < needed and not facts.labels.get("closes") and find_closes(facts) is not None
    return signs + dated < needed


def _is_advert(facts: Facts, heading: str) -> bool:
    """Whether a page is about what its head names and nothing else: an employer's has links, or the site's name."""
    subject = heading or next((block.text for block in facts.body_blocks[:1]), "")
    if is_generic(subject) or is_own_name(facts, subject) or subject in by_kind(subject):
        return False
    wrapped = any(unwrap(title).get("title") == subject for title in facts.document_titles)
    if wrapped or subject in facts.document_titles or (heading and not facts.page.links):
        return True
    # "Brewer – Northlake Inn | Careers": what is paid, or a last day, says that it is a job.
    first = any(SEPARATORS.split(title)[0] == subject for title in facts.document_titles)
    return first and (bool(_MONEY.search(facts.page.text)) or find_closes(facts) is not None)


def _names_job(facts: Facts, text: str) -> bool:
    """Whether a headline reads like a job by more than the site's own name: "Careers — Hill & Vale Architects"."""
    return looks_like_job(text) and any(
        looks_like_job(part) and not is_own_name(facts, part) for part in SEPARATORS.split(text)
    )


def _advertised(facts: Facts) -> bool:
    """Whether the text itself seeks someone for one job, with no headline that names it."""
    if from_sentence(facts):
        return not first_heading(facts) or bool(_TO_APPLY.search(facts.page.lower[:8000]))
    lines = set(headlines(facts))
    marked = {line for line in lines if GENDERS.search(line)}
    return len(marked or lines) == 1 and bool(_TO_APPLY.search(facts.page.lower[:8000]))
