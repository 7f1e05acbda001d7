"""Side by side: 1,000 KPI pages by us and by Observable Framework, in one run on one machine; needs node and npm.

What the peer is given is less than what we make: a heading, a sentence, a chart of the figures with the target, and the
table, ready as text; it neither computes a status, a trend or a forecast, nor draws while it builds, nor has a search.
"""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gates import Gate
from history import keep
from made_up import write_project
from one_build import AS_OF
from process_tree import measured

KPIS = 1000
RATIO = 5
PACKAGES = {"@observablehq/framework": "1.13.4", "@observablehq/plot": "0.6.17"}
_SETTINGS = (
    'export default { title: "Peer", root: "src", output: "dist", sidebar: false, search: false, pager: false };\n'
)
_PAGE = """# {name}

{name} of {period} is {value}.

```js
import * as Plot from "@observablehq/plot";
const rows = await FileAttachment("/data/{name}.json").json();
const period = (row) => new Date(row.period);
display(Plot.plot({{width, marks: [
  Plot.lineY(rows, {{x: period, y: "value"}}),
  Plot.lineY(rows, {{x: period, y: "target", strokeDasharray: "4"}}),
  Plot.dot(rows, {{x: period, y: "value", tip: true}}),
]}}));
```

| Period | Value |
|---|---:|
{table}
"""


def main() -> None:
    """Print CPU seconds, wall time and memory of both, and the gate; exit code 1 where it is missed."""
    if shutil.which("npm") is None:
        sys.exit("npm is not here, so there is no peer to build")
    with tempfile.TemporaryDirectory() as scratch:
        ours, peer = Path(scratch) / "ours", Path(scratch) / "peer"
        write_project(ours, KPIS)
        _write_peer(ours, peer)
        command = [sys.executable, "-m", "bsc_site", "build", "-C", ours, "--as-of", AS_OF]
        took = {"bsc-site": measured(command)}
        node = ["node", peer / "node_modules/@observablehq/framework/dist/bin/observable.js", "build"]
        took["Observable Framework"] = measured(node, folder=peer)
    print(f"{f'{KPIS:,} KPI pages':<32}{'CPU, s':>10}{'wall, s':>10}{'peak, MB':>10}")
    for name, each in took.items():
        print(f"{name:<32}{each.cpu:>10.1f}{each.wall:>10.1f}{each.peak_mb:>10.0f}")
    ratio = took["bsc-site"].cpu / took["Observable Framework"].cpu
    gate = Gate(f"{KPIS:,} KPI pages: CPU by that of Observable Framework", ratio, 1 / RATIO, "x")
    print(gate)
    keep([gate])
    sys.exit(not gate.passed)


def _write_peer(ours: Path, peer: Path) -> None:
    (peer / "src" / "kpis").mkdir(parents=True)
    (peer / "src" / "data").mkdir()
    (peer / "observablehq.config.js").write_text(_SETTINGS, encoding="utf-8")
    listed = {"private": True, "type": "module", "dependencies": PACKAGES}
    (peer / "package.json").write_text(json.dumps(listed), encoding="utf-8")
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=peer, check=True)  # noqa: S607
    names = []
    for name, rows in _series(ours / "data" / "kpis.csv"):
        names.append(name)
        points = [{"period": f"{period}-01", "value": float(value), "target": 100} for period, value in rows]
        (peer / "src" / "data" / f"{name}.json").write_text(json.dumps(points), encoding="utf-8")
        table = "\n".join(f"| {period} | {value} |" for period, value in rows)
        text = _PAGE.format(name=name, period=rows[-1][0], value=rows[-1][1], table=table)
        (peer / "src" / "kpis" / f"{name}.md").write_text(text, encoding="utf-8")
    links = "\n".join(f"- [{name}](./kpis/{name})" for name in names)
    (peer / "src" / "index.md").write_text(f"# All KPIs\n\n{links}\n", encoding="utf-8")


def _series(data: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each KPI with its periods and values, as they stand in the file."""
    found: dict[str, list[tuple[str, str]]] = {}
    with data.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kpi"], []).append((row["period"], row["value"]))
    yield from found.items()


if __name__ == "__main__":
    main()
