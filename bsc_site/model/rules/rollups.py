"""Rules about what is made of figures and scores: from other KPIs, statuses, ratings (155 to 159, 16x, 180, 41x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence

ROLLUP_LEADS_BACK = sentence("the figures lead back to themselves: {chain}")
COARSER_BELOW = sentence("'{below}' is {frequency}, coarser than this {own} KPI")
MADE_FROM_HIDDEN = sentence(
    "'{kpi}', from which it is made, is not for everybody, so neither is this KPI; say for whom it is: "
    "`audience: {audience}`, or `audience: {widest}` if everybody may see its figures"
)
KEPT_WITH_OTHERS = sentence(
    "not everybody may know of {names}: what they belong to is for fewer readers; write `audience: {widest}` at those "
    "that everybody may see all the same"
)
NEEDED_BY_ALL = sentence(
    "every reader of the element needs its {key}, so it is for all of them; "
    "write its value alone, or `audience: {audience}` at the element, which is then for these readers as a whole"
)
NAMES_A_SECRET = sentence(
    "this text is for everybody and names '{name}', which is not; use other words, write `audience: {narrowest}` at "
    "its element, or give '{name}' the audience {widest}"
)
MAY_KEEP_A_SECRET = sentence(
    "this text is for everybody and names '{name}', which is not; use other words, write "
    "`{key}: {{value: .., audience: {narrowest}}}`, or give '{name}' the audience {widest}"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC155",
        Severity.NOTE,
        "A KPI is made from figures that are not for everybody",
        "Who sees what is computed from a figure may work out the figure itself, so a KPI that names no audience is "
        "kept from all those from whom one of its figures is kept.",
        "Write its own audience: that of the figures, or a wider one if its result may be seen.",
    ),
    Rule(
        "BSC156",
        Severity.ERROR,
        "A key cannot be for fewer readers than its element",
        "Texts, people, figures and lists may be for fewer readers than the element that they stand in, as "
        "{value: .., audience: board}; for others it is then as if nothing had been said there. Without its id, its "
        "name or its times an element says nothing, and without what its figures are made by it says something wrong.",
        "Write the value alone, or give the whole element an audience.",
    ),
    Rule(
        "BSC157",
        Severity.WARNING,
        "A text for everybody names what is not",
        "What is kept from readers is left out wherever the program knows of it. In a text it stands as somebody wrote "
        "it, and whoever reads the name of an element learns that there is one.",
        "Use other words, give the text the audience of what it names, or say that everybody may know of it.",
    ),
    Rule(
        "BSC158",
        Severity.ERROR,
        "The scorecard at the top is for fewer readers",
        "A scorecard below the top may be for an audience as a whole, and is then missing from every other site, with "
        "all in it and below it. The one at the top carries each site, so none would be left for others.",
        "Give audience: to perspectives, objectives, KPIs or other elements in it, or to a scorecard below it.",
    ),
    Rule(
        "BSC159",
        Severity.NOTE,
        "Elements are kept with all that they belong to",
        "A KPI that only hidden objectives list, an initiative that serves only these, and a person or a theme that "
        "nothing else names would tell of what is hidden, so they are kept from the same readers.",
        "Write their own audience: that of what they belong to, or a wider one if they may be seen.",
    ),
    Rule(
        "BSC160",
        Severity.ERROR,
        "A rolled-up KPI also has other figures",
        "The figures of a KPI come from one place: from the scorecards below, from a file, or from a formula.",
        "Remove source: or formula:, or from_children:.",
    ),
    Rule(
        "BSC161",
        Severity.ERROR,
        "A roll-up names no KPI",
        "Without KPIs of the scorecards below there is nothing to add up.",
        "Name them, from_children: {aggregate: sum, kpis: [..]}, or give them a common tag and name that.",
    ),
    Rule(
        "BSC162",
        Severity.ERROR,
        "A roll-up takes a KPI that stands in no scorecard below",
        "Figures are rolled up from the scorecards below: from KPIs that these declare or list in an objective.",
        "Name a KPI of a scorecard below, or use formula: for KPIs from elsewhere.",
    ),
    Rule(
        "BSC163",
        Severity.ERROR,
        "There are too few statuses, or too many",
        "One status tells nothing apart, and nobody keeps more than six in mind.",
        "List two to six under statuses:, the best first, or use status_names: for other words alone.",
    ),
    Rule(
        "BSC164",
        Severity.ERROR,
        "The thresholds of the statuses do not lead from the best to the worst",
        "Each status begins at a score and reaches up to the one before; the last one holds below all others.",
        "Give every status but the last a from:, each lower than the one before.",
    ),
    Rule(
        "BSC165",
        Severity.ERROR,
        "Two statuses have the same name",
        "Readers could not tell them apart; that counts for the words for no data and not scored too.",
        "Give one of them another name.",
    ),
    Rule(
        "BSC166",
        Severity.ERROR,
        "A status holds on both sides of the target or the red flag",
        "A score of 66.67 is that of a target just reached, 33.33 that of the red flag. A status that reaches over one "
        "of them would say the same of a target that is met and of one that is missed. Below the target there is "
        "either one status for all, or one that begins at the red flag.",
        "Let a status begin there: from: target, and from: red flag.",
    ),
    Rule(
        "BSC167",
        Severity.ERROR,
        "The paces of the statuses do not fit their scores",
        "A KPI that is scored by its pace gets its score from the paces, so each score that begins a status needs one, "
        "and a better status a faster one.",
        "Give every status but the last a pace:, each lower than the one before, or none at all; achieved stands at "
        "the first one only.",
    ),
    Rule(
        "BSC168",
        Severity.WARNING,
        "An official rating has no figure beside it",
        "A rating in the data stands beside the figure of its row; where there is none, there is nothing to show it "
        "with.",
        "Add the figure, or declare the rating at the KPI: `ratings: [{period: 2025, rating: Good}]`.",
    ),
    Rule(
        "BSC169",
        Severity.ERROR,
        "Percentages are added up",
        "Each percentage is a share of a whole of its own, so their sum is a share of nothing: departments at 90 % and "
        "10 % are not an organisation at 100 %, and 40, 45 and 50 % in three months are no 135 % in a quarter.",
        "Name numerator: and denominator:, which are added up before dividing; or use the mean, where the wholes are "
        "about equal, or the last. Parts of one whole have the unit percentage points.",
    ),
    Rule(
        "BSC180",
        Severity.ERROR,
        "A hidden KPI is to be shown",
        "A KPI with hidden: true only helps to compute others: it has no page, no row, no status, and nobody is asked "
        "for its owner.",
        "Name the KPI that is computed with it, or remove hidden: from it.",
    ),
    Rule(
        "BSC410",
        Severity.ERROR,
        "A roll-up leads back to itself",
        "A figure that is made from the scorecards below cannot be needed there first.",
        "Break the chain at one place: give one of these KPIs a source of its own.",
    ),
    Rule(
        "BSC411",
        Severity.ERROR,
        "A roll-up uses a KPI of a coarser frequency",
        "A quarterly figure says nothing about each of its months, so a monthly figure cannot be made from it.",
        "Give the rolled-up KPI the coarser frequency; finer figures below are aggregated by their own rule.",
    ),
)
