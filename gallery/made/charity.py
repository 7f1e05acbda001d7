"""The figures of the Lantern: tutors who stay hold their lessons, and lessons that are held keep learners."""

from __future__ import annotations

from random import Random

from made.tables import Row, course, csv_bytes, earlier

QUARTERS = [f"FY{2019 + i // 4}-Q{i % 4 + 1}" for i in range(34)]
YEARS = [f"FY{year}" for year in range(2018, 2027)]
PLACES = {"City": 1.0, "Coast": -5.0, "Hill villages": -9.0}


def files() -> dict[str, bytes]:
    """Every file below `charity/data`."""
    rng = Random(26)
    tutors = [value + rng.gauss(0, 1.5) for value in course({0: 66, 7: 68, 9: 59, 20: 66, 33: 74}, 34)]
    held = [24 + 0.86 * earlier(tutors, i, 1) + rng.gauss(0, 0.8) for i in range(34)]
    rows = _quarters(rng, tutors, held) + _years(rng)
    return {"figures.csv": csv_bytes(rows), "reading-tests.csv": _tests(rng), "accounts.csv": _accounts(rng)}


def _quarters(rng: Random, tutors: list[float], held: list[float]) -> list[Row]:
    rows: list[Row] = [["kpi", "period", "value", "note"]]
    learners = course({0: 640, 7: 760, 9: 520, 33: 1180}, 34)
    waited = course({0: 7.5, 9: 11, 24: 8.5, 33: 6.6}, 34)
    donors = course({0: 1480, 20: 2010, 26: 2340, 33: 2330}, 34)
    reserves = course({0: 5.1, 9: 7.9, 20: 6.2, 33: 3.7}, 34)
    for i, quarter in enumerate(QUARTERS):
        closed = "Lessons by telephone only" if quarter in {"FY2021-Q1", "FY2021-Q2"} else ""
        rows += [
            ["learners", quarter, round(learners[i] + rng.gauss(0, 22)), closed],
            ["weeks-to-lesson", quarter, f"{waited[i] + rng.gauss(0, 0.5):.1f}", ""],
            ["regular-donors", quarter, round(donors[i] + rng.gauss(0, 24)), ""],
            ["reserves", quarter, f"{reserves[i] + rng.gauss(0, 0.2):.1f}", ""],
            ["lessons-held", quarter, f"{held[i]:.1f}", closed],
            ["tutors-kept", quarter, f"{tutors[i]:.1f}", ""],
        ]
    return rows


def _years(rng: Random) -> list[Row]:
    kept = course({0: 71, 4: 66, 8: 62}, 9)
    return [["donors-kept", year, f"{kept[i] + rng.gauss(0, 0.6):.1f}", ""] for i, year in enumerate(YEARS)]


def _tests(rng: Random) -> bytes:
    """How many took the test after their first year, and how many passed it, by place."""
    rows: list[Row] = [["Financial year", "Place", "Tested", "Passed"]]
    share = course({0: 47, 8: 61}, 9)
    for i, year in enumerate(YEARS):
        for place, apart in PLACES.items():
            tested = round(rng.gauss({"City": 230, "Coast": 120, "Hill villages": 74}[place], 9))
            rows.append([year, place, tested, round(tested * (share[i] + apart + rng.gauss(0, 1.2)) / 100)])
    return csv_bytes(rows)


def _accounts(rng: Random) -> bytes:
    rows: list[Row] = [["Financial year", "Spent", "On lessons and tutors"]]
    share = course({0: 0.79, 4: 0.83, 8: 0.846}, 9)
    for i, year in enumerate(YEARS):
        spent = round(rng.gauss(610_000 + 62_000 * i, 9_000), -2)
        rows.append([year, int(spent), int(round(spent * (share[i] + rng.gauss(0, 0.004)), -2))])
    return csv_bytes(rows)
