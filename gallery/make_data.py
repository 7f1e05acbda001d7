"""Writes the figures of every scorecard of the gallery from fixed seeds: `python gallery/make_data.py`."""

from __future__ import annotations

from pathlib import Path

from made import charity, city, hospital, nation

MAKERS = {"charity": charity.files, "city": city.files, "hospital": hospital.files, "nation": nation.files}
HERE = Path(__file__).parent


def written(folder: Path) -> None:
    """The data files of all projects, below the folder of each."""
    for name, files in MAKERS.items():
        for file, content in files().items():
            path = folder / name / "data" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


if __name__ == "__main__":
    written(HERE)
