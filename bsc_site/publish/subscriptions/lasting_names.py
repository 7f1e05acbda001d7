"""Lasting names: what tells a feed, an entry or a date of this site from every other one in the world."""

from __future__ import annotations

from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from bsc_site.model.declared.project import Project
from bsc_site.model.value_class import dataclass

_SINCE = "2026"
"""A year in which whoever names things by an address held it, as RFC 4151 asks; one year for good, or names change."""
_MAY_STAND = "/:@!$'()*+,;="


@dataclass(frozen=True, slots=True)
class LastingNames:
    """Names of things of one site: the same in every build, and of no other organisation.

    A site with an address has `tag:` names of it (RFC 4151). One without has those of its id, which `init` drew for it
    alone. One without either is told apart by what the organisation says of itself: the name of the site, and title,
    mission and vision of its first scorecard. Id or words make a UUID (RFC 9562, version 5).
    """

    authority: str
    """`tag:example.org,2026:scorecard/`, or a URN of the organisation."""
    site: str
    """A host for what must look like one: `example.org`, or one that can exist nowhere."""

    def of(self, *parts: str) -> str:
        """The name of the thing with these parts, as a URI."""
        if self.authority.startswith("tag:"):
            return self.authority + "/".join(quote(each, safe="") for each in parts)
        return f"urn:uuid:{uuid5(NAMESPACE_URL, _one_text(self.authority, *parts))}"


def names_of(project: Project, site_url: str = "", site_name: str = "", site_id: str = "") -> LastingNames:
    """The names of a site at this address, with this id (both empty for none), which `site_name` calls so."""
    address = urlsplit(site_url)
    if address.hostname:
        host = address.hostname.encode("idna").decode() if not address.hostname.isascii() else address.hostname
        port = "" if address.port is None else f"{address.port}/"
        path = quote(address.path.strip("/"), safe=_MAY_STAND + "%")
        return LastingNames(f"tag:{host},{_SINCE}:{port}{path}{'/' if path else ''}", host)
    root = project.root
    words = (site_name, root.id, root.title, root.mission, root.vision)
    word = uuid5(NAMESPACE_URL, _one_text("site", site_id) if site_id else _one_text(*words))
    return LastingNames(f"urn:uuid:{word}", f"{word}.invalid")


def _one_text(*parts: str) -> str:
    """The parts as one text, each with its length, so that no others make the same."""
    return "".join(f"{len(each)}:{each}" for each in parts)
