"""The schemas of each released version: `python -m tests.data_files.released_schemas` keeps those of this one."""

from __future__ import annotations

from pathlib import Path

from bsc_site import __version__
from bsc_site.publish.published_data.published_kpi import PublishedKpi
from bsc_site.publish.published_data.published_oembed import PublishedOembed
from bsc_site.publish.published_data.published_part import PublishedPart
from bsc_site.publish.published_data.published_quality import PublishedQuality
from bsc_site.publish.published_data.published_schema import schema_bytes
from bsc_site.publish.published_data.published_scorecard import PublishedScorecard

RELEASED = Path(__file__).with_name("released")
NAMES: dict[str, type[PublishedPart]] = {
    "scorecard.schema.json": PublishedScorecard,
    "kpi.schema.json": PublishedKpi,
    "data-quality.schema.json": PublishedQuality,
    "oembed.schema.json": PublishedOembed,
}
NOT_YET = {("0.1.0", "data-quality.schema.json"), ("0.1.0", "oembed.schema.json")}
"""Documents that a released version did not have."""

if __name__ == "__main__":
    folder = RELEASED / __version__
    folder.mkdir(exist_ok=True)
    for name, document in NAMES.items():
        (folder / name).write_bytes(schema_bytes(document))
