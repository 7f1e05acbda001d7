"""Rules about formula KPIs (4xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence

FORMULA_DIVIDES_BY_ZERO = sentence("the formula divides by zero in {periods}; no value there")
DENOMINATOR_IS_ZERO = sentence("the denominator is zero in {periods}; no value there")
NO_REAL_NUMBER = sentence("the result is too large or not a real number in {periods}; no value there")
FIGURES_LEFT_ASIDE = sentence("figures in {source} are left aside")
FORMULA_IS_TOO_LONG = sentence("the formula has {count} characters; {most} are allowed")
NESTED_TOO_DEEP = sentence("the formula is nested more than {most} operations deep")
NUMBER_IS_TOO_LARGE = sentence("the number at position {position} is too large")
SIGN_IS_NOT_ALLOWED = sentence("'{sign}' at position {position} is not allowed in a formula")
BELONGS_NOT_THERE = sentence("'{text}' at position {position} does not belong there")
TWO_COMPARISONS = sentence("join two comparisons with 'and' at position {position}")
TAKES_SO_MANY = sentence("{function} at position {position} takes {wanted} figures, not {given}")
TAKES_FROM_TO = sentence("{function} at position {position} takes {fewest} to {most} figures, not {given}")
MISSING_WHERE = sentence("'{sign}' is missing at position {position}, where '{text}' stands")
MISSING_AT_THE_END = sentence("'{sign}' is missing at position {position}, where the end stands")
FIGURE_MISSING_WHERE = sentence("a figure is missing at position {position}, where '{text}' stands")
FIGURE_MISSING_AT_THE_END = sentence("the formula ends at position {position} where a figure is missing")

NAME_IS_UNKNOWN = sentence("'{name}' at position {position} is not known")
NAME_IS_UNKNOWN_BUT_CLOSE = sentence("'{name}' at position {position} is not known; did you mean '{close}'?")
NAME_MAY_HOLD_A_MINUS = sentence(
    "'{name}' at position {position} is not known; for a minus, write blanks: {left} - {right}"
)
IN_A_RULE = {
    NAME_IS_UNKNOWN: sentence("'{name}' at position {position} is not known; a rule may name {allowed}"),
    NAME_IS_UNKNOWN_BUT_CLOSE: sentence(
        "'{name}' at position {position} is not known; did you mean '{close}'?; a rule may name {allowed}"
    ),
    NAME_MAY_HOLD_A_MINUS: sentence(
        "'{name}' at position {position} is not known; for a minus, write blanks: {left} - {right}; "
        "a rule may name {allowed}"
    ),
}
"""The same of a name in the condition of a scoring rule, which has names of its own."""

NAMES_NO_KPI = sentence("the formula names no KPI, so it has no periods")
COARSER_IN_FORMULA = sentence("'{name}' is {frequency}, coarser than this {own} KPI")
FORMULA_LEADS_BACK = sentence("the formula leads back to itself: {chain}")

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC401",
        Severity.ERROR,
        "The formula cannot be read",
        "A formula is arithmetic over the ids of KPIs: + - * / ** %, parentheses, comparisons, and the functions "
        "min, max, abs, round, sqrt, if and coalesce. Nothing else is allowed, so a scorecard never runs a program.",
        "Mend the formula at the position shown.",
    ),
    Rule(
        "BSC402",
        Severity.ERROR,
        "The formula names something unknown",
        "Each name in a formula is the id of a KPI; in a scoring rule it is value, target, baseline, red_flag or "
        "previous.",
        "Correct the name, or declare the KPI. Ids may contain hyphens: write blanks around a minus between two ids.",
    ),
    Rule(
        "BSC403",
        Severity.ERROR,
        "Formulas lead back to themselves",
        "Each KPI of the chain needs another one of the chain first, so none of them can ever have a value.",
        "Break the chain at one place: give one of these KPIs a source of its own.",
    ),
    Rule(
        "BSC404",
        Severity.ERROR,
        "The formula uses a KPI of a coarser frequency",
        "A quarterly figure says nothing about each of its months, so a monthly formula cannot use it.",
        "Give the formula KPI the coarser frequency; finer inputs are aggregated by their own rule.",
    ),
    Rule(
        "BSC405",
        Severity.WARNING,
        "The formula divides by zero",
        "Where the divisor is zero, there is no value for that period; the other periods are computed.",
        "Check the figures of these periods, or say what holds then: if(visits == 0, 0, orders / visits).",
    ),
    Rule(
        "BSC406",
        Severity.WARNING,
        "A computed value is too large or not a real number",
        "The result is beyond the range of numbers, or the root of a figure below zero. That period has no value.",
        "Check the figures of these periods and the powers and roots of the formula.",
    ),
    Rule(
        "BSC407",
        Severity.WARNING,
        "The denominator of a ratio is zero",
        "A share of nothing is not a number, so there is no value for that period.",
        "Check the denominator's figures; leave the row out where nothing was counted.",
    ),
    Rule(
        "BSC408",
        Severity.ERROR,
        "The formula names no KPI",
        "A formula is computed for each period in which its KPIs have values. Without a KPI there are no periods.",
        "Name at least one KPI, or put constant figures into a data file.",
    ),
    Rule(
        "BSC409",
        Severity.WARNING,
        "A formula KPI also has figures of its own",
        "The formula is used, and the figures in the data are left aside.",
        "Remove the formula, or remove the KPI's figures from the data.",
    ),
)
ABOUT_MISSING_KPIS = frozenset({"BSC402", "BSC408"})
"""What is said of a formula that names no KPI; only a consequence where that KPI's own declaration is wrong."""
