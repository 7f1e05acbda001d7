"""What tells other programs how to show the chart of a KPI (oEmbed 1.0): a file that the KPI's page names."""

from __future__ import annotations

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.published_data.published_json import json_bytes
from bsc_site.publish.published_data.published_oembed import PublishedOembed
from bsc_site.publish.published_data.published_schema import schema_file
from bsc_site.publish.published_data.published_text import members
from bsc_site.render.addresses import Addresses
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.render.views.kpi_page.embed_view import FRAME_HEIGHT, FRAME_WIDTH, frame_around


def oembeds(
    assessment: Assessment, site_url: str = "", part: SitePart | None = None, site_name: str = ""
) -> dict[str, bytes]:
    """`api/v1/oembed/<id>.json` of each KPI of the part with the scorecard that declares it, and their schema.

    None without an address: a page elsewhere has nothing to which the address of a chart could be relative.
    """
    addresses, files = Addresses(assessment.project), dict[str, bytes]()
    for card in cards_of(assessment, part) if site_url else ():
        folder = f"{addresses.home(card.scorecard.id)}api/v1/oembed"
        files[f"{folder}.schema.json"] = schema_file("oembed")
        for kpi in card.scorecard.kpis:
            if kpi.id in assessment.kpis:
                told = PublishedOembed(
                    title=kpi.name,
                    provider_name=site_name or assessment.project.root.title,
                    provider_url=f"{site_url.rstrip('/')}/",
                    html=frame_around(site_url, addresses.kpi(kpi.id), kpi.name, str(FRAME_WIDTH)),
                    width=FRAME_WIDTH,
                    height=FRAME_HEIGHT,
                )
                files[f"{folder}/{kpi.id}.json"] = json_bytes(members(told))
    return files
