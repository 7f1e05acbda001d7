"""The figures of Marenholt: sickness slows repairs, repairs move satisfaction, empty desks slow decisions."""

from __future__ import annotations

from calendar import monthrange
from random import Random

from made.tables import Row, course, csv_bytes, earlier, months

MONTHS = months(2023, 46)
DISTRICTS = {"Old Town": 1.0, "Harbour": -4.5, "North": 2.0, "Hills": 0.5}
CATEGORIES = {"Roads and pavements": -3.0, "Street lights": 3.0, "Parks and playgrounds": 0.5}
STATIONS = {"Station Road": 5.0, "Harbour Gate": 1.5, "Botanic Garden": -6.5}
USERS = ("on foot", "cycling", "cycling", "in a car", "on a motorcycle")


def files() -> dict[str, bytes]:
    """Every file below `city/data`."""
    rng = Random(214000)
    sick = _noisy(rng, course({0: 6.1, 14: 7.4, 30: 6.2, 45: 5.6}, 46), 0.55, winter=0.7)
    repairs = [96 - 2.6 * earlier(sick, i, 1) + 0.14 * i + rng.gauss(0, 0.5) for i in range(46)]
    vacancies = _noisy(rng, course({0: 7.8, 13: 10.6, 34: 6.4, 45: 6.0}, 46), 0.45)
    decision = [12 + 3.1 * earlier(vacancies, i, 3) + rng.gauss(0, 1.0) for i in range(46)]
    punctual = _noisy(rng, course({0: 82, 20: 79, 28: 86, 45: 88}, 46), 1.6)
    satisfaction = [12.5 + 0.6 * earlier(repairs, i, 1) + rng.gauss(0, 0.55) for i in range(46)]
    return {
        "service-requests.csv": _requests(rng, repairs),
        "road-injuries.csv": _injuries(rng),
        "air-quality.csv": _air(rng),
        "buses.csv": _buses(rng, punctual),
        "planning-decisions.csv": _decisions(rng, decision),
        "panel.csv": _panel(rng, satisfaction),
        "town-hall.csv": _town_hall(rng, sick, vacancies),
        "housing-costs.csv": _housing_costs(rng),
        "budget.csv": _budget(rng),
        "other-cities.csv": OTHER_CITIES,
    }


def _noisy(rng: Random, line: list[float], spread: float, winter: float = 0) -> list[float]:
    cold = [winter if MONTHS[i][-2:] in {"12", "01", "02"} else 0 for i in range(len(line))]
    return [value + cold[i] + rng.gauss(0, spread) for i, value in enumerate(line)]


def _requests(rng: Random, share: list[float]) -> bytes:
    rows: list[Row] = [["year_month", "district", "category", "closed", "closed_within_5_days"]]
    for i, month in enumerate(MONTHS):
        for district, apart in DISTRICTS.items():
            for category, harder in CATEGORIES.items():
                closed = round(rng.gauss(118, 9))
                in_time = round(closed * min(100, share[i] + apart + harder) / 100)
                rows.append([month, district, category, closed, in_time])
    return csv_bytes(rows)


def _injuries(rng: Random) -> bytes:
    """One row for each person, as the police record them; fewer since the school streets opened."""
    rows: list[Row] = [["date", "district", "road_user", "severity"]]
    expected = course({0: 9.6, 26: 9.2, 30: 6.6, 45: 5.9}, 46)
    for i, month in enumerate(MONTHS):
        count = max(1, round(rng.gauss(expected[i], 1.7)))
        last = monthrange(int(month[:4]), int(month[5:]))[1]
        dates = sorted(rng.randint(1, last) for _ in range(count))
        rows += [[f"{month}-{day:02}", rng.choice(list(DISTRICTS)), rng.choice(USERS), _severity(rng)] for day in dates]
        rows += [[f"{month}-{last}", rng.choice(list(DISTRICTS)), rng.choice(USERS), "slight"] for _ in range(2)]
    return csv_bytes(rows)


def _severity(rng: Random) -> str:
    return "killed" if rng.random() < 0.04 else "seriously injured"


def _air(rng: Random) -> bytes:
    """A table with a column for each station and decimal commas, as the laboratory exports it."""
    rows: list[Row] = [["# Nitrogen dioxide, monthly means in µg/m³"], ["Month", *STATIONS]]
    level = course({0: 31, 45: 24.5}, 46)
    for i, month in enumerate(MONTHS[:44]):
        cold = 3.4 if month[-2:] in {"11", "12", "01", "02"} else 0
        shared = level[i] + cold + rng.gauss(0, 1.1)
        cells = (f"{shared + apart + rng.gauss(0, 0.5):.1f}".replace(".", ",") for apart in STATIONS.values())
        rows.append([f"{month[5:]}/{month[:4]}", *cells])
    return csv_bytes(rows, ";")


