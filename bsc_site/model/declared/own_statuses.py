"""Own statuses: the statuses that an organisation declares, each with the score and the pace from which on it holds."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Annotated, Any, Final, Literal, NamedTuple, Protocol

from pydantic import (
    BeforeValidator,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from bsc_site.model.fields import Number, Part, wrong_value
from bsc_site.model.saying.said import said
from bsc_site.model.saying.yaml_value_sentences import NO_SCORE
from bsc_site.model.translated.prose import Prose
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status

TARGET_SCORE: Final = 200 / 3
"""The score of a value that just reaches its target, or all that is asked of it."""
RED_FLAG_SCORE: Final = 100 / 3
"""The score of a value that lies on its red flag."""
ACHIEVED: Final = "achieved"
"""What stands for a pace where the target itself has to be met."""
SLACK: Final = 5e-7
"""So far a score may fall short of a threshold by rounding alone."""
_NEAR = 0.05
_WORDS = {"target": TARGET_SCORE, "red flag": RED_FLAG_SCORE, "red_flag": RED_FLAG_SCORE}


def _read_threshold(value: Any) -> Any:
    """A score; the two that others hang on may be given by their names, or with as many decimals as one likes."""
    if isinstance(value, str):
        if value.strip().lower() not in _WORDS:
            raise wrong_value("BSC006", said(NO_SCORE, text=value))
        return _WORDS[value.strip().lower()]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return next((each for each in (TARGET_SCORE, RED_FLAG_SCORE) if abs(value - each) < _NEAR), value)
    return value


Threshold = Annotated[
    Number,
    Field(ge=0, le=100),
    BeforeValidator(_read_threshold),
    WithJsonSchema(
        {
            "anyOf": [{"enum": ["target", "red flag"]}, {"type": "number", "minimum": 0, "maximum": 100}],
            "examples": ["target", "red flag", 85],
        }
    ),
]


class OwnStatus(Part):
    """One of the organisation's own statuses."""

    name: Prose
    """The status as readers see it, in the very words that stand here."""
    from_: Threshold | None = Field(default=None, alias="from")
    """The score, 0 to 100, from which on it holds: a number, `target` for a target just reached (66.67) or `red flag`
    (33.33); all but the last status have one."""
    pace: Literal["achieved"] | Number | None = None
    """The pace from which on a KPI that is scored by its pace has this status, or `achieved` where its target has to be
    met; all but the last have one, or none has."""


class Judged(Protocol):
    """What has a status and a score."""

    @property
    def status(self) -> Status:
        """The status."""

    @property
    def score(self) -> float | None:
        """The score, 0 to 100; None without one."""


class PaceKnot(NamedTuple):
    """A pace and the score that it has."""

    pace: float
    score: float


