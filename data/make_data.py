"""Makes the figures of Quillmoor, the demo company, from one seed: same script, same bytes."""  # noqa: INP001  # a script beside its files

from __future__ import annotations

import argparse
import json
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tables import Rows, csv_bytes, workbook_bytes

SEED = 20231107
MONTHS = 40
FIRST_YEAR, FIRST_MONTH = 2023, 7
FIRST_WEEK = date(2023, 10, 30)
WEEKS = 157
QUARTERS = 13
AUTOMATED = 23  # June 2025: the new packing line runs
SEASON = (0.90, 0.84, 0.95, 1.00, 1.06, 1.10, 0.92, 0.88, 0.98, 1.02, 1.30, 1.36)  # January to December
HOURS_A_MONTH = 150
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Company:
    """Monthly figures that hang together, each list with one entry a month."""

    sessions: list[int]
    orders: list[int]
    revenue: list[int]
    gross_profit: list[int]
    ad_spend: list[int]
    abandonment: list[float]
    fulfilment: list[float]
    nps: list[float]
    customers: list[int]
    repeat: list[int]
    returns: list[float]


def month(index: int) -> date:
    """The first day of the month `index` months after the first."""
    years, months = divmod(FIRST_MONTH - 1 + index, 12)
    return date(FIRST_YEAR + years, months + 1, 1)


def month_text(index: int) -> str:
    """`2025-03`."""
    return f"{month(index):%Y-%m}"


def season(index: int) -> float:
    """How busy the month is; 1 is an ordinary one."""
    return SEASON[month(index).month - 1]


def make_company(rng: Random) -> Company:
    """The months: delivery moves recommendation, recommendation moves repeat purchases, visits move orders."""
    fulfilment = [_fulfilment(rng, i) for i in range(MONTHS)]
    nps = [57.5 - 0.55 * fulfilment[max(0, i - 2)] + rng.gauss(0, 0.6) for i in range(MONTHS)]
    basket = [66 + 0.42 * i + 3.5 * (season(i) - 1) + rng.gauss(0, 1.4) for i in range(MONTHS)]
    abandonment = [76.5 - 0.13 * i + rng.gauss(0, 0.9) for i in range(MONTHS)]
    ad_spend = [round((62000 + 900 * i) * season(i) * (1 + rng.gauss(0, 0.08)), -2) for i in range(MONTHS)]
    visits = [_visits(rng, ad_spend, i) for i in range(MONTHS)]
    conversion = [_conversion(rng, abandonment, ad_spend, i) for i in range(MONTHS)]
    orders = [round(v * c / 100) for v, c in zip(visits, conversion, strict=True)]
    revenue = [round(o * b) for o, b in zip(orders, basket, strict=True)]
    customers = [round(o * 0.86) for o in orders]
    share = [_repeat_share(rng, nps, basket, i) for i in range(MONTHS)]
    return Company(
        sessions=visits,
        orders=orders,
        revenue=revenue,
        gross_profit=[round(r * (0.462 - 0.0006 * i + rng.gauss(0, 0.006))) for i, r in enumerate(revenue)],
        ad_spend=[round(a) for a in ad_spend],
        abandonment=[round(a, 1) for a in abandonment],
        fulfilment=[round(f, 1) for f in fulfilment],
        nps=[round(n, 1) for n in nps],
        customers=customers,
        repeat=[round(c * s / 100) for c, s in zip(customers, share, strict=True)],
        returns=[round(27.5 - 0.03 * i + 3 * (season(i) - 1) + rng.gauss(0, 0.7), 1) for i in range(MONTHS)],
    )


def _fulfilment(rng: Random, index: int) -> float:
    step = -9.5 if index >= AUTOMATED else 0
    return 47 - 0.12 * index + step + 9 * (season(index) - 1) + rng.gauss(0, 2.2)


def _visits(rng: Random, ad_spend: list[float], index: int) -> int:
    paid = ad_spend[max(0, index - 1)] * 2.1
    unpaid = (205000 + 3400 * index) * season(index)
    return round((paid + unpaid) * (1 + rng.gauss(0, 0.018)))


def _conversion(rng: Random, abandonment: list[float], ad_spend: list[float], index: int) -> float:
    hurried = (ad_spend[index] - (62000 + 900 * index) * season(index)) / 10000
    return 3.02 - 0.055 * (abandonment[index] - 73) - 0.05 * hurried + rng.gauss(0, 0.04)


def _repeat_share(rng: Random, nps: list[float], basket: list[float], index: int) -> float:
    earlier = max(0, index - 3)
    crowded = basket[max(0, index - 2)] - (66 + 0.42 * max(0, index - 2))
    return 11.5 + 0.42 * nps[earlier] - 0.45 * crowded + rng.gauss(0, 0.35)


