"""What the rules about balance say of an element, with a named place for each figure."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence, sentence_of_count

TOO_MANY_OBJECTIVES = sentence("{count} objectives; {most} are the most that stay readable")
TOO_FEW_OBJECTIVES = sentence_of_count(
    "{count} objective; with fewer than {fewest} there is no way from one to another",
    "{count} objectives; with fewer than {fewest} there is no way from one to another",
)
NO_LINK_AT_ALL = sentence("none of the {count} objectives is linked to another one")
OBJECTIVE_WITHOUT_LINK = sentence_of_count(
    "none of the {count} link of the map begins or ends at '{name}'",
    "none of the {count} links of the map begins or ends at '{name}'",
)
LINK_LEADS_DOWN = sentence(
    "the link to '{name}' leads down from row {from_row} ({from_name}) to row {to_row} ({to_name})"
)
LINKS_IN_A_CIRCLE = sentence("{count} objectives drive each other in a circle: {chain}")
LINK_WITHOUT_REASON = sentence("link {position} of {count}, to '{name}', does not say why it should hold")
ONLY_LINKS_OF_THE_TOP_ROW = sentence(
    "all {count} links begin or end in the top row ({name}); the {rows} rows below are not linked with each other"
)
VAGUE_NAME = sentence_of_count(
    "the name '{name}' holds {count} general word and nothing definite",
    "the name '{name}' holds {count} general words and nothing definite",
)
TOO_MANY_KPIS = sentence("{count} KPIs; more than {most} are no longer the few that matter")
OBJECTIVE_WITHOUT_KPI = sentence("'{name}' has no KPI, so nobody can tell whether it is reached")
OBJECTIVE_WITH_TOO_MANY_KPIS = sentence("'{name}' has {count} KPIs; {most} are the most that still point one way")
NONE_LEADS = sentence_of_count(
    "the only KPI of '{name}' is a lagging one",
    "all {count} KPIs of '{name}' are lagging ones",
)
ONLY_FINANCIAL_KPIS = sentence("all {count} KPIs are about money")
PILOT_SUGGESTED = sentence("{count} KPIs on a first scorecard; begin with {most} at most, or call it a pilot")
KPI_WITHOUT_DESCRIPTION = sentence(
    "'{name}' has none of the 3 that say what it is: description, purpose, formula in words"
)
SAME_MEASURE_TWICE = sentence("'{name}' is 1 of 2 KPIs from the same source and formula; the other is '{other}'")
AVERAGED_PERCENTAGES = sentence_of_count(
    "{count} figure of '{name}' is the plain mean of up to {most} percentages; "
    "a small part counts as much as a large one",
    "{count} figures of '{name}' are the plain mean of up to {most} percentages; "
    "a small part counts as much as a large one",
)
AVERAGED_RATIOS = sentence_of_count(
    "{count} figure of '{name}' is the plain mean of up to {most} ratios; a small part counts as much as a large one",
    "{count} figures of '{name}' are the plain mean of up to {most} ratios; a small part counts as much as a large one",
)
KPI_WITHOUT_TARGET = sentence_of_count(
    "'{name}' has {count} figure and no target, so it has no status",
    "'{name}' has {count} figures and no target, so it has no status",
)
NO_TARGET_AHEAD = sentence_of_count(
    "the only target of '{name}' lies in the past: the last was for {last}, {ago} ago",
    "each of the {count} targets of '{name}' lies in the past: the last was for {last}, {ago} ago",
)
STATUS_NEVER_CHANGED = sentence("'{name}' was '{word}' in all {count} periods, so its status tells nothing new")
BENCHMARK_IS_OLD = sentence("the benchmark of '{name}' is {age} years old; {most} are the most that still compare")
BENCHMARK_WITHOUT_YEAR = sentence("the benchmark of '{name}' names {source}, and no year")
KPI_WITHOUT_SOURCE = sentence("'{name}' has neither source nor formula, and no figure in data/")
FIGURES_ARE_LATE = sentence_of_count(
    "'{name}' is {late} late: {next} was due on {due}; {count} period is missing",
    "'{name}' is {late} late: {next} was due on {due}; {count} periods are missing",
)
FINER_THAN_ITS_DATA = sentence("'{name}' is {frequency}, but its {count} figures usually come every {step}")
NO_OWNER = sentence("'{name}' has no owner")
OWNS_NOTHING = sentence("'{name}' owns nothing: no objective, KPI, initiative, risk or decision")
OWNS_EVERYTHING = sentence("all {count} owned objectives and KPIs belong to '{name}'")
SERVES_NO_OBJECTIVE = sentence("'{name}' serves no objective")
ENDED_UNFINISHED = sentence("'{name}' ended {ago} ago, on {end}, with {done} done")
OFF_TRACK_WITHOUT_REVIEW = sentence("'{name}' has been '{word}' for {long}, since {since}, and no review speaks of it")
NEVER_REVIEWED = sentence_of_count(
    "{count} KPI has a status, and no review says what was made of it",
    "{count} KPIs have a status, and no review says what was made of it",
)
UNCHANGED_FOR_A_YEAR = sentence("its files last changed on {day}, {days} days ago")
