"""The effect of an initiative in words: what happened to a KPI since its end, or why that cannot be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from bsc_site.model.concluded.assessment import InitiativeAssessment
from bsc_site.model.concluded.evidence import InitiativeEffect, TooFewAfter, TooFewBefore, TooMuchAlike, Untold
from bsc_site.model.declared.kpi import Kpi
from bsc_site.wording.figures import difference_unit, ends_text, period_text, quantity_text
from bsc_site.wording.language import enumeration, say, say_count
from bsc_site.wording.period_counts import periods_text


def effect_sentences(effect: InitiativeEffect, kpi: Kpi, initiatives: Mapping[str, InitiativeAssessment]) -> str:
    """The step with its interval and the caveats, or why it cannot be told and from when on it can.

    `initiatives` are those of the scorecard by id, whose names are told where they ran at about the same time.
    """
    if effect.untold is not None:
        return _untold(effect.untold, effect, kpi)
    others = [initiatives[each].initiative.name for each in effect.others if each in initiatives]
    return " ".join((_step(effect, kpi), *_caveats(effect, others)))


def _caveats(effect: InitiativeEffect, others: list[str]) -> Iterator[str]:
    if effect.beyond_zero and not effect.clear:
        yield say_count(
            "{count} KPI of this initiative was looked at.",
            "{count} KPIs of this initiative were looked at, and one of so many easily steps by chance.",
            effect.together,
        )
    if others:
        yield say_count(
            "At about the same time {names} ran for this KPI too: which of the two did it cannot be told.",
            "At about the same time {names} ran for this KPI too: which of them did it cannot be told.",
            len(others),
            names=enumeration(others),
        )
    else:
        yield say("Other things may have changed at the same time.")
    if effect.unfinished:
        yield say("Counted from the planned end, though the work is not done.")


def _step(effect: InitiativeEffect, kpi: Kpi) -> str:
    """`Since Jun 2025 Costs is 9.1 points lower than its earlier course (95 % interval −11 to −7 points).` or alike."""
    step, unit = effect.effect or 0.0, difference_unit(kpi.unit)
    low, high = ends_text(effect.low or 0.0, effect.high or 0.0, unit, kpi.decimals)
    figures = {
        "period": period_text(effect.since),
        "kpi": kpi.name,
        "size": _difference(kpi, abs(step)),
        "low": low,
        "high": high,
    }
    if figures["size"] == _difference(kpi, 0.0):
        return _none(figures) if effect.clear else _perhaps_none(figures)
    if step > 0:
        return _higher(figures) if effect.clear else _perhaps_higher(figures)
    return _lower(figures) if effect.clear else _perhaps_lower(figures)


def _difference(kpi: Kpi, value: float | None) -> str:
    return quantity_text(value, difference_unit(kpi.unit), kpi.decimals)


def _none(figures: dict[str, str]) -> str:
    return say("Since {period} {kpi} follows its earlier course (95 % interval {low} to {high}).", **figures)


def _perhaps_none(figures: dict[str, str]) -> str:
    return say(
        "Since {period} {kpi} follows its earlier course (95 % interval {low} to {high}); that may be chance.",
        **figures,
    )


def _higher(figures: dict[str, str]) -> str:
    return say(
        "Since {period} {kpi} is {size} higher than its earlier course (95 % interval {low} to {high}).", **figures
    )


def _perhaps_higher(figures: dict[str, str]) -> str:
    return say(
        "Since {period} {kpi} is {size} higher than its earlier course (95 % interval {low} to {high}); "
        "that may be chance.",
        **figures,
    )


def _lower(figures: dict[str, str]) -> str:
    return say(
        "Since {period} {kpi} is {size} lower than its earlier course (95 % interval {low} to {high}).", **figures
    )


def _perhaps_lower(figures: dict[str, str]) -> str:
    return say(
        "Since {period} {kpi} is {size} lower than its earlier course (95 % interval {low} to {high}); "
        "that may be chance.",
        **figures,
    )


def _untold(reason: Untold, effect: InitiativeEffect, kpi: Kpi) -> str:
    match reason:
        case TooFewBefore(found, needed):
            have = periods_text(found, kpi.frequency)
            return say(
                "{kpi}: cannot be told, only {have} before; it takes {needed}.", kpi=kpi.name, have=have, needed=needed
            )
        case TooMuchAlike():
            return say("{kpi}: cannot be told, the figures are too much alike or too few.", kpi=kpi.name)
        case TooFewAfter(found, needed):
            return say(
                "{kpi}: too early, {found} of the {periods} after it that it takes; from {period} on.",
                kpi=kpi.name,
                found=found,
                periods=periods_text(needed, kpi.frequency),
                period=period_text(effect.known_from or effect.since),
            )
    assert_never(reason)
