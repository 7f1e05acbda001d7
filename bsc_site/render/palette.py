"""The palette: every colour of the site, from which style sheet, charts, badges and messages take theirs.

After a change: `python -m tests.house.palette`, which writes `docs_templates/assets/bsc-palette.css` anew, and the
sheet beside it for pages that follow their reader's machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from bsc_site.model.vocabularies import Status


class Ink(NamedTuple):
    """One colour by the `name` of its CSS variable: on light ground, on dark ground and on paper."""

    name: str
    light: str
    dark: str
    paper: str

    @property
    def variable(self) -> str:
        """The CSS variable: `--bsc-on-track`."""
        return f"--bsc-{self.name}"


_ENGINE_GROUND = "var(--md-default-bg-color, {})"
"""What the theme lays behind a page, and the colour where there is no theme."""

PAGE_INKS = (
    Ink("on-track", "#006c48", "#89e4b7", "#005c3d"),
    Ink("at-risk", "#a06100", "#f0b34a", "#8f5700"),
    Ink("off-track", "#9b030d", "#fc7c7c", "#85020b"),
    Ink("on-track-strong", "#07472a", "#b9fce2", "#06351f"),
    Ink("at-risk-strong", "#713f05", "#ffd08a", "#5f3500"),
    Ink("off-track-strong", "#630500", "#f9aaa3", "#480300"),
    Ink("no-data", "#5b6470", "#a9b3c0", "#444c56"),
    Ink("not-scored", "#5b6470", "#a9b3c0", "#444c56"),
    Ink("on-track-tint", "#eef7f1", "#1c3029", "#eef7f1"),
    Ink("at-risk-tint", "#fdf5e4", "#352c1c", "#fdf5e4"),
    Ink("off-track-tint", "#fdefed", "#3a2527", "#fdefed"),
    Ink("on-track-strong-tint", "#d5ecdf", "#1f4332", "#d5ecdf"),
    Ink("at-risk-strong-tint", "#f9e3bb", "#4a3817", "#f9e3bb"),
    Ink("off-track-strong-tint", "#fad4d0", "#55262a", "#fad4d0"),
    Ink("no-data-tint", "#ffffff", "#1e2129", "#ffffff"),
    Ink("not-scored-tint", "#f3f5f7", "#272c37", "#f3f5f7"),
    Ink("map-ink", "#1c2430", "#e7ebf1", "#000000"),
    Ink("map-soft", "#535d6a", "#a9b3c0", "#3a424c"),
    Ink("map-ground", "#ffffff", _ENGINE_GROUND.format("#1e2129"), "#ffffff"),
    Ink("map-lane", "#f3f5f7", "#272c37", "#f3f5f7"),
    Ink("map-edge", "#c9d0d8", "#465060", "#b5bdc6"),
    Ink("map-line", "#66717f", "#8d99a8", "#4c5661"),
    Ink("map-quiet", "#7c8693", "#7b8696", "#6b7480"),
    Ink("map-strong", "#2c3744", "#d3dae3", "#1c2430"),
    Ink("map-contradicted", "#a2387a", "#e79ac6", "#8a2a66"),
    Ink("map-focus", "#2457c5", "#8fb4ff", "#2457c5"),
    Ink("link", "#2f4bb0", "#a5b8ff", "#2f4bb0"),
    Ink("signal", "#5b6470", "#a9b3c0", "#000000"),
    Ink("signal-better", "#006d7a", "#4fd1d9", "#000000"),
    Ink("signal-worse", "#a85000", "#ffb066", "#000000"),
    Ink("signal-change", "#6f45a5", "#c9a6f5", "#000000"),
)
"""Pages and the strategy map; letters of each status on its tint have a contrast of 4.5 or more.

