"""Page export: one page of the site on paper, from the site that stands if it is that of this input, else a new one."""

from __future__ import annotations

from pathlib import Path

from bsc_site.compute.audience import Circle
from bsc_site.interchange.exported import Exported
from bsc_site.load.passing_folder import passing_folder
from bsc_site.load.settings.own_settings import site_address
from bsc_site.model.failure import WrongUse
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.outcomes import Order
from bsc_site.pipeline import build_site
from bsc_site.publish.delivery import Delivery, default_out
from bsc_site.publish.disk.new_files import write_files
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.printing.paper_links import for_paper
from bsc_site.publish.printing.printed_page import chromium, printed_file
from bsc_site.publish.repetition.last_build import said_before
from bsc_site.publish.repetition.signature import Asked, input_signature, words_of
from bsc_site.wording.language import say


def exported_page(order: Order, page: str, out: Path | None) -> Exported:
    """The page at an address of the site, such as `kpis/nps/`, as a PDF; nothing where an error forbids the site.

    Raises WrongUse for a page that does not exist, MachineError without a browser.
    """
    chromium(order.environment)
    name = page.strip("/").removesuffix("index.html").strip("/")
    with passing_folder() as folder, file_failures(order.root):
        site, remarks = _standing(order), tuple[str, ...]()
        if site is None:
            site = Path(folder, "site")
            outcome = build_site(order, Delivery(site))
            if outcome.published is None:
                return Exported((), outcome.problems)
            remarks = outcome.remarks
        source = site / name / "index.html"
        if ".." in Path(name).parts or not source.is_file():
            words = f"the site has no page '{page}'; write its address without that of the site, such as kpis/nps/"
            raise WrongUse((problem("BSC645", Place("."), words),))
        address = f"{name}/" if name else ""
        html = for_paper(source.read_text(encoding="utf-8"), address, site_address(order.root))
        beside = _like(site, Path(folder, "paper"), name) / "paper.html"
        beside.write_text(html, encoding="utf-8")
        content = printed_file(beside, order.as_of, order.environment)
        place = out or order.root / "build" / f"{name.replace('/', '-') or 'home'}.pdf"
        write_files(place.parent, {place.name: content})
    return Exported((say("wrote {file}", file=place), *remarks), ())


def _standing(order: Order) -> Path | None:
    """The site that stands in its usual place, where the last build made it of what there is now, for these readers."""
    audience = None if order.readers is Circle.WIDEST else str(order.readers)
    asked = Asked(order.root, default_out(order.root), words_of(order.as_of, audience))
    return asked.out if said_before(asked, input_signature(asked)) else None


def _like(site: Path, shadow: Path, page: str) -> Path:
    """A folder like that of a page, with all that lies around it, to which something may be written."""
    parts = Path(page).parts
    for part in (*parts, ""):
        shadow.mkdir()
        for each in site.iterdir():
            if each.name != part:
                (shadow / each.name).symlink_to(each.resolve())
        site, shadow = site / part, shadow / part
    return shadow
