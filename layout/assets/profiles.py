"""ICC profiles of presses, looked at before anything is converted with them (ISO 15076-1, 7.2; ISO 15930-7, 6.2)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import Struct

from layout.assets.profilefindings import BAD_PROFILE, NO_SEPARATION, NOT_A_PRESS
from layout.diagnostics import Sink, Span

_HEADER = 132
_TAG = 12
# From device-independent colour to inks, perceptual and colorimetric, and the way back.
_NEEDED = {b"B2A0", b"A2B0"}


class Profile(Struct, frozen=True):
    """An ICC profile of a press: its bytes, its major version, and the hash that results made with it depend on."""

    data: bytes
    version: int
    key: str


def read_profile(path: Path, sink: Sink, span: Span | None) -> Profile | None:
    """The profile of a press (class prtr, CMYK, with tables to separate by), or None with what is wrong reported."""
    try:
        data = path.read_bytes()
    except OSError as error:
        _report_bad(path, sink, span, error.strerror or "cannot be read")
        return None
    if len(data) < _HEADER or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        _report_bad(path, sink, span, "not an ICC profile, or cut short")
        return None
    sort, space = data[12:16].decode("latin-1").strip(), data[16:20].decode("latin-1").strip()
    if (sort, space) != ("prtr", "CMYK"):
        sink.report(NOT_A_PRESS, span, "profile", profile=path.name, sort=sort, space=space)
        return None
    missing = _NEEDED - _tags(data)
    if missing:
        tags = ", ".join(sorted(tag.decode() for tag in missing))
        sink.report(NO_SEPARATION, span, "profile", profile=path.name, tags=tags)
        return None
    return Profile(data, data[8], hashlib.sha256(data).hexdigest())


def _report_bad(path: Path, sink: Sink, span: Span | None, reason: str) -> None:
    sink.report(BAD_PROFILE, span, "profile", profile=path.name, reason=reason)


def _tags(data: bytes) -> set[bytes]:
    count = min(int.from_bytes(data[128:132], "big"), (len(data) - _HEADER) // _TAG)
    return {data[_HEADER + _TAG * n : _HEADER + _TAG * n + 4] for n in range(count)}
