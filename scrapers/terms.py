"""Pay, kind of employment, reference number and way to apply."""

from __future__ import annotations

import re

from bs4 import Tag

from scrapers.facts import Facts, Found, found, plain, text_of
from scrapers.labels import Labelled, fold
from scrapers.pay import BARE_PAY, PAY_WORD, bare_pay, find_pay
from scrapers.paydata import schema_pay
from scrapers.posting import Apply, Pay

_MONEY_MARK = re.compile(
    r"[$€£¥₹₽₴₪₩₺]|\b(?:USD|EUR|GBP|CHF|CZK|PLN|SEK|NOK|DKK|HUF|AUD|CAD|JPY|INR|Kč|zł|euros?|yen|dollars)\b", re.I
)
_MONEY_WORDS = (
    "$",
    "€",
    "£",
    "¥",
    "₹",
    "₽",
    "₴",
    "₪",
    "₩",
    "₺",
    "usd",
    "eur",
    "gbp",
    "chf",
    "czk",
    "pln",
    "sek",
    "nok",
    "dkk",
    "huf",
    "aud",
    "cad",
    "jpy",
    "inr",
    "kč",
    "zł",
    "yen",
    "dollars",
)
_DIGITS = re.compile(r"\d")
_TYPES = (
    (
        "internship",
        re.compile(r"\bintern(?:ship)?s?\b|praktik(?:um|ant)|stage\b|stagiaire|trainee|werkstudent|\bINTERN\b", re.I),
    ),
    (
        "part-time",
        re.compile(
            r"part[- _]?time|teilzeit|temps partiel|media jornada|tiempo parcial|deeltijd|parttime|deltid|"
            r"osa-aikainen|zkrácený úvazek|část(?:ečný)? úvazek|niepełny|część etatu|tempo parziale",
            re.I,
        ),
    ),
    (
        "full-time",
        re.compile(
            r"full[- _]?time|vollzeit|temps plein|temps complet|jornada completa|tiempo completo|voltijd|fulltime|"
            r"fuldtid|heltid|kokoaikainen|plný úvazek|pełny etat|tempo pieno|\bFULL_TIME\b",
            re.I,
        ),
    ),
    ("contract", re.compile(r"\bcontract(?:or)?\b|freelance|CONTRACTOR|auf projektbasis|\bOSVČ\b|\bB2B\b", re.I)),
    (
        "temporary",
        re.compile(
            r"\btemporary\b|\btemp\b|befristet|\bCDD\b|temporal|tijdelijk|midlertidig|tidsbegränsad|fixed[- ]term|"
            r"TEMPORARY",
            re.I,
        ),
    ),
    (
        "permanent",
        re.compile(
            r"\bpermanent\b|unbefristet|festanstellung|feste anstellung|\bCDI\b|indefinido|vast contract|"
            r"tillsvidare|fast stilling",
            re.I,
        ),
    ),
    ("volunteer", re.compile(r"\bvolunteer\b|ehrenamt|bénévol|VOLUNTEER", re.I)),
)
# Words of which any of the patterns above has one.
_TYPE_WORDS = (
    "time",
    "zeit",
    "intern",
    "prakti",
    "stage",
    "stagi",
    "trainee",
    "werkstudent",
    "contract",
    "freelance",
    "projektbasis",
    "osvč",
    "b2b",
    "temp",
    "befrist",
    "cdd",
    "cdi",
    "tijdelijk",
    "tid",
    "fixed",
    "perman",
    "anstellung",
    "indefinido",
    "vast",
    "tillsvidare",
    "fast",
    "volunt",
    "ehrenamt",
    "bénévol",
    "jornada",
    "aikainen",
    "úvazek",
    "etat",
    "niepełny",
    "parziale",
    "pieno",
)
_REFERENCE = re.compile(
    r"(?:\b(?:search\s?(?=#)|ref(?:erence)?\.?\s?(?:no\.?|nr\.?|number|id|code)?|job (?:id|number|no\.?|code|"
    r"ref(?:erence)?)|requisition\s?(?:id|number|no\.?|#)|req(?:\.|uisition)?\s?(?:id|#|no\.?)|position "
    r"(?:number|no\.?|id)|posting (?:number|id)|vacancy (?:number|no\.?|id|ref(?:erence)?)"
    r"|kennziffer|kenn-?nr\.?|referenz(?:nummer|-nr\.?|code)?|stellen-?(?:id|nummer|nr\.?)|job-id|chiffre|"
    r"référence|réf\.?|referencia|referentie(?:nummer)?|vacaturenummer|stillingsnummer|referensnummer|"
    r"diarienummer|nr ref\.?|numer ref\w{0,11}|číslo pozice|reference id|ref id))"
    r"\s?(?:is|lautet|of|:|#|-|=)?[\s:#]{0,3}[\"'“„(\[]?(?P<id>[A-Za-z]{0,12}[-_/.]?[A-Za-z]{0,4}\d[\w/.-]{1,24})",
    re.I,
)
# Words of which any phrase of the pattern above has one.
_REFERENCE_WORDS = (
    "ref",
    "job id",
    "job-id",
    "job n",
    "job code",
    "requisition",
    "req",
    "position n",
    "position id",
    "posting n",
    "posting id",
    "vacancy",
    "kennziffer",
    "kenn",
    "stellen",
    "chiffre",
    "réf",
    "vacaturenummer",
    "stillingsnummer",
    "diarienummer",
    "numer",
    "číslo pozice",
    "search #",
    "search#",
)
_ID = re.compile(r"^[A-Za-z0-9][\w/.\-#: ]{0,38}$")
_BARE_ID = re.compile(r"^[A-Za-z]{0,10}[-_]?\d[\w/.-]{2,24}$")
_CURRENCY_OF = {
    "US": "USD",
    "AU": "AUD",
    "CA": "CAD",
    "NZ": "NZD",
    "SG": "SGD",
    "HK": "HKD",
    "DK": "DKK",
    "NO": "NOK",
    "SE": "SEK",
    "CN": "CNY",
    "GB": "GBP",
    "IE": "EUR",
    "JP": "JPY",
}
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


