"""Plans in StratML: small ones, each with what a test is about."""

from __future__ import annotations

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"


def plan(goals: str, beside: str = "", name: str = "Plan") -> bytes:
    """A plan with these goals, and other elements of its core."""
    return (
        f'<PerformancePlanOrReport xmlns="{NAMESPACE}" Type="Performance_Plan"><Name>{name}</Name>'
        f"<StrategicPlanCore>{beside}{goals}</StrategicPlanCore></PerformancePlanOrReport>"
    ).encode()


def goal(objective: str = "", name: str = "Grow") -> str:
    """A goal with one objective that holds these elements."""
    return f"<Goal><Name>{name}</Name><Description/><Objective><Name>Sell</Name>{objective}</Objective></Goal>"


def indicator(*instances: str, name: str = "Orders", unit: str = "Number", attributes: str = "") -> str:
    """An indicator with these measurements."""
    held = "".join(f"<MeasurementInstance>{each}</MeasurementInstance>" for each in instances)
    return (
        f"<PerformanceIndicator{attributes}><MeasurementDimension>{name}</MeasurementDimension>"
        f"<UnitOfMeasurement>{unit}</UnitOfMeasurement>{held}</PerformanceIndicator>"
    )


def result(kind: str, number: str, start: str = "", end: str = "", words: str = "") -> str:
    """An actual or a target result."""
    return (
        f"<{kind}Result><StartDate>{start}</StartDate><EndDate>{end}</EndDate><NumberOfUnits>{number}</NumberOfUnits>"
        f"<Description>{words}</Description></{kind}Result>"
    )


def year(kind: str, number: str, which: int, words: str = "") -> str:
    """The result of a calendar year."""
    return result(kind, number, f"{which}-01-01", f"{which}-12-31", words)
