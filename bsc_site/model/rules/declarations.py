"""Rules about references between elements and declared values (1xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence

FIGURES_BEYOND_LIMIT = sentence("figures of {periods} lie beyond the limit; correct it, or remove limit:")


def _error(code: str, title: str, meaning: str, mend: str) -> Rule:
    return Rule(code, Severity.ERROR, title, meaning, mend)


def _warning(code: str, title: str, meaning: str, mend: str) -> Rule:
    return Rule(code, Severity.WARNING, title, meaning, mend)


_REFERENCES = (
    _error(
        "BSC101",
        "An id is used twice",
        "Two elements of the same kind share an id, so nobody can tell which one is meant. "
        "KPIs and people have one id in the whole project, all other elements in their scorecard.",
        "Give one of the two another id.",
    ),
    _error(
        "BSC102",
        "Two ids differ only in capital letters",
        "Pages are files, and many file systems do not tell capital letters from "
        "small ones: one page would replace the other.",
        "Give one of the two another id; small letters throughout are the safest.",
    ),
    _error(
        "BSC103",
        "The person is not known",
        "An owner or reviewer is named who does not stand under people.",
        "Correct the id, or add the person to people.",
    ),
    _error(
        "BSC104",
        "The KPI is not known",
        "A KPI is named that no file declares.",
        "Correct the id, or add the KPI to kpis.",
    ),
    _error(
        "BSC105",
        "The objective is not known",
        "A link, an initiative or a line of sight names an objective that the scorecard in question does not have.",
        "Correct the id, or add the objective. A link stays inside of its scorecard; "
        "supports leads to the parent's objectives.",
    ),
    _error(
        "BSC106",
        "The theme is not known",
        "An objective names a theme that does not stand under themes.",
        "Correct the id, or add the theme to themes.",
    ),
    _error(
        "BSC107",
        "The initiative is not known",
        "An initiative depends on one that the scorecard does not have.",
        "Correct the id, or add the initiative to initiatives.",
    ),
    _error(
        "BSC108",
        "The audience is not known",
        "An element is meant for an audience that the scorecard does not list; it might be shown to the wrong readers.",
        "Correct the word, or add it to audiences, which runs from the widest to the narrowest. "
        "What is for everybody needs no audience.",
    ),
    _error(
        "BSC109",
        "The parent scorecard is not known",
        "The scorecard cascades from one that no file declares.",
        "Correct the id, or set parent: null for the top scorecard.",
    ),
    _error(
        "BSC110",
        "A review or risk is about an element that is not known",
        "The address after on: leads to nothing.",
        "Write kind/id, such as kpi/repeat-rate, objective/loyal-customers or initiative/loyalty-app.",
    ),
    _error(
        "BSC111",
        "Scorecards are each other's parents",
        "Following parent: leads back to where it began, so no scorecard is at the top.",
        "Set parent: null for the top one.",
    ),
    _error(
        "BSC112",
        "Initiatives wait for each other",
        "Following depends_on leads back to where it began, so none of them could ever start.",
        "Remove one of the dependencies.",
    ),
    _error(
        "BSC113",
        "An element refers to itself",
        "An objective cannot drive itself, and an initiative cannot wait for itself.",
        "Name another element, or remove the entry.",
    ),
    _error(
        "BSC114",
        "An element is listed twice",
        "The list holds the same entry two times, so it would count twice.",
        "Remove one of the two; weights say how much an element counts.",
    ),
    _error(
        "BSC115",
        "The rule to ignore is not known",
        "An ignore entry names a code that no rule has, so it silences nothing.",
        "Correct the code; `bsc-site explain CODE` tells what a rule means.",
    ),
    _error(
        "BSC116",
        "A rule is ignored without a reason",
        "Whoever reads the file later cannot know whether the rule was ignored for good cause.",
        "Say it after because:.",
    ),
    _error(
        "BSC117",
        "The rule cannot be ignored",
        "Without this rule the scorecard could not be read or computed.",
        "Mend what the rule found, and remove the ignore entry.",
    ),
    _error(
        "BSC118",
        "The id is reserved",
        "The address or file of that name is already used by the site, or cannot be used on Windows; "
        "and no audience can be called all, which stands for every element in `bsc-site build --audience all`.",
        "Choose another id.",
    ),
    _warning(
        "BSC119",
        "Several scorecards have no parent",
        "The pages of the first one stand at the top of the site; the others "
        "are only reached through their own address.",
        "Set parent: in all scorecards but one.",
    ),
    _warning(
        "BSC120",
        "Something is supported in a scorecard that is not there",
        "A line of sight leads to an objective of the scorecard above; this scorecard names none above it, so the line "
        "ends here.",
        "Name the scorecard above as `parent:` and keep its file in the project, or remove the reference.",
    ),
)

_TARGETS = (
    _error(
        "BSC130",
        "A target has no value",
        "A target needs a value; the target of a KPI with direction band needs low and high.",
        "Add value:, or low: and high: for a band.",
    ),
    _error(
        "BSC131",
        "A band KPI has no band",
        "With direction band a KPI is best between two values, but low and high are not given.",
        "Write low: and high: in each target, or scoring: {method: band, low: .., high: ..}.",
    ),
    _error(
        "BSC132",
        "The lower end lies above the upper end",
        "A range runs from low to high; turned around nothing lies inside.",
        "Exchange the two numbers.",
    ),
    _error(
        "BSC133",
        "Two targets hold for the same period",
        "Nobody can tell which of the two is to be met.",
        "Remove one of the two, or correct its period. Of a target that was changed on the way, write `until:` with "
        "the last period that the old version judges, and `from:` with the first one of the new version.",
    ),
    _error(
        "BSC134",
        "The red flag lies on the wrong side of the target",
        "Where higher is better the red flag lies below every target, where "
        "lower is better above; otherwise a value could "
        "be good and bad at once.",
        "Correct the red flag or the direction.",
    ),
    _warning(
        "BSC135",
        "Every target equals the baseline",
        "There is no way from the baseline to the target, so progress and pace cannot be computed. To hold a level is "
        "an aim all the same, and another method tells whether it is held.",
        "Write scoring: goal_red_flag, or correct the target or the baseline.",
    ),
    _error(
        "BSC136",
        "A red flag is needed",
        "The tolerance is a share of the target; a share of zero leaves no amber zone. Where a path leads to zero or "
        "through it, the tolerance is a share of that way instead.",
        "Write thresholds: {red_flag: ..}, a tolerance in the KPI's unit such as tolerance: 2, or the baseline.",
    ),
    _error(
        "BSC137",
        "The period is finer than the frequency",
        "A KPI has one figure per period of its frequency; nothing can be said about a part of it.",
        "Write a period of the KPI's frequency or a coarser one, which means: by its end.",
    ),
    _error(
        "BSC138",
        "The baseline does not lie before the first target",
        "The way to the target begins at the baseline, so the baseline comes first.",
        "Correct the period of one of the two.",
    ),
    _error(
        "BSC139",
        "The horizon ends before it begins",
        "The strategy's time runs from: to:.",
        "Exchange the two periods.",
    ),
    _error(
        "BSC140",
        "The initiative ends before it starts",
        "Without a length of time the plan cannot be compared with the progress.",
        "Correct start or end.",
    ),
    _warning(
        "BSC141",
        "A milestone lies outside of its initiative",
        "A step is due or done before the start or after the end of the initiative.",
        "Correct the date of the milestone, or the start or end of the initiative.",
    ),
)

_DEFINITIONS = (
    _error(
        "BSC142",
        "Formula and source are both given",
        "The figures of a KPI come from one place: from a file, or from other KPIs by a formula.",
        "Remove one of the two.",
    ),
    _error(
        "BSC143",
        "A ratio lacks its numerator or denominator",
        "A ratio is one column divided by another; both have to be named, and no value beside them.",
        "Name both columns: source: {file: .., numerator: .., denominator: ..}.",
    ),
    _error(
        "BSC144",
        "The aggregate does not fit the source",
        "A ratio is aggregated by adding up numerator and denominator first; without them there is nothing to add up.",
        "Use sum, mean, last, min or max; or name numerator and denominator in the source.",
    ),
    _error(
        "BSC145",
        "The scoring method lacks its list",
        "The methods bands, states and rules need a list of what counts how much.",
        "Add bands:, states: or rules: beside method:.",
    ),
    _error(
        "BSC146",
        "Method and direction do not fit",
        "The method band belongs to direction band; the methods that need a better side cannot be used with a band.",
        "Change the direction or the method.",
    ),
    _error(
        "BSC147",
        "The target does not fit the KPI",
        "A target of a yes/no KPI is 0 or 1, a band belongs to direction band only, "
        "and a share of a target below zero means nothing.",
        "Correct the target, or the method and direction of the KPI.",
    ),
    _warning(
        "BSC148",
        "An option has no effect",
        "The option belongs to another scoring method or direction, so it is not used.",
        "Remove it, or choose the method that uses it.",
    ),
    _error(
        "BSC149",
        "The benchmark has no figure",
        "A benchmark shows what others reach: a value, or a range from low to high.",
        "Add value:, or low: and high:.",
    ),
    _error(
        "BSC150",
        "The roll-up self has no KPI",
        "The roll-up self takes the score of the element's own first KPI; perspectives "
        "and scorecards have no KPIs of their own, "
        "and this objective lists none.",
        "List a KPI in the objective, or choose mean, worst, best or most_frequent.",
    ),
    _error(
        "BSC151",
        "Two bands begin at the same value",
        "Each band runs from its own lower end to the next one; two with the same end cannot be told apart.",
        "Correct one of the two; only the lowest band goes without from:.",
    ),
    _warning(
        "BSC152",
        "The method progress has no baseline",
        "Progress is the share of the way from the baseline to the target; without a baseline there is no score.",
        "Add baseline: {period: .., value: ..}, or choose another method.",
    ),
    _error(
        "BSC153",
        "Figures that are counted up are put together otherwise",
        "With cumulative: the figures of a KPI are the differences from one count to the next. They are flows, which "
        "are added up; a last or a mean one would be a part of the whole.",
        "Write aggregate: sum, or leave it out.",
    ),
    _error(
        "BSC154",
        "Audiences stand in the wrong order",
        "Audiences run from the widest to the narrowest. With a narrow one first, the site for everybody would show "
        "what was meant for a few.",
        "Write them as the message says: the public before the staff, the staff before the board.",
    ),
)

_YARDSTICKS = (
    Rule(
        "BSC174",
        Severity.WARNING,
        "There is no pace to or from zero",
        "The method pace compares compound growth, the same share each year; that leads neither to nor from zero or a "
        "value below it, so the KPI has no status before its target is met.",
        "Use scoring: progress, which counts the share of the way, or name a baseline and a target above zero.",
        "Statistics Canada and Open SDG",
    ),
    Rule(
        "BSC175",
        Severity.ERROR,
        "A declared value lies beyond the limit",
        "A limit is the best value that can be, such as 100 where all of them have it; no target and no baseline lies "
        "beyond it.",
        "Correct the target or the baseline, or the limit.",
    ),
    Rule(
        "BSC176",
        Severity.ERROR,
        "The limit has no side",
        "A limit is the best that can be: with direction band or none there is no better side on which it could lie.",
        "Remove limit:, or set direction: higher or lower.",
    ),
    Rule(
        "BSC177",
        Severity.WARNING,
        "Figures lie beyond the limit",
        "A value beyond what can be is a mistake in the data, or the limit is none.",
        "Correct the figures, or correct or remove limit:.",
    ),
)

RULES: tuple[Rule, ...] = (*_REFERENCES, *_TARGETS, *_DEFINITIONS, *_YARDSTICKS)
