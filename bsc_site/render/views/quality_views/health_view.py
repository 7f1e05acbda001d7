"""The health page: how well the scorecard itself is made, what to mend, and what was silenced."""

from __future__ import annotations

import math
from collections.abc import Iterable

from markupsafe import Markup

from bsc_site.model.concluded.health import Aspect, AspectHealth, CheckResult, Health
from bsc_site.model.problem import Finding, Severity
from bsc_site.model.rules import RULES
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.quality_views.step_rows import StepRow, step_rows
from bsc_site.render.views.quality_views.worth_of_data import score_bar
from bsc_site.wording.conclusions.figures_conclusion import health_conclusion
from bsc_site.wording.language import enumeration, noted, say, say_count, say_in, told
from bsc_site.wording.problems.finding_text import after_the_name, finding_message
from bsc_site.wording.problems.health_text import aspect_step, health_step
from bsc_site.wording.problems.rule_text import told_rule

MOST_SHOWN = 100
"""Findings of one rule; a page with more of them helps nobody."""
_NOISE = 1e-9
_STYLES = {
    Severity.ERROR: own("off-track"),
    Severity.WARNING: own("at-risk"),
    Severity.NOTE: own("not-scored"),
}
_ASPECTS = {
    Aspect.MAP: noted("Design of the map"),
    Aspect.KPIS: noted("KPIs"),
    Aspect.TARGETS: noted("Targets"),
    Aspect.DATA: noted("Data"),
    Aspect.OWNERSHIP: noted("Ownership"),
    Aspect.REVIEW: noted("Review and initiatives"),
}


@dataclass(frozen=True, slots=True)
class CheckMark:
    """One rule of a part: whether it is kept, and the way to what it found."""

    link: Link
    mark: StatusMark


@dataclass(frozen=True, slots=True)
class AspectRow:
    """One part of the health: its score, a bar as long as the score, the calculation, and its rules."""

    name: str
    score: str
    bar: Markup
    step: str
    checks: tuple[CheckMark, ...]
    """Those that find something first."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One finding: the element, and what is wrong with it, as the rest of a sentence that begins with its name."""

    link: Link
    rest: str


