"""Writes the Hart scorecard from the council's list of KPIs: `python -m tests.real_input.hart.make_scorecard FILE`."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

LOWER = {"ETS01", "HR11", "HS01", "RB07", "RB08", "RB09", "SNH03", "SNH04", "SNH06"}
UNITS = {
    "ETS01": "per 100,000",
    "HR11": "days",
    "HS01": "days",
    "RB07": "days",
    "RB08": "days",
    "RB09": "days",
    "LS05": "days",
}
RED_FLAGS = {"LS05": -10}
"""Ours: a target of 0 leaves no relative tolerance."""
WITHOUT_STATUS = {"lu", "ld"}
OBJECTIVES = {
    "Residents": {
        "Customer Services": "Answer residents well and fast",
        "Environmental & Technical Services": "Collect waste without fail",
        "Housing Services": "Prevent homelessness",
        "Leisure Services": "Deliver leisure projects on time",
        "Planning Services": "Decide planning applications in time",
        "Regulatory Services": "Keep premises safe",
        "Safer North Hants": "Reduce crime",
    },
    "Finance": {"Finance, Revs and Bens": "Collect and pay correctly"},
    "Processes": {"IT Services": "Keep systems running", "Audit": "Assure that controls work"},
    "People": {"HR": "Look after the workforce"},
}


def slug(text: str) -> str:
    """`housing-services` for Housing Services."""
    words = "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()
    return "-".join(word for word in words if word != "and")


def scorecard(rows: list[dict[str, str]]) -> str:
    """The whole file."""
    parts = [
        "# Written by make_scorecard.py from the council's list of KPIs (2014/15, second quarter).",
        "id: hart",
        "title: Hart District Council",
        "fiscal_year_starts: 4",
        "currency: GBP",
        "tolerance: 5%",
        "ignore:",
        "  - {rule: BSC231, because: the council gives these KPIs no label to compare with}",
        "  - {rule: BSC232, because: the council published this one half of a year}",
        "  - {rule: BSC242, because: the council published this one half of a year}",
        "  - {rule: BSC360, because: the council set targets below what it had reached}",
        "perspectives:",
    ]
    for perspective, objectives in OBJECTIVES.items():
        parts += [f"  - id: {slug(perspective)}", f"    name: {perspective}", "    objectives:"]
        for service, objective in objectives.items():
            kpis = ", ".join(row["k"] for row in rows if row["u"] == service)
            parts += [f"      - id: {slug(service)}-objective", f"        name: {objective}"]
            parts += [f"        owner: {slug(service)}", f"        kpis: [{kpis}]"]
    parts.append("kpis:")
    for row in rows:
        parts += _kpi(row)
    parts.append("people:")
    for service in dict.fromkeys(row["u"] for row in rows):
        parts += [
            f"  - {{id: {slug(service)}, name: {json.dumps(service)}, role: Service, team: {json.dumps(service)}}}"
        ]
    return "\n".join(parts) + "\n"


def _kpi(row: dict[str, str]) -> list[str]:
    code = row["k"]
    parts = [
        f"  - id: {code}",
        f"    name: {json.dumps(row['d'], ensure_ascii=False)}",
        f"    unit: {json.dumps(row['p'] or UNITS.get(code, 'count'))}",
        f"    direction: {'lower' if code in LOWER else 'higher'}",
        "    frequency: quarterly",
        f"    owner: {slug(row['u'])}",
        f"    source: {{file: data/hart_kpis.csv, where: {{k: {code}}}, columns: {{lq: FY2015-Q1, tq: FY2015-Q2}}}}",
    ]
    if row["s"] not in WITHOUT_STATUS:
        if row["y"] != row["t"]:
            parts.append(f"    baseline: {{period: FY2014, value: {row['y']}}}")
        parts.append(f"    targets: [{{period: FY2015-Q2, value: {row['t']}}}]")
    if code in RED_FLAGS:
        parts.append(f"    thresholds: {{red_flag: {RED_FLAGS[code]}}}")
    return parts


def main() -> None:
    """Write scorecard/hart.yml beside this module from the list given on the command line."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        text = scorecard(list(csv.DictReader(file)))
    (Path(__file__).parent / "scorecard/hart.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
