"""The one straight pass: what was loaded and checked is looked at from all sides, rendered and published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from bsc_site.checking import SILENCE, checked
from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.audience import (
    Apart,
    Circle,
    UnknownAudienceError,
    audiences_of,
)
from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.compute.past.period_edits import VersionThen
from bsc_site.compute.past.period_ends import with_past
from bsc_site.compute.reviews.book import with_reviews
from bsc_site.compute.worth.shared_files import files_of_hidden, without_hidden_rows
from bsc_site.compute.worth.worth_of_figures import data_quality_of
from bsc_site.load.git.committed_results import committed_results
from bsc_site.load.git.deliveries import committed_days
from bsc_site.load.languages.site_languages import published_languages
from bsc_site.load.settings.own_settings import site_address
from bsc_site.load.uncollected import collected_apart, forgotten, uncollected
from bsc_site.looking_back import with_changes, with_histories, with_periods, with_target_histories
from bsc_site.model.command_progress import Progress
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Problem
from bsc_site.model.saying.said import said, sentence
from bsc_site.model.translated.missing import Translations
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Examination, Order, Outcome
from bsc_site.speech import language_of
from bsc_site.wording.audience_text import remarks_on
from bsc_site.wording.language import Language, speaking
from bsc_site.wording.problems.problem_lines import told_in_order

if TYPE_CHECKING:  # `check` and `explain` need nothing that renders or publishes, and start sooner without
    from bsc_site.publish.delivery import Delivery
    from bsc_site.publish.manifest.making import Making
    from bsc_site.publish.publication.edition import EditionMaterial
    from bsc_site.publish.publication.site import Edition, Published

    First = Callable[[EditionMaterial], None]

__all__ = [
    "Circle",
    "Examination",
    "Order",
    "UnknownAudienceError",
    "build_site",
    "examine",
]


@uncollected()
def examine(order: Order, progress: Progress = SILENCE, memory: Memory = NO_MEMORY) -> Examination:
    """Read everything, check everything, compute everything; write nothing. `memory` holds what was concluded before.

    Problems come sorted by file and line, each once; under `strict` the warnings among them are errors. Raises
    UnknownAudienceError.
    """
    found = checked(order, progress, memory)
    known = found.examination
    if known.assessment is None or found.project is None:
        return known
    progress.step(said(sentence("Looking at noise, outlook and evidence")))
    told = _kpis_told(order, known.assessment)
    outlook = with_reviews(with_outlook(known.assessment, known.series, memory, told))
    today = VersionThen(found.project, known.series, "today", order.as_of)
    compared = with_histories(order, with_changes(outlook, found.month_ago(), today))
    rows = without_hidden_rows(known.readings, files_of_hidden(known.readings, known.apart.kpis), compared.project)
    compared = replace(compared, quality=data_quality_of(compared, rows, {}, memory))
    return replace(known, assessment=compared, project=found.project)


def _kpis_told(order: Order, assessment: Assessment) -> frozenset[str] | None:
    """The KPIs of whose outlook the wanted part may tell; None for all."""
    if not order.only:
        return None
    from bsc_site.render.matter.site_part import kpis_told, part_of  # noqa: PLC0415  # see above

    return kpis_told(assessment, part_of(assessment.project, order.only))


def _with_days(order: Order, assessment: Assessment, known: Examination, memory: Memory) -> Assessment:
    """The assessment with the day on which each data file last changed, as git tells.

    Of a file with figures that the readers do not see they learn neither its day nor its size.
    """
    shared = files_of_hidden(known.readings, known.apart.kpis)
    files = {file for each in known.readings.values() for file in each.files} - shared
    days = {file: day for file, day in committed_days(order.root, files).items() if day <= order.as_of}
    rows = without_hidden_rows(known.readings, shared, assessment.project)
    return replace(assessment, quality=data_quality_of(assessment, rows, days, memory))


def build_site(order: Order, delivery: Delivery, first: First | None = None) -> Outcome:
    """The whole way from the project to its site; nothing is published when a problem forbids it.

    `first` is told what the site is made of before any page is.

    Raises PublishError (own pages and settings, the machine), UnknownAudienceError and UnknownScorecardError; the site
    that stood before stands then as it was.
    """
    from bsc_site.publish.keeping.kept_results import SpoiltError  # noqa: PLC0415  # `check` and `explain` need none of it

    if delivery.cached and committed_results(order.root):
        delivery = replace(delivery, cached=False)
    try:
        return _built(order, delivery, first)
    except SpoiltError:
        return _built(order, replace(delivery, cached=False), first)


def _built(order: Order, delivery: Delivery, first: First | None) -> Outcome:
    """The same. Raises SpoiltError as well: where what was kept is not what it was, which is known only at its end."""
    if order.only:
        from bsc_site.publish.several_languages.whole_alone import must_be_one  # noqa: PLC0415  # see above

        must_be_one(order.root)
    builds, made = _in_each_language(order, delivery), list[_LeftOfABuild]()
    editions: list[Edition] = []
    for each in builds:
        with speaking(each.spoken):
            made.append(_made(each.order, each.delivery, None if made else first))
        edition = made[-1].edition
        if edition is None:
            delivery.progress.done()
            return Outcome(_each_once(made), None)
        editions.append(edition)
    with speaking(builds[0].spoken):
        published = _published(builds, editions, made[0])
        if delivery.memory is not None:
            forgotten()  # the process lives on
        problems = told_in_order((*_each_once(made), *published.problems), strict=order.strict)
    return Outcome(problems, published, tuple(remarks_on(made[0].apart, made[0].audiences)))


@dataclass(frozen=True, slots=True)
class _BuildInLanguage:
    """The build of the site in one language, which is `spoken` meanwhile."""

    spoken: Language
    order: Order
    delivery: Delivery


def _in_each_language(order: Order, delivery: Delivery) -> list[_BuildInLanguage]:
    """A build for each language in which the project has a site; that of the site at the top first, often alone."""
    from bsc_site.publish.several_languages.named_steps import in_language  # noqa: PLC0415  # see above
    from bsc_site.publish.site_language import SiteLanguage  # noqa: PLC0415  # likewise

    codes, home = published_languages(order.root), delivery.site_url or site_address(order.root)
    builds = [_BuildInLanguage(language_of(codes[0]), order, delivery)]
    for code in codes if len(codes) > 1 else ():
        here = SiteLanguage(code, codes)
        below = f"{home.rstrip('/')}/{here.below}" if home else ""
        progress = in_language(delivery.progress, here)
        own = replace(delivery, language=here, progress=progress)
        own = replace(own, site_url=below, memory=None) if here.below else own
        builds.append(_BuildInLanguage(language_of(code), replace(order, language=code), own))
    return builds[1:] or builds


def _each_once(made: Iterable[_LeftOfABuild]) -> tuple[Problem, ...]:
    """What was found at the top, and what was found in no language before: figures and names are other ones in each."""
    found: list[Problem] = []
    for left in made:
        known = {(each.code, each.place, each.key) for each in found}
        found += [each for each in left.problems if (each.code, each.place, each.key) not in known]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _LeftOfABuild:
    """What is left of a build once its pages are written: none where a problem forbids them.

    `apart` is what is not for everybody, `audiences` are the project's; `making` is what the manifest says of the
    build, `common` what all parts of a site have in common, where only a part of it is wanted.
    """

    problems: tuple[Problem, ...]
    edition: Edition | None = None
    apart: Apart = field(default_factory=Apart)
    audiences: tuple[str, ...] = ()
    making: Making | None = None
    common: Mapping[str, str] = field(default_factory=dict)


def _made(order: Order, delivery: Delivery, first: First | None) -> _LeftOfABuild:
    """The pages and files of the site; all that they were made of is given up with this."""
    from bsc_site.publish.keeping.kept_conclusions import KeptConclusions  # noqa: PLC0415  # see above
    from bsc_site.publish.publication.edition import EditionMaterial, edition_of  # noqa: PLC0415  # likewise
    from bsc_site.render.matter.site_part import part_of  # noqa: PLC0415  # likewise
    from bsc_site.render.text import set_off  # noqa: PLC0415  # likewise

    with uncollected():
        stands = order.stands or (None if order.only else delivery.out)
        known = KeptConclusions(delivery.cache(order.root), delivery.memory)
        examination = examine(replace(order, stands=stands), delivery.progress, known.memory)
        examination = with_target_histories(order, examination, known.memory)
        assessment, problems, apart = examination.assessment, examination.problems, examination.apart
        if assessment is None or examination.refused:
            return _LeftOfABuild(problems)
        part = part_of(assessment.project, order.only) if order.only else None
        cards = part.scorecards if part else None
        if examination.project is not None:
            assessment = with_periods(order, assessment, examination.project, known.memory)
        assessment = with_past(_with_days(order, assessment, examination, known.memory), known.memory, cards)
        material = EditionMaterial(assessment, None if apart.left_out else problems, examination.health, part)
        translations = Translations() if apart.left_out else examination.translations
        material = replace(material, translations=translations, set_off=set_off(examination.written_in))
        if first is not None:
            first(material)  # whoever looks at a page need not wait until all that was concluded is on the disk
        known.keep()
        del known
    circles = tuple(audiences_of(assessment.project))
    try:
        making = _making(order, delivery, examination)
    except InputError as error:
        return _LeftOfABuild((*problems, *error.problems))
    common = _in_common(order, examination) if part is not None else {}
    del examination  # the readings and series are not needed any more
    with collected_apart():
        try:
            edition = edition_of(material, order.root, delivery)
        except InputError as error:
            return _LeftOfABuild((*problems, *error.problems))
    return _LeftOfABuild(problems, edition, apart, circles, making, common)


def _making(order: Order, delivery: Delivery, examination: Examination) -> Making | None:
    """What the manifest will say of this build; the files that were read only to readers from whom nothing is kept."""
    from bsc_site.publish.file_failures import file_failures  # noqa: PLC0415  # see above
    from bsc_site.publish.manifest.making import Requested, making_of  # noqa: PLC0415  # likewise

    assessment = examination.assessment
    if assessment is None:
        return None
    wanted = Requested(assessment.project.root.id, order.as_of, assessment.audience, delivery.site_url)
    with file_failures(order.root):
        return making_of(order.root, wanted, examination.files, withheld=bool(examination.apart.left_out))


def _in_common(order: Order, examination: Examination) -> Mapping[str, str]:
    from bsc_site.publish.assembly.common_input import made_from  # noqa: PLC0415  # see above

    readers = examination.assessment.audience if examination.assessment else None
    return made_from(order.root, examination.files, examination.series, order.as_of, readers)


def _published(builds: Sequence[_BuildInLanguage], editions: Sequence[Edition], made: _LeftOfABuild) -> Published:
    """The whole site, or the part of it that is wanted with what it has in common with all other parts."""
    from bsc_site.publish.assembly.part_publication import publish_part  # noqa: PLC0415  # see above
    from bsc_site.publish.keeping.kept_readings import KeptReadings  # noqa: PLC0415  # likewise
    from bsc_site.publish.keeping.kept_results import KeptResults  # noqa: PLC0415  # likewise
    from bsc_site.publish.publication.site import Surroundings  # noqa: PLC0415  # likewise
    from bsc_site.publish.several_languages.language_sites import SiteInLanguage, publish_sites  # noqa: PLC0415  # likewise

    order, delivery, edition = builds[0].order, builds[0].delivery, editions[0]
    readings = KeptReadings(KeptResults(delivery.cache(order.root), "readings", most_unused=0))
    around = Surroundings(order.root, delivery.out, delivery.progress, read=readings.read, making=made.making)
    if edition.part is None:
        sites = [SiteInLanguage(each.delivery, each.spoken, of) for each, of in zip(builds, editions, strict=True)]
        published = publish_sites(sites, around, readings)
    else:
        common = {**made.common, "address": delivery.site_url}
        published = publish_part(edition, around, edition.part, common)
    readings.prune()
    return published
