"""Shopify orders: a row for each item of an order, of which the first alone holds what is said of the whole order."""

from __future__ import annotations

from bsc_site.load.formats.file_head import FileHead
from bsc_site.load.layouts.export_layout import ExportLayout, KnownMeasure, SourceKeys, headings_lacking

_DATE = "Created at"
CURRENCY = "Currency"
MONEY = ("Total", "Subtotal", "Shipping", "Taxes", "Discount Amount", "Refunded Amount", "Outstanding Balance")
"""The columns of an order that are amounts in its currency."""


def _keys(own: SourceKeys) -> SourceKeys:
    """An order is counted in its first row, which alone has a date; its items are of that date, too."""
    if "count" in own or "repeat_rate" in own:
        return {"period": _DATE, "where": {_DATE: {"not": "empty"}}} if "period" not in own else {}
    return {"period": _DATE, "fill": [_DATE]} if "period" not in own else {}


def _lacks(head: FileHead) -> str:
    return headings_lacking(head, "Name", "Created at", "Total", CURRENCY, "Lineitem name")


SHOPIFY_ORDERS = ExportLayout(
    "shopify_orders",
    _keys,
    _lacks,
    (
        KnownMeasure("Sales", ("Total",), {"value": "Total"}, {"aggregate": "sum"}),
        KnownMeasure(
            "Sales less refunds",
            ("Total", "Refunded Amount"),
            {"value": "Total - `Refunded Amount`"},
            {"aggregate": "sum"},
        ),
        KnownMeasure("Orders", ("Name",), {"count": {"distinct": "Name"}}),
        KnownMeasure("Average order value", ("Total",), {"value": "Total"}, {"aggregate": "mean"}),
        KnownMeasure("Items sold", ("Lineitem quantity",), {"value": "Lineitem quantity"}, {"aggregate": "sum"}),
        KnownMeasure(
            "Repeat purchase rate",
            ("Email", "Name"),
            {"repeat_rate": {"customer": "Email", "order": "Name", "window": "12 months"}},
            {"unit": "%"},
        ),
    ),
)
