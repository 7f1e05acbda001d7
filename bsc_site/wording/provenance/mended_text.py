"""What was mended in words: cells that are read in another way than they stand."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.series import Mended, MendedBy
from bsc_site.wording.language import noted, say, told

_BY: Mapping[MendedBy, str] = {
    MendedBy.STRIP: noted("the mark {what} is left out"),
    MendedBy.WORDS: noted("the word {what} is a number"),
    MendedBy.SUFFIXES: noted("the ending {what} multiplies"),
    MendedBy.CORRECT: noted("corrected"),
    MendedBy.UNREADABLE: noted("cannot be read, and is left out"),
}


def mended_text(mended: Mended) -> str:
    """`the ending k multiplies`, `corrected`."""
    return told(_BY[mended.by], what=mended.what)


def change_of_cell_text(mended: Mended) -> str:
    """`1.2k → 1.2 * 1000`: the first such cell as it stands and as it is read."""
    return say("{was} → {value}", was=mended.was, value=mended.value or say("empty"))
