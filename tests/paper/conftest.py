"""The demo's site, as the tests in the browser have it."""

from tests.browser.conftest import address, site

__all__ = ["address", "site"]
