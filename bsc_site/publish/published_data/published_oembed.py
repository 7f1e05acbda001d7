"""The chart of a KPI as other programs are told to show it, in the words of oEmbed (https://oembed.com)."""

from __future__ import annotations

from typing import Literal

from bsc_site.publish.published_data.published_part import Count, PublishedPart


class PublishedOembed(PublishedPart):
    """How other programs show the chart of a KPI."""

    type: Literal["rich"] = "rich"
    """Markup that is shown as it is"""
    version: Literal["1.0"] = "1.0"
    """That of oEmbed"""
    title: str
    """Name of the KPI"""
    provider_name: str
    """Whose site it is"""
    provider_url: str
    """Address of the site"""
    html: str
    """A frame with the embedded chart"""
    width: Count
    """Of the frame, in pixels; the chart fits any from 200 on"""
    height: Count
    """Likewise; the chart is as high as its frame"""
