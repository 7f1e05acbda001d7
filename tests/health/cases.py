"""Cases: for each rule a scorecard that breaks it, what is said then, and one that keeps it."""

from __future__ import annotations

from typing import NamedTuple

from tests.builders.snippets import kpis, objectives


class RuleCase(NamedTuple):
    """A rule, a snippet that breaks it with the element and the words of the finding, a snippet that keeps it."""

    code: str
    breaks: str
    element: str
    says: str
    keeps: str


def rows(top: str, middle: str = "", bottom: str = "") -> str:
    """A map of up to three rows; each argument holds the objectives of one row, in flow style."""
    names = zip(("top", "middle", "bottom"), (top, middle, bottom), strict=True)
    return "perspectives:\n" + "".join(
        f"  - {{id: {name}, name: {name.title()} row, objectives: [{content}]}}\n" for name, content in names if content
    )


def one_kpi(keys: str, rest: str = "") -> str:
    """A scorecard with one KPI, `k`, under one objective, `o`."""
    return rows("{id: o, name: O, kpis: [k]}") + f"kpis: [{{id: k, name: Visits, {keys}}}]\n{rest}"


A, B, C = "{id: a, name: A%s}", "{id: b, name: B%s}", "{id: c, name: C%s}"
YEAR = ", ".join(["9"] * 12)
TARGET = "targets: [{period: 2026-12, value: 10}]"
LATE = "[1, 2, 3, 4, 5, 6, 7, 8, 9]"
APP = "initiatives: [{id: app, name: App, start: 2025-01, end: %s%s}]\n"
OFF_TRACK = one_kpi(TARGET, f"figures: {{k: [{', '.join(['10'] * 9)}, 1, 1, 1]}}\n")
REVIEW = "reviews: [{period: %s, on: %s, analysis: Rain}]\n"

