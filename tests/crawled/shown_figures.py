"""Figures as pages show them, found by their known places: heads of pages, tables, heat maps, embedded charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import html

NUMBER = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?")
_COLUMNS = {"Current": "value", "Target": "target", "Chance": "chance", "Ours": "value", "Now": "value"}
"""Heads of columns to what the cells below them are in the published data; a period may follow the head."""


@dataclass(frozen=True)
class Shown:
    """A figure or a word on a page: of which element, which of its keys, and the text."""

    page: str
    kind: str
    id: str
    key: str
    text: str


def shown_on(site: Path, page: Path) -> Iterator[Shown]:
    """Everything on one page that stands in the published data too."""
    tree, address = html.fromstring(page.read_bytes()), page.parent.relative_to(site).as_posix()
    for table in tree.iter("table"):
        yield from _in_table(table, address)
    own = re.fullmatch(r"((?:s/[^/]+/)?)kpis/([^/]+)(/embed)?", address)
    if own:
        yield from _in_head(tree, address, own[2])
    standing = re.fullmatch(r"((?:s/[^/]+/)?)(objectives|perspectives)/([^/]+)", address)
    if standing:
        yield from _standing_in_head(tree, address, standing)


def _in_head(tree: Any, address: str, kpi: str) -> Iterator[Shown]:
    for place in tree.xpath('//p[@class="bsc-hero__value" or @class="bsc-embed__value"]'):
        value, status, *_ = place
        yield Shown(address, "kpi", kpi, "value", _text(value))
        yield Shown(address, "kpi", kpi, "status_name", _text(status))
    for place in tree.xpath('//p[@class="bsc-embed__target"]/b'):
        yield Shown(address, "kpi", kpi, "target", _text(place))


def _standing_in_head(tree: Any, address: str, found: re.Match[str]) -> Iterator[Shown]:
    kind = {"objectives": "objective", "perspectives": "perspective"}[found[2]]
    for place in tree.xpath('//*[@id="where"]//*[@class="bsc-standing"]')[:1]:
        yield from _standing(place, address, kind, f"{found[1]}{found[3]}")


def _standing(place: Any, address: str, kind: str, name: str) -> Iterator[Shown]:
    for each in place.xpath('.//*[contains(concat(" ", @class, " "), " bsc-status ")]'):
        yield Shown(address, kind, name, "status_name", _text(each))
    for each in place.xpath('.//*[@class="bsc-score"]'):
        yield Shown(address, kind, name, "score", _text(each))


def _in_table(table: Any, address: str) -> Iterator[Shown]:
    heads = [_head(each) for each in table.xpath("./thead//th")]
    if heads[:2] and heads[0].startswith("Period") and len(heads) > 3 and "/kpis/" in f"/{address}":
        yield from _series(table, heads, address)
        return
    for row in table.xpath(".//tr[./th or ./td]"):
        links = row.xpath("./th//a/@href")
        if not links:
            continue
        target = urljoin(f"http://x/{address}/", links[0])
        found = re.fullmatch(
            r"http://x/((?:s/[^/]+/)?)(?:\./)?(kpis|objectives|perspectives)/([^/]+)/(?:index\.html)?", target
        )
        if found is None:
            continue
        if found[2] == "kpis":
            yield from _kpi_row(row, heads, address, found[3])
        else:
            kind = {"objectives": "objective", "perspectives": "perspective"}[found[2]]
            for place in row.xpath('.//*[@class="bsc-standing"]'):
                yield from _standing(place, address, kind, f"{found[1]}{found[3]}")


def _kpi_row(row: Any, heads: list[str], address: str, kpi: str) -> Iterator[Shown]:
    cells = row.xpath("./th|./td")
    if row.getparent().getparent().get("class", "").startswith("bsc-heat"):
        for head, cell in zip(heads[1:], cells[1:], strict=False):
            yield Shown(address, "heat", kpi, head, _text(cell))
        return
    for head, cell in zip(heads, cells, strict=False):
        key = next((key for word, key in _COLUMNS.items() if head == word or head.startswith("Current")), None)
        if key:
            yield Shown(address, "kpi", kpi, key, _text(cell))
        elif head == "Status":
            yield Shown(address, "kpi", kpi, "status_name", _text(cell))


def _series(table: Any, heads: list[str], address: str) -> Iterator[Shown]:
    kpi = address.split("kpis/")[1].split("/", maxsplit=1)[0]
    for number, row in enumerate(table.xpath(".//tbody/tr")):
        cells = row.xpath("./th|./td")
        for head, cell in zip(heads, cells, strict=False):
            key = head.split(" ")[0].lower()
            if key in ("value", "target", "status", "score"):
                yield Shown(address, "series", kpi, f"{number} {key}", _text(cell))


def _text(place: Any) -> str:
    return " ".join(" ".join(place.itertext()).split())


def _head(place: Any) -> str:
    """The head of a column without the word that is explained behind it."""
    return _text(place).partition(" ?")[0]


def agrees(text: str, figure: float | None) -> bool:
    """Whether the text is the figure, rounded to as many decimals as it shows; for none there is a dash, or nothing."""
    if figure is None:
        return text in ("", "—", "–", "none") or not NUMBER.search(text)
    found = NUMBER.search(text)
    if found is None or text.split(maxsplit=1)[0] in ("Yes", "No"):
        return text not in ("", "—") and ("No" not in text.split() or not figure)  # a state has a name
    shown = Decimal(found[0].replace(",", "").replace("−", "-"))
    scale = {"k": 3, "M": 6, "m": 6, "bn": 9, "B": 9}.get(
        (re.match(r"\s?(k|M|m|bn|B)\b", text[found.end() :]) or [""])[0].strip(), 0
    )
    step = Decimal(1).scaleb(int(shown.as_tuple().exponent) + scale)
    return abs(shown.scaleb(scale) - Decimal(repr(float(figure)))) <= step / 2 * (1 + Decimal("1e-6"))
