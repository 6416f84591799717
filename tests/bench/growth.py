"""Editions of any number of pages, made of the sample's: its pages over and over, their stories in other words.

Pages that stand alone are taken (no jumps, no spreads). A story's clauses are dealt out anew for every page, so that
lines fall otherwise and no passage comes twice.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "issues" / "2026-03-20"
PAGES = ("B01", "B04", "A02")
_CLAUSE = re.compile(r"[^，。；！？]+[，。；！？]+")
_PAIRED = str.maketrans("", "", "“”‘’《》（）")


def newsroom(folder: Path, pages: int, seed: int = 1) -> Path:
    """A newsroom in `folder` with one edition of so many pages; gives its manifest."""
    shutil.copytree(ROOT / "styles", folder / "styles", dirs_exist_ok=True)
    shutil.copytree(ROOT / "fonts", folder / "fonts", dirs_exist_ok=True)
    edition = folder / "issues" / SAMPLE.name
    for part in ("adverts", "charts", "pictures", "tables"):
        shutil.copytree(SAMPLE / part, edition / part, dirs_exist_ok=True)
    manifest = yaml.safe_load((SAMPLE / "issue.yaml").read_text("utf-8"))
    known = {page["page"]: page for page in manifest["pages"]}
    made = [_page(known[PAGES[at % len(PAGES)]], at, edition, random.Random(seed + at)) for at in range(pages)]
    wanted = {"format": manifest["format"], "paper": manifest["paper"], "date": manifest["date"].isoformat()}
    wanted |= {"number": manifest["number"], "pages": made}
    path = edition / "issue.yaml"
    path.write_text(json.dumps(wanted, ensure_ascii=False, default=_as_text), "utf-8")
    return path


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _page(sample: dict[str, Any], at: int, edition: Path, chance: random.Random) -> dict[str, Any]:
    page = {**sample, "page": f"{chr(65 + at // 99)}{at % 99 + 1:02d}"}
    page["stories"] = [{**place, "story": _story(place["story"], at, edition, chance)} for place in page["stories"]]
    return page


def _story(written: str, at: int, edition: Path, chance: random.Random) -> str:
    """A story of the sample with its clauses in another order."""
    source = (SAMPLE / written).read_text("utf-8")
    _, front, body = source.split("---\n", 2)
    name = f"stories/{Path(written).stem}-{at:03d}.md"
    target = edition / name
    target.parent.mkdir(exist_ok=True)
    target.write_text(f"---\n{front}---\n{_dealt(body, chance)}", "utf-8")
    return name


def _dealt(body: str, chance: random.Random) -> str:
    """The clauses of the prose dealt out anew; subheads, tables and what else is no prose stay as they are."""
    blocks = body.translate(_PAIRED).split("\n\n")
    prose = [at for at, block in enumerate(blocks) if re.match(r"\s*\w", block) and "{" not in block]
    counts = [len(_CLAUSE.findall(blocks[at])) for at in prose]
    clauses = [clause for at in prose for clause in _CLAUSE.findall(blocks[at])]
    chance.shuffle(clauses)
    for at, count in zip(prose, counts, strict=True):
        taken, clauses = clauses[:count], clauses[count:]
        blocks[at] = "".join(taken) if taken else blocks[at]
    return "\n\n".join(blocks)
