"""What the index says is fed, put where paiban takes such a thing: one room for each way of feeding it."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from tests.hostile.index import Case
from tests.hostile.neutral import Neutral, UnreadableError
from tests.hostile.room import GOOD_TEXT, Room, at, new_room, placed

# The only programs a recipe may ask for.
_TOOLS = {"ln", "mkdir", "mkfifo", "touch", "cp", "truncate", "python3"}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8}
_ACROSS = re.compile(r"(?:across|in) (one|two|three|four|five|six|eight) columns")
_INDEX = re.compile(r"index: *(-?[\w.\"]+)")
_OTHER_INDEXES = re.compile(r"also ([^)]*)\)")
# Faults that are about what follows from small inputs.
_ABOUT_SIZE = re.compile(r"dpi|resolution|shorter|empty$|passage")
# So long a file is fed as it is: nothing of it needs to be translated but where it stands.
_LONG = 2_000_000
_MOST_PLACED = 300


def rooms(case: Case, folder: Path) -> Iterator[Room]:
    """The rooms a case is fed in; every one of them has to end as the case says."""
    feeder = _FEEDERS.get(case.group)
    if feeder is None:
        raise ValueError(f"unknown group {case.group}")
    count = iter(range(1, 1000))
    strict = bool(_ABOUT_SIZE.search(case.says))
    loose = "off" if case.outcome == "ok" else "warning"
    yield from feeder(case, lambda: new_room(folder / str(next(count)), strict=strict, loose=loose))


def _content(case: Case, room: Room) -> bytes:
    """The bytes of the case's file, or of what its recipe makes."""
    if case.recipe:
        made = room.root.parent / "made"
        _cook(case, made)
        return made.read_bytes()
    return case.source.read_bytes()


def _cook(case: Case, made: Path) -> None:
    """Follow a recipe without a shell: OUT is `made`; what it prints is written there."""
    words = [word.replace("OUT", str(made)) for word in shlex.split(case.recipe)]
    if words[0] not in _TOOLS:
        raise ValueError(f"a recipe that is not known: {case.recipe[:60]}")
    if words[0] == "python3":
        words[0] = sys.executable
    done = subprocess.run(words, cwd=case.folder, capture_output=True, check=True)
    if done.stdout:
        made.write_bytes(done.stdout)


# -- text


def _texts(case: Case, room_of: Callable[[], Room]) -> Iterator[Room]:
    room = room_of()
    data = _content(case, room)
    if "headline" in case.feed_as:
        yield _headline(case, room, data.decode("utf-8"))
    elif "s2" in case.feed_as:
        for name in ("one", "two"):
            room.story(name, GOOD_TEXT.encode() * (name == "one") + b"\n" + data + b"\n")
        room.issue("pages:\n" + room.page_of([placed("one", at()), placed("two", at(3))]))
        yield room
    else:
        room.story("s1", data)
        room.issue("pages:\n" + room.page_of([placed("s1", _box_for(case, data))]))
        yield room


def _box_for(case: Case, data: bytes) -> str:
    across = _ACROSS.search(case.what)
    lines = 5 if len(data) < 100 else 14 if len(data) < 1500 else 113
    return (
        at(columns=_NUMBERS[across[1]], lines=lines)
        if across
        else at(columns=2 if len(data) < 1500 else 6, lines=lines)
    )


def _headline(case: Case, room: Room, text: str) -> Room:
    vertical = "vertical" in case.feed_as
    room.story("s1", GOOD_TEXT * 12, f"headline: {json.dumps(text, ensure_ascii=False)}\n")
    how = "{level: brief, direction: down, side: right}" if vertical else "{level: brief}"
    room.issue("pages:\n" + room.page_of([placed("s1", at(lines=60), f"headline: {how}")]))
    return room


# -- pictures


