"""The five steps on the health page: what is done, what is open, and what to add for it."""

from __future__ import annotations

from bsc_site.model.concluded.health import Health, StepCheck, StepItem, StrategyStep
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say
from bsc_site.wording.problems.step_text import KEYS, item_name, open_reason, step_name

_PAGES = {
    StepItem.PURPOSE: "strategy",
    StepItem.DESTINATION: "strategy",
    StepItem.ARROWS: "map",
    StepItem.REASONS: "evidence",
    StepItem.MEASURED: "scorecard",
    StepItem.LEADING: "scorecard",
    StepItem.TARGETS: "scorecard",
    StepItem.DEFINED: "definitions",
    StepItem.UNITS: "alignment",
    StepItem.SIGHT: "alignment",
    StepItem.WORK: "initiatives",
    StepItem.FIGURES: "data-quality",
    StepItem.FRESH: "data-quality",
    StepItem.REVIEWED: "reviews",
    StepItem.EXPLAINED: "reviews",
    StepItem.DECISIONS: "reviews",
    StepItem.TESTED: "evidence",
    StepItem.CHANGED: "changes",
}
"""The page that shows what an item is about; those without one have their findings on this page."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One item: whether it is done, and if not, why it matters and what to add."""

    mark: StatusMark
    link: Link
    why: str
    key: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: how many of its items are done, and all of them."""

    name: str
    count: str
    lines: tuple[StepLine, ...]


def step_rows(here: Standpoint, health: Health) -> tuple[StepRow, ...]:
    """The steps in their order; none where nobody looked at them."""
    steps = [[each for each in health.steps if each.step is step] for step in StrategyStep]
    return tuple(_row(here, each) for each in steps if each)


def _row(here: Standpoint, checks: list[StepCheck]) -> StepRow:
    done = sum(each.done for each in checks)
    count = say("{done} of {count}", done=done, count=len(checks))
    return StepRow(step_name(checks[0].step), count, tuple(_line(here, each) for each in checks))


def _line(here: Standpoint, check: StepCheck) -> StepLine:
    page = here.pages.get(_PAGES.get(check.item, ""))
    name = item_name(check.item)
    link = here.overview(page.name, name) if page and page.linked(here) else Link(name)
    if check.done:
        return StepLine(StatusMark(own("done"), say("Done"), ""), link, "", "")
    return StepLine(StatusMark(own("not-scored"), say("Open"), ""), link, open_reason(check), KEYS[check.item])
