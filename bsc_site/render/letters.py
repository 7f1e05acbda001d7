"""Letters as readers see them, and between which of them a line may end."""

from __future__ import annotations

import unicodedata

_VIRAMA = 9
"""The combining class of the sign that joins two letters of an Indic script into one."""
_JOINER = "\u200d"
_BEFORE_ITS_LETTER = frozenset("เแโใไເແໂໃໄ")
"""Vowels of Thai and Lao that are written before the letter that they belong to."""
_AFTER_ITS_LETTER = frozenset("ะาำๅๆฯະາຳໆຯ")
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）］｝〕〉》」』】’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜～…‥,.:;?!)]}%％"
)
_LENGTHENING = frozenset("ーァィゥェォッャュョヮヵヶ々〜～%％")
"""Of these, what may stand in the midst of a word."""
_NEVER_LAST = frozenset("（［｛〔〈《「『【‘“([{¥￥$€£#")


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be torn apart: a letter with its marks, a joined pair, a picture of several."""
    found: list[str] = []
    for letter in text:
        if found and _belongs(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def parts_of(word: str) -> list[str]:
    """A word without blanks in the parts that a line may end between.

    Chinese and Japanese may break between any two letters, except before what closes and after what opens; words of
    other scripts are one part.
    """
    parts: list[str] = []
    for cluster in clusters(word):
        if parts and not _may_part(parts[-1], cluster):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return parts


def phrases_of(word: str) -> list[str]:
    """A word without blanks in phrases, between which a line ends best.

    A Japanese phrase ends with hiragana, its particles and endings, or with what closes it: `新しい|来店客を|獲得する`.
    Without any hiragana it is one of Chinese, whose words nothing tells apart.
    """
    parts = parts_of(word)
    if not any(map(_is_hiragana, word)):
        return parts
    phrases: list[str] = []
    for part in parts:
        if phrases and not _ends_phrase(phrases[-1][-1], part[0]):
            phrases[-1] += part
        else:
            phrases.append(part)
    return phrases


def _ends_phrase(before: str, after: str) -> bool:
    return not _is_hiragana(after) and (_is_hiragana(before) or before in _NEVER_FIRST - _LENGTHENING)


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u309f"


def takes_hyphen(letter: str) -> bool:
    """Whether a word that is broken after this letter gets a hyphen: in Latin, Greek and Cyrillic."""
    return unicodedata.name(letter, "").partition(" ")[0] in {"LATIN", "GREEK", "CYRILLIC", "DIGIT"}


def _belongs(before: str, letter: str) -> bool:
    last = before[-1]
    if unicodedata.category(letter).startswith("M") or _JOINER in (letter, last) or letter in _AFTER_ITS_LETTER:
        return True
    if last in _BEFORE_ITS_LETTER or (unicodedata.combining(last) == _VIRAMA and unicodedata.category(letter) == "Lo"):
        return True
    return _flag(letter) and len(before) == 1 and _flag(last)


def _flag(letter: str) -> bool:
    """Whether it is half of a flag, as the regional indicators are."""
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _may_part(before: str, after: str) -> bool:
    if after[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST:
        return False
    return _free(before[-1]) or _free(after[0])


def _free(letter: str) -> bool:
    """Whether it needs no blank beside it: wide letters but those of Korean, which has blanks between its words."""
    return unicodedata.east_asian_width(letter) in "WF" and not unicodedata.name(letter, "").startswith("HANGUL")
