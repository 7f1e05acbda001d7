"""What is said of a file that is not the export that its source names."""

from __future__ import annotations

from bsc_site.model.rule import sentence

ANOTHER_LAYOUT = sentence("{file} is no {title}: it has no '{missing}'; it is a {other}; write {name}")
ANOTHER_FILE = sentence(
    "{file} is no {title}: it has no '{missing}'; take `layout` away, and see how it is read with: "
    "bsc-site suggest {file}"
)
SEVERAL_CURRENCIES = sentence(
    "the orders of {file} are in {currencies}, and amounts of several currencies are no sum; take the orders of one, "
    "with `where: {{Currency: {first}}}`"
)
