"""Pay in structured data: a schema.org ``baseSalary``."""

from __future__ import annotations

import re
from typing import Any

from scrapers.currencies import CURRENCIES
from scrapers.pay import NUMBER, Per, figure, likely_period, priced_in, whole
from scrapers.posting import Pay

_SCHEMA_PERIODS: dict[str, Per] = {
    "hour": "hour",
    "hourly": "hour",
    "hours": "hour",
    "hr": "hour",
    "hur": "hour",
    "day": "day",
    "daily": "day",
    "week": "week",
    "weekly": "week",
    "month": "month",
    "monthly": "month",
    "mon": "month",
    "year": "year",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
    "annum": "year",
    "ann": "year",
    "per_year": "year",
}


def schema_pay(salary: Any, currency: Any = None) -> Pay | None:
    """The pay of a schema.org ``baseSalary`` (MonetaryAmount, a number, or a text); None where it names no figure.

    https://schema.org/baseSalary and https://schema.org/QuantitativeValue
    """
    if isinstance(salary, list):
        return next((pay for one in salary[:5] if (pay := schema_pay(one, currency))), None)
    if isinstance(salary, str):
        return _text_pay(salary, currency)
    if isinstance(salary, (int, float)):
        return _bounded(salary, salary, currency, None)
    if not isinstance(salary, dict):
        return None
    currency = salary.get("currency") or currency
    value = salary.get("value", salary)
    if isinstance(value, list):
        value = value[0] if value else {}
    if not isinstance(value, dict):
        value = {"value": value, "unitText": salary.get("unitText")}
    if isinstance(value.get("value"), str) and not _number(value["value"]):
        return _text_pay(value["value"], currency)
    single = _number(value.get("value"))
    low, high = _number(value.get("minValue")) or single, _number(value.get("maxValue")) or single
    currency = currency or value.get("currency")
    return _bounded(low, high, currency, value.get("unitText") or salary.get("unitText"))


def _text_pay(text: str, currency: Any) -> Pay | None:
    code = currency if isinstance(currency, str) else ""
    found = next(priced_in(text, label=""), None) or next(priced_in(f"{code} {text}", label=""), None)
    return found.pay if found else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    match = re.fullmatch(rf"\s*(?:{NUMBER})\s*", value[:30]) if isinstance(value, str) else None
    return figure(match[0].strip(), None) if match else None


def _bounded(low: float | None, high: float | None, currency: Any, unit: Any) -> Pay | None:
    low, high = low or high, high or low
    if not low or not high or low > 1e9 or high > 1e9:
        return None
    code = CURRENCIES.get(str(currency or "").strip().casefold())
    per = _SCHEMA_PERIODS.get(str(unit or "").strip().casefold())
    per = per or likely_period(high, code or "USD", True)
    return Pay(whole(low), whole(max(low, high)), code, per)
