"""The widths of letters in em: exact where fonts agree on them, on the safe side where they do not."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_EM_REGULAR = {
    0.19: "'′",
    0.222: "ijlłſιіј‘’‚‛",
    0.25: "|¦",
    0.278: " !,./:;I[\\]ftìíîïĩīĭıľŧ·ΙІї",
    0.333: '"()-`r{}¡¨²³´·¸¹ŀ″΄‐“”„‟•‴‹›',
    0.389: "*ª°ºťΊτгґ‖",
    0.444: "ĳεζξзкт",
    0.475: "^ς",
    0.5: "JcksvxyzĸγκλνЈсухэєѕҐ↑↓",
    0.528: "¶χГвпчья",
    0.556: "#$0123456789?L_abdeghnopqu¢£¤¥§«¯±»ð÷þđħĿŁŋΓδηθορυаеинорђћџ‒–‗†‡€≤≥≈≠",
    0.584: "+<=>~¬µ×αβμКбдлц−",
    0.611: "FTZ¿ßøďŉŦΖΣΤσЗТъ",
    0.639: "ΞφУ",
    0.667: "&ABEKPSVXYÞơướờởỡợứừửữựΑΒΔΕΚΛΡΥΧЅАБВДЕЛРХЧЬж",
    0.694: "πм",
    0.722: "CDHNRUwÐĐĦĲŊΗΝΠψЄЏИНПСЭЯы",
    0.75: "©®ΩФЦю",
    0.778: "GOQØΈΘΟωОЪ",
    0.806: "Φшњ",
    0.833: "Mm¼½¾ΉΜΨМфщ",
    0.861: "ƠƯỚỜỞỠỢỨỪỬỮỰΎЂЋ",
    0.889: "%æЫ",
    0.917: "ЖШљ",
    0.944: "WœЩ",
    1.0: "@ÆŒЊЮ—―…‰→←™",
    1.056: "Љ№",
}
"""Advance widths in em of Liberation Sans, which has the widths of Arial and Helvetica: Latin, Greek, Cyrillic."""
_EM_BOLD = {
    0.25: "'′",
    0.278: " ,./I\\ijl|¦ıłſΙιІіј‘’‚‛",
    0.333: "!()-:;[]`ft¡¨²³´·¸¹ŧ΄‐•‹›",
    0.389: "*r{}ª°ºľ",
    0.444: "ξτгґ",
    0.475: '"ŀť″΅ΊεζҐ‴',
    0.5: "zзкт‖“”„‟↑↓",
    0.528: "θς",
    0.556: "#$0123456789J_aceksvxy¢£¤¥§«¯±¶»÷ĳĸγκλνЈГаесухэєѕ‒–‗†‡€≤≥≈≠",
    0.584: "+<=>^~¬µ×υχчя−",
    0.611: "?FLTZbdghnopqu¿ßðøþđħĿŁŋŦΓΖΣΤαβδημορКТУбвинопрцьђћџ",
    0.639: "ΞЗдл",
    0.667: "EPSVXYÞΕΛΡΥΧЅЕРХ",
    0.694: "σЛЧ",
    0.722: "&ABCDHKNRUÐďĐĦŉŊơướờởỡợứừửữựΑΒΔΗΚΝΠφЄЏАБВДИНПСЦЬЭЯжъ",
    0.75: "©®ψм",
    0.778: "GOQwØĲΘΟπО",
    0.806: "ΨΩ",
    0.833: "M¼½¾ƯỨỪỬỮỰΌΏΜΦωМшщ",
    0.861: "ƠỚỜỞỠỢΈЋФЪфыю",
    0.889: "%mæЂ",
    0.917: "ΉΎЖњ",
    0.944: "Wœљ",
    1.0: "@ÆŒШЩЫ—―…‰→←™",
    1.056: "ЊЮ",
    1.111: "Љ№",
}
_REGULAR = {letter: em for em, letters in _EM_REGULAR.items() for letter in letters}
_BOLD = {letter: em for em, letters in _EM_BOLD.items() for letter in letters}

_SCRIPTS = {
    "ARABIC": 0.62,
    "ARMENIAN": 0.82,
    "BENGALI": 0.68,
    "DEVANAGARI": 0.68,
    "ETHIOPIC": 0.74,
    "GEORGIAN": 0.77,
    "GUJARATI": 0.72,
    "GURMUKHI": 0.72,
    "HANGUL": 0.94,
    "HEBREW": 0.62,
    "KHMER": 0.8,
    "LAO": 0.65,
    "MYANMAR": 1.0,
    "TAMIL": 1.1,
    "THAI": 0.63,
}
"""What a letter of a script takes on average, in lines that are wider than 99 of 100 in the fonts usual for it."""
_OTHER, _PICTURE, _BOLDER = 0.85, 1.4, 1.08
_NO_WIDTH = {"Mn", "Me", "Cf", "Cc"}


@lru_cache(maxsize=1 << 13)
def em_of(letter: str, *, bold: bool) -> tuple[float, bool]:
    """The width of one letter in em, and whether all usual fonts have that width or a common multiple of it."""
    known = _known(letter, _BOLD if bold else _REGULAR)
    if known is not None:
        return known, True
    return _reckoned(letter) * (_BOLDER if bold else 1), False


def _known(letter: str, table: Mapping[str, float]) -> float | None:
    base = unicodedata.normalize("NFD", letter)[0]
    found = table.get(letter, table.get(base))
    if found is not None:
        return found
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0.0
    wide = unicodedata.east_asian_width(letter)
    if wide == "H":
        return None if _script(letter) == "HANGUL" else 0.5
    return 1.0 if wide in "WF" and not _picture(letter) and _script(letter) != "HANGUL" else None


def _picture(letter: str) -> bool:
    return unicodedata.category(letter) in {"So", "Sk"}


def _reckoned(letter: str) -> float:
    return _PICTURE if _picture(letter) else _SCRIPTS.get(_script(letter), _OTHER)


def _script(letter: str) -> str:
    """The first word of the letter's name: `ARABIC`, `HANGUL`."""
    return unicodedata.name(letter, "").partition(" ")[0]
