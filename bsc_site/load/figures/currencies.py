"""Currencies: the codes and signs by which a cell or a unit names one (ISO 4217)."""

from __future__ import annotations

from functools import cache

from babel.numbers import list_currencies

_DOLLARS = "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD XCD ARS CLP COP"
_SIGNS = {
    "€": "EUR",
    "£": "GBP EGP LBP SYP FKP GIP SHP",
    "¥": "JPY CNY",
    "円": "JPY",
    "元": "CNY TWD",
    "₹": "INR",
    "Rs": "INR PKR LKR NPR MUR",
    "$": _DOLLARS,
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "kr": "SEK NOK DKK ISK",
    "Fr": "CHF XAF XOF",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "₽": "RUB",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "₫": "VND",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₡": "CRC",
    "₸": "KZT",
}


@cache
def currencies_by_name() -> dict[str, frozenset[str]]:
    """Every code and sign with the ISO 4217 codes that it may stand for: `$` for many of them, `USD` for one."""
    named = {code: frozenset({code}) for code in list_currencies()}
    return named | {sign: frozenset(codes.split()) for sign, codes in _SIGNS.items()}
