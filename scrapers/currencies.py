"""Currencies: how pages write them, what a bare sign means in a country, and how much one is worth, roughly."""

from __future__ import annotations

from scrapers.signs import any_of

# Symbols and words by ISO 4217 code; longer spellings first, for "A$" is not "$".
_SYMBOLS = (
    ("US$", "USD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("NZ$", "NZD"),
    ("S$", "SGD"),
    ("HK$", "HKD"),
    ("R$", "BRL"),
    ("MX$", "MXN"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("Ft", "HUF"),
    ("₱", "PHP"),
    ("₦", "NGN"),
    ("฿", "THB"),
    ("RM", "MYR"),
    ("KSh", "KES"),
    ("SFr.", "CHF"),
    ("Fr.", "CHF"),
)
_CODES = (
    "USD EUR GBP CHF CZK PLN SEK NOK DKK HUF RON BGN AUD CAD NZD SGD HKD JPY CNY INR BRL MXN ZAR ILS TRY "
    "UAH RUB KRW AED"
    " AMD GEL AZN"
    " KZT RSD EGP MAD GHS UGX TZS BDT NPR TWD SAR QAR PEN ISK LKR CLP COP ARS PHP THB MYR IDR VND PKR KES NGN"
)
_WORDS = {
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "dollars": "USD",
    "rs": "INR",
    "yen": "JPY",
    "kr": "SEK",
    "kc": "CZK",
    "kčs": "CZK",
    "korun": "CZK",
    "zl": "PLN",
    "złotych": "PLN",
    "franken": "CHF",
    "kronor": "SEK",
    "kroner": "NOK",
    "rand": "ZAR",
    "rupees": "INR",
    "pesos": "MXN",
    "reais": "BRL",
    "cdn": "CAD",
    "dram": "AMD",
    "drams": "AMD",
    "lari": "GEL",
    "tenge": "KZT",
    "rubles": "RUB",
    "roubles": "RUB",
    "lei": "RON",
}
CURRENCIES = {symbol.casefold(): code for symbol, code in _SYMBOLS}
CURRENCIES |= {code.casefold(): code for code in _CODES.split()} | _WORDS
CURRENCY = any_of(sorted(CURRENCIES, key=len, reverse=True))
LONGEST = max(map(len, CURRENCIES))
# Roughly how many units of a currency make a euro, for telling a yearly figure from a monthly one.
WEIGHT = {
    "CZK": 24,
    "SEK": 10,
    "NOK": 10,
    "DKK": 7,
    "HUF": 380,
    "JPY": 150,
    "INR": 80,
    "PLN": 4,
    "ISK": 140,
    "MXN": 18,
    "PHP": 60,
    "LKR": 300,
    "RUB": 90,
    "UAH": 40,
    "THB": 35,
    "IDR": 16_000,
    "VND": 25_000,
    "KRW": 1_400,
    "TRY": 35,
    "ZAR": 20,
    "AMD": 420,
    "GEL": 3,
    "RSD": 117,
    "KZT": 500,
    "EGP": 50,
    "BDT": 130,
    "NPR": 150,
    "PKR": 300,
    "UGX": 4_000,
    "TZS": 2_800,
    "BRL": 6,
    "CLP": 1_000,
    "COP": 4_500,
    "ARS": 1_000,
    "KES": 140,
    "NGN": 1_600,
    "MYR": 5,
    "RON": 5,
}

# What a sign that several countries share means in each of them.
SHARED = frozenset(("$", "kr", "¥", "pesos", "kroner"))
LOCAL = {
    "US": "USD",
    "AU": "AUD",
    "CA": "CAD",
    "NZ": "NZD",
    "SG": "SGD",
    "HK": "HKD",
    "MX": "MXN",
    "CL": "CLP",
    "CO": "COP",
    "AR": "ARS",
    "DK": "DKK",
    "NO": "NOK",
    "SE": "SEK",
    "CN": "CNY",
    "GB": "GBP",
    "IE": "EUR",
    "JP": "JPY",
}
