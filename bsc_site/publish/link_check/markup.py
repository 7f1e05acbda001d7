"""The markup of a page as a browser reads it, down to the documents and styles within it."""

from __future__ import annotations

import codecs

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bsc_site.publish.link_check.reading import TELLING, Attributes, PageReading
from bsc_site.publish.link_check.scripts import foreign_in_script
from bsc_site.publish.link_check.styles import foreign_in_style

MERMAID = "mermaid (the theme draws this diagram with code from unpkg.com)"
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8, unless a byte order mark says otherwise, which browsers heed before all else."""
    mark, encoding = next((each for each in _BYTE_ORDER_MARKS if content.startswith(each[0])), (b"", "utf-8"))
    return content[len(mark) :].decode(encoding, "replace")


def read_page(html: str) -> PageReading:
    """What stands in a page of HTML.

    Comments, the texts of scripts and what is typed in a `<textarea>` hold nothing. The content of a `<noscript>`
    counts, read as a browser without scripts reads it and as one with them. Of a `<template>` only the loads count:
    some script will show it, and until then its links lead nowhere.
    """
    tree, reading = LexborHTMLParser(html), PageReading()
    tags = _take(reading, tree.root)
    if "noscript" in tags:
        reading.foreign |= _loads_below(LexborHTMLParser(html, scripting=True).root)
    if "mermaid" in html and tree.css_first(".mermaid") and not tree.css_first("script[src*=mermaid]"):
        reading.foreign.add(MERMAID)
    return reading


def _loads_below(node: LexborNode | None) -> set[str]:
    reading = PageReading()
    _take(reading, node)
    return reading.foreign


def _take(reading: PageReading, root: LexborNode | None) -> set[str]:
    """Take in everything below a node; the names of elements that say something by their content."""
    if root is None:
        return set()
    says_nothing = TELLING.isdisjoint
    for node in root.traverse():
        attributes = node.attributes
        if not says_nothing(attributes):
            reading.take(node.tag or "", attributes)
    talking = root.css("style, script, template, noscript")
    for node in talking:
        _take_content(reading, node)
    take_inner(reading)
    return {node.tag or "" for node in talking}


def _take_content(reading: PageReading, node: LexborNode) -> None:
    if node.tag == "template":
        reading.foreign |= {each for content in node.template_fragments() for each in _loads_below(content)}
    elif node.tag != "noscript":
        take_text(reading, node.tag or "", node.attributes, node.text())


def take_text(reading: PageReading, tag: str, attributes: Attributes, text: str) -> None:
    """Take in what the text of a `<style>` or a `<script>` loads."""
    if tag == "style":
        reading.foreign |= foreign_in_style(text)
    else:
        reading.foreign |= foreign_in_script(text, attributes.get("type") or "")


def take_inner(reading: PageReading) -> None:
    """The documents that stand in attributes: what they load, and the links of those that start from this page."""
    for kind, text in reading.inner:
        if "css" in kind:
            reading.foreign |= foreign_in_style(text)
        elif "javascript" in kind:
            reading.foreign |= foreign_in_script(text)
        else:
            within = read_page(text)
            reading.foreign |= within.foreign
            if kind == "srcdoc":
                reading.links |= {each for each in within.links if not each.startswith("#")}
    reading.inner.clear()
