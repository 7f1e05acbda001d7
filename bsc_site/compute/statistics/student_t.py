"""Student's t distribution: the share below a value, and the value below which a share lies.

The library behind it takes half a second to load; it is loaded when the first figure is asked for.
"""

from __future__ import annotations

from functools import lru_cache


def share_below(freedom: float, value: float) -> float:
    """The probability of less than `value`, 0 to 1, with so many degrees of freedom."""
    from scipy.special import stdtr  # noqa: PLC0415  # loaded when needed

    return float(stdtr(freedom, value))


@lru_cache(maxsize=4096)
def value_at(freedom: float, share: float) -> float:
    """The value that a share (0 to 1) of the distribution lies below."""
    from scipy.special import stdtrit  # noqa: PLC0415  # loaded when needed

    return float(stdtrit(freedom, share))