CASES = (
    RuleCase(
        "BSC201", objectives(25), "scorecard/c", "25 objectives; 24 are the most that stay readable", objectives(24)
    ),
    RuleCase(
        "BSC202",
        objectives(3),
        "scorecard/c",
        "3 objectives; with fewer than 4 there is no way from one to another",
        objectives(4),
    ),
    RuleCase(
        "BSC203",
        rows(A % "", B % ", drives: [a]" + ", " + C % ""),
        "objective/c/c",
        "none of the 1 link of the map begins or ends at 'C'",
        rows(A % "", B % ", drives: [a]" + ", " + C % ", supports: [above]"),
    ),
    RuleCase(
        "BSC204",
        rows(A % ", drives: [b]", B % ""),
        "objective/c/a",
        "the link to 'B' leads down from row 1 (Top row) to row 2 (Middle row)",
        rows(A % ', drives: [{to: b, sign: "-"}]', B % ", drives: [a]"),
    ),
    RuleCase(
        "BSC205",
        rows(", ".join((A % ", drives: [b]", B % ", drives: [c]", C % ", drives: [a]"))),
        "objective/c/a",
        "3 objectives drive each other in a circle: 'A' → 'B' → 'C' → 'A'",
        rows(", ".join((A % ", drives: [b, c]", B % ", drives: [c]", C % ""))),
    ),
    RuleCase(
        "BSC206",
        rows(A % "", B % ", drives: [{to: a, because: x}]" + ", " + C % ", drives: [{to: b, because: x}, a]"),
        "objective/c/c",
        "link 2 of 2, to 'A', does not say why it should hold",
        rows(A % "", B % ", drives: [{to: a, because: it helps}]"),
    ),
    RuleCase(
        "BSC207",
        rows(A % "", B % ", drives: [a]", C % ", drives: [a]"),
        "scorecard/c",
        "all 2 links begin or end in the top row (Top row); the 2 rows below are not linked with each other",
        rows(A % "", B % ", drives: [a]", C % ", drives: [b]"),
    ),
    RuleCase(
        "BSC208",
        rows("{id: o, name: Improve satisfaction}"),
        "objective/c/o",
        "the name 'Improve satisfaction' holds 2 general words and nothing definite",
        rows("{id: o, name: Answer every call in a minute}"),
    ),
    RuleCase("BSC211", kpis(26), "scorecard/c", "26 KPIs; more than 25 are no longer the few that matter", kpis(25)),
    RuleCase(
        "BSC212",
        rows(A % ""),
        "objective/c/a",
        "'A' has no KPI, so nobody can tell whether it is reached",
        rows(A % ", kpis: [k0]") + kpis(1),
    ),
    RuleCase(
        "BSC213",
        rows(A % ", kpis: [k0, k1, k2, k3]") + kpis(4),
        "objective/c/a",
        "'A' has 4 KPIs; 3 are the most that still point one way",
        rows(A % ", kpis: [k0, k1, k2]") + kpis(3),
    ),
    RuleCase(
        "BSC214",
        rows(A % ", kpis: [k0, k1]") + kpis(2),
        "perspective/c/top",
        "all 2 KPIs of 'Top row' are lagging ones",
        one_kpi("kind: leading"),
    ),
    RuleCase(
        "BSC215",
        rows(A % ", kpis: [k]" + ", " + B % ", kpis: [m]")
        + "kpis: [{id: k, name: K, kind: leading}, {id: m, name: M}]\n",
        "objective/c/b",
        "the only KPI of 'B' is a lagging one",
        rows(A % ", kpis: [k, m]") + "kpis: [{id: k, name: K, kind: leading}, {id: m, name: M}]\n",
    ),
    RuleCase(
        "BSC216",
        "perspectives: [{id: p, name: Finances, objectives: [{id: o, name: O, kpis: [k0, k1]}]}]\n"
        + kpis(2)
        + "  - {id: m, name: M, unit: EUR}\n",
        "scorecard/c",
        "all 3 KPIs are about money",
        "perspectives: [{id: p, name: Finances, objectives: [{id: o, name: O, kpis: [k0, k1]}]}]\n" + kpis(3),
    ),
    RuleCase(
        "BSC217",
        kpis(11),
        "scorecard/c",
        "11 KPIs on a first scorecard; begin with 10 at most, or call it a pilot",
        kpis(11) + "pilot: true\n",
    ),
    RuleCase(
        "BSC218",
        one_kpi("unit: count"),
        "kpi/k",
        "'Visits' has none of the 3 that say what it is: description, purpose, formula in words",
        one_kpi("purpose: shows who comes"),
    ),
    RuleCase(
        "BSC219",
        "kpis: [{id: a, name: A, source: {file: x.csv}}, {id: b, name: B, source: {file: x.csv}}]",
        "kpi/b",
        "'B' is 1 of 2 KPIs from the same source and formula; the other is 'A'",
        "kpis: [{id: a, name: A, source: {file: x.csv}}, {id: b, name: B, source: {file: x.csv}, aggregate: max}]",
    ),
    RuleCase(
        "BSC231",
        one_kpi("unit: count", "figures: {k: [1, 2]}"),
        "kpi/k",
        "'Visits' has 2 figures and no target, so it has no status",
        one_kpi(TARGET),
    ),
    RuleCase(
        "BSC232",
        one_kpi("targets: [{period: 2024-12, value: 5}, {period: 2025-11, value: 6}]"),
        "kpi/k",
        "each of the 2 targets of 'Visits' lies in the past: the last was for Nov 2025, 31 days ago",
        one_kpi("targets: [{period: 2024-12, value: 5}, {period: 2025-12, value: 6}]"),
    ),
    RuleCase(
        "BSC233",
        one_kpi(TARGET, "figures: {k: [" + YEAR.replace("9", "11") + "]}"),
        "kpi/k",
        "'Visits' was 'On track' in all 12 periods, so its status tells nothing new",
        one_kpi(TARGET, "figures: {k: [" + YEAR.replace("9", "11", 11) + "]}"),
    ),
    RuleCase(
        "BSC241",
        one_kpi("unit: count"),
        "kpi/k",
        "'Visits' has neither source nor formula, and no figure in data/",
        one_kpi("unit: count", "figures: {k: [1]}"),
    ),
    RuleCase(
        "BSC242",
        one_kpi("unit: count", f"figures: {{k: {LATE}}}"),
        "kpi/k",
        "'Visits' is 51 days late: Oct 2025 was due on 10 Nov 2025; 2 periods are missing",
        one_kpi("due: 60 days", f"figures: {{k: {LATE}}}"),
    ),
    RuleCase(
        "BSC243",
        one_kpi("unit: count", f"figures: {{k: {LATE[:-1]}, 10]}}"),
        "kpi/k",
        "'Visits' is 21 days late: Nov 2025 was due on 10 Dec 2025; 1 period is missing",
        one_kpi("unit: count", f"figures: {{k: {LATE[:-1]}, 10, 11]}}"),
    ),
    RuleCase(
        "BSC244",
        one_kpi("unit: count", "figures: {k: {2025-03: 1, 2025-06: 2, 2025-09: 3, 2025-12: 4}}"),
        "kpi/k",
        "'Visits' is monthly, but its 4 figures usually come every 3 months",
        one_kpi("frequency: quarterly", "figures: {k: {2025-Q1: 1, 2025-Q2: 2, 2025-Q3: 3, 2025-Q4: 4}}"),
    ),
    RuleCase(
        "BSC245",
        one_kpi('unit: "%", frequency: quarterly, aggregate: mean', "figures: {k: [50, 2, 8]}"),
        "kpi/k",
        "1 figure of 'Visits' is the plain mean of up to 3 percentages; a small part counts as much as a large one",
        one_kpi('unit: "%", frequency: quarterly, aggregate: last', "figures: {k: [50, 2, 8]}"),
    ),
    RuleCase("BSC251", one_kpi("unit: count"), "kpi/k", "'Visits' has no owner", one_kpi("owner: ann")),
    RuleCase("BSC252", rows(A % ""), "objective/c/a", "'A' has no owner", rows(A % ", owner: ann")),
    RuleCase(
        "BSC253",
        "people: [{id: ann, name: Ann Lee}]",
        "person/ann",
        "'Ann Lee' owns nothing: no objective, KPI, initiative, risk or decision",
        "people: [{id: ann, name: Ann Lee}]\n"
        "reviews: [{period: 2025-06, on: kpi/k, decisions: [{text: Do, owner: ann}]}]",
    ),
    RuleCase(
        "BSC254",
        objectives(4, ", owner: ann") + "people: [{id: ann, name: Ann Lee}]",
        "scorecard/c",
        "all 4 owned objectives and KPIs belong to 'Ann Lee'",
        objectives(4, ", owner: ann") + "kpis: [{id: k, name: K, owner: bob}]",
    ),
    RuleCase(
        "BSC261",
        APP % ("2026-12", ""),
        "initiative/c/app",
        "'App' serves no objective",
        APP % ("2026-12", ", serves: [o]"),
    ),
    RuleCase(
        "BSC262",
        APP % ("2025-11", ", progress: 90%"),
        "initiative/c/app",
        "'App' ended 31 days ago, on 30 Nov 2025, with 90 % done",
        APP % ("2025-11", ", progress: 100%"),
    ),
    RuleCase(
        "BSC271",
        OFF_TRACK + REVIEW % ("2025-09", "kpi/k"),
        "kpi/k",
        "'Visits' has been 'Off track' for 3 months, since Oct 2025, and no review speaks of it",
        OFF_TRACK + REVIEW % ("2025-10", "objective/o"),
    ),
    RuleCase(
        "BSC272",
        OFF_TRACK,
        "scorecard/c",
        "1 KPI has a status, and no review says what was made of it",
        OFF_TRACK + REVIEW % ("2025-01", "objective/o"),
    ),
    RuleCase(
        "BSC281",
        one_kpi("benchmark: {value: 5, source: S, year: 2000}"),
        "kpi/k",
        "the benchmark of 'Visits' is 25 years old; 3 are the most that still compare",
        one_kpi("benchmark: {value: 5, source: S, year: 2022}"),
    ),
    RuleCase(
        "BSC282",
        one_kpi("benchmark: {value: 5, source: S}"),
        "kpi/k",
        "the benchmark of 'Visits' names S, and no year",
        one_kpi("benchmark: {value: 5, source: S, year: 2025}"),
    ),
)
"""All but BSC273, which looks at dates of files."""
