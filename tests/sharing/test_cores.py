"""As many processes are used as the machine, or the container, has processors."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bsc_site.publish.sharing import cores


@pytest.mark.parametrize(
    ("given", "quota", "found"),
    [
        (1, None, 1),
        (4, None, 4),
        (64, None, 8),
        (16, "200000 100000\n", 2),
        (16, "150000 100000\n", 2),
        (16, "50000 100000\n", 1),
        (4, "max 100000\n", 4),
        (4, "nonsense", 4),
    ],
)
def test_processors_are_counted(
    given: int, quota: str | None, found: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a container may use is less than what its machine has."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(given)), raising=False)
    monkeypatch.setattr(cores, "_QUOTA", tmp_path / "cpu.max")
    if quota is not None:
        (tmp_path / "cpu.max").write_text(quota, encoding="ascii")
    assert cores.cores_available() == found


def test_a_system_that_tells_only_how_many_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    monkeypatch.setattr(cores, "_QUOTA", tmp_path / "cpu.max")
    assert cores.cores_available() == 3
