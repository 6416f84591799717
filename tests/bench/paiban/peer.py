"""paiban as a peer of the page benchmark: the content file becomes an edition of the same geometry and faces.

The benchmark is told of this folder by PEERS_EXTRA. `prepare` (not timed) writes a newsroom of its own into the work
folder: style, faces, manifest and stories; `command` builds the whole edition as one PDF.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

NAME = "paiban"
REPOSITORY = Path(__file__).resolve().parents[3]
PYTHON = Path(os.environ.get("PAIBAN_PYTHON") or REPOSITORY / ".venv" / "bin" / "python")

# What the timed process does: the command line, then the edition's PDF under the name the benchmark wants.
RENDER = """
import os, sys
from layout.cli import main
try:
    plain = ["--files", "edition", "--no-overlay", "--out", "made", *sys.argv[3:]]
    main(["-q", "--root", ".", "build", "issue.yaml", *plain], standalone_mode=False)
except SystemExit as end:
    pass
os.replace("made/" + sys.argv[2], sys.argv[1])
"""

FACES = {
    "serif": ("NotoSerifCJK-Regular.ttc", 2),
    "serif-bold": ("NotoSerifCJK-Bold.ttc", 2),
    "serif-black": ("NotoSerifCJK-Black.ttc", 2),
    "sans": ("NotoSansCJK-Regular.ttc", 2),
}


def version() -> str:
    """The version of paiban in this checkout."""
    shown = subprocess.run([PYTHON, "-m", "layout", "--version"], capture_output=True, text=True, check=True)
    return shown.stdout.strip()


def prepare(ctx) -> None:
    """Write the newsroom of this job into the work folder; compile the checkout as installing it would."""
    subprocess.run([PYTHON, "-m", "compileall", "-q", str(REPOSITORY / "layout")], check=True)
    page = ctx.content["page"]
    ctx.copy_photos(ctx.work)
    _write(ctx.work / "fonts" / "faces.yaml", _faces(ctx.font_dir))
    _write(ctx.work / "styles" / "peers.yaml", _style(page, ctx.content["pages"]))
    _write(ctx.work / "issue.yaml", _manifest(ctx.content))
    for sheet in ctx.content["pages"]:
        for story in sheet["stories"]:
            path = ctx.work / "stories" / f"{_name(sheet, story)}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(_story(story), "utf-8")


def command(ctx) -> list[str]:
    """The command that is timed."""
    fresh = ["--fresh"] if os.environ.get("PAIBAN_FRESH") == "1" else []
    return [str(PYTHON), "-c", RENDER, str(ctx.pdf), "peers_20251103.pdf", *fresh]


def environment(ctx) -> dict[str, str]:
    """Run the checkout's package whether or not it is installed."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def _write(path: Path, data: object) -> None:
    # JSON is YAML: no writer of our own is needed.
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


def _name(sheet, story) -> str:
    return f"p{sheet['number']:02d}-{story['id']}"


def _faces(folder: Path) -> dict:
    faces = {
        name: {"name": name, "licence": "OFL-1.1", "sources": [{"system": str(folder / file), "index": index}]}
        for name, (file, index) in FACES.items()
    }
    roles = {"body": ["serif"], "headline": ["serif-bold"], "nameplate": ["serif-black"], "sans": ["sans"]}
    return {"format": 1, "faces": faces, "roles": roles}


def _style(page: dict, sheets: list[dict]) -> dict:
    def points(value: float) -> str:
        return f"{round(value, 4)}pt"

    def kind(face: str, size: float, align: str = "left", **more: object) -> dict:
        return {
            "face": face,
            "size": points(size),
            "leading": points(more.pop("leading", size * 1.2)),
            "align": align,
            **more,
        }

    body, leading = page["body_pt"], page["leading_pt"]
    header = sheets[0]["header"]
    middle = header["lines"] * leading / 2
    return {
        "format": 1,
        "identity": {"id": "peers", "name": header["name"]},
        "page": {
            "width": f"{page['width_mm']}mm",
            "height": f"{page['height_mm']}mm",
            "bleed": "0mm",  # the others put nothing round the trim either
            "margins": {"top": points(page["top_pt"]), "left": points(page["left_pt"])},
        },
        "body": {"size": points(body), "leading": points(leading), "lines": page["lines"]},
        "grids": {"main": {"columns": page["columns"], "characters": 15, "gutter": points(page["gutter_pt"])}},
        "settings": {
            "body": {
                "punctuation": os.environ.get("PAIBAN_PUNCTUATION", "quanshen"),
                "gap": "1/4",
                "half_digits": True,
                "minimum_last": 2,
            },
            "headline": {"punctuation": "quanshen", "elastic": False, "gap": "1/4", "minimum_last": 1},
        },
        "types": {
            "body": kind("body", body, "justify", leading=leading, indent=2),
            "dateline": {"like": "body"},
            "strong": {"like": "body", "face": "headline"},
            "subhead": kind("sans", body, "center", leading=leading),
            "summary": kind("sans", body, "justify", leading=leading),
            "byline": kind("sans", 9, "center"),
            "byline-end": kind("sans", 9, "right"),
            "caption": kind("sans", 8.5, "left", leading=11),
            "credit": kind("sans", 8.5, "right", leading=11),
            "label": kind("sans", 10),
            "jump": kind("sans", 9),
            "advert-label": kind("sans", 7.5),
            "header-name": kind("nameplate", 40, "left", ink="red"),
            "header": kind("sans", 10),
        },
        "levels": {
            f"p{sheet['number']:02d}-{story['id']}": _level(story, leading, kind)
            for sheet in sheets
            for story in sheet["stories"]
        },
        "rules": {
            "column": {"weight": "0.5pt", "ink": "black"},
            "box": {"weight": "0.5pt", "ink": "black", "padding": "10pt"},
            "keyline": {"weight": "0pt"},
        },
        "pictures": {"caption_gap": "3pt", "above": "4pt", "below": "6pt"},
        "panels": {
            "header": {
                "texts": [
                    {"text": "{name}", "type": "header-name", "align": "left", "x": "0pt", "y": points(middle + 15)},
                    {
                        "text": "{date}　{weekday}　{lunar}",
                        "type": "header",
                        "align": "center",
                        "x": "0pt",
                        "y": points(middle + 4),
                    },
                    {
                        "text": "{section}　{staff}　{page}",
                        "type": "header",
                        "align": "right",
                        "x": "0pt",
                        "y": points(middle + 4),
                    },
                ],
                "rules": [{"y": points(header["lines"] * leading), "weight": "0.5pt"}],
            }
        },
        "templates": {
            "sheet": {
                "grid": "main",
                "panels": [
                    {"panel": "header", "column": 1, "columns": page["columns"], "line": 1, "lines": header["lines"]}
                ],
            }
        },
    }


