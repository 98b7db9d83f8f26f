"""Where a page says what is paid: in its data, beside labels, in its lines."""

from __future__ import annotations

import re

from bs4 import Tag

from scrapers.currencies import LOCAL
from scrapers.facts import Facts
from scrapers.labels import Labelled
from scrapers.page import Block
from scrapers.pay import BARE_PAY, BARE_SIGN, PAY_WORD, bare_pay, is_priced, priced_in
from scrapers.paydata import schema_pay
from scrapers.posting import Pay
from scrapers.signs import any_of
from scrapers.values import Found, found, plain, text_of

_MONEY_SIGN = re.compile("[$€£¥₹₽₴₪₩₺₱₦]")
# Names of money, in lower case; what stands before one is looked at behind it, so that a search leaps to its letter.
_MONEY_NAMES = (
    "lac lacs lakh lakhs lpa rs usd eur gbp chf czk pln sek nok dkk huf aud cad nzd sgd hkd mxn php brl myr zar clp "
    "cop jpy inr pesos rand kč zł euro euros yen dollars kr amd gel kzt ron lei aed sar qar ngn kes ksh ugx ghs egp "
    "pkr lkr bdt thb idr vnd cny isk drams"
)
_MONEY_NAME = re.compile(rf"(?:r\s?\d|n\d|(?:{any_of(_MONEY_NAMES.split())})(?!\w))")
_WORD = re.compile(r"\w")
_LABELS = frozenset(("pay", "pay_min", "pay_max"))


# What only pages of one country speak of, for those that name no country, and strings one of which it has in it.
_TELLS = (
    (
        "AUD",
        (
            "uperannuation",
            "+ super",
            "+ Super",
            "+super",
            "+Super",
            "NSW",
            "QLD",
            "Queensland",
            "Wales",
            "Tasmania",
            "ern Australia",
            "th Australia",
            "casual loading",
        ),
        re.compile(
            r"[Ss]uperannuation|\+ ?[Ss]uper\b|\bNSW\b|\bQLD\b|Queensland|New South Wales|Tasmania|"
            r"(?:South|Western) Australia|casual loading"
        ),
    ),
    (
        "NZD",
        ("iwi", "Zealand", "Aotearoa", "Te Tiriti"),
        re.compile(r"[Kk]iwi[Ss]aver|New Zealand|Aotearoa|Te Tiriti"),
    ),
    (
        "CAD",
        ("Canadian", "Ontario", "Columbia", "Alberta", "Saskatchewan", "Manitoba", "Nova Scotia"),
        re.compile(r"Canadian|Ontario|British Columbia|Alberta|Saskatchewan|Manitoba|Nova Scotia"),
    ),
)


def local_currency(facts: Facts) -> str | None:
    """What a bare ``$`` or ``kr`` means in the country of the page."""
    code = LOCAL.get(facts.country or "") or next(
        (code for code, signs, tells in _TELLS if not facts.country and _tells(facts.page.text, signs, tells)), None
    )
    return code if code not in ("GBP", "EUR") else None