def _images(case: Case, room_of: Callable[[], Room]) -> Iterator[Room]:
    room = room_of()
    room.story("one", GOOD_TEXT * 4)
    written = _picture(case, room)
    across = _ACROSS.search(case.what)
    columns = _NUMBERS[across[1]] if across else 1
    place = f"column: 3, columns: {columns}, line: 6, lines: 15, caption: 渡口, credit: 文青禾 摄, alt: 渡口"
    more = f"    pictures:\n      - {{picture: {json.dumps(written, ensure_ascii=False)}, {place}}}\n"
    room.issue("pages:\n" + room.page_of([placed("one", at())], more))
    yield room


def _picture(case: Case, room: Room) -> str:
    """The path to be written in the manifest, the file (if any) put where it says."""
    if not case.recipe:
        written = _named(case.feed_as, "photo.file") or case.file
        target = room.edition / case.file
        target.parent.mkdir(parents=True, exist_ok=True)
        if case.source.exists():
            target.write_bytes(case.source.read_bytes())
        return written
    found = re.search(r"OUT/(\S+)", case.recipe)
    if found:
        (room.root.parent / "outside.jpg").write_bytes(b"\xff\xd8\xff\xd9")
        _cook(case, room.edition)
        return found[1]
    return str(yaml.safe_load(case.recipe)["photo"]["file"])


def _named(feed_as: str, key: str) -> str:
    """The path that feed_as itself gives for a key, if any."""
    found = re.search(rf"{re.escape(key)}: (\S+)", feed_as)
    return found[1] if found else ""


# -- page descriptions


def _descriptions(case: Case, room_of: Callable[[], Room]) -> Iterator[Room]:
    if case.recipe and not case.recipe.startswith("python3"):
        yield _run_around(case, room_of())
        return
    if case.recipe:
        room = room_of()
        yield _described(_content(case, room), case, room)
    if case.file:
        data = case.source.read_bytes()
        yield _described(data, case, room_of())
        if "each line alone" in case.result:
            for line in data.splitlines(keepends=True):
                yield _described(line, case, room_of())


def _described(data: bytes, case: Case, room: Room) -> Room:
    if len(data) > _LONG and data.startswith(b"stories: [{"):
        return _long_line(data, room)
    try:
        text = data.decode("utf-8-sig")
        Neutral(text.replace("\r\n", "\n"), room, one_line="one line" in case.what).write()
    except (UnreadableError, UnicodeDecodeError):
        room.story("s1", GOOD_TEXT)
        room.manifest.write_bytes(data)
    else:
        _as_bytes(data, room)
    return room


def _as_bytes(data: bytes, room: Room) -> None:
    """Give the files that were written the line ends and the byte order mark of the description."""
    for path in (room.manifest, *room.edition.glob("stories/*.md")):
        content = path.read_bytes()
        content = content.replace(b"\n", b"\r\n") if b"\r\n" in data else content
        path.write_bytes(b"\xef\xbb\xbf" + content if data.startswith(b"\xef\xbb\xbf") else content)