@dataclass(frozen=True)
class StatusScale:
    """The organisation's own statuses, the best first; none where it has those that everybody has."""

    statuses: tuple[OwnStatus, ...] = ()

    @cached_property
    def amber(self) -> bool:
        """Whether anything lies between reached and off track: not where one status holds for all below the target."""
        starts = [each.from_ for each in self.statuses if each.from_ is not None]
        return not self.statuses or any(start < TARGET_SCORE for start in starts)

    def meaning(self, own: OwnStatus) -> Status:
        """What one of these statuses means: reached, between target and red flag, or beyond it."""
        if own.from_ is not None and own.from_ >= TARGET_SCORE:
            return Status.ON_TRACK
        between = own.from_ is not None and own.from_ >= RED_FLAG_SCORE
        return Status.AT_RISK if between else Status.OFF_TRACK

    def meant_by(self, status: Status) -> tuple[OwnStatus, ...]:
        """Those that mean `status`, the best first."""
        return self._by_meaning.get(status, ())

    @cached_property
    def _by_meaning(self) -> dict[Status, tuple[OwnStatus, ...]]:
        meant = [(each, self.meaning(each)) for each in self.statuses]
        return {status: tuple(each for each, meaning in meant if meaning is status) for status in Status}

    def within(self, status: Status) -> Status:
        """The status where the scale has it; what is short of the target is off track where nothing lies between."""
        return Status.OFF_TRACK if status is Status.AT_RISK and not self.amber else status

    def own(self, status: Status, score: float | None) -> OwnStatus | None:
        """The organisation's own status; None where it declares none, and for what has no score."""
        if not self.statuses or score is None:
            return None
        found = self.meant_by(self.within(status))
        if not found:
            return None
        return next((each for each in found if each.from_ is None or score >= each.from_ - SLACK), found[-1])

    def told_apart(self, before: Judged, after: Judged) -> bool:
        """Whether two judgements are different statuses, the organisation's own where it has such."""
        if not (before.status.judged and after.status.judged):
            return False
        if before.status is not after.status:
            return True
        return self.own(before.status, before.score) != self.own(after.status, after.score)

    def stands_out(self, own: OwnStatus) -> bool:
        """Whether another status that means the same is nearer to the target: it is drawn stronger than that one."""
        alike = self.meant_by(self.meaning(own))
        plain = alike[-1] if self.meaning(own) is Status.ON_TRACK else alike[0]
        return own is not plain and own != plain

    def lowest(self, own: OwnStatus) -> float:
        """The score at which one of these statuses begins."""
        return 0.0 if own.from_ is None else own.from_

    @cached_property
    def lowest_scores(self) -> dict[Status, tuple[float | None, ...]]:
        """For each of the three statuses the scores at which those that mean it begin, the best first.

        A status that the scale does not have has none.
        """
        if not self.statuses:
            return {}
        judged = (status for status in Status if status.judged)
        return {status: tuple(self.lowest(each) for each in self.meant_by(status)) for status in judged}

    @cached_property
    def pace_knots(self) -> tuple[PaceKnot, ...]:
        """The paces that were declared with their scores, the slowest first; fewer than two where none was."""
        pairs = [(each.pace, each.from_) for each in self.statuses]
        found = [PaceKnot(pace, start) for pace, start in pairs if isinstance(pace, float) and start is not None]
        knots = sorted(found)
        if knots and not self.amber:
            knots.insert(0, PaceKnot(knots[0].pace - _USUAL_GAP, RED_FLAG_SCORE))
        return tuple(knots) if len(knots) > 1 else ()

    @property
    def paces(self) -> tuple[float, float] | None:
        """The paces that are on track and at risk; None where none was declared."""
        at = {knot.score: knot.pace for knot in self.pace_knots}
        enough, some = at.get(TARGET_SCORE), at.get(RED_FLAG_SCORE)
        return None if enough is None or some is None else (enough, some)

    @property
    def achieved_from(self) -> float | None:
        """The score that only a target that is met has; None where a fast pace is as good."""
        return next((each.from_ for each in self.statuses if each.pace == ACHIEVED), None)


class NamedStatus(NamedTuple):
    """What one of the organisation's own statuses means, and the score in the middle of it."""

    status: Status
    score: float


def named_statuses(declared: Any) -> dict[str, NamedStatus]:
    """The statuses of a scorecard, as its YAML holds them, by their names; none while something is wrong with them."""
    if not declared:
        return {}
    try:
        scale = StatusScale(_statuses().validate_python(declared))
    except ValidationError:
        return {}
    found, above = {}, 100.0
    for each in scale.statuses:
        found[each.name.casefold()] = NamedStatus(scale.meaning(each), (above + scale.lowest(each)) / 2)
        above = scale.lowest(each)
    return found


class WithOwnStatus(Part):
    """A part whose `status` may be one of the organisation's own, by its name; its score then lies in the middle."""

    @model_validator(mode="before")
    @classmethod
    def _own_status(cls, value: Any, info: ValidationInfo) -> Any:
        known = info.context.get("statuses", {}) if isinstance(info.context, dict) else {}
        word = value.get("status") if isinstance(value, dict) else None
        meant = known.get(word.casefold()) if isinstance(word, str) else None
        if meant is None or word in _USUAL:
            return value
        return {**value, "status": meant.status.value, "score": value.get("score", meant.score)}


@cache
def _statuses() -> TypeAdapter[tuple[OwnStatus, ...]]:
    """Reads own statuses; made when a scorecard is the first to declare any."""
    return TypeAdapter(tuple[OwnStatus, ...])


_USUAL = frozenset(Status)
_USUAL_GAP = 0.35
"""Between the paces that are on track and at risk where nobody says otherwise: 0.95 and 0.60."""
NO_SCALE: Final = StatusScale()
