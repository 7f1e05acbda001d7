"""Meeting exports: the pack of a scorecard as a file, on the slides of the organisation where it has its own."""

from __future__ import annotations

from pathlib import Path

from bsc_site.exchange.meeting_files.board_words import BoardPack
from bsc_site.load.installing import install_command
from bsc_site.load.settings.own_settings import read_own_settings, site_address
from bsc_site.load.settings.settings_in_languages import in_language
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.failure import InputError, MachineError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.outcomes import Order
from bsc_site.publish.file_failures import file_failures
from bsc_site.render.board_pack.pack_content import PackAsked, pack_of
from bsc_site.speech import site_language
from bsc_site.wording.language import speaking

_SLIDES = "docs_templates/slides.pptx"


def board_pack(root: Path, assessment: Assessment, scorecard: str) -> BoardPack:
    """What a board is told about the scorecard, for the readers of the assessment, in the language of the site."""
    organisation = in_language(read_own_settings(root)).text("site_name") or assessment.project.root.title
    with speaking(site_language(root)):
        return pack_of(assessment, scorecard, PackAsked(organisation, site_address(root), assessment.audience or ""))


def board_slides(root: Path, assessment: Assessment, scorecard: str) -> bytes:
    """The pack as slides.

    Raises InputError for own slides that cannot be filled, MachineError where the package is missing.
    """
    from bsc_site.exchange.meeting_files.powerpoint import NoSlidesError  # noqa: PLC0415  # each format has its own
    from bsc_site.exchange.meeting_files.slide_layouts import NoLayoutError  # noqa: PLC0415  # each format has its own
    from bsc_site.exchange.meeting_files.slides import slides_of  # noqa: PLC0415  # likewise

    with file_failures(root):
        template = (root / _SLIDES).read_bytes() if (root / _SLIDES).exists() else None
    try:
        return slides_of(board_pack(root, assessment, scorecard), assessment.as_of, template)
    except ImportError:
        raise _missing("python-pptx") from None
    except NoLayoutError as error:
        raise InputError((problem("BSC642", Place(_SLIDES), str(error)),)) from None
    except NoSlidesError as error:
        raise InputError((problem("BSC641", Place(_SLIDES), f"this is no file of slides ({error})"),)) from None


def board_text(root: Path, assessment: Assessment, scorecard: str) -> bytes:
    """The pack as a text for Word. MachineError where the package is missing."""
    from bsc_site.exchange.meeting_files.narrative import narrative_of  # noqa: PLC0415  # likewise

    try:
        return narrative_of(board_pack(root, assessment, scorecard), assessment.as_of)
    except ImportError:
        raise _missing("python-docx") from None


def board_pdf(order: Order, assessment: Assessment, scorecard: str) -> bytes:
    """The pack as a PDF. MachineError without a Chromium, or where it fails."""
    from bsc_site.publish.printing.printed_page import printed  # noqa: PLC0415  # likewise
    from bsc_site.render.board_pack.pack_page import pack_html  # noqa: PLC0415  # likewise

    with speaking(site_language(order.root)):
        page = pack_html(board_pack(order.root, assessment, scorecard))
    with file_failures(order.root):
        return printed(page, assessment.as_of, order.environment)


def _missing(package: str) -> MachineError:
    words = f"{package} is not installed; run: {install_command('bsc-site[office]')}"
    return MachineError((problem("BSC640", Place("."), words),))
