"""What is said of tables whose columns stand beside those of another one."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NO_SUCH_KEY = sentence(
    "{file} has no row for '{key}'{hint}; add one, correct it here, or say unmatched: empty in the join"
)
KEY_TWICE = sentence("{file} has several rows for '{key}', in lines {lines}, which differ; keep one of them")
