"""Ten million order lines in Parquet to twenty monthly KPIs by SQL, beside bare DuckDB with the same queries."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # what all benchmarks share
from gates import Gate

LINES = 10_000_000
FILES = 24
REGIONS = ("North", "South", "East", "West")
WAYS = ("revenue", "pieces", "orders", "order value", "customers")
_MEASURES = {
    "revenue": "sum(quantity * price)",
    "pieces": "sum(quantity)",
    "orders": "count(distinct order_id)",
    "order value": "sum(quantity * price) / count(distinct order_id)",
    "customers": "count(distinct customer)",
}


def queries() -> dict[str, str]:
    """Twenty queries by the id of their KPI: five measures in each of four regions."""
    return {
        f"{way.replace(' ', '-')}-{region.lower()}": (
            f"select strftime(day, '%Y-%m') as month, {_MEASURES[way]} as value from 'data/orders-*.parquet' "  # noqa: S608
            f"where region = '{region}' group by month order by month"
        )
        for region in REGIONS
        for way in WAYS
    }


def write_lines(folder: Path) -> None:
    """Ten million lines, the same every time, in a file for each of 24 months."""
    import duckdb  # noqa: PLC0415  # each way to measure has a process of its own

    (folder / "data").mkdir(parents=True)
    with duckdb.connect() as database:
        for month in range(FILES):
            first, count = f"{2024 + month // 12}-{month % 12 + 1:02}-01", LINES // FILES
            database.execute(
                f"copy (select range // 3 + {month * count} as order_id, (hash(range) % 200000)::int as customer, "  # noqa: S608
                f"date '{first}' + (hash(range + 1) % 28)::int as day, "
                f"['North', 'South', 'East', 'West'][(1 + hash(range + 2) % 4)::int] as region, "
                f"(1 + hash(range + 3) % 9)::int as quantity, (hash(range + 4) % 10000) / 100.0 as price "
                f"from range({count})) to '{folder}/data/orders-{month:02}.parquet'"
            ).fetchall()
    shared = {"direction": "higher", "source": {"period": "month", "value": "value"}}
    kpis = [{"id": name, "name": name, "source": {"query": text}} for name, text in queries().items()]
    card = {"id": "shop", "title": "Shop", "defaults": shared, "kpis": kpis}
    (folder / "scorecard").mkdir()
    (folder / "scorecard/shop.yml").write_text(json.dumps(card), "utf-8")


def bare(folder: Path) -> None:
    """The queries alone, with every thread that DuckDB likes to have."""
    import duckdb  # noqa: PLC0415  # as above

    os.chdir(folder)
    with duckdb.connect() as database:
        for text in queries().values():
            database.execute(text).fetchall()


def ours(folder: Path) -> None:
    """What `check` does of it: the project and the readings of all KPIs."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from bsc_site.load.readings.project_readings import load_readings  # noqa: PLC0415  # as above
    from bsc_site.load.scorecards.project_folder import load_project  # noqa: PLC0415  # as above

    loaded = load_project(folder)
    if loaded.project is None:
        sys.exit("\n".join(map(str, loaded.problems)))
    read = load_readings(folder, loaded.project)
    figures = [len(each.rows) for each in read.readings.values()]
    if figures != [FILES] * len(queries()):
        sys.exit(f"figures are missing: {figures} {read.findings[:1]}")


def _measured(way: str, folder: Path) -> dict[str, Any]:
    done = subprocess.run([sys.executable, __file__, way, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _measure(way: str, folder: Path) -> None:
    begun = time.perf_counter()
    {"bare": bare, "ours": ours, "lines": write_lines}[way](folder)
    spent = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"wall": spent, "cpu": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1024}))


def main() -> None:
    """Measure and print; the exit code is 1 when a gate is missed."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "shop"
        _measured("lines", folder)
        _measured("bare", folder)  # so that both find the files in memory
        found = {way: _measured(way, folder) for way in ("bare", "ours")}
    for way, each in found.items():
        print(f"  {way:<8}{each['wall']:>8.2f} s {each['cpu']:>8.2f} CPU s {each['peak_mb']:>8.0f} MB at most")
    gates = (
        *(
            Gate(f"20 KPIs of 10 million lines, {words} by bare one", found["ours"][key] / found["bare"][key], 3, "x")
            for key, words in (("wall", "time"), ("cpu", "CPU"))
        ),
        Gate("peak memory of 20 KPIs of 10 million lines", found["ours"]["peak_mb"], 1500, "MB"),
    )
    for gate in gates:
        print(gate)
    sys.exit(0 if all(gate.passed for gate in gates) else 1)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