def local_currency(facts: Facts) -> str | None:
    """What a bare ``$`` or ``kr`` means in the country of the page."""
    code = _CURRENCY_OF.get(facts.country or "")
    return code if code not in ("GBP", "EUR") else None


def find_pay_of(facts: Facts) -> Found[Pay] | None:
    """What is paid: from the posting's data, beside a label, or a line that speaks of pay."""
    data = facts.data.get("baseSalary") or facts.data.get("estimatedSalary")
    if pay := schema_pay(data, facts.data.get("salaryCurrency")):
        return found(pay, plain(data) or f"{pay.min} – {pay.max} {pay.currency or ''}".strip(), "json-ld")
    local = local_currency(facts)
    if stated := _least_and_most(facts, local):
        return stated
    for hit in facts.labels.get("pay", []):
        if priced := next(find_pay(hit.value[:400], label=hit.label, currency=local), None):
            return facts.in_block(_up_to(priced.pay, hit, local), hit.block)
    for block in facts.page.containing(*_MONEY_WORDS):
        if block.zone & facts.SURROUNDINGS or not _DIGITS.search(block.text) or not _MONEY_MARK.search(block.text):
            continue
        label = facts.page.blocks[block.index - 1].text[-160:] if block.index and len(block.text) < 60 else ""
        if priced := next(find_pay(block.text, label=label if PAY_WORD.search(label) else None, currency=local), None):
            around = block.text[max(0, priced.start - 100) : priced.end + 60]
            return facts.in_block(priced.pay, block, around)
    return _bare(facts)


def _bare(facts: Facts) -> Found[Pay] | None:
    """Pay without a currency, in that of the page's country; in the title "k" is enough to know it by."""
    currency = _CURRENCY_OF.get(facts.country or "US" if (facts.page.lang or "en").startswith("en") else "")
    if not currency:
        return None
    title = facts.title_block
    if not BARE_PAY.search(facts.page.text):
        return None
    for block in ([title] if title else []) + facts.body_blocks:
        if priced := next(bare_pay(block.text, currency, labelled=block is title), None):
            return facts.in_block(priced.pay, block)
    return None


