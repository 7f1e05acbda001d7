"""What is said of cells that are declared to be mended."""

from __future__ import annotations

from bsc_site.model.rule import sentence

NO_COLUMN = sentence("{problem}")
NO_ROW = sentence("{file} has no row {row} in its table; look where the cell stands now, or remove the correction")
SAYS_OTHERWISE = sentence(
    "row {row} of {file} has {cell} in '{column}', not {was}, so nothing is corrected; "
    "remove the correction, or write what stands there if it is still wrong"
)
