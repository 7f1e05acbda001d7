"""The figures of Saltmarsh Vale: early discharges free beds, free beds shorten handovers, clean hands prevent infections."""

from __future__ import annotations

from datetime import date
from random import Random

from made.tables import Row, course, csv_bytes, days, earlier, months, weeks

MONTHS = months(2023, 46)
FIRST_MONDAY = date(2024, 12, 30)
WEEKS = weeks(FIRST_MONDAY, 96)
OPENED = 61  # the week of 2 March 2026, when the unit for same-day care opened
SITES = {"Northgate": (291, -1.6), "Saltmarsh": (176, 2.6)}
WARDS = {"Medicine": -0.9, "Surgery": 0.8, "Children": 1.4, "Intensive care": 2.0, "Emergency": -1.8}
QUARTERS = [f"{2023 + i // 4}-Q{i % 4 + 1}" for i in range(15)]


def files() -> dict[str, bytes]:
    """Every file below `hospital/data`."""
    rng = Random(90210)
    hygiene = _hygiene(rng)
    infections = [max(0, round(6.1 - 1.15 * (earlier(hygiene, i, 1) - 93) + rng.gauss(0, 0.7))) for i in range(46)]
    early = [value + rng.gauss(0, 1.9) for value in course({0: 17.5, 40: 19, 95: 27.5}, 96)]
    handover = [34 - 0.72 * (earlier(early, i, 1) - 18) + rng.gauss(0, 1.0) for i in range(96)]
    return {
        "infections.csv": _infections(rng, infections),
        "hand-hygiene.csv": _audits(rng, hygiene),
        "emergency-daily.csv": _emergency(rng, handover),
        "flow-weekly.csv": _flow(rng, early, handover),
        "beds-daily.csv": _beds(rng),
        "waiting.csv": _waiting(rng),
        "safety.csv": _safety(rng),
        "people-and-money.csv": _people(rng),
        "quarterly.csv": _quarterly(rng),
    }


def _hygiene(rng: Random) -> list[float]:
    level = course({0: 92.8, 37: 93.4, 39: 91.6, 42: 90.2, 43: 88.4, 45: 88.0}, 46)
    return [value + rng.gauss(0, 0.75) for value in level]


def _infections(rng: Random, clostridium: list[int]) -> bytes:
    rows: list[Row] = [["month", "organism", "cases"]]
    bloodstream = {7, 19, 33, 34}
    for i, month in enumerate(MONTHS):
        rows += [[month, "Clostridioides difficile", clostridium[i]], [month, "MRSA in blood", int(i in bloodstream)]]
        rows.append([month, "E. coli in blood", max(0, round(rng.gauss(9, 2)))])
    return csv_bytes(rows)


def _audits(rng: Random, share: list[float]) -> bytes:
    """Each month the infection team watches some hundred moments on each kind of ward."""
    rows: list[Row] = [["month", "ward", "moments", "clean"]]
    for i, month in enumerate(MONTHS):
        for ward, apart in WARDS.items():
            moments = round(rng.gauss(310, 18))
            rows.append([month, ward, moments, round(moments * min(100, share[i] + apart) / 100)])
    return csv_bytes(rows)


def _emergency(rng: Random, handover: list[float]) -> bytes:
    """One row for each day and site, as the emergency department sends it every morning."""
    rows: list[Row] = [["date", "site", "attendances", "within_4_hours"]]
    gained = course({0: 0, OPENED - 1: 0, OPENED: 5.6, 95: 6.4}, 96)
    moods = [rng.gauss(0, 0.8) for _ in range(96)]
    for i, day in enumerate(days(FIRST_MONDAY, 96 * 7)):
        week = i // 7
        share = 68.5 + gained[week] - 0.55 * (earlier(handover, week, 1) - 30) + moods[week]
        busy = 1.09 if day.weekday() == 0 else 1
        for site, (usual, apart) in SITES.items():
            came = round(rng.gauss(usual * busy, 11))
            rows.append([day.isoformat(), site, came, round(came * (share + apart + rng.gauss(0, 1.5)) / 100)])
    return csv_bytes(rows)


def _flow(rng: Random, early: list[float], handover: list[float]) -> bytes:
    rows: list[Row] = [["kpi", "period", "value", "note"]]
    sepsis = course({0: 79, 50: 82, 64: 90, 95: 93}, 96)
    for i, week in enumerate(WEEKS):
        note = "Snow: ambulances of two counties came to Northgate" if week == "2026-W03" else ""
        rows += [
            ["discharge-before-noon", week, f"{early[i]:.1f}", ""],
            ["ambulance-handover", week, f"{handover[i] + (11 if note else 0):.1f}", note],
            ["sepsis-within-hour", week, f"{min(100, sepsis[i] + rng.gauss(0, 2.2)):.1f}", ""],
        ]
    return csv_bytes(rows)


