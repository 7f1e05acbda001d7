"""Words for parts of a year: what headings and marks such as Quartal, KW or T1 count."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bsc_site.model.period import Frequency


class Unit(StrEnum):
    """What a number beside a year counts."""

    MONTH = "months"
    QUARTER = "quarters"
    HALF = "half-years"
    WEEK = "weeks"
    FISCAL_MONTH = "fiscal months"
    YEAR = "years"
    DAY = "days"

    @property
    def frequency(self) -> Frequency:
        """How often there is such a part."""
        return _FREQUENCIES[self]

    @property
    def most(self) -> int:
        """How many there are in a year at most."""
        return _MOST[self]


_FREQUENCIES = {
    Unit.MONTH: Frequency.MONTHLY,
    Unit.QUARTER: Frequency.QUARTERLY,
    Unit.HALF: Frequency.HALF_YEARLY,
    Unit.WEEK: Frequency.WEEKLY,
    Unit.FISCAL_MONTH: Frequency.MONTHLY,
    Unit.YEAR: Frequency.YEARLY,
    Unit.DAY: Frequency.DAILY,
}
_MOST = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.HALF: 2, Unit.WEEK: 54, Unit.FISCAL_MONTH: 12, Unit.DAY: 31}

_WORDS = {
    Unit.QUARTER: "q qu qtr quarter quartal t trim trimestre trimestri trimester kwartaal kwartał kwartal kvartal "
    "kvartál k kv čtvrtletí štvrťrok negyedév квартал τρίμηνο çeyrek 四半期 季度 분기 neljännes ketvirtis ceturksnis",
    Unit.HALF: "h half hy hj halbjahr halfjaar semestre semester semestr semestru s sem halvår puolivuosi félév "
    "pololetí polrok półrocze полугодие yarıyıl 半期 반기",
    Unit.WEEK: "w wk week isoweek kw cw kalenderwoche woche semaine sem s semana settimana uge u vecka v uke týden "
    "týždeň tydzień hét viikko vk неделя hafta εβδομάδα săptămână teden tjedan 週 周 주 nädal savaitė nedēļa",
    Unit.MONTH: "m mo mth month monat mois mes mês mês mese maand måned månad mnd kuukausi miesiąc měsíc mesiac "
    "hónap lună luna месяц місяць ay μήνας mesec mjesec kuu mėnuo mēnesis 月 월",
    Unit.FISCAL_MONTH: "p pd per period periode période periodo período periodi okres období",
    Unit.YEAR: "y yr year calendaryear jahr j année annee an año ano anno jaar år vuosi rok év год рік yıl έτος leto "
    "godina an aasta metai gads 年 년",
    Unit.DAY: "d day tag jour día dia giorno dag päivä dzień den nap день gün 日 일",
}
_UNITS: dict[str, frozenset[Unit]] = {}
for _unit, _listed in _WORDS.items():
    for _each in _listed.upper().split():
        _UNITS[_each] = _UNITS.get(_each, frozenset()) | {_unit}
_FISCAL = (
    "FY FISCAL FINANCIAL FISCALYEAR GJ WJ GESCHÄFTSJAHR WIRTSCHAFTSJAHR EXERCICE EJERCICIO EXERCÍCIO ESERCIZIO "
    "BOEKJAAR REGNSKABSÅR REGNSKAPSÅR RÄKENSKAPSÅR TILIKAUSI"
)
_TOKENS = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zäöüåéèñ])(?=[A-Z])")
_PLURALS = ("S", "E", "EN")


def units_of_mark(mark: str) -> frozenset[Unit]:
    """What a mark before or behind a number counts, such as Q, KW or T; none for a word that is no mark."""
    return _UNITS.get(mark.upper(), frozenset()) - {Unit.YEAR, Unit.DAY}


@lru_cache(maxsize=1024)
def units_of_heading(heading: str) -> frozenset[Unit]:
    """What the numbers of a column count according to its heading; none where it does not say."""
    found: frozenset[Unit] = frozenset()
    for token in _tokens(heading):
        found = found | _word(token)
    if Unit.YEAR in found and len(found) > 1:  # "Quarter of the year", "Fiscal year quarter"
        found -= {Unit.YEAR}
    return found


@lru_cache(maxsize=1024)
def is_fiscal(heading: str) -> bool:
    """Whether a heading says that its years are fiscal years."""
    return any(token in _FISCAL.split() for token in _tokens(heading))


def fitting(units: frozenset[Unit], frequency: Frequency | None, number: int = 1) -> Unit | None:
    """The one of several meanings that the number and the KPI's frequency leave; None where they leave more."""
    left = [unit for unit in units if number <= _MOST.get(unit, number)]
    exact = [unit for unit in left if unit.frequency is frequency]
    finer = [unit for unit in left if frequency is None or unit.frequency.rank <= frequency.rank]
    for choice in (exact, finer, left):
        if len(choice) == 1:
            return choice[0]
    return None


def _tokens(heading: str) -> list[str]:
    return [token.upper() for token in _TOKENS.findall(_CAMEL.sub(" ", heading))]


def _word(token: str) -> frozenset[Unit]:
    if token in _UNITS:
        return _UNITS[token]
    for ending in _PLURALS:
        if len(token) > 4 and token.endswith(ending) and token.removesuffix(ending) in _UNITS:  # noqa: PLR2004
            return _UNITS[token.removesuffix(ending)]
    return frozenset()