def _level(story: dict, leading: float, kind) -> dict:
    """A level of its own for each story, whose white makes the headline block exactly as high as the content says."""
    head = story["head"]
    between = 0.45 * head["headline_pt"]
    sizes = [head["kicker_pt"] if story["kicker"] else 0, head["deck_pt"] if story["deck"] else 0, 9]
    parts = [size for size in sizes if size] + [head["headline_pt"]]
    high = head["headline_pt"] * 1.3 * (len(story["headline"]) - 1) + sum(parts)
    lines = head.get("lines", 0) * leading
    between = max(0.0, min(between, (lines - high) / (len(parts) + 1)))
    white = max(0.0, (lines - high - between * (len(parts) - 1)) / 2 - 0.02)
    return {
        "main": kind("headline", head["headline_pt"], "center", leading=head["headline_pt"] * 1.3),
        "sizes": [f"{round(head['headline_pt'] * step, 2)}pt" for step in (1, 0.95, 0.9, 0.85, 0.8)],
        "kicker": kind("sans", head["kicker_pt"], "center"),
        "deck": kind("sans", head["deck_pt"], "center"),
        "open": 0,
        "above": int(white / leading * 1000),
        "between": int(between / leading * 1000),
        "below": int(white / leading * 1000),
    }


def _manifest(content: dict) -> dict:
    return {
        "format": 1,
        "paper": "peers",
        "date": "2025-11-03",
        "number": 1,
        "pages": [_page(sheet) for sheet in content["pages"]],
    }


def _page(sheet: dict) -> dict:
    top = sheet["header"]["lines"] + 1
    return {
        "page": f"A{sheet['number']:02d}",
        "section": sheet["header"]["section"],
        "template": "sheet",
        "staff": {"editor": "温如絮", "layout": "陶野"},
        "stories": [_placed(sheet, story) for story in sheet["stories"]],
        "rules": [
            {"column": box["col"] + 1, "columns": box["span"], "line": box["line"]}
            for story in sheet["stories"]
            for box in story["boxes"]
            if box["line"] > top
        ],
    }


def _placed(sheet: dict, story: dict) -> dict:
    head = story["head"]
    vertical = head["mode"] == "vertical"
    headline = {"level": _name(sheet, story)}
    if vertical:
        headline |= {"direction": "down", "columns": head["columns"]}
    skip = 0 if vertical else head["lines"]
    aside = head["columns"] if vertical else 0
    pictures = []
    for photo in story["photos"]:
        box = story["boxes"][photo["box"]]
        first = photo["box"] == 0
        pictures.append(
            {
                "picture": photo["file"],
                "column": box["col"] + photo["col"] + (aside if first else 0) + 1,
                "columns": photo["span"],
                "line": box["line"] + photo["line"] + (skip if first else 0) + 1,
                "lines": photo["lines"],
            }
        )
    return {
        "story": f"stories/{_name(sheet, story)}.md",
        "at": [
            {"column": box["col"] + 1, "columns": box["span"], "line": box["line"] + 1, "lines": box["lines"]}
            for box in story["boxes"]
        ],
        "headline": headline,
        "pictures": pictures,
        "balance": False,
    }


def _story(story: dict) -> str:
    front = {"headline": story["headline"], "byline": story["byline"]}
    front |= {key: story[key] for key in ("kicker", "deck") if story[key]}
    front["pictures"] = [{"picture": p["file"], "caption": p["caption"]} for p in story["photos"]]
    header = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    return f"---\n{header}\n---\n" + "\n\n".join(story["paragraphs"]) + "\n"
