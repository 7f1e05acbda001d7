"""What was probably meant by a word, and what follows a list that is cut."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

DID_YOU_MEAN = sentence("; did you mean '{near}'?")
AND_MORE = sentence("{named} and {more} more")
