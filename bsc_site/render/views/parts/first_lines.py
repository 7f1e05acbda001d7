"""First lines: what to write into the scorecard file where it has none of a kind yet, ready to be copied."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.text import copied
from bsc_site.wording.language import noted, told

_FIRST_LINES = {
    "initiatives": (
        noted(
            "An initiative is work with a beginning, an end and a budget that serves objectives. Write the first into "
            "the YAML file of this scorecard:"
        ),
        """\
initiatives:
  - id: loyalty-club
    name: Open a loyalty club
    serves: [loyal-customers]
    start: 2027-01
    end: 2027-09
    budget: 160000
    milestones:
      - {name: Open to all, due: 2027-04}
""",
    ),
    "risks": (
        noted(
            "A risk is what may keep an objective, a KPI or an initiative from its target. Write the first into the "
            "YAML file of this scorecard; likelihood and impact run from 1 to 5:"
        ),
        """\
risks:
  - id: only-supplier
    name: The only supplier fails
    on: objective/loyal-customers
    likelihood: 2
    impact: 5
    response: A second supplier is audited by June
""",
    ),
    "reviews": (
        noted(
            "A review writes down what the meeting said about an element and what it decided. Write the first into the "
            "YAML file of this scorecard, and how often there is one:"
        ),
        """\
review_cadence: quarterly
reviews:
  - period: 2027-Q1
    on: kpi/repeat-rate
    analysis: Two launches slipped into the next quarter
    decisions:
      - {text: Move the third launch forward, due: 2027-05-31}
""",
    ),
    "benchmarks": (
        noted(
            "A benchmark is what others reach, as a range or a value, with its source. Write it below a KPI in the "
            "YAML file of this scorecard:"
        ),
        """\
kpis:
  - id: repeat-rate
    name: Repeat purchase rate
    benchmark: {low: 20, high: 40, source: Name of the study, year: 2026}
""",
    ),
    "people": (
        noted(
            "A person owns KPIs and objectives and brings figures. Write the first into the YAML file of this "
            "scorecard, and name the person where something is theirs:"
        ),
        """\
people:
  - {id: sales-lead, name: Kim Example, role: Head of sales, team: Sales}
kpis:
  - id: repeat-rate
    name: Repeat purchase rate
    owner: sales-lead
""",
    ),
    "arrows": (
        noted(
            "An arrow says which objective moves another one, after how long and why. Write the first below an "
            "objective in the YAML file of this scorecard:"
        ),
        """\
objectives:
  - id: loyal-customers
    name: Earn repeat customers
    drives:
      - {to: grow-revenue, lag: 3 months, because: returning customers buy more often}
""",
    ),
    "scorecards": (
        noted(
            "A scorecard below this one names it as its parent, and its objectives what they support here. Write it "
            "into a YAML file of its own beside this one:"
        ),
        """\
id: sales
title: Sales scorecard
parent: group
perspectives:
  - id: customer
    name: Customer
    objectives:
      - {id: win-back, name: Win customers back, supports: [retain-customers]}
""",
    ),
}


@dataclass(frozen=True, slots=True)
class FirstLines:
    """What is missing and where to write it, with the lines themselves."""

    what: str
    lines: Markup


def first_lines(kind: str) -> FirstLines:
    """The first lines of this kind: `initiatives`, `risks`, `reviews` ..."""
    what, lines = _FIRST_LINES[kind]
    return FirstLines(told(what), copied(lines.rstrip()))