def _tells(text: str, signs: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    return any(map(text.__contains__, signs)) and bool(pattern.search(text))


def find_pay(facts: Facts) -> Found[Pay] | None:
    """What is paid: from the posting's data, beside a label, or a line that speaks of pay."""
    data = facts.data.get("baseSalary") or facts.data.get("estimatedSalary")
    if pay := schema_pay(data, facts.data.get("salaryCurrency")):
        return found(pay, plain(data) or f"{pay.min} – {pay.max} {pay.currency or ''}".strip(), "json-ld")
    priced_blocks = _with_prices(facts)
    if not (priced_blocks or facts.hinted.get("pay") or facts.labels.keys() & _LABELS):
        return _bare(facts)
    local = local_currency(facts)
    if stated := _least_and_most(facts, local):
        return stated
    for hit in facts.labels.get("pay", []):
        if priced := next(priced_in(hit.value[:400], label=hit.label, currency=local), None):
            return facts.in_block(_up_to(priced.pay, hit, local), hit.block)
    for tag in facts.hinted.get("pay", [])[:4]:
        text = text_of(tag)
        if len(text) < 80 and (priced := next(priced_in(text, label="pay", currency=local), None)):
            return facts.at(priced.pay, tag, text)
    for block in priced_blocks:
        text = _wrapped(facts, block)
        if not _names_money(text):
            continue
        label = facts.page.blocks[block.index - 1].text[-160:] if block.index and len(block.text) < 60 else ""
        if priced := next(
            priced_in(text, label=label if PAY_WORD.search(label.lower()) else None, currency=local), None
        ):
            around = text[max(0, priced.start - 100) : priced.end + 60]
            return facts.in_block(priced.pay, block, around)
    return _in_line(facts, local, priced_blocks) or _bare(facts)


def _wrapped(facts: Facts, block: Block) -> str:
    """A line, and with it those above and below that are one with it where a text is broken into lines of one width."""
    first = last = block.index
    blocks = facts.page.blocks
    if first and _runs_on(blocks[first - 1], block):
        first -= 1
    if last + 1 < len(blocks) and _runs_on(block, blocks[last + 1]):
        last += 1
    return block.text if first == last else " ".join(one.text for one in blocks[first : last + 1])


def _runs_on(above: Block, below: Block) -> bool:
    """Whether a line ends where its width does and not where its sentence does."""
    return (
        above.node is below.node
        and 45 < len(above.text) < 100
        and above.text[-1] not in ".!?:;"
        and below.text[0].islower()
    )


def _with_prices(facts: Facts) -> list[Block]:
    """The blocks of the content with a currency beside a figure."""
    page, found, read = facts.page, [], 0
    for start, end in page.figures:
        if start < read or not is_priced(page.lower, start, end) or (block := page.block_at(start)) is None:
            continue
        read = block.end
        if not block.zone & facts.SURROUNDINGS:
            found.append(block)
    return found


def _names_money(text: str) -> bool:
    """Whether a text has a sign for money or, as a word by itself, a name of it."""
    low = text.lower()
    starts = (match.start() for match in _MONEY_NAME.finditer(low))
    return bool(_MONEY_SIGN.search(text)) or any(not at or not _WORD.match(low[at - 1]) for at in starts)


def _in_line(facts: Facts, local: str | None, blocks: list[Block]) -> Found[Pay] | None:
    """A range that can be nothing but a year's pay, in a line that says no more about it, or that is all its line."""
    top = facts.title_block.index if facts.title_block else 0
    for block in blocks:
        # A text that is one line has all of it in that.
        if (len(block.text) > 240 and len(facts.body_blocks) > 4) or not top - 4 <= block.index <= top + 40:
            continue
        if priced := next(priced_in(block.text, currency=local, ranges=True), None):
            return facts.in_block(priced.pay, block)
        alone = next(priced_in(block.text, label="", currency=local), None) if len(block.text) < 40 else None
        if alone and alone.end - alone.start > 0.8 * len(block.text) and alone.pay.min != alone.pay.max:
            return facts.in_block(alone.pay, block)
    return None


def _bare(facts: Facts) -> Found[Pay] | None:
    """Pay without a currency, in that of the page's country; in the title "k" is enough to know it by."""
    text = facts.page.text
    if not any(BARE_SIGN.match(text, end) for _start, end in facts.page.figures) or not BARE_PAY.search(text):
        return None
    currency = LOCAL.get(facts.country or "US" if (facts.page.lang or "en").startswith("en") else "")
    if not currency:
        return None
    title = facts.title_block
    for block in ([title] if title else []) + facts.body_blocks:
        if priced := next(bare_pay(block.text, currency, labelled=block is title), None):
            return facts.in_block(priced.pay, block)
    return None


def _up_to(pay: Pay, hit: Labelled, local: str | None) -> Pay:
    """What is named as the start, with the most that the same lines name."""
    if pay.min != pay.max or "start" not in hit.label:
        return pay
    same = [other.pay for other in priced_in(hit.block.text, currency=local)]
    tops = [other.max for other in same if (other.currency, other.per) == (pay.currency, pay.per) and other.max]
    return Pay(pay.min, max([*tops, pay.max or 0]), pay.currency, pay.per)


def _least_and_most(facts: Facts, local: str | None) -> Found[Pay] | None:
    """A least and a most that stand under labels of their own."""
    bounds = []
    for kind in ("pay_min", "pay_max"):
        hits = facts.labels.get(kind)
        label = f"{hits[0].label} {' '.join(hit.value for hit in facts.labels.get('type', [])[:3])}" if hits else ""
        priced = next(priced_in(hits[0].value[:60], label=label, currency=local), None) if hits else None
        if priced is None or hits is None:
            return None
        bounds.append((priced.pay, hits[0].block))
    (low, block), (high, _) = bounds
    return facts.in_block(Pay(low.min, high.max, low.currency, high.per), block)


def from_element(facts: Facts, tag: Tag) -> Found[Pay] | None:
    """The pay an element names."""
    text = text_of(tag)
    priced = next(priced_in(text, label="pay", currency=local_currency(facts)), None)
    return facts.at(priced.pay, tag, text) if priced else None