def shop(company: Company) -> bytes:
    """Tidy: one row for each KPI and month, with the seasonal plan where there is one."""
    rows: Rows = [["kpi", "period", "value", "target", "note"]]
    plans = {"revenue": (600000, 20600), "orders": (9300, 205), "sessions": (325000, 5500)}
    figures = {"revenue": company.revenue, "orders": company.orders, "sessions": company.sessions}
    for kpi, values in figures.items():
        first, growth = plans[kpi]
        for i, value in enumerate(values):
            rows.append(
                [kpi, month_text(i), value, round((first + growth * i) * _planned_season(i), -2), _shop_note(kpi, i)]
            )
    rows += [["cart-abandonment", month_text(i), v, "", ""] for i, v in enumerate(company.abandonment)]
    return csv_bytes(rows)


def _planned_season(index: int) -> float:
    """Advertising brings its visitors a month later, so the season of the plan drags behind a little."""
    return 0.62 * season(index) + 0.38 * season(max(0, index - 1))


def _shop_note(kpi: str, index: int) -> str:
    notes = {
        ("revenue", "2025-11"): "Black week ran five days longer than the year before",
        ("sessions", "2026-03"): "A film about our repair service was shared widely",
    }
    return notes.get((kpi, month_text(index)), "")


def customers(rng: Random, company: Company) -> bytes:
    """Tidy: recommendation, returns with a gap of two months and a revised value, staff retention."""
    rows: Rows = [["kpi", "period", "value", "note"]]
    for i, value in enumerate(company.nps):
        note = "Parcels were lost in the pre-Christmas rush" if month_text(i) == "2024-12" else ""
        rows.append(["nps", month_text(i), value, note])
    for i, value in enumerate(company.returns):
        if month_text(i) in {"2025-02", "2025-03"}:
            continue
        revised = month_text(i) == "2026-06"
        note = f"Revised: {value - 1.8:.1f} was published before late parcels were counted" if revised else ""
        rows.append(["return-rate", month_text(i), value, note])
    for i in range(MONTHS):
        rows.append(["staff-retention", month_text(i), f"{86.4 + 0.115 * i + rng.gauss(0, 0.5):.1f}", ""])
    return csv_bytes(rows)


def crm(company: Company) -> bytes:
    """One row a month with the two halves of a ratio."""
    rows: Rows = [["month", "customers", "repeat"]]
    rows += [[month_text(i), company.customers[i], company.repeat[i]] for i in range(MONTHS)]
    return csv_bytes(rows)


def finance(company: Company) -> bytes:
    """As the accountants export it: semicolons, decimal commas, dd.mm.yyyy, cp1252, a line above the header."""
    lines = ["# Auswertung Deckungsbeiträge, Werte in €", "Stichtag;Umsatzerlöse;Rohgewinn"]
    for i in range(MONTHS):
        first = month(i)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        lines.append(f"{last:%d.%m.%Y};{_german(company.revenue[i])};{_german(company.gross_profit[i])}")
    return ("\r\n".join(lines) + "\r\n").encode("cp1252")


def _german(value: float) -> str:
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def warehouse(rng: Random, company: Company) -> bytes:
    """A workbook whose sheet Fulfilment has one row a month."""
    rows: Rows = [["Month", "Orders shipped", "Shipped without error", "Hours to dispatch"]]
    for i in range(MONTHS):
        share = 0.9690 + 0.0004 * min(i, 34) - 0.006 * (season(i) - 1) + rng.gauss(0, 0.0012)
        label = f"{MONTH_NAMES[month(i).month - 1]}-{month(i):%y}"
        rows.append([label, company.orders[i], round(company.orders[i] * share), company.fulfilment[i]])
    return workbook_bytes("Fulfilment", rows)


def dispatch(rng: Random) -> bytes:
    """A row for each week and carrier: parcels, and those that left on the day they were ordered."""
    rows: Rows = [["week", "carrier", "parcels", "on_time"]]
    for i in range(WEEKS):
        monday = FIRST_WEEK + timedelta(weeks=i)
        parcels = round((4100 + 13 * i) * SEASON[monday.month - 1] * (1 + rng.gauss(0, 0.03)))
        share = 0.865 + 0.00045 * i + (0.012 if monday >= date(2025, 6, 2) else 0) + rng.gauss(0, 0.011)
        rows += _carriers(_week(monday), parcels, round(parcels * share))
    return csv_bytes(rows)


def _carriers(week: str, parcels: int, on_time: int) -> Rows:
    """The parcels of a week by carrier; the couriers collect latest in the day, and the post earliest."""
    post, service = round(parcels * 0.58), round(parcels * 0.27)
    late = parcels - on_time
    late_post, late_service = round(late * 0.68), round(late * 0.25)
    return [
        [week, "Post", post, post - late_post],
        [week, "Parcel service", service, service - late_service],
        [week, "Courier", parcels - post - service, parcels - post - service - (late - late_post - late_service)],
    ]


def page_speed(rng: Random) -> bytes:
    """JSON of the monitoring service: seconds until the shop's pages are usable, one record a week."""
    items = []
    for i in range(WEEKS):
        measured = 3.25 - 0.0072 * i - (0.35 if i >= 96 else 0) + rng.gauss(0, 0.09)  # noqa: PLR2004  # new image service
        items.append({"week": _week(FIRST_WEEK + timedelta(weeks=i)), "p75_seconds": round(measured, 2)})
    return (json.dumps({"service": "page speed", "result": {"items": items}}, indent=1) + "\n").encode()


