"""Plain words in YAML: which are a number, true, false or nothing, and which are a trap."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from bsc_site.model.likely_spellings import likely_periods
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import yaml_sentences as told

_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d*)", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_LEADING_ZERO = re.compile(r"[-+]?0\d[\d_]*(?:\.\d*)?", re.ASCII)
_UNDERSCORES = re.compile(r"[-+]?\d[\d_]*_[\d_]*(?:\.[\d_]*)?", re.ASCII)
_SEXAGESIMAL = re.compile(r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?", re.ASCII)
_FIXED = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MEANT = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_CURLY = re.compile(
    '[\u201c\u201d\u201e\u201f]([^\u201c\u201d\u201e\u201f"]*)[\u201c\u201d]|[\u2018\u2019\u201a]([^\u2018\u2019\u201a"]*)[\u2018\u2019]'
)
_FIRST_LETTERS = frozenset("0123456789+-.~nNtTfFyYoO")
_LONGEST_NUMBER = 300
_BARE = re.compile(r"[^\W_](?:[\w .-]*[\w.-])?")


class PlainWord(NamedTuple):
    """What an unquoted word means; `trap` says what is wrong with it, empty when nothing is."""

    value: str | float | bool | None
    trap: str = ""


def plain_word(text: str) -> PlainWord:
    """The value of an unquoted word: null, true, false, a decimal number or, for all else, the text itself."""
    if text and (curly := _CURLY.fullmatch(text)):
        inner = curly[1] or curly[2] or ""
        meant = f'"{inner}"' if isinstance(plain_word(inner).value, str) else inner
        return PlainWord(text, said(told.IN_CURLY_QUOTES, word=text, meant=meant))
    if text and (text[0] not in _FIRST_LETTERS or len(text) > _LONGEST_NUMBER):
        return PlainWord(text)
    if text in _FIXED:
        return PlainWord(_FIXED[text])
    if _WHOLE.fullmatch(text):
        return PlainWord(int(text))
    if _DECIMAL.fullmatch(text):
        return PlainWord(float(text))
    return PlainWord(text, _trap(text))


def _trap(text: str) -> str:
    meant = _MEANT.get(text.casefold())
    if meant:
        return said(told.READ_AS_TRUTH, word=text, meant=meant)
    if _LEADING_ZERO.fullmatch(text) and (month := likely_periods(text)):
        return said(told.MONTH_FIRST, word=text, month=month[0])
    if _LEADING_ZERO.fullmatch(text):
        return said(told.OCTAL, word=text)
    if _UNDERSCORES.fullmatch(text):
        return said(told.UNDERSCORES, word=text, plain=text.replace("_", ""))
    if _SEXAGESIMAL.fullmatch(text):
        return said(told.BASE_60, word=text)
    return ""


def in_yaml(text: str) -> str:
    """The text as YAML writes it, in quotes where it would be anything else without."""
    word = plain_word(text)
    bare = _BARE.fullmatch(text) and word.value == text and not word.trap
    return text if bare else json.dumps(text, ensure_ascii=False)
