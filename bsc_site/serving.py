"""Serving on the command line: the site in a browser on this machine, renewed at every change of the project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from bsc_site.compute.audience import Circle
from bsc_site.compute.known.memory import Memory
from bsc_site.load.settings.own_settings import docs_folder
from bsc_site.model.failure import MachineError, PublishError
from bsc_site.model.problem import Problem
from bsc_site.outcomes import Order
from bsc_site.publish.delivery import Delivery, default_out
from bsc_site.publish.preview.preview_state import OvertakenError, Rebuild, Renewal
from bsc_site.publish.preview.server import Serving, preview_site, serve
from bsc_site.speech import site_language
from bsc_site.wording.audience_text import shown_to

__all__ = ["Circle", "Order", "preview", "renewed"]


def preview(order: Order, port: int | None, unforeseen: Callable[[Exception], MachineError]) -> None:
    """Serve a preview of the site on this machine alone, rebuilt at every change of its files, until interrupted.

    What stands from an earlier time is shown while the first site is built; `unforeseen` says what to tell of an error
    that no build should end with. Raises MachineError when the port is taken.
    """
    docs, shows = docs_folder(order.root), shown_to(order.readers)
    site, published = preview_site(order.root), default_out(order.root)
    rebuild = partial(_renewed_or_told, partial(renewed, order, memory=Memory()), unforeseen)
    language = site_language(order.root)
    serve(Serving(order.root, site, rebuild, published, port, docs=docs, shows=shows, language=language))


def _renewed_or_told(
    rebuild: Rebuild, unforeseen: Callable[[Exception], MachineError], renewal: Renewal
) -> tuple[Problem, ...]:
    try:
        return rebuild(renewal)
    except (PublishError, OvertakenError):
        raise
    except Exception as error:
        raise unforeseen(error) from error


def renewed(order: Order, renewal: Renewal, memory: Memory | None = None) -> tuple[Problem, ...]:
    """Build the preview anew, pages that are open in browsers before the rest; the problems that prevented it.

    `memory` holds what earlier builds of this process have concluded.

    Raises what a build raises, and OvertakenError where the project has changed meanwhile.
    """
    from bsc_site.pipeline import build_site  # noqa: PLC0415  # a browser need not wait for all that builds
    from bsc_site.publish.preview.pages_ahead import PagesAhead  # noqa: PLC0415  # likewise

    site = preview_site(order.root)
    ahead, delivery = PagesAhead(order.root, site, renewal), Delivery(site, progress=renewal, memory=memory)
    outcome = build_site(replace(order, stands=default_out(order.root)), delivery, ahead.show)
    return () if outcome.published else outcome.problems
