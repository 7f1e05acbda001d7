"""Magnitudes: the words and letters that stand for thousands, millions and so on."""

from __future__ import annotations

WORDS: dict[str, float] = {
    word: factor
    for factor, words in (
        (1e3, "tsd tsd. thsd thousand tausend mille"),
        (1e5, "lakh lakhs lac lacs"),
        (1e6, "mio mio. mln mln. mn mill. million millions millionen"),
        (1e7, "crore crores"),
        (1e9, "bn bn. mrd mrd. mia mia. mld mld. milliarde milliarden milliard milliards"),
        (1e12, "trn tn"),
    )
    for word in words.split()
}
"""Words in small letters, in whatever case they stand. Those with two meanings are left out: `mil` is a thousand in
Spanish, `billion` a million millions in German, `Cr` means credit."""

LETTERS: dict[str, float] = {"k": 1e3, "K": 1e3, "M": 1e6, "MM": 1e6}
"""Letters that mean a magnitude wherever they follow a figure."""

BESIDE_MONEY: dict[str, float] = {**LETTERS, "m": 1e6, "b": 1e9, "B": 1e9, "Md": 1e9}
"""Letters that mean one beside a currency only: `12 m` may be metres."""

BEFORE_MONEY: dict[str, float] = {**BESIDE_MONEY, "T": 1e3}
"""Letters that mean one directly before a currency: `T€` and `TEUR` are thousands."""
