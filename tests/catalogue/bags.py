"""Small packages made by hand: an index and a file a page, as a catalogue needs them."""

from __future__ import annotations

import json
from pathlib import Path

from layout.release.archive.bag import write_bag

TEXTS = {
    "ferry": "渡口的灯\n入夜以后，渡口的灯还亮着。摆渡人把缆绳又系了一道。\n第二班船十点开，来的人不多。",
    "bridge": "新桥合龙\n昨天上午，澜江新桥合龙。桥上的灯今夜试亮。",
}


def index_of(name: str = "2026-03-20", version: int = 1, texts: dict[str, str] | None = None, **values) -> dict:
    day = values.pop("date", name[:10])
    page = {
        "page": "A01",
        "section": values.pop("section", "要闻"),
        "size": [1000, 1500],
        "pdf": "pdf/A01.pdf",
        "press": {"file": "A01.pdf", "sha256": f"press-{version}"},
        "text": f"text-{version}",
        "pictures": [],
        "adverts": [],
    }
    articles = [
        {
            "id": story,
            "title": text.split("\n")[0],
            "label": "",
            "kicker": "",
            "deck": "",
            "byline": "本报记者 闻远",
            "people": ["闻远"],
            "pages": [{"page": "A01", "rect": [10, 20, 300, 400]}],
            "rights": "",
            "embargo": values.get("embargo", ""),
            "pictures": [],
            "text": text,
            "stretches": list(_stretches(text)),
        }
        for story, text in (texts or TEXTS).items()
    ]
    return {
        "format": 1,
        "id": f"lanchuan-daily/{name}/v{version}",
        "paper": "lanchuan-daily",
        "publication": "澜川日报",
        "edition": name,
        "kind": "issue",
        "date": day,
        "number": 7,
        "version": version,
        "rights": "© 2026 澜川日报",
        "pages": [page],
        "articles": articles,
    }


def _stretches(text: str):
    at = 0
    for number, line in enumerate(text.split("\n")):
        yield ["A01", f"A01_B{number:04d}", "paragraph", at, at + len(line), 10.0, 20.0 + number, 280.0, 12.0]
        at += len(line) + 1


def bag(folder: Path, index: dict) -> Path:
    payload = {
        "edition.json": json.dumps(index, ensure_ascii=False).encode(),
        "pdf/A01.pdf": b"%PDF " + folder.name.encode(),
    }
    write_bag(folder, payload, {})
    return folder
