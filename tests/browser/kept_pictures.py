"""Pictures of pages as they are meant to look: kept small, compared cell by cell, anew where `BSC_RENEW` is set."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "pictures"
SCALE = 4
"""Pixels of the page that become one pixel of the picture."""
CELL = 6
"""Width and height of what is compared as one, in pixels of the picture."""
STEP = 20
"""Difference of two cells' colours, of 255, that an eye notices at once."""
SHARE = 0.02
"""Share of cells that may differ: another version of the browser draws letters and curves a little differently."""
_SMALL = """async ([picture, scale]) => {
  const image = await createImageBitmap(await (await fetch(picture)).blob());
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width / scale);
  canvas.height = Math.round(image.height / scale);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/webp", 0.85);
}"""
_DIFFERENT = """async ([first, second, size, step]) => {
  const cells = async (picture) => {
    const image = await createImageBitmap(await (await fetch(picture)).blob());
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(image.width / size);
    canvas.height = Math.ceil(image.height / size);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, image.width / size, image.height / size);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
  const [one, other] = [await cells(first), await cells(second)];
  const wide = Math.max(one.width, other.width), high = Math.max(one.height, other.height);
  let different = 0;
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      if (x >= one.width || x >= other.width || y >= one.height || y >= other.height) { different += 1; continue; }
      const [at, there] = [4 * (y * one.width + x), 4 * (y * other.width + x)];
      const away = [0, 1, 2].map((part) => Math.abs(one.data[at + part] - other.data[there + part]));
      if (Math.max(...away) > step) different += 1;
    }
  }
  return different / (wide * high);
}"""


@dataclass(frozen=True)
class Drawing:
    """A page as it looks now, as a data address of a small picture."""

    address: str

    @property
    def content(self) -> bytes:
        """The bytes of the picture."""
        return base64.b64decode(self.address.partition(",")[2])


def drawing_of(page: Page, desk: Page) -> Drawing:
    """The whole page, made small; `desk` is a page of its own on which pictures are worked at."""
    shot = base64.b64encode(page.screenshot(full_page=True, animations="disabled", caret="hide")).decode()
    return Drawing(desk.evaluate(_SMALL, [f"data:image/png;base64,{shot}", SCALE]))


def difference(one: Drawing, other: Drawing, desk: Page) -> float:
    """The share of cells, 0 to 1, in which two pictures differ so that one sees it."""
    return float(desk.evaluate(_DIFFERENT, [one.address, other.address, CELL, STEP]))


def kept(name: str) -> Drawing | None:
    """The picture that is kept under this name, if there is one."""
    path = FOLDER / f"{name}.webp"
    return Drawing(f"data:image/webp;base64,{base64.b64encode(path.read_bytes()).decode()}") if path.exists() else None


def renewed(name: str, drawing: Drawing) -> bool:
    """Whether pictures are made anew in this run; then this one now is."""
    if not os.environ.get("BSC_RENEW"):
        return False
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.webp").write_bytes(drawing.content)
    return True