def _week(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def stock(rng: Random) -> bytes:
    """Wide: one row for each measure, one column a month; the second measure ends in July 2026."""
    rows: Rows = [["measure", *(month_text(i) for i in range(MONTHS))]]
    cover = [8.6 - 0.9 * (season(i) - 1) * 4 + rng.gauss(0, 0.35) for i in range(MONTHS)]
    shelf = [61 - 0.33 * i + rng.gauss(0, 1.6) for i in range(MONTHS)]
    rows.append(["Weeks of stock", *(f"{value:.1f}" for value in cover)])
    rows.append(["Days from sketch to shop", *(f"{v:.0f}" if i <= MONTHS - 4 else "" for i, v in enumerate(shelf))])
    return csv_bytes(rows)


def people(rng: Random) -> bytes:
    """Wide: one row for each KPI, one column a quarter."""
    quarters = [f"{2023 + (i + 2) // 4}-Q{(i + 2) % 4 + 1}" for i in range(QUARTERS)]
    training = [f"{5.2 + 0.24 * i + rng.gauss(0, 0.45):.1f}" for i in range(QUARTERS)]
    engagement = [f"{68 + 0.28 * i + rng.gauss(0, 0.8):.0f}" for i in range(QUARTERS)]
    audit = [0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1]
    rows: Rows = [["kpi", *quarters], ["training-hours", *training], ["staff-engagement", *engagement]]
    return csv_bytes([*rows, ["data-audit", *audit]])


def range_and_value(rng: Random) -> bytes:
    """Tidy, by quarter: responsible materials without the last quarter, and the value of a customer."""
    rows: Rows = [["kpi", "period", "value", "note"]]
    for i in range(QUARTERS):
        quarter = f"{2023 + (i + 2) // 4}-Q{(i + 2) % 4 + 1}"
        rows.append(["lifetime-value", quarter, f"{171 + 3.4 * i + rng.gauss(0, 2):.0f}", ""])
    for i in range(QUARTERS - 1):
        quarter = f"{2023 + (i + 2) // 4}-Q{(i + 2) % 4 + 1}"
        note = "The denim supplier was certified" if quarter == "2025-Q3" else ""
        rows.append(["responsible-materials", quarter, f"{38 + 1.75 * i + rng.gauss(0, 0.9):.1f}", note])
    return csv_bytes(rows)


def marketing(rng: Random, company: Company) -> bytes:
    """Tidy: the department's own figures."""
    rows: Rows = [["kpi", "period", "value", "note"]]
    rows += [["ad-spend", month_text(i), value, ""] for i, value in enumerate(company.ad_spend)]
    members = 0.0
    for i in range(21, MONTHS):
        members += 1500 + rng.gauss(0, 160)
        note = "The club opened" if month_text(i) == "2025-04" else ""
        rows.append(["loyalty-members", month_text(i), round(members), note])
    return csv_bytes(rows)


def shifts(rng: Random) -> bytes:
    """One row for each month and department: hours worked, and those of them that were overtime."""
    rows: Rows = [["month", "department", "hours", "overtime"]]
    busy = [6.4 + 7 * (season(i) - 1) + 0.045 * i + rng.gauss(0, 0.5) for i in range(MONTHS)]
    campaigns = [5.2 + 4 * (season(i) - 1) - 0.03 * i + rng.gauss(0, 0.4) for i in range(MONTHS)]
    for name, shares, people in (("Operations", busy, 62), ("Marketing", campaigns, 21)):
        for i, share in enumerate(shares):
            hours = round((people + 0.3 * i) * HOURS_A_MONTH * (1 + share / 100))
            rows.append([month_text(i), name, hours, round(hours * share / 100)])
    return csv_bytes(rows)


def shift_plan() -> bytes:
    """One row a month: a word for how much of the plan stood when the month began."""
    rows: Rows = [["month", "plan"]]
    words = {"l": "late", "p": "partly", "c": "complete"}
    course = "llplplppplpplpppcppcpppcpcpccpccpcpcccpp"
    rows += [[month_text(i), words[letter]] for i, letter in enumerate(course)]
    return csv_bytes(rows)


def files() -> dict[str, bytes]:
    """Every data file of the demo by its name."""
    rng = Random(SEED)  # noqa: S311  # invented figures, no secrets
    company = make_company(rng)
    return {
        "shop.csv": shop(company),
        "customers.csv": customers(rng, company),
        "crm.csv": crm(company),
        "finance.csv": finance(company),
        "warehouse.xlsx": warehouse(rng, company),
        "dispatch.csv": dispatch(rng),
        "page-speed.json": page_speed(rng),
        "stock.csv": stock(rng),
        "people.csv": people(rng),
        "range-and-value.csv": range_and_value(rng),
        "marketing.csv": marketing(rng, company),
        "shifts.csv": shifts(rng),
        "shift-plan.csv": shift_plan(),
    }


def main() -> None:
    """Write the files next to this script, or into another folder."""
    parser = argparse.ArgumentParser(description="Makes the figures of the demo company, Quillmoor.")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    folder = parser.parse_args().out
    for name, content in files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
