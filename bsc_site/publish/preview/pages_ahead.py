"""Pages ahead of their site: those that are open in browsers, set into what surrounds them in the site that stands."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bsc_site.model.failure import PublishError
from bsc_site.publish.filling.leaf import leaf_of
from bsc_site.publish.preview.first_pages import first_pages
from bsc_site.publish.preview.preview_state import Renewal
from bsc_site.publish.publication.edition import EditionMaterial, pages_first
from bsc_site.publish.standing.groundwork import PageGround, ground_of
from bsc_site.render.page import Page
from bsc_site.render.pages.template_problem import TemplateProblem


class PagesAhead:
    """Those of one build, which tells what they are made of before it makes the whole site."""

    def __init__(self, root: Path, site: Path, renewal: Renewal) -> None:
        """`root` is the project, `site` the folder of the site that stands."""
        self._root = root
        self._site = site
        self._renewal = renewal

    def show(self, material: EditionMaterial) -> None:
        """Show each page that is wanted, unless what is around it is another; what fails is left to the whole build.

        Before there is a site the engine makes them, or the home page where nobody waits for another one.
        """
        if not self._renewal.stands:
            self._show_first(material)
            return
        grounds = {address: self._ground(address) for address in self._renewal.wanted}
        known = {address: ground for address, ground in grounds.items() if ground is not None}
        with suppress(TemplateProblem):
            for page in pages_first(material, self._root, tuple(known)):
                html = _set_into(*known[page.address], page)
                if html is not None:
                    beside = {path: text.encode() for path, text in page.beside}
                    self._renewal.show(page.address, {f"{page.address}index.html": html, **beside})

    def _show_first(self, material: EditionMaterial) -> None:
        with suppress(TemplateProblem, PublishError, OSError, ValueError):
            found = first_pages(material, self._root, self._renewal.wanted)
            for address, files in found.items():
                self._renewal.show(address, files)

    def _ground(self, address: str) -> tuple[PageGround, bytes] | None:
        """What surrounds the page, and how it stands; None where the site has none, or one that was made otherwise."""
        try:
            markdown = (self._root / "build" / "docs" / address / "index.md").read_text("utf-8")
            html = (self._site / address / "index.html").read_bytes()
        except (OSError, ValueError):
            return None
        ground = ground_of(Page(address, "", markdown), html, "", ())
        return None if ground is None else (ground, html)


def _set_into(ground: PageGround, stands: bytes, page: Page) -> bytes | None:
    leaf = leaf_of(page)
    return None if leaf is None or ground.head != leaf.head else ground.html(stands, leaf)
