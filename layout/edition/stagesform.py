"""What may stand in an edition's `stages.yaml`: who has signed which page, when, and over which hash."""

from __future__ import annotations

import re
from datetime import datetime

from layout.source.form import Form, Key, Many, Scalar
from layout.source.scalars import FILLED, PAGE, choice

_DIGEST = re.compile(r"[0-9a-f]{64}")


def _time(text: str) -> str:
    return datetime.fromisoformat(text).isoformat(timespec="seconds")


def _digest(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        raise ValueError(text)
    return text


TIME = Scalar(
    _time,
    "时间，像 2026-03-20T22:40:00",
    "a time like 2026-03-20T22:40:00",
    {"type": "string", "format": "date-time"},
)
DIGEST = Scalar(
    _digest,
    "64 位十六进制的散列值",
    "a hash of 64 hexadecimal digits",
    {"type": "string", "pattern": "^[0-9a-f]{64}$"},
)
STAGES = Form(
    "stages",
    (
        Key("format", "格式", choice("1"), "格式版本，现在是 1", "format version, now 1", required=True),
        Key(
            "records",
            "记录",
            Many(
                Form(
                    "stage",
                    (
                        Key("time", "时间", TIME, "何时", "when", required=True),
                        Key("page", "版", PAGE, "哪一版", "which page", required=True),
                        Key(
                            "stage",
                            "阶段",
                            choice("proof", "clean", "signed", "printed", "replated"),
                            "大样、清样、付印、已印、改版",
                            "page proof, clean proof, signed, printed, replated",
                            required=True,
                        ),
                        Key("role", "职务", FILLED, "以什么职务", "in which role", required=True),
                        Key("name", "姓名", FILLED, "何人", "who", required=True),
                        Key("hash", "散列", DIGEST, "那时的版面", "the page as it was", required=True),
                    ),
                ),
                most=20_000,
            ),
            "记录，只往后加",
            "the records; new ones are added at the end",
            required=True,
        ),
    ),
)
