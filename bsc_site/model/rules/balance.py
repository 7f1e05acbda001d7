"""Rules about the balance of the scorecard (2xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

_BSC_1992 = "Kaplan and Norton, The Balanced Scorecard: Measures That Drive Performance (Harvard Business Review, 1992)"
_BSC_1996 = "Kaplan and Norton, The Balanced Scorecard (1996)"
_FOCUSED = "Kaplan and Norton, The Strategy-Focused Organization (2001)"
_MAPS = "Kaplan and Norton, Strategy Maps (2004)"
_PREMIUM = "Kaplan and Norton, The Execution Premium (2008)"
_NIVEN = "Niven, Balanced Scorecard Step-by-Step (2nd edition, 2006)"
_BARR = "Barr, Practical Performance Measurement: Using the PuMP Blueprint (2014)"
_PARMENTER = "Parmenter, Key Performance Indicators (4th edition, 2019)"
_ITTNER = "Ittner and Larcker, Coming Up Short on Nonfinancial Performance Measurement (Harvard Business Review, 2003)"


def _note(code: str, title: str, meaning: str, mend: str, source: str = "") -> Rule:
    return Rule(code, Severity.NOTE, title, meaning, mend, source)


def _warning(code: str, title: str, meaning: str, mend: str, source: str = "") -> Rule:
    return Rule(code, Severity.WARNING, title, meaning, mend, source)


_MAP = (
    _note(
        "BSC201",
        "More than 24 objectives",
        "A strategy is a choice. Where everything is an objective, nobody knows what comes first, and the map can no "
        "longer be read at a glance.",
        "Join objectives that mean the same, or hand some of them to a scorecard below.",
        "Best practice of the Palladium Group, Kaplan and Norton's consultancy: maps of fewer than 24 objectives.",
    ),
    _note(
        "BSC202",
        "Fewer than 4 objectives",
        "A strategy map tells how one thing leads to another. With one, two or three objectives there is no such "
        "story, and most perspectives stay empty.",
        "Add the objectives that have to be reached first; ask of each one: what makes it happen?",
        f"After {_MAPS}.",
    ),
    _note(
        "BSC203",
        "An objective is linked to no other",
        "Nothing says what it is good for, or what makes it happen; it stands beside the strategy.",
        "Write under drives: which objective it moves, or under supports: which one of the parent scorecard; "
        "or take it off the map.",
        f"{_BSC_1996}: every measure is part of a chain of causes and effects.",
    ),
    _note(
        "BSC204",
        "A link leads to a lower row",
        "The rows run from the results at the top to the foundations at the bottom, so causes lead up. A link that "
        "leads down turns a result into the cause of its own conditions.",
        'Turn the link around, move one of the objectives to another row, or mark a trade-off with sign: "-".',
        f"After {_MAPS}.",
    ),
    _note(
        "BSC205",
        "Links go round in a circle",
        "Each of these objectives is the cause of itself, so the map does not tell where to begin.",
        "Remove the weakest of the links, or the one with the longest lag.",
        "Plain logic; a hypothesis whose effect is its own cause cannot be tested.",
    ),
    _note(
        "BSC206",
        "A link has no reason",
        "A link is a hypothesis. Without its reason nobody can discuss it, and when the figures contradict it nobody "
        "knows what was believed.",
        "Say why under because:, in half a sentence.",
        f"{_ITTNER}: links that are never spelled out are never tested.",
    ),
    _note(
        "BSC207",
        "Only the top row is linked",
        "Every arrow begins or ends at a result. How the rows below work together, which is the strategy, is missing.",
        "Link the objectives of the lower rows with each other: what must we be good at, so that customers come?",
        f"After {_MAPS}.",
    ),
    _note(
        "BSC208",
        "The name of an objective is vague",
        "'Improve satisfaction' stands on every map in the world. A name of nothing but a general verb and an abstract "
        "noun says neither whose nor what, so nobody can tell whether it was reached. (Only English is checked, "
        "against a short list of such verbs and nouns.)",
        "Say what will be different for whom: 'Answer every call in a minute' instead of 'Improve service'.",
        f"{_BARR}: weasel words hide the result; {_NIVEN}: objectives begin with a verb and say what is to be done.",
    ),
)

_KPIS = (
    _note(
        "BSC211",
        "More than 25 KPIs",
        "Nobody looks at more. What matters drowns in what can be measured.",
        "Keep those that tell whether an objective is reached; leave the others to the departments that need them.",
        f"{_FOCUSED}: 20 to 25 measures are typical.",
    ),
    _warning(
        "BSC212",
        "An objective has no KPI",
        "Readers see a grey box: nobody can tell whether the objective is reached.",
        "List a KPI under kpis:, or silence the rule until there is one and say when.",
        f"{_NIVEN}: every objective has at least one measure.",
    ),
    _note(
        "BSC213",
        "An objective has more than 3 KPIs",
        "Their average hides what each one says, and the objective is probably two.",
        "Keep the KPIs that show the result itself, or divide the objective.",
        f"After {_NIVEN} and {_BARR}.",
    ),
    _note(
        "BSC214",
        "A perspective has no leading KPI",
        "Lagging KPIs record results when it is too late to change them; a row of nothing else cannot warn.",
        "Add a KPI of what has to happen first, and mark it with kind: leading.",
        f"{_BSC_1996}: a good scorecard mixes outcomes with the drivers of performance.",
    ),
    _note(
        "BSC215",
        "An objective has no leading KPI",
        "All of its KPIs record results; none tells early whether the objective will be reached.",
        "Add a KPI of what has to happen first, and mark it with kind: leading.",
        f"{_BSC_1996}: a good scorecard mixes outcomes with the drivers of performance.",
    ),
    _note(
        "BSC216",
        "All KPIs are financial",
        "Money tells what was earned with the decisions of the past. A scorecard was invented to show the rest.",
        "Add KPIs of customers, of the work itself, and of the people who do it.",
        f"{_BSC_1992}.",
    ),
    _note(
        "BSC217",
        "A first scorecard begins with many KPIs",
        "Each KPI needs an owner, figures, a target and talk. A first scorecard with many of them is often late or "
        "given up; a small one that is used grows by itself.",
        "Begin with ten KPIs or fewer; or write pilot: true, so that readers know that it is being tried.",
        f"After {_PARMENTER}, who keeps key indicators to about ten.",
    ),
    _note(
        "BSC218",
        "A KPI is not described",
        "Two readers will understand the name in two ways, and argue about the figure instead of its cause.",
        "Say under description:, purpose: or formula_in_words: what it measures.",
        f"{_NIVEN} calls this the data dictionary; {_BARR} the definition of a measure.",
    ),
    _note(
        "BSC219",
        "Two KPIs have the same source and formula",
        "The same figures stand on the site twice, count twice, and will be corrected once.",
        "Keep one of the two and list its id in both objectives; one KPI may serve many.",
        "Plain logic.",
    ),
)

_TARGETS = (
    _warning(
        "BSC231",
        "A KPI has no target",
        "Without a target there is no status: readers see a figure and cannot tell whether it is good.",
        "Add targets: with a period and a value; or direction: none for a KPI that is only watched.",
        f"{_BSC_1996}: objectives, measures, targets and initiatives belong together.",
    ),
    _warning(
        "BSC232",
        "All targets of a KPI are in the past",
        "The status compares today's figures with a promise that is over, and there is nothing to work towards.",
        "Add the next target. For a level that is to be held, repeat it with a period ahead: that says it still holds.",
        f"{_PREMIUM}: targets are set anew when the strategy is planned.",
    ),
    _note(
        "BSC233",
        "The status of a KPI has never changed",
        "In a year and more the status told nothing new. The target may be too easy or out of reach, or the KPI "
        "measures something that nobody can move.",
        "Look at the chart: move the target or the thresholds to where a difference begins to matter.",
        f"After {_BARR}.",
    ),
)

_DATA = (
    _note(
        "BSC241",
        "Nothing says where the figures of a KPI come from",
        "Whoever is to bring the first figures does not know from where.",
        "Write source: or formula:, or put rows with its id into a file in data/.",
        f"{_NIVEN}: the data dictionary names the source of each measure.",
    ),
    _warning(
        "BSC242",
        "The figures of a KPI are stale",
        "Two or more periods are missing. The status that readers see is that of another time.",
        "Add the missing figures; or correct frequency: and due: when they cannot come as often.",
        "Freshness follows from frequency and due; two periods missed are stale.",
    ),
    _note(
        "BSC243",
        "The figures of a KPI are overdue",
        "One period is missing, and the days allowed for delivery are over.",
        "Add the figure, or allow more days with due:.",
        "Freshness follows from frequency and due; one period missed is overdue.",
    ),
    _note(
        "BSC244",
        "The frequency of a KPI is finer than its data",
        "Between two figures the KPI looks overdue, and trends count periods that were never measured.",
        "Give the KPI the frequency at which its figures come.",
        "Plain logic.",
    ),
    _warning(
        "BSC245",
        "Percentages are averaged",
        "The mean of 2 of 4 (50 %) and 2 of 100 (2 %) is 26 %, but 4 of 104 are 4 %. Readers see a wrong figure.",
        "Name numerator and denominator in the source and write aggregate: ratio; or aggregate: last for a share that "
        "is counted on one day.",
        "Arithmetic; averaged shares can even turn a comparison around (Simpson, 1951).",
    ),
)

_OWNERSHIP = (
    _warning(
        "BSC251",
        "A KPI has no owner",
        "Readers do not know whom to ask, and nobody will act when it turns red.",
        "Name a person of people: under owner:.",
        f"{_NIVEN}; {_PREMIUM}.",
    ),
    _warning(
        "BSC252",
        "An objective has no owner",
        "What belongs to everybody is done by nobody.",
        "Name a person of people: under owner:.",
        f"{_PREMIUM}: each theme and objective has someone who answers for it.",
    ),
    _note(
        "BSC253",
        "A person owns nothing",
        "The person has a page with nothing on it: either the strategy misses someone, or the list of people is old.",
        "Give the person something to own, or take the entry out.",
        "Plain logic.",
    ),
    _note(
        "BSC254",
        "One person owns everything",
        "A strategy is carried out by many. Where one person owns all of it, it is that person's report.",
        "Give each objective to the one who can move it.",
        f"{_FOCUSED}: strategy is everyone's everyday job.",
    ),
)

_REVIEW = (
    _warning(
        "BSC261",
        "An initiative serves no objective",
        "It costs money and time, and nobody can say what for.",
        "Name the objectives under serves:, or stop the initiative.",
        f"{_BSC_1996}: initiatives close the gap to a target.",
    ),
    _note(
        "BSC262",
        "An initiative has ended unfinished",
        "Its end is over and less than all is done: the plan no longer tells the truth.",
        "Update progress: or the milestones; move end:; or write status: cancelled or done.",
        f"{_PREMIUM}: the portfolio of initiatives is reviewed like the KPIs.",
    ),
    _note(
        "BSC271",
        "A KPI is off track and no review speaks of it",
        "Readers see red and find neither a cause nor an answer.",
        "Add an entry on: kpi/... or its objective to reviews:, with analysis and decisions.",
        f"{_PREMIUM}: strategy reviews deal with what is off track.",
    ),
    _note(
        "BSC272",
        "The scorecard has never been reviewed",
        "A scorecard that nobody talks about is a report. The status of the KPIs is known, and nothing was made of it.",
        "Add what the last meeting said to reviews:, even if it is one sentence.",
        f"{_PREMIUM}: regular meetings review the strategy and test it.",
    ),
    _note(
        "BSC273",
        "The scorecard has not changed for more than a year",
        "Strategies are hypotheses, and a year of figures teaches something. (The date is that of the last commit that "
        "touched its files; a shallow clone hides it, and without a git repository the rule is not checked.)",
        "Go through objectives, targets and links once a year, and correct what was learned.",
        f"{_PREMIUM}: the strategy is tested and adapted at least once a year.",
    ),
)

_BENCHMARKS = (
    _note(
        "BSC281",
        "A benchmark is more than three years old",
        "Others have moved on since. Readers compare today's value with a world that is gone.",
        "Look for newer figures and correct year:, or take the benchmark out.",
        "Plain logic; three years are the time for which most strategies are made.",
    ),
    _note(
        "BSC282",
        "A benchmark names no year",
        "Nobody can tell whether the figures of others are of last year or of another age.",
        "Add year: where the source says it; otherwise silence the rule and say why.",
        "Plain logic.",
    ),
)

RULES: tuple[Rule, ...] = (*_MAP, *_KPIS, *_TARGETS, *_DATA, *_OWNERSHIP, *_REVIEW, *_BENCHMARKS)
