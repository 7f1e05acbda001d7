"""The built demo site for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.demo import build_demo, served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo company's site as it is published."""
    return build_demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where it is served over HTTP."""
    with served(site) as found:
        yield found