@dataclass(frozen=True, slots=True)
class FoundRule:
    """Everything that one rule found, why it matters, and the two ways to make it go away."""

    code: str
    title: str
    severity: StatusMark
    meaning: str
    mend: str
    silence: str
    snippet: str
    source: str
    rows: tuple[FoundRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class SilencedRow:
    """One finding that does not count, and why."""

    link: Link
    code: str
    sentence: str
    because: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One rule in the calculation: how many of its checks passed."""

    code: str
    title: str
    aspect: str
    weight: str
    passed: str


@dataclass(frozen=True, slots=True)
class HealthView:
    """Everything that `health.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    summary: str
    step: str
    aspects: tuple[AspectRow, ...]
    steps: tuple[StepRow, ...]
    found: tuple[FoundRule, ...]
    nothing: str
    silenced: tuple[SilencedRow, ...]
    checks: tuple[CheckRow, ...]
    quality: Link


def health_view(here: Standpoint, health: Health) -> HealthView:
    """The health of the scorecard; warnings first, then in the order of the codes."""
    title = say("Health: {scorecard}", scorecard=here.card.scorecard.title)
    broken = sorted((each for each in health.checks if each.found), key=_urgency)
    silenced = [each for check in health.checks for each in check.silenced]
    return HealthView(
        title=title,
        frame=here.frame(title),
        conclusion=_conclusion(health, len(broken)),
        summary=_summary(broken, len(silenced)),
        step=health_step(health),
        aspects=tuple(_aspect(each, health) for each in health.aspects),
        steps=step_rows(here, health),
        found=tuple(_rule(here, each) for each in broken),
        nothing="" if broken else say("Nothing is to be mended."),
        silenced=tuple(
            SilencedRow(_link(here, each.finding), each.finding.code, _sentence(each.finding), each.because)
            for each in silenced
        ),
        checks=tuple(_check(each) for each in health.checks if each.checked),
        quality=here.overview("data-quality"),
    )


def _urgency(check: CheckResult) -> tuple[int, str]:
    return list(Severity).index(RULES[check.code].severity), check.code


def _conclusion(health: Health, broken: int) -> str:
    rules = sum(bool(each.checked) for each in health.checks)
    return health_conclusion("" if health.score is None else _whole(health.score), broken, rules)


def _summary(broken: Iterable[CheckResult], silenced: int) -> str:
    counts = dict.fromkeys(Severity, 0)
    for each in broken:
        counts[RULES[each.code].severity] += len(each.found)
    found = enumeration(_counted(severity, count) for severity, count in counts.items() if count)
    if not found:
        return say_count("Nothing to mend; {count} silenced.", "Nothing to mend; {count} silenced.", silenced)
    return say_count("{found}; {count} silenced.", "{found}; {count} silenced.", silenced, found=found)


def _counted(severity: Severity, count: int) -> str:
    return {
        Severity.ERROR: say_count("{count} error", "{count} errors", count),
        Severity.WARNING: say_count("{count} warning", "{count} warnings", count),
        Severity.NOTE: say_count("{count} note", "{count} notes", count),
    }[severity]


def _mark(severity: Severity) -> StatusMark:
    word = {
        Severity.ERROR: say_in("severity", "Error"),
        Severity.WARNING: say_in("severity", "Warning"),
        Severity.NOTE: say_in("severity", "Note"),
    }[severity]
    return StatusMark(_STYLES[severity], word, "")


def _aspect(part: AspectHealth, health: Health) -> AspectRow:
    mine = [each for each in health.checks if each.aspect is part.aspect and each.checked]
    return AspectRow(
        name=told(_ASPECTS[part.aspect]),
        score=_whole(part.score),
        bar=score_bar(part.score or 0.0),
        step=aspect_step(part),
        checks=tuple(map(_check_mark, sorted(mine, key=lambda each: (not each.found, *_urgency(each))))),
    )


def _check_mark(check: CheckResult) -> CheckMark:
    title = told_rule(RULES[check.code]).title
    if check.found:
        return CheckMark(Link(title, own(f"#{check.code}")), _mark(RULES[check.code].severity))
    if check.counted:
        return CheckMark(Link(title), StatusMark(own("done"), say("Not found"), ""))
    return CheckMark(Link(title), StatusMark(own("not-scored"), say("Silenced"), ""))


def _whole(score: float | None) -> str:
    """The score rounded down: 100 is only said where nothing at all was found."""
    return "—" if score is None else str(math.floor(score + _NOISE))


def _rule(here: Standpoint, check: CheckResult) -> FoundRule:
    rule, left = told_rule(RULES[check.code]), len(check.found) - MOST_SHOWN
    alone = check.found[0].element.startswith(("person/", "scorecard/"))
    silence = say("Where it does not apply, say so at the element or in the scorecard:")
    if alone:
        silence = say("Where it does not apply, say so in the scorecard:")
    return FoundRule(
        code=rule.code,
        title=rule.title,
        severity=_mark(rule.severity),
        meaning=rule.meaning,
        mend=rule.mend,
        silence=silence,
        snippet=f'ignore: [{{rule: {rule.code}, because: "..."}}]',
        source=rule.source,
        rows=tuple(_row(here, each) for each in check.found[:MOST_SHOWN]),
        more=_more(left),
    )


def _more(left: int) -> str:
    if left <= 0:
        return ""
    return say_count(
        "and {count} more, which bsc-site check lists", "and {count} more, which bsc-site check lists", left
    )


def _row(here: Standpoint, finding: Finding) -> FoundRow:
    link = _link(here, finding)
    rest = after_the_name(finding)
    ended = say("{sentence}.", sentence=finding_message(finding) if rest is None else rest)
    return FoundRow(link, f"– {ended}" if rest is None else ended)


def _check(check: CheckResult) -> CheckRow:
    rule = told_rule(RULES[check.code])
    passed = say("all silenced")
    if check.counted:
        passed = say("{passed} of {counted}", passed=check.passed, counted=check.counted)
    return CheckRow(rule.code, rule.title, told(_ASPECTS[check.aspect]), str(check.weight), passed)


def _sentence(finding: Finding) -> str:
    message = finding_message(finding)
    return say("{sentence}.", sentence=f"{message[:1].upper()}{message[1:]}")


def _link(here: Standpoint, finding: Finding) -> Link:
    kind, _, rest = finding.element.partition("/")
    name = rest.rpartition("/")[2]
    ways = {
        "scorecard": here.scorecard,
        "perspective": here.perspective,
        "objective": here.objective,
        "kpi": here.kpi,
        "initiative": here.initiative,
        "person": here.person,
    }
    return ways[kind](name)
