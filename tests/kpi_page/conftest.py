"""The built demo site, for what is seen of its KPI pages in a browser."""

from __future__ import annotations

from tests.browser.conftest import address, site

__all__ = ["address", "site"]
