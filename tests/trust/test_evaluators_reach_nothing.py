"""Formulas, filters, computed columns and queries of a project, while everything that Python does is heard."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders.program import DAY, SCORECARD, shop

HEARD = """
import sys
from pathlib import Path

root, told, *words = sys.argv[1:]
heard = []

def hear(event, values):
    if event in {"socket.connect", "socket.getaddrinfo", "os.system", "os.exec", "os.posix_spawn"}:
        heard.append(event)
    elif event == "subprocess.Popen" and Path(str(values[0])).name != "git":
        heard.append(f"{event} {values[0]}")
    elif event == "open" and isinstance(values[0], str) and values[0].endswith(("secret.txt", "secret.csv", "/secret")):
        heard.append(f"{event} {values[0]}")

sys.addaudithook(hear)
from bsc_site.cli import main
try:
    main(words)
except SystemExit:
    pass
Path(told).write_text("\\n".join(heard))
"""
HOSTILE: dict[str, dict[str, Any]] = {
    "a formula": {"formula": "__import__('os').system('id')"},
    "a formula of attributes": {"formula": "().__class__.__base__.__subclasses__()"},
    "a filter": {"source": {"file": "data/kpis.csv", "where": {"kpi": "'; import os; os.system('id') #"}}},
    "a pattern": {"source": {"file": "data/kpis.csv", "where": {"kpi": {"like": "*" * 60 + "x"}}}},
    "a computed column": {"source": {"file": "data/kpis.csv", "period": "period", "value": "open('secret.txt') + 1"}},
    "a file elsewhere": {"source": {"file": "../secret.txt"}},
    "an absolute file": {"source": {"file": "/etc/secret"}},
    "a query of a file elsewhere": {"source": {"query": "select * from '../secret.txt'"}},
    "a query of a host": {"source": {"query": "select * from 'http://127.0.0.1:9/secret.csv'"}},
    "a query that installs": {"source": {"query": "install httpfs; load httpfs; select 1"}},
    "a query that writes": {"source": {"query": "copy (select 1) to '../secret.txt'"}},
    "a query of variables": {"source": {"query": "select getenv('HOME') as value, '2025-01' as period"}},
    "rules": {"scoring": {"method": "rules", "rules": [{"when": "exec('x') > 3", "status": "at_risk"}]}},
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE)
def test_it_starts_no_program_asks_no_host_and_opens_no_other_file(what: str, tmp_path: Path) -> None:
    """The project is refused with a line, or the text is no more than a text that nothing matches."""
    root = shop(tmp_path / "project")
    (tmp_path / "secret.txt").write_text("period,value\n2025-01,4711\n", encoding="utf-8")
    card = yaml.safe_load(SCORECARD)
    kpi = card["kpis"][0]
    if "scoring" not in HOSTILE[what]:
        kpi.pop("baseline", None)
    kpi.update(HOSTILE[what])
    (path,) = (root / "scorecard").rglob("*.yml")
    path.write_text(yaml.safe_dump(card, sort_keys=False), encoding="utf-8")
    told = tmp_path / "heard"
    words = ["check", "-C", str(root), "--as-of", DAY]
    done = subprocess.run(
        [sys.executable, "-c", HEARD, str(root), str(told), *words], capture_output=True, text=True, check=False
    )
    assert told.read_text("utf-8") == ""
    assert "4711" not in done.stdout + done.stderr
    assert "BSC99" not in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "secret.txt").read_text("utf-8").endswith("4711\n")


def test_what_is_listened_to_is_heard(tmp_path: Path) -> None:
    """An ear that hears nothing proves nothing."""
    told = tmp_path / "heard"
    loud = HEARD.replace("from bsc_site.cli import main", "import os; main = lambda words: os.system('true')")
    subprocess.run([sys.executable, "-c", loud, str(tmp_path), str(told)], check=True)
    assert told.read_text("utf-8") == "os.system"
