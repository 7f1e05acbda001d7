"""The fonts of this folder: as the only ones that the tests' browser knows, and forced upon a page."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.misc.transform import Scale
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
_SCRIPTS = ("arabic", "hebrew", "thai", "devanagari", "cjk")
_PINNED = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>monospace</family><prefer><family>Plain Mono</family></prefer></alias>
  <match target="pattern"><edit name="family" mode="append_last"><string>Plain Sans</string></edit></match>
  <match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""


def pinned(folder: Path) -> Path:
    """A configuration, written into `folder`, under which Chromium on Linux knows the fonts of this folder alone."""
    config = folder / "fonts.conf"
    config.write_text(_PINNED.format(fonts=HERE, cache=folder / "fontcache"), encoding="utf-8")
    return config


@dataclass(frozen=True)
class Face:
    """A font in two weights, as the bytes of its files."""

    name: str
    regular: bytes
    bold: bytes


def face(name: str) -> Face:
    """The face whose files in this folder begin with `name`."""
    return Face(name, (HERE / f"{name}.ttf").read_bytes(), (HERE / f"{name}-bold.ttf").read_bytes())


def stretched(one: Face, factor: float) -> Face:
    """The same letters, `factor` times as wide."""
    return Face(f"{one.name} x {factor}", _stretched(one.regular, factor), _stretched(one.bold, factor))


def _stretched(data: bytes, factor: float) -> bytes:
    font = TTFont(BytesIO(data))
    glyphs, drawn = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        outline, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(outline)
        outline.replay(TransformPen(pen, Scale(factor, 1)))
        drawn[name] = pen.glyph()
    for name, glyph in drawn.items():
        font["glyf"][name] = glyph
    widths = font["hmtx"].metrics
    font["hmtx"].metrics = {
        name: (round(width * factor), round(side * factor)) for name, (width, side) in widths.items()
    }
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def style_of(one: Face) -> str:
    """A style sheet that sets every text of a page in this face, and the letters that it lacks in the others."""
    rules = [_rule("Forced", one.regular, "normal"), _rule("Forced", one.bold, "bold")]
    for script in _SCRIPTS:
        files = sorted(HERE.glob(f"{script}*.?tf"), key=lambda file: "bold" in file.name)
        rules += [_rule(script, file.read_bytes(), "bold" if "bold" in file.name else "normal") for file in files]
    families = ", ".join(["Forced", *_SCRIPTS])
    return "".join(rules) + f"body, body * {{ font-family: {families} !important }}"


def _rule(family: str, data: bytes, weight: str) -> str:
    source = f"data:font/ttf;base64,{base64.b64encode(data).decode()}"
    return f"@font-face {{ font-family: {family}; font-weight: {weight}; src: url({source}) }}\n"
