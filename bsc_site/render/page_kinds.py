"""The kinds of pages: those that a scorecard has once, and those that each of its elements has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from bsc_site.model.value_class import dataclass


def nothing(*_: Any) -> tuple[object, ...]:
    """No material but the assessment."""
    return ()


def always(_: Any) -> bool:
    """Whatever the scorecard."""
    return True


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """A page that a scorecard has once, in the `folder` below its home page.

    `title` is what links to it say, `nav_title` what the navigation says where that is another word. `view` makes what
    the template shows of the standpoint and of what is `given` to it, from the site's material and the standpoint.
    `written` says of a standpoint whether there is such a page, `linked` whether the list of overviews leads to it.
    """

    name: str
    folder: str
    title: str
    view: Callable[..., object]
    given: Callable[..., tuple[object, ...]] = nothing
    nav_title: str = ""
    written: Callable[[Any], bool] = always
    linked: Callable[[Any], bool] = always
    watched: ClassVar[bool] = True

    @property
    def template(self) -> str:
        """The name of its template."""
        return f"{self.name}.md.jinja"

    @property
    def in_nav(self) -> str:
        """What the navigation calls it."""
        return self.nav_title or self.title


@dataclass(frozen=True, slots=True)
class ElementPage:
    """A page that each of the `elements` has, which are looked up from the standpoint of their scorecard, in order.

    `address` takes that standpoint and an element, and so does `view`, with what is `given` to it from the site's
    material, the standpoint and the element. `link` leads to the page, `above` are the links to those under which it
    stands, the nearest one last, both from a standpoint. `under` names the overview page beside which it is found.
    `of_a_kpi` says that the element is a KPI, and that the page shows figures of no other. `watched` says that all that
    the page looks at can be noted.
    """

    name: str
    elements: Callable[[Any], Iterable[Any]]
    address: Callable[[Any, Any], str]
    view: Callable[..., object]
    link: Callable[[Any, Any], Any]
    above: Callable[[Any, Any], tuple[Any, ...]]
    under: str = ""
    given: Callable[..., tuple[object, ...]] = nothing
    of_a_kpi: bool = False
    watched: bool = True

    @property
    def template(self) -> str:
        """The name of its template."""
        return f"{self.name}.md.jinja"
