"""The engine of live charts is what its list of parts and the locked packages make, and says under which terms."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from tests.frontend.node import node_path

HERE = Path(__file__).parent
ENGINE = (files("bsc_site.render.charts") / "chart_engine.js").read_text("utf-8")
MAKE = HERE / "chart_engine" / "make.js"


@pytest.mark.skipif(not (HERE / "node_modules" / "esbuild").exists(), reason="`make check` installs what makes it")
def test_the_engine_is_made_of_what_is_locked(tmp_path: Path) -> None:
    """By `npm --prefix tests/frontend run engine`, to the byte."""
    made = tmp_path / "made.js"
    done = subprocess.run([node_path(), str(MAKE), str(made)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert made.read_text("utf-8") == ENGINE


def test_the_engine_says_what_it_is_made_of_and_under_which_terms() -> None:
    """Each part in the version that is locked; the terms ask to be kept with every copy."""
    packages = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    terms = ENGINE[: ENGINE.index("*/")]
    for name in ("vega-parser", "vega-view", "vega-scenegraph", "d3-shape"):
        assert f"{name} {packages[f'node_modules/{name}']['version']}" in terms
    assert "Redistribution and use in source and binary forms" in terms
    assert "Permission to use, copy, modify, and/or distribute this software" in terms


def test_the_engine_evaluates_no_text() -> None:
    """A page may forbid that; expressions are interpreted."""
    assert re.findall(r"(?<![\w.])(?:eval|Function)\(", ENGINE) == []
