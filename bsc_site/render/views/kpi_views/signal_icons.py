"""Signal icons: variation and assurance as small drawings of our own, each beside its word."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.vocabularies import Assurance, Variation
from bsc_site.render.text import own

_CIRCLE = "M11 2a9 9 0 1 0 0 18a9 9 0 1 0 0-18"
_SQUARE = "M5 2.5h12a2.5 2.5 0 0 1 2.5 2.5v12a2.5 2.5 0 0 1-2.5 2.5H5a2.5 2.5 0 0 1-2.5-2.5V5a2.5 2.5 0 0 1 2.5-2.5"
_HIGH = "M6.5 7.5v7M10.5 7.5v7M6.5 11h4M14.5 14.5v-7M12.7 9.3l1.8-1.8l1.8 1.8"
_LOW = "M6.5 7.5v7h4M14.5 7.5v7M12.7 12.7l1.8 1.8l1.8-1.8"
_WAVE = "M5.5 12.5l3-3.5l3 4l3-4l2.5 3"
_P = "M9 16V6.5h3a2.6 2.6 0 0 1 0 5.2H9"
_F = "M9 16V6.5h5M9 11.2h4"
_QUESTION = "M8.4 8.6a2.7 2.7 0 1 1 4 2.3c-.9.6-1.3 1-1.3 2.1M11.1 15.6v.4"
TONES = {"improvement": "better", "concern": "worse", "neutral": "change", "common": "even"}
_ASSURANCES = {
    Assurance.PASS: ("better", _CIRCLE + _P),
    Assurance.FAIL: ("worse", _SQUARE + _F),
    Assurance.HIT_OR_MISS: ("even", _CIRCLE + _QUESTION),
}


def variation_icon(variation: Variation) -> Markup:
    """H or L with an arrow, round for better, square for worse; a wave for the usual variation."""
    word, _, side = variation.value.partition("_")
    if variation is Variation.COMMON_CAUSE:
        return _icon("even", _CIRCLE + _WAVE)
    frame = _SQUARE if word == "concern" else _CIRCLE
    return _icon(TONES[word], frame + (_HIGH if side == "high" else _LOW))


def assurance_icon(assurance: Assurance) -> Markup:
    """P for pass, F for fail, a question mark for hit or miss; empty for none."""
    found = _ASSURANCES.get(assurance)
    return _icon(*found) if found else Markup()


def _icon(tone: str, path: str) -> Markup:
    return own(f'<svg class="bsc-icon bsc-{tone}" viewBox="0 0 22 22" aria-hidden="true"><path d="{path}"/></svg>')
