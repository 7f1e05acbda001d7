"""What is said of ids that clash, or that lead nowhere; `{hint}` is what was probably meant, or nothing."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NO_PERSON = sentence("there is no person '{id}' under people{hint}")
NO_KPI = sentence("there is no KPI '{id}'{hint}")
NO_OBJECTIVE = sentence("there is no objective '{id}' in the scorecard '{scope}'{hint}")
NO_THEME = sentence("there is no theme '{id}' under themes{hint}")
NO_INITIATIVE = sentence("there is no initiative '{id}' in the scorecard '{scope}'{hint}")
NO_SCORECARD = sentence("there is no scorecard '{id}'{hint}")
NO_SUCH_ELEMENT = sentence("there is no {kind} '{id}'{hint}")
NAME_FOR_AN_ID = sentence("'{name}' is a name; write its id: '{id}'")
CORRECT_OR_ADD = sentence("; correct the id, or add it")
NEAR_IS_LISTED = sentence("; remove it if it means '{near}', which stands in this list already, or correct the id")

PARENTS_LEAD_BACK = sentence("the parents lead back to '{id}': {chain}; set parent: null at the top")
SECOND_AT_THE_TOP = sentence("'{id}' is at the top already; set parent: to the scorecard that this one cascades from")
NO_AUDIENCE_OF_ALL = sentence(
    "'{audience}' is not among the audiences of the scorecard; use {allowed}; "
    "remove the line, what has no audience is for everybody"
)
NO_AUDIENCE_DECLARED = sentence("'{audience}' is not among the audiences of the scorecard; use {allowed}")
NO_USUAL_AUDIENCE = sentence(
    "'{audience}' is not among the audiences of the scorecard; use {allowed}, "
    "or declare your own: audiences: [everyone, leaders], widest first"
)
RESERVED_AUDIENCE = sentence(
    "'{name}' is reserved: `--audience {reserved}` leaves nothing out; choose another, such as everyone"
)
TURNED_AUDIENCES = sentence("audiences run from the widest to the narrowest; write audiences: [{right}]")
TOP_FOR_FEWER = sentence(
    "the scorecard at the top is on every site, so it is for everybody; write `audience: {audience}` at what is in it, "
    "or in a scorecard below"
)
NO_PARENT_TO_SUPPORT = sentence(
    "'{reference}' supports an objective of the parent, but the scorecard has none; set parent:"
)
NOT_IN_THE_PARENT = sentence("'{reference}' is not in the parent scorecard; write {parent}/ and one of its objectives")
NO_ELEMENT = sentence("'{address}' is no element; write kind/id with one of {kinds}, such as kpi/repeat-rate")
TWICE_IN_A_LIST = sentence("'{id}' stands in this list already; remove one of the two")
DRIVES_ITSELF = sentence("'{id}' drives itself; name another objective")
WAITS_FOR_ITSELF = sentence("'{id}' waits for itself; name another initiative")
WAIT_IN_A_CIRCLE = sentence("the initiatives wait for each other: {chain}; remove one of the dependencies")

RESERVED_ID = sentence("'{id}' is reserved; choose another id, such as {id}-1")
ID_TWICE = sentence("the {kind} '{id}' is already declared in {file}, line {line}; give one of the two another id")
ID_IN_OTHER_CAPITALS = sentence(
    "'{id}' differs only in capital letters from the {kind} '{other}' in {file}, line {line}; rename one of the two"
)

OTHER_FIGURES_TOO = sentence("from_children and {key} are both given; remove one of the two")
NO_NUMERATOR_BELOW = sentence("figures rolled up as {aggregate} have no numerator; use sum, mean or last")
NO_KPI_TO_ROLL_UP = sentence("no KPI is named; add kpis: [..], or tag: for all KPIs with that tag below")
NOTHING_BELOW = sentence("no scorecard has parent: {id}, so there is nothing to roll up")
NOT_BELOW = sentence("no scorecard below declares or lists '{id}'{hint}")
NO_TAG_BELOW = sentence("no KPI of a scorecard directly below has the tag '{tag}'{hint}")
KNOWN_TAGS = sentence("; there are {tags}")

NO_PERSPECTIVE = sentence("no file declares the perspective '{id}'{hint}")
DECLARE_PERSPECTIVE = sentence("; correct the id, or declare it with name: here or in another file")
CONTRADICTED = sentence(
    "{key} of the perspective '{id}' is {value} in {file}, line {line}; "
    "keep one of the two, or give this perspective another id"
)
HELPER_KPI = sentence(
    "'{id}' is hidden, so it has neither page nor status; name another KPI, or remove hidden: from this one"
)