def _buses(rng: Random, punctual: list[float]) -> bytes:
    rows: list[Row] = [["month", "departures", "on_time", "boardings"]]
    for i, month in enumerate(MONTHS):
        quiet = -160_000 if month[-2:] in {"07", "08"} else 0
        departures = round(rng.gauss(41_500, 300))
        boardings = 1_180_000 + 5_200 * i + quiet + 21_000 * (earlier(punctual, i, 1) - 84) + rng.gauss(0, 14_000)
        rows.append([month, departures, round(departures * punctual[i] / 100), round(boardings / 100) * 100])
    return csv_bytes(rows)


def _decisions(rng: Random, days: list[float]) -> bytes:
    rows: list[Row] = [["month", "decided", "median_days", "homes_permitted"]]
    homes = course({0: 62, 12: 51, 45: 83}, 46)
    for i, month in enumerate(MONTHS):
        rows.append([month, round(rng.gauss(96, 8)), f"{days[i]:.1f}", max(0, round(rng.gauss(homes[i], 14)))])
    return csv_bytes(rows)


def _panel(rng: Random, satisfied: list[float]) -> bytes:
    """By district and for the whole city; the whole stands in rows of its own, because districts are weighted."""
    rows: list[Row] = [["month", "district", "satisfied", "trust"]]
    trust = course({0: 47, 24: 49, 45: 52}, 46)
    for i, month in enumerate(MONTHS):
        held = trust[i] + rng.gauss(0, 1.3)
        rows.append([month, "", f"{satisfied[i]:.1f}", f"{held:.1f}"])
        for district, apart in DISTRICTS.items():
            near = [satisfied[i] + apart * 1.4 + rng.gauss(0, 1), held + apart * 1.1 + rng.gauss(0, 1.2)]
            rows.append([month, district, *(f"{each:.1f}" for each in near)])
    return csv_bytes(rows)


def _town_hall(rng: Random, sick: list[float], vacancies: list[float]) -> bytes:
    """Tidy: what the town hall counts about itself."""
    rows: list[Row] = [["kpi", "period", "value", "note"]]
    online = course({0: 31, 20: 38, 45: 61}, 46)
    contact = course({0: 66, 18: 71, 45: 73}, 46)
    crews = course({0: 86, 45: 93}, 46)
    for i, month in enumerate(MONTHS):
        note = "New telephone system; calls were cut off for three days" if month == "2026-05" else ""
        dropped = 6.5 if note else 0
        rows += [
            ["sickness", month, f"{sick[i]:.1f}", ""],
            ["vacant-posts", month, f"{vacancies[i]:.1f}", ""],
            ["online-share", month, f"{online[i] + rng.gauss(0, 0.9):.1f}", ""],
            ["first-contact", month, f"{contact[i] - dropped + rng.gauss(0, 1.2):.1f}", note],
            ["crews-complete", month, f"{crews[i] + rng.gauss(0, 1.8):.1f}", ""],
        ]
    return csv_bytes(rows)


def _housing_costs(rng: Random) -> bytes:
    rows: list[Row] = [["year", "tenure", "overburdened"]]
    for year, value in zip(range(2016, 2026), course({0: 14.2, 6: 19.8, 9: 18.9}, 10), strict=True):
        rows.append([year, "", f"{value + rng.gauss(0, 0.2):.1f}"])
        for tenure, apart in {"Renting": 9.5, "Owning": -8.0, "Co-operative": -3.5}.items():
            rows.append([year, tenure, f"{value + apart + rng.gauss(0, 0.5):.1f}"])
    return csv_bytes(rows)


def _budget(rng: Random) -> bytes:
    """Millions, month by month: what was planned and what was spent."""
    rows: list[Row] = [["month", "planned", "spent", "investment_planned", "investment_spent"]]
    over = course({0: 1.02, 20: 1.028, 30: 1.0, 45: 0.995}, 46)
    done = course({0: 0.66, 18: 0.70, 45: 0.86}, 46)
    for i, month in enumerate(MONTHS):
        planned = 61.5 + 0.18 * i + rng.gauss(0, 0.4)
        invest = 7.2 + 0.05 * i
        spent = [planned * over[i] * (1 + rng.gauss(0, 0.006)), invest, invest * done[i] * (1 + rng.gauss(0, 0.07))]
        rows.append([month, f"{planned:.2f}", *(f"{each:.2f}" for each in spent)])
    return csv_bytes(rows)


OTHER_CITIES = b"""\
measure,year,city,value
satisfied,2025,Ostervik,63
satisfied,2025,Carrowby,68
satisfied,2025,Lindenau on Sea,71
first-contact,2025,Ostervik,70
first-contact,2025,Carrowby,74
first-contact,2025,Lindenau on Sea,79
"""