def _up_to(pay: Pay, hit: Labelled, local: str | None) -> Pay:
    """What is named as the start, with the most that the same lines name."""
    if pay.min != pay.max or "start" not in hit.label:
        return pay
    same = [other.pay for other in find_pay(hit.block.text, currency=local)]
    tops = [other.max for other in same if (other.currency, other.per) == (pay.currency, pay.per) and other.max]
    return Pay(pay.min, max([*tops, pay.max or 0]), pay.currency, pay.per)


def _least_and_most(facts: Facts, local: str | None) -> Found[Pay] | None:
    """A least and a most that stand under labels of their own."""
    bounds = []
    for kind in ("pay_min", "pay_max"):
        hits = facts.labels.get(kind)
        label = f"{hits[0].label} {' '.join(hit.value for hit in facts.labels.get('type', [])[:3])}" if hits else ""
        priced = next(find_pay(hits[0].value[:60], label=label, currency=local), None) if hits else None
        if priced is None or hits is None:
            return None
        bounds.append((priced.pay, hits[0].block))
    (low, block), (high, _) = bounds
    return facts.in_block(Pay(low.min, high.max, low.currency, high.per), block)


def employment_type(text: str) -> str | None:
    """ "full-time", "part-time", "internship" … as named by a text; several are joined by a comma."""
    low = text.lower()
    if not any(word in low for word in _TYPE_WORDS):
        return None
    named = [name for name, pattern in _TYPES if pattern.search(text)]
    return ", ".join(named[:3]) or None


def find_type(facts: Facts) -> Found[str] | None:
    """How one is employed, in common terms."""
    data = facts.data.get("employmentType")
    text = " ".join(plain(one) for one in data) if isinstance(data, list) else plain(data)
    if named := employment_type(text.replace("_", "-")):
        return found(named, text, "json-ld")
    for hit in facts.labels.get("type", []):
        if len(hit.value) < 120 and (named := employment_type(hit.value)):
            return facts.in_block(named, hit.block)
    near = facts.title_block.index if facts.title_block else 0
    for block in facts.page.blocks[near : near + 15]:
        if len(block.text) < 90 and (named := employment_type(block.text)):
            return facts.in_block(named, block)
    return None


def find_reference(facts: Facts) -> Found[str] | None:
    """The employer's own number for the posting; not the number a board gave it in its data."""
    for hit in facts.labels.get("reference", []):
        value = re.split(r"\s{2,}|\s[|•–-]\s|[,;]\s", hit.value.strip(" #:"))[0]
        first = value.split(" ")[0]
        value = value if _ID.match(value) and len(value) < 30 else first
        if (_ID.match(value) and re.search(r"\d", value)) or (
            hit.strong and re.fullmatch(r"[A-Z]{2,8}(?:[-_/][A-Z0-9]{1,8})*", value)
        ):
            return facts.in_block(value.rstrip(".,;"), hit.block)
    for block in facts.page.containing(*_REFERENCE_WORDS):
        if block.zone & facts.SURROUNDINGS:
            continue
        if len(block.text) < 2000 and (match := _REFERENCE.search(block.text)):
            return facts.in_block(match["id"].rstrip(".,;-/"), block, match[0])
    return _data_reference(facts)


def _data_reference(facts: Facts) -> Found[str] | None:
    identifier = facts.data.get("identifier")
    if isinstance(identifier, dict):
        identifier = identifier.get("value")
    value = plain(identifier)
    return found(value, value, "json-ld") if _BARE_ID.match(value) else None


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


def pay_from_element(facts: Facts, tag: Tag) -> Found[Pay] | None:
    """The pay an element names."""
    text = text_of(tag)
    priced = next(find_pay(text, label="pay", currency=local_currency(facts)), None)
    return facts.at(priced.pay, tag, text) if priced else None


def type_from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The kind of employment an element names."""
    named = employment_type(text_of(tag)[:200])
    return facts.at(named, tag) if named else None


def reference_from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The reference an element holds, its label left away."""
    text = text_of(tag)
    value = text.rsplit(":", 1)[-1].strip(" #()")
    return facts.at(value, tag, text) if _ID.match(value) and _DIGITS.search(value) else None
