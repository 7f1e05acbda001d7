"""A small shop that is published in several languages, with texts and a page of its own in them."""

from __future__ import annotations

from pathlib import Path

from tests.builders.program import FIGURES
from tests.builders.project_folders import write

DAY = "2025-07-10"
LOOK = "site_name: Shop\nextra: {bsc_site: {languages: [en, de, ar, nl]}}\n"
TWO = LOOK.replace("[en, de, ar, nl]", "[en, de]")
SCORECARD = """\
id: shop
title: {en: Shop, de: Laden, ar: متجر, nl: Winkel}
languages: [en, de, ar, nl]
perspectives:
  - id: customer
    name: {en: Customers, de: Kunden, ar: العملاء, nl: Klanten}
    objectives:
      - id: loyal
        name: {en: They come back, de: Sie kommen wieder, ar: يعودون, nl: Ze komen terug}
        kpis: [repeat-rate]
kpis:
  - id: repeat-rate
    name: {en: Repeat purchase rate, de: Wiederkaufrate, ar: معدل تكرار الشراء, nl: Herhaalaankopen}
    unit: "%"
    kind: leading
    baseline: {period: 2025-01, value: 20}
    targets: [{period: 2025-12, value: 30}]
"""


def polyglot(root: Path, look: str = LOOK, **files: str) -> Path:
    """The shop in the folder `root`; `files` are pages of its own, their names without `.md`."""
    own = {f"docs/{name.replace('__', '.')}.md": text for name, text in files.items()}
    told = {"mkdocs.yml": look, "scorecard/shop.yml": SCORECARD, "data/shop.csv": FIGURES}
    return write(root, told | own)
