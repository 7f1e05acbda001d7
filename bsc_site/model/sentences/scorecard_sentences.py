"""What is said of the files of a scorecard, and of values that contradict each other."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NO_FOLDER = sentence(
    "there is no folder {folder}/ here; name the project's folder with -C, or start one with bsc-site init"
)
EMPTY_FOLDER = sentence("the folder {folder}/ holds no file *.yml; write a first one with id: and title:")
CANNOT_BE_READ = sentence("the file cannot be read ({reason}); check its permissions")
NO_SCORECARD_AT_ALL = sentence("no file holds the id of a scorecard; add id: and title: to one")
NO_SCORECARD_NEAR = sentence(
    "no file of this folder, or above it, holds the id of a scorecard; add id: and title: here, or to a file beside"
)
SEVERAL_SCORECARDS = sentence(
    "this part could belong to {files}; move it into a folder with its scorecard, or set parent: in the others"
)
KEY_IN_TWO_FILES = sentence("{key} stands already in {file}, line {line}; keep it in one of the two files")

PER_CENT_IN_ANOTHER_UNIT = sentence(
    "'{text}' is per cent, but the KPI's unit is {unit}; write the figure in {unit}, or declare unit: '%'"
)
HORIZON_ENDS_FIRST = sentence("the horizon ends with {end}, before it begins with {start}; exchange the two")
INITIATIVE_ENDS_FIRST = sentence(
    "the initiative ends with {end}, before it starts with {start}; correct one of the two"
)
MILESTONE_OUTSIDE = sentence(
    "{due} lies outside of the initiative ({start} to {end}); correct the milestone, or the initiative's start or end"
)
DONE_BEFORE_THE_START = sentence(
    "done in {done}, before the initiative starts ({start} to {end}); correct one of the two"
)
NO_OWN_KPI = sentence(
    "self takes the score of the element's own KPI, and there is none; use mean, worst, best or most_frequent"
)
NO_SUCH_RULE = sentence("there is no rule '{rule}'; write a code such as BSC204")
NOT_TO_BE_IGNORED = sentence("{rule} ({title}) cannot be ignored; mend it instead")
NO_REASON = sentence("the reason is empty; say why the rule does not apply here")

REVIEW_SAYS_NOTHING = sentence(
    "the review says nothing; add analysis:, recommendation: or decisions:, or remove the entry"
)
NOBODY_OWNS = sentence("nobody owns the decision; add owner: with the id of a person")
DUE_ON_NO_DAY = sentence("the decision is due on no day; add due:, or done: when it is carried out")
BEFORE_THE_REVIEW = sentence(
    "{key} in {when}, before the review of {period} that decided it; correct one of the two periods"
)

BY_A_DEFAULT = sentence(
    "{message}; the KPI has this from the default in {file}, line {line}: mend it there, or say otherwise here"
)
EMPTY_BESIDE_A_DEFAULT = sentence(
    "{key} has no value, and there is a default for it in line {line}; write {key}: null to take the default away, or "
    "remove the line to have it"
)
NO_DEFAULT = sentence("{key} cannot have a default: every KPI has its own; remove the line")