Statuses differ for every kind of eye, and in grey by lightness; `tests/frame/test_colour_vision.py` measures it.
"""

CHART_INKS = (
    Ink("actual", "#1d4f8c", "#8dbcf5", "#000"),
    Ink("actual-pale", "#7fa3cf", "#4d76a8", "#999"),
    Ink("target", "#40444d", "#d3dae3", "#333"),
    Ink("tolerance", "#f3a5362b", "#e0962f2b", "#0000001f"),
    Ink("limit", "#66717f", "#9aa3b2", "#444"),
    Ink("fan", "#1d4f8c1c", "#8dbcf524", "#00000014"),
    Ink("better", "#007a87", "#4fd1d9", "#000"),
    Ink("worse", "#b85c00", "#ffb066", "#000"),
    Ink("change", "#7a4fb0", "#c9a6f5", "#000"),
    Ink("band", "#2f9e7740", "#45b89040", "#0000001f"),
    Ink("benchmark", "#7c8aa01f", "#a9b6cc24", "#00000012"),
    Ink("initiative", "#7a6aa8", "#b3a4e0", "#555"),
    Ink("on-track", "#006c48", "#89e4b7", "#000"),
    Ink("at-risk", "#a06100", "#f0b34a", "#000"),
    Ink("off-track", "#9b030d", "#fc7c7c", "#000"),
    Ink("done", "#3c5a99", "#9fb8f0", "#000"),
    Ink("no-data", "#666b75", "#a4a9b4", "#555"),
    Ink("text", "#1f2329", "#e7ebf1", "#000"),
    Ink("text-light", "#535d6a", "#b4b9c4", "#222"),
    Ink("grid", "#e3e6ea", "#3a3e4a", "#ccc"),
    Ink("axis", "#8a909b", "#868c99", "#555"),
    Ink("paper", _ENGINE_GROUND.format("#fff"), _ENGINE_GROUND.format("#fff"), "#fff"),
    Ink("shadow", "#0003", "#0003", "#0003"),
)
"""Charts and the boxes that explain their points: marks on the ground of the page, in print black and grey."""

FORCED_INKS = (
    Ink("actual", *["LinkText"] * 3),
    *(
        Ink(name, *["CanvasText"] * 3)
        for name in (
            *("target", "limit", "axis", "text", "text-light", "initiative"),
            *("better", "worse", "change", "on-track", "at-risk", "off-track", "done", "no-data"),
        )
    ),
    Ink("actual-pale", *["color-mix(in srgb, LinkText 55%, Canvas)"] * 3),
    Ink("grid", *["color-mix(in srgb, CanvasText 25%, Canvas)"] * 3),
    *(Ink(name, *["color-mix(in srgb, CanvasText 22%, Canvas)"] * 3) for name in ("tolerance", "band")),
    Ink("fan", *["color-mix(in srgb, LinkText 25%, transparent)"] * 3),
    Ink("paper", *["Canvas"] * 3),
)
"""Charts where readers have colours of their own: those of their system, told apart by shapes and words."""

BADGE_LETTERS = "#fff"
BADGE_GROUND = "#2c3744"
"""Behind the name of a badge; white letters on it and on each of the tones have a contrast of 4.5 or more."""
BADGE_TONES = {
    Status.ON_TRACK: "#006c48",
    Status.AT_RISK: "#a06100",
    Status.OFF_TRACK: "#9b030d",
    Status.NO_DATA: "#5b6470",
    Status.NOT_SCORED: "#5b6470",
}
"""A badge stands on other pages, where there are no variables."""

STRONG_BADGE_TONES = BADGE_TONES | {
    Status.ON_TRACK: "#07472a",
    Status.AT_RISK: "#713f05",
    Status.OFF_TRACK: "#630500",
}

PAPER_MARGIN = "#535d6a"
"""What stands in the margins of paper, where there are no variables."""

ALARM_GROUND, ALARM_LETTERS = "#7f1d1d", "#fff"
"""The box of problems in a preview."""

MARK_COLOURS = frozenset({"#fff", "#c9d0d8", "#535d6a", "#006c48", "#2f4bb0", "#c98a1b"})
"""The picture `mark.svg`, which stands in the browser's tab, where there are no variables either."""

_CHARTS = {each.name: each for each in CHART_INKS}


def chart_ink(name: str) -> str:
    """The colour of charts with this name, as its CSS variable: `var(--bsc-actual)`. KeyError for an unknown one."""
    return f"var({_CHARTS[name].variable})"


def palette_css() -> str:
    """The style sheet that declares every variable, in light, in dark and on paper."""
    dark = '[data-md-color-scheme="slate"]'
    blocks = [
        _block(":root", PAGE_INKS, lambda ink: ink.light),
        _block(dark, PAGE_INKS, lambda ink: ink.dark),
        _block(".bsc-chart, .bsc-chart__tip", CHART_INKS, lambda ink: ink.light),
        _block(f"{dark} .bsc-chart, {dark} .bsc-chart__tip", CHART_INKS, lambda ink: ink.dark),
    ]
    paper = [
        _block(":root, [data-md-color-scheme]", PAGE_INKS, lambda ink: ink.paper, "  "),
        _block(f".bsc-chart, {dark} .bsc-chart", CHART_INKS, lambda ink: ink.paper, "  "),
    ]
    forced = _block(f".bsc-chart, {dark} .bsc-chart, .bsc-chart__tip", FORCED_INKS, lambda ink: ink.light, "  ")
    head = "/* The palette, written from render/palette.py: every colour is a variable for light, dark and paper. */\n"
    own = ["@media (forced-colors: active) {", forced, "}"]
    return "\n".join([head, *blocks, "@media print {", *paper, "}", *own]) + "\n"


def reader_palette_css() -> str:
    """The style sheet for pages without a choice of colours: dark on screens of readers who prefer it."""
    ground = "    --md-default-bg-color: #1e2129;"
    blocks = [
        _block(":root", PAGE_INKS, lambda ink: ink.dark, "  ").replace("{", "{\n" + ground, 1),
        _block(".bsc-chart", CHART_INKS, lambda ink: ink.dark, "  "),
    ]
    head = "/* The dark palette for pages that follow their reader's machine, written from render/palette.py. */\n"
    return "\n".join([head, "@media screen and (prefers-color-scheme: dark) {", *blocks, "}"]) + "\n"


def _block(selector: str, inks: Iterable[Ink], colour: Callable[[Ink], str], indent: str = "") -> str:
    lines = (f"{indent}  {each.variable}: {colour(each)};" for each in inks)
    return "\n".join([f"{indent}{selector} {{", *lines, f"{indent}}}"])
