"""Total words: the texts by which tables call a row the total of others."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from bsc_site.load.tables.cells import plain


class TotalName(IntEnum):
    """How surely a text names a total."""

    NONE = 0
    PART = 1
    """It holds such a word beside others, as `North Total` and `All ages` do."""
    WEAK = 2
    """It is a word that may name something else, too: `All`."""
    SURE = 3
    """It is such a word: `Grand total`."""


_SURE = frozenset(
    each.strip()
    for each in """
    total | totals | grand total | grand totals | overall total | total overall | total sum | sum total | subtotal |
    sub total | sub-total | subtotals | running total | total all | all total | total amount | column total |
    gesamt | insgesamt | gesamtsumme | gesamtergebnis | summe | zwischensumme | teilsumme | endsumme | gesamttotal |
    total général | total general | ensemble | somme | sous-total | sous total | somme totale |
    totale | totale complessivo | totale generale | somma | subtotale | complessivo |
    suma | suma total | subtotales | soma | total geral | totais | soma total |
    totaal | eindtotaal | som | subtotaal | algemeen totaal |
    totalt | summa | totalsumma | delsumma | sum i alt | i alt | ialt | totalsum | delsum | yhteensä | välisumma |
    razem | suma końcowa | ogółem | łącznie | suma częściowa | celkem | celkový součet | součet | mezisoučet | spolu |
    medzisúčet | összesen | végösszeg | részösszeg | total general | ukupno | skupaj | ukupan zbroj | iš viso | kopā |
    kokku | toplam | genel toplam | ara toplam | σύνολο | γενικό σύνολο | μερικό σύνολο |
    итого | всего | общий итог | промежуточный итог | разом | усього | общо | укупно |
    合計 | 総計 | 小計 | 合计 | 总计 | 小计 | 總計 | 小計 | 合計金額 | 합계 | 총계 | 소계 |
    المجموع | الإجمالي | الاجمالي |
    סה"כ | סך הכל | kogusumma | jumlah | tổng | tổng cộng | รวม | รวมทั้งหมด
    """.replace("\n", " ").split("|")
)
_WEAK = frozenset(
    {"all", "overall", "sum", "alle", "tous", "toutes", "todos", "tutti", "alles", "wszystkie", "いずれも"}
)
_PART = re.compile(
    r"(?:total|totals|sub-?total|summe|gesamt|sum of|somme|totale|suma|totaal|razem|итого) .+|(?:all|alle) \S+"
    r"|.+ (?:total|totals|sub-?total|summe|gesamt|ergebnis|totale|totaal|toplam|suma|итог|合計|合计|小計)"
)
_LONGEST = 60
_MARKS = " :*.=-–—_()[]"


@lru_cache(maxsize=4096)
def total_name(text: str) -> TotalName:
    """How surely a text names a total."""
    if not text or len(text) > _LONGEST or text[-1].isdigit():
        return TotalName.NONE
    word = plain(text).casefold().strip(_MARKS)
    if word in _SURE:
        return TotalName.SURE
    if word in _WEAK:
        return TotalName.WEAK
    return TotalName.PART if _PART.fullmatch(word) else TotalName.NONE
