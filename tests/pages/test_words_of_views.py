"""What views say is said in the language that is spoken, and what users wrote stays as they wrote it."""
# the names of tests are sentences

from __future__ import annotations

import re
from gettext import NullTranslations
from string import Formatter

import pytest
from babel import Locale

from bsc_site.render.page import Page
from bsc_site.render.pages.site_material import SiteMaterial
from bsc_site.render.pages.site_pages import render_pages
from bsc_site.wording.language import Language, speaking
from tests.builders.company import assessed_company


class _Capitals(NullTranslations):
    """A language that is English in capitals, its places left alone."""

    def gettext(self, message: str) -> str:
        return "".join(text.upper() + (f"{{{field}}}" if field else "") for text, field, _, _ in _parts(message))

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


def _parts(sentence: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return list(Formatter().parse(sentence))


@pytest.fixture(scope="module")
def loud() -> dict[str, Page]:
    """Every page by its address, in capitals."""
    with speaking(Language("xx", Locale("en"), _Capitals())):
        return {page.address: page for page in render_pages(SiteMaterial(assessed_company()))}


def _words(page: Page) -> str:
    text = re.sub(r"<[^>]+>", " ", page.markdown)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "AS OF 15 Jul 2025"),
        ("", "At risk 36.82, 0.847 BELOW THE TARGET, WORSENING"),
        ("kpis/nps/", "36.82 IN Q2 2025 AGAINST 37.67 EXPECTED: At risk"),
        ("kpis/nps/", "LAGGING KPI, QUARTERLY, HIGHER IS BETTER"),
        ("kpis/nps/", "ABOUT +0.4 A QUARTER; LATELY DOWN 4 QUARTERS IN A ROW"),
        ("kpis/nps/", "LATEST FIGURE: Q2 2025. 2 FIGURES MISSING SINCE."),
        ("scorecard/", "KPIS AS OF"),
        ("heatmap/", "MONTHLY KPIS: STATUS BY MONTH, THE LATEST 15"),
        ("initiatives/", "OF THE BUDGET"),
        ("initiatives/app/", "SLIPPAGE 11 DAYS EARLY AGAINST THE PLAN'S OWN DATES"),
        ("map/", "DRIVES Grow revenue , AFTER 3 MONTHS, BECAUSE returning customers buy more often"),
    ],
)
def test_sentences_of_a_page_are_those_of_the_language(loud: dict[str, Page], address: str, sentence: str) -> None:
    assert sentence in _words(loud[address])
