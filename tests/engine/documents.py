"""Documents: what a browser makes of HTML, so that two ways of writing the same can be compared."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

Read = tuple[str, str]


def document(html: str) -> list[Read]:
    """Every element with its attributes and every text, in their order, at its depth; white space counts as one."""
    root = LexborHTMLParser(html).root
    found: list[Read] = []
    for node in root.traverse(include_text=True) if root is not None else ():
        depth, above = 0, node.parent
        while above is not None:
            depth, above = depth + 1, above.parent
        if node.tag == "-text":
            text = " ".join((node.text_content or "").split())
            found += [(f"{depth}", text)] if text else []
        else:
            found.append((f"{depth} {node.tag}", repr(sorted(node.attributes.items()))))
    return found
