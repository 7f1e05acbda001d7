"""New review: the form of the next meeting, written at the end of the reviews of its scorecard."""

from __future__ import annotations

from bsc_site.checking import checked
from bsc_site.compute.reviews.book import meeting_of
from bsc_site.interchange.minutes.declared_reviews import file_of_reviews, with_entries
from bsc_site.interchange.named_scorecards import named_scorecard
from bsc_site.load.scorecards.element_places import Mark
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.concluded.review_assessment import DecisionAssessment
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Period, PeriodSpellingError, parse_period
from bsc_site.model.problem import Place, Problem
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Order
from bsc_site.publish.disk.new_files import write_files
from bsc_site.publish.file_failures import file_failures
from bsc_site.render.views.review_views.review_form import ReviewForm, review_form
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import enumeration, say, say_count


class ReviewPeriodError(ValueError):
    """The period is none, or has not begun, so that no meeting can look back on it."""


@dataclass(frozen=True, slots=True)
class NewReview:
    """What became of it: sentences to tell, and the problems that forbid it; a review has no lines then."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def new_review(order: Order, name: str, scorecard: str | None = None) -> NewReview:
    """The form of the review of a period, added to the file where the reviews of the scorecard are declared.

    What the review has an entry for already is not asked for again. Raises ReviewPeriodError, WrongUse for a scorecard
    that does not exist, MachineError when the disk refuses.
    """
    examination = checked(order).examination
    assessment = examination.assessment
    if assessment is None or examination.refused:
        return NewReview((), examination.problems)
    card = named_scorecard(assessment, scorecard)
    period = _period(name, card, order)
    mark = load_project(order.root).marks.elements[f"scorecard/{card.id}"]
    meeting = meeting_of(assessment, card.id, period)
    form = review_form(assessment, card.id, meeting, lambda each: _place(mark, card, each))
    if not form.entries:
        told = say("The review of {period} has an entry for all that needs one", period=period_text(period))
        return NewReview((told,), ())
    return NewReview(tuple(_written(order, mark, form)), ())


def _period(name: str, card: Scorecard, order: Order) -> Period:
    try:
        period = parse_period(name, card.fiscal_year_starts)
    except PeriodSpellingError as error:
        raise ReviewPeriodError(str(error)) from None
    if period.start > order.as_of:
        raise ReviewPeriodError(f"{name} has not begun by {order.as_of.isoformat()}; a review looks back")
    return period


def _place(mark: Mark, card: Scorecard, found: DecisionAssessment) -> Place:
    """Where a decision of the scorecard is declared."""
    index = card.reviews.index(found.review)
    path = ("reviews", index, "decisions", found.review.decisions.index(found.decision))
    origin = mark.sheet.source.origin(mark.sheet.written(path))
    return origin.file.place(origin.path)


def _written(order: Order, mark: Mark, form: ReviewForm) -> list[str]:
    """The form is put into the file; where it cannot be, it is told to be pasted there."""
    file = file_of_reviews(mark.sheet.source)
    with file_failures(order.root):
        written = (order.root / file.file).read_bytes().decode("utf-8-sig")
        longer = with_entries(file, written, form.entries)
        if longer is None:
            pasted = ["  " + line for entry in form.entries for line in entry]
            return [
                say("Write this below reviews: in {file}, each entry on lines of its own:", file=file.file),
                *pasted,
            ]
        write_files(order.root, {file.file: longer.text.encode()})
    entries = say_count("{count} entry to fill in", "{count} entries to fill in", len(form.entries))
    place = f"{longer.file}:{longer.line}"
    return [say("{entries} from {place} on: {about}", entries=entries, place=place, about=_about(form)), _next()]


def _about(form: ReviewForm) -> str:
    told = (
        (form.red, say_count("{count} KPI off track", "{count} KPIs off track", form.red)),
        (form.changed, say_count("{count} status changed", "{count} statuses changed", form.changed)),
        (form.undone, say_count("{count} decision not done", "{count} decisions not done", form.undone)),
    )
    return enumeration(words for count, words in told if count)


def _next() -> str:
    return say("Next: fill them in, take out what was not spoken of, then bsc-site check")