def _long_line(data: bytes, room: Room) -> Room:
    """A description of many megabytes in one line: a manifest in one line as long as that, with stories it can hold."""
    names = [f"s{number}" for number in range(_MOST_PLACED)]
    for name in names:
        room.story(name, "文。", f"headline: 第{name[1:]}篇\n")
    pages = []
    for start in range(0, len(names), 30):
        places = ", ".join(
            placed(name, at(1 + 2 * (n % 3), 2, 6 + 10 * (n // 3), 6))
            for n, name in enumerate(names[start : start + 30])
        )
        page = f"A{len(pages) + 1:02d}"
        pages.append(f"{{page: {page}, section: 要闻, template: inner-six, stories: [{places}]}}")
    spaces = " " * (len(data) - sum(map(len, pages)))
    head = "{format: 1, paper: hostile, date: 2026-03-20, number: 18234,"
    room.manifest.write_text(f"{head} pages: [{', '.join(pages)}]{spaces}}}\n", "utf-8")
    return room


def _run_around(case: Case, room: Room) -> Room:
    """A picture amid the columns of a story, text running round it: all over them, or in the middle of one."""
    room.story("one", GOOD_TEXT * 4)
    covers = "equal to" in case.recipe
    box = at(columns=1, lines=30, legs=1)
    (room.edition / "grey.png").write_bytes(_grey())
    lines = "line: 6, lines: 30" if covers else "line: 16, lines: 14"
    spot = "" if covers else ", contour: [[12, 0], [88, 0], [88, 100], [12, 100]], sides: both, fit: cover"
    words = "caption: 渡口, credit: 文青禾 摄, alt: 渡口"
    picture = f"{{picture: grey.png, column: 1, columns: 1, {lines}, {words}{spot}}}"
    more = f"headline: {{level: brief}}, pictures: [{picture}]"
    room.issue("pages:\n" + room.page_of([placed("one", box, more)]))
    return room


def _grey() -> bytes:
    import io

    from PIL import Image

    held = io.BytesIO()
    Image.new("L", (600, 800), 128).save(held, "PNG")
    return held.getvalue()


# -- faces


def _faces(case: Case, room_of: Callable[[], Room]) -> Iterator[Room]:
    indexes = [found[1]] if (found := _INDEX.search(case.feed_as)) else [""]
    if also := _OTHER_INDEXES.search(case.feed_as):
        indexes += [index.strip() for index in also[1].split(",")]
    for path in _font_paths(case):
        for index in indexes:
            yield _with_face(case, room_of(), path, index)


def _font_paths(case: Case) -> Iterator[str]:
    """Where the face's file is said to be: as the case writes it, and the other ways out that it names."""
    if case.file:
        yield case.file
        return
    yield str(yaml.safe_load(case.recipe)["fonts"]["body"]["file"])
    if "absolute" in case.what:
        yield "/usr/share/fonts/x.ttf"
    if "link" in case.what:
        yield "link-out.ttf"


def _with_face(case: Case, room: Room, path: str, index: str) -> Room:
    fonts = room.root / "fonts"
    if case.file:
        target = fonts / case.file
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(case.source.read_bytes())
    outside = room.root.parent / "x.ttf"
    outside.write_bytes(b"OTTO")
    (fonts / "link-out.ttf").symlink_to(outside)
    vertical = "vertical" in case.feed_as
    role = "song-bold" if vertical else "body"
    source = json.dumps(path, ensure_ascii=False)
    numbered = f", index: {index}" if index else ""
    face = f"  hostile:\n    name: H\n    licence: OFL-1.1\n    sources: [{{file: {source}{numbered}}}]\n"
    text = (fonts / "faces.yaml").read_text("utf-8")
    text = text.replace("faces:\n", "faces:\n" + face, 1)
    text = re.sub(rf"^  {role}: \[", f"  {role}: [hostile, ", text, count=1, flags=re.MULTILINE)
    (fonts / "faces.yaml").write_text(text, "utf-8")
    words = _drawable(fonts / path if case.file else None, int(index) if index.isdigit() else 0)
    front = f"headline: {words if vertical else '渡口的灯'}\n"
    room.story("one", words * (1 if len(words) > 30 else 12), front)
    more = "headline: {level: brief, direction: down, side: right}" if vertical else "headline: {level: brief}"
    room.issue("pages:\n" + room.page_of([placed("one", at(lines=24), more)]))
    return room


def _drawable(path: Path | None, index: int) -> str:
    """Text of the characters a face has; what any face has when it cannot be read."""
    from fontTools.ttLib import TTFont

    try:
        has = {chr(code) for code in TTFont(path, fontNumber=index).getBestCmap()} if path else set()
    except Exception:  # a broken face is what is wanted
        has = set()
    han = "".join(sorted(c for c in has if "\u4e00" <= c <= "\u9fff"))
    quoted = f"“{han[:2]}”" if "“" in has else ""
    comma, stop = ("，" if "，" in has else ""), ("。" if "。" in has else "")
    return f"{han}{comma}{quoted}{han}{stop}" if len(han) > 1 else GOOD_TEXT


_FEEDERS = {"text": _texts, "image": _images, "yaml": _descriptions, "font": _faces}
