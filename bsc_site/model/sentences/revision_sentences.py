"""What is said of revisions that cannot be compared, each with the way to mend it."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NO_GIT = sentence("git is not installed, so there are no revisions to compare; install it, and try again")
NO_REPOSITORY = sentence(
    "this folder is in no git repository, so there are no revisions to compare; begin one with `git init`"
)
NO_COMMIT = sentence("'{revision}' is no revision: nothing was committed yet; commit the scorecard first")
UNKNOWN = sentence(
    "'{revision}' is no revision of this repository; `git log --oneline` and `git branch --all` list what there is"
)
CUT_OFF = sentence(
    "'{revision}' is not in this clone, whose history was cut off; fetch all of it with `git fetch --unshallow`, in a "
    "workflow with `fetch-depth: 0` under actions/checkout"
)
NO_SCORECARD = sentence("'{revision}' holds no scorecard: there is no folder scorecard/; name a later revision")
UNREADABLE = sentence(
    "git cannot hand out the files of '{revision}'; `git fsck` tells what is wrong with the repository"
)
NO_FOLDER = sentence("'{revision}' does not have the folder of this project; name a later revision")
NOT_LAID = sentence(
    "git cannot lay '{revision}' beside the project ({why}); `git fsck` tells what is wrong with the repository"
)
