"""Edits of a made-up project, as people make them: one figure, one target, one template."""

from __future__ import annotations

import re
from pathlib import Path

EDITED = "kpi-0001"
"""The KPI whose last figure changes."""
PAGE = f"kpis/{EDITED}/index.html"


def edit_figure(project: Path, value: float) -> None:
    """The last figure of one KPI becomes `value`, written with two decimals."""
    data = project / "data" / "kpis.csv"
    lines = data.read_text(encoding="utf-8").splitlines(keepends=True)
    last = max(number for number, line in enumerate(lines) if line.startswith(f"{EDITED},"))
    lines[last] = re.sub(r"[^,]*\n\Z", f"{value:.2f}\n", lines[last])
    data.write_text("".join(lines), encoding="utf-8")


def edit_target(project: Path, value: float) -> None:
    """The last target of the same KPI becomes `value`, written with one decimal."""
    scorecard = project / "scorecard" / "scorecard.yml"
    before, found, after = scorecard.read_text(encoding="utf-8").partition(f"  - id: {EDITED}\n")
    changed = re.sub(r"(period: 2026-12, value: )[^}]*", rf"\g<1>{value:.1f}", after, count=1)
    scorecard.write_text(f"{before}{found}{changed}", encoding="utf-8")


def edit_template(project: Path, word: str) -> None:
    """The project has a template of its own for the page of risks, one comment apart from ours."""
    from bsc_site.render.pages.folder import templates_folder  # noqa: PLC0415  # only a build needs more than the disk

    own = project / "docs_templates" / "risks.md.jinja"
    own.parent.mkdir(exist_ok=True)
    text = (templates_folder() / own.name).read_text(encoding="utf-8")
    own.write_text(f"{text}<!-- {word} -->\n", encoding="utf-8")