def _beds(rng: Random) -> bytes:
    rows: list[Row] = [["day", "beds", "occupied"]]
    drift = 0.0
    for i, day in enumerate(days(date(2026, 1, 1), 307)):
        drift = 0.6 * drift + rng.gauss(0, 0.9)
        weekend = -1.9 if day.weekday() >= 5 else 0.5
        level = course({0: 95.2, 60: 94.6, 120: 92.2, 306: 91.6}, 307)[i]
        rows.append([day.isoformat(), 842, round(842 * min(100, level + weekend + drift) / 100)])
    return csv_bytes(rows)


def _waiting(rng: Random) -> bytes:
    rows: list[Row] = [["month", "waiting", "within_18_weeks", "over_52_weeks", "cancer_treated", "cancer_in_62_days"]]
    share = course({0: 56, 16: 55, 45: 63.5}, 46)
    long = course({0: 1490, 12: 1720, 45: 560}, 46)
    cancer = course({0: 66, 30: 68.5, 45: 67.5}, 46)
    theatres = course({0: 76, 45: 82}, 46)
    rows[0].append("theatre_use")
    for i, month in enumerate(MONTHS):
        waiting = round(39_400 - 60 * i + rng.gauss(0, 240))
        treated = round(rng.gauss(168, 9))
        kept = [round(waiting * (share[i] + rng.gauss(0, 0.5)) / 100), max(0, round(long[i] + rng.gauss(0, 45)))]
        cured = round(treated * (cancer[i] + rng.gauss(0, 2.4)) / 100)
        rows.append([month, waiting, *kept, treated, cured, f"{theatres[i] + rng.gauss(0, 1.4):.1f}"])
    return csv_bytes(rows)


def _safety(rng: Random) -> bytes:
    rows: list[Row] = [
        ["month", "bed_days", "falls_with_harm", "recommend", "answers", "complaints", "answered_in_time"]
    ]
    falls = course({0: 2.05, 29: 1.95, 31: 1.42, 45: 1.36}, 46)
    liked = course({0: 88, 45: 91.5}, 46)
    timely = course({0: 71, 24: 64, 45: 70}, 46)
    for i, month in enumerate(MONTHS):
        bed_days = round(rng.gauss(24_300, 350))
        answers = round(rng.gauss(2_150, 120))
        complaints = round(rng.gauss(64, 7))
        liking = round(answers * (liked[i] + rng.gauss(0, 0.9)) / 100)
        in_time = round(complaints * (timely[i] + rng.gauss(0, 4)) / 100)
        fell = round(bed_days / 1000 * max(0.6, falls[i] + rng.gauss(0, 0.16)))
        rows.append([month, bed_days, fell, liking, answers, complaints, in_time])
    return csv_bytes(rows)


def _people(rng: Random) -> bytes:
    rows: list[Row] = [["kpi", "period", "value"]]
    vacant = [value + rng.gauss(0, 0.35) for value in course({0: 11.2, 14: 11.9, 45: 8.1}, 46)]
    sick = course({0: 5.6, 45: 5.1}, 46)
    for i, month in enumerate(MONTHS):
        cold = 0.7 if month[-2:] in {"12", "01", "02"} else 0
        agency = 0.9 + 0.52 * earlier(vacant, i, 1) + rng.gauss(0, 0.16)
        rows += [
            ["nurse-vacancies", month, f"{vacant[i]:.1f}"],
            ["sickness", month, f"{sick[i] + cold + rng.gauss(0, 0.25):.1f}"],
            ["agency-share", month, f"{agency:.1f}"],
            ["training-complete", month, f"{min(100, course({0: 83, 45: 91}, 46)[i] + rng.gauss(0, 0.8)):.1f}"],
        ]
    return csv_bytes(rows)


def _quarterly(rng: Random) -> bytes:
    rows: list[Row] = [["kpi", "period", "value"]]
    for i, quarter in enumerate(QUARTERS):
        rows += [
            ["mortality-index", quarter, f"{course({0: 104.5, 14: 99.2}, 15)[i] + rng.gauss(0, 0.9):.1f}"],
            ["engagement", quarter, f"{course({0: 6.5, 14: 6.9}, 15)[i] + rng.gauss(0, 0.06):.1f}"],
            ["balance", quarter, f"{course({0: -1.4, 8: -2.6, 14: -0.9}, 15)[i] + rng.gauss(0, 0.25):.1f}"],
        ]
    return csv_bytes(rows)
