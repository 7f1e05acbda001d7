"""What all tests share: others' data where it exists, and a browser that is never skipped."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import NoChromiumError, chromium_path
from tests.fonts.faces import pinned
from tests.surroundings import pin

pin()
settings.register_profile("whatever the load", deadline=None)
settings.load_profile("whatever the load")  # how long an example takes says how busy the machine is
gc.set_threshold(100_000, 20, 100)  # what thousands of tests import lives to the end, and is large to search


def pytest_collection_finish() -> None:
    """Whatever is there before the first test is never searched for what nobody needs any more."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[None],
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one where the environment promises that nothing is missing."""
    report = yield
    if report.skipped and os.environ.get("BSC_NO_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped ({call.excinfo}), and BSC_NO_SKIPS forbids it"
    return report


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder with other organisations' data; the test is skipped where there is none."""
    return _folder("BSC_REAL_DATA")


@pytest.fixture(scope="session")
def oracles() -> Path:
    """The folder with expected values from others; the test is skipped where there is none."""
    return _folder("BSC_ORACLES")


def _folder(variable: str) -> Path:
    place = os.environ.get(variable)
    if not place or not Path(place).is_dir():
        pytest.skip(f"{variable} names no folder")
    return Path(place)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A headless Chromium for the whole run, which on Linux knows the fonts of the tests alone, not the machine's."""
    try:
        path = chromium_path()
    except NoChromiumError as none:
        raise pytest.fail.Exception(str(none), pytrace=False) from None
    environment = {**os.environ, "FONTCONFIG_FILE": str(pinned(tmp_path_factory.mktemp("fonts")))}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"], env=dict(environment))
        yield chromium
        chromium.close()
