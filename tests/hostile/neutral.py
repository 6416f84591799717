"""A page description in the index's neutral words, written again in paiban's: names change, faults stay.

What no YAML reader would take (bad syntax, anchors, tags, a second document, too deep a nesting) is fed as it is.
Otherwise values are copied as they were written, quotes and all. Frames in millimetres become boxes: their edges from
left to right are the page's columns, so that what overlaps or touches still does.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import yaml

from tests.hostile.room import Room

_DEEPEST = 60
_LENGTH = re.compile(r"-?\d+(?:\.\d+)?")
_LINE_MM = 4.06
# Under the folio line of the page.
_FIRST_LINE = 6
# The running number of the usual date; another date has another one.
_NUMBER = 18234
_STORY_WORDS = {"headline": "headline", "byline": "byline", "kicker": "kicker", "deck": "deck", "summary": "summary"}
_FRAME_WORDS = {"columns": "legs", "gutter": "gutter", "w": "columns", "h": "lines", "x": "column", "y": "line"}
_TYPE_WORDS = {"size", "leading", "tracking", "face", "ink", "align"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class UnreadableError(ValueError):
    """The description cannot be read as plain YAML: it is fed as it is."""


@dataclass(slots=True)
class Neutral:
    """The description's tree, and the room it is written into; `one_line` says that headlines may not be broken."""

    text: str
    room: Room
    one_line: bool = False

    def write(self) -> None:
        """Write manifest, stories and style. Raises UnreadableError."""
        root = self._root()
        stories = self._items(root, "stories")
        for story in stories:
            self._story(story)
        self.room.style(self._style(root))
        self.room.issue(self._pages(root, stories), self._head(root))

    def _root(self) -> yaml.MappingNode:
        depth = most = 0
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
                most = max(most, depth)
                if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
                    raise UnreadableError("anchor or tag")
            root = yaml.compose(self.text, Loader=yaml.BaseLoader) if most <= _DEEPEST else None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise UnreadableError(str(error)) from error
        if not isinstance(root, yaml.MappingNode):
            raise UnreadableError("not a mapping of a sensible depth")
        return root

    # -- pieces of the tree

    def _get(self, node: yaml.Node | None, key: str) -> yaml.Node | None:
        if not isinstance(node, yaml.MappingNode):
            return None
        return next((value for name, value in node.value if name.value == key), None)

    def _items(self, node: yaml.Node, key: str) -> list[yaml.Node]:
        found = self._get(node, key)
        return list(found.value) if isinstance(found, yaml.SequenceNode) else []

    def _raw(self, node: yaml.Node) -> str:
        """A value as it was written, to stand in a flow mapping; a block of text becomes a quoted one."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            return json.dumps(_plain(node), ensure_ascii=False)
        if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}:
            return json.dumps(node.value, ensure_ascii=False)
        written = self.text[node.start_mark.index : node.end_mark.index]
        return " ".join(written.split("\n"))

    def _word(self, node: yaml.Node | None, default: str = "") -> str:
        return node.value if isinstance(node, yaml.ScalarNode) else default

    # -- stories

    def _story(self, node: yaml.Node) -> None:
        name = self._word(self._get(node, "id"))
        if not _is_file_name(name):
            return
        front = "".join(self._front_line(key, value) for key, value in _pairs(node) if key in _STORY_WORDS)
        front += "" if "headline:" in front else "headline: 题\n"
        body = self._get(node, "body")
        # Of what no YAML knows about our bodies only the empty ones matter: a body is a file's text.
        empty = isinstance(body, yaml.ScalarNode) and body.style is None and body.value in {"", "~", "null"}
        text = "" if empty else self._word(body, "文。" if body is None else self._raw(body))
        self.room.story(name, text, front)
        self.room.stories.append(name)

    def _front_line(self, key: str, value: yaml.Node) -> str:
        if isinstance(value, yaml.ScalarNode) and value.style in {"|", ">"}:
            header, *lines = self.text[value.start_mark.index : value.end_mark.index].split("\n")
            least = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
            return f"{key}: {header}\n" + "".join(f"  {line[least:]}\n" for line in lines)
        written = self._raw(value)
        # A head whose lines the editor gives is not broken; it takes two to be a list of lines.
        return f"{key}: [{written}, 题]\n" if self.one_line and key == "headline" else f"{key}: {written}\n"

    # -- the style

    def _style(self, root: yaml.Node) -> str:
        sizes = [self._get(root, "page"), *self._items(root, "pages")]
        sized = next((node for node in sizes if self._get(node, "width") or self._get(node, "height")), None)
        page = self._get(root, "page")
        lines = []
        if page is not None and not isinstance(page, yaml.MappingNode):
            lines.append(f"page: {self._raw(page)}\n")
        elif sized is not None:
            keys = [f"{key}: {self._raw(value)}" for key, value in _pairs(sized) if key not in {"number", "frames"}]
            lines.append(f"page: {{{', '.join(keys)}}}\n")
        return "".join(lines) + self._types(root)

    def _types(self, root: yaml.Node) -> str:
        found = {key: self._type(value) for key, value in _pairs(self._get(root, "styles"))}
        colours = [self._ink(colour) for colour in self._items(root, "colours")]
        found |= {
            f"colour-{number}": f"{{face: body, size: 9pt, leading: 12pt, ink: {ink}}}"
            for number, ink in enumerate(colours)
        }
        named = [self._raw(style) for story in self._items(root, "stories") if (style := self._get(story, "style"))]
        found |= {f"story-{number}": f"{{like: {name}}}" for number, name in enumerate(named)}
        listed = "".join(f"  {name}: {text}\n" for name, text in found.items())
        return f"types:\n{listed}" if listed else ""

    def _type(self, node: yaml.Node) -> str:
        written = {key: self._raw(value) for key, value in _pairs(node)}
        full = {"face": "body", "size": "9pt", "leading": "12pt"} | written
        return "{" + ", ".join(f"{key}: {value}" for key, value in full.items()) + "}"

    def _ink(self, node: yaml.Node) -> str:
        if (cmyk := self._get(node, "cmyk")) is not None:
            return " ".join(f"{name}{self._word(part)}" for name, part in zip("cmyk", cmyk.value, strict=False))
        return self._raw(self._get(node, "spot") or node)

    # -- the manifest

    def _head(self, root: yaml.Node) -> str:
        dates = [self._word(value) for _, value in _pairs(self._get(root, "paper")) if _DATE.match(self._word(value))]
        date = next((written for written in dates if not _is_date(written)), dates[0] if dates else "2026-03-20")
        unknown = [
            f"{key}: {self._raw(value)}\n"
            for key, value in _pairs(root)
            if key not in {"page", "pages", "stories", "frames", "paper", "styles", "colours", "photos", "labels"}
        ]
        return f"date: {date}\nnumber: {_NUMBER}\n" + "".join(unknown)

    def _pages(self, root: yaml.Node, stories: list[yaml.Node]) -> str:
        wrong = self._get(root, "stories")
        if wrong is not None and not isinstance(wrong, yaml.SequenceNode):
            return "pages:\n" + self.room.page_of([]) + f"    stories: {self._raw(wrong)}\n"
        frames = self._get(root, "frames")
        if frames is not None and not isinstance(frames, yaml.SequenceNode):
            return "pages:\n" + self.room.page_of([]) + f"    stories: [{self._raw(frames)}]\n"
        if frames is None:
            places = [self._seat(story, number) for number, story in enumerate(stories)]
        else:
            places = [place for frame in frames.value if (place := self._frame(frame, frames.value))]
        holes = [self._frame(frame, frames.value, hole=True) for frame in frames.value] if frames else []
        more = "".join(f"      - {hole}\n" for hole in holes if hole)
        more = f"    fillers:\n{more}" if more else ""
        names = [self._page_name(page) for page in self._items(root, "pages")] or ["A01"]
        first, *rest = names
        written = self.room.page_of(places, more, first)
        return "pages:\n" + written + "".join(self.room.page_of([], "", name) for name in rest)

    def _page_name(self, node: yaml.Node) -> str:
        number = self._word(self._get(node, "number"), "1")
        if not number.isdigit() or not int(number):
            return json.dumps(number)
        letter, rest = divmod(int(number) - 1, 99)
        return f"{chr(ord('A') + letter % 26)}{rest + 1:02d}"

    def _seat(self, story: yaml.Node, number: int) -> str:
        """A place for a story that the description gives none: its columns are those it says."""
        columns = self._get(story, "columns")
        wide = self._raw(columns) if columns is not None else "2"
        box = f"{{column: {1 + 2 * (number % 3)}, columns: {wide}, line: {6 + 20 * (number // 3)}, lines: 12}}"
        return f"{{story: {self._story_file(story)}, at: {box}, headline: {{level: brief}}}}"

    def _story_file(self, node: yaml.Node) -> str:
        identity = self._word(self._get(node, "id"), "?")
        return json.dumps(f"stories/{identity}.md" if _is_file_name(identity) else identity, ensure_ascii=False)

    def _frame(self, node: yaml.Node, frames: list[yaml.Node], *, hole: bool = False) -> str:
        """A frame as a placed story; one that names no story is a hole of the page."""
        story = self._get(node, "story")
        is_hole = story is None and len(frames) > 0 and not self._is_broken(node)
        if is_hole is not hole:
            return ""
        box = {"column": "1", "columns": "2", "line": "6", "lines": "12"} | self._box(node, frames)
        unknown = {
            key: self._raw(value) for key, value in _pairs(node) if key not in {*_FRAME_WORDS, "id", "story", "jump"}
        }
        if hole:
            return _flow({key: value for key, value in box.items() if key not in {"legs", "gutter"}} | unknown)
        name = json.dumps(f"stories/{self._word(story)}.md") if story is not None else self._any_story()
        gutter = {"gutter": box.pop("gutter")} if "gutter" in box else {}
        box |= unknown
        return _flow({"story": name, "at": _flow(box), **gutter, "headline": "{level: brief}"})

    def _is_broken(self, node: yaml.Node) -> bool:
        """Whether a frame's own numbers or keys are the fault: then it has to be a story's place to be looked at."""
        known = {*_FRAME_WORDS, "id", "story", "jump"}
        sizes = [self._word(self._get(node, key), "1") for key in ("x", "y", "w", "h")]
        bad = any(not _LENGTH.match(size) or float(_LENGTH.match(size)[0]) < 0 for size in sizes)
        flat = any(self._word(self._get(node, key), "1") == "0" for key in ("w", "h"))
        return bad or flat or any(key not in known for key, _ in _pairs(node))

    def _any_story(self) -> str:
        if not self.room.stories:
            self.room.story("one", "入夜以后，渡口的灯还亮着。")
            self.room.stories.append("one")
        return f"stories/{self.room.stories[0]}.md"

    def _box(self, node: yaml.Node, frames: list[yaml.Node]) -> dict[str, str]:
        edges = sorted({edge for frame in frames for edge in self._edges(frame)})
        found: dict[str, str] = {}
        left = self._edges(node)
        for key, value in _pairs(node):
            if key not in _FRAME_WORDS:
                continue
            written = self._word(value)
            number = _LENGTH.match(written)
            if key in {"columns", "gutter"} or number is None:
                found[_FRAME_WORDS[key]] = self._raw(value)
            elif key == "x" and left:
                found["column"] = str(edges.index(left[0]) + 1) if left[0] >= 0 else number[0]
            elif key == "w" and left and left[1] > left[0]:
                found["columns"] = str(edges.index(left[1]) - edges.index(left[0]))
            elif key == "y":
                found["line"] = str(round(float(number[0]) / _LINE_MM) + _FIRST_LINE)
            elif key == "h":
                found["lines"] = str(round(float(number[0]) / _LINE_MM))
            else:
                found[_FRAME_WORDS[key]] = number[0].split(".")[0]
        return found

    def _edges(self, frame: yaml.Node) -> tuple[float, ...]:
        numbers = [_LENGTH.match(self._word(self._get(frame, key))) for key in ("x", "w")]
        if not all(numbers):
            return ()
        return (float(numbers[0][0]), float(numbers[0][0]) + float(numbers[1][0]))


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(child) for child in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _pairs(node: yaml.Node | None) -> list[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        return []
    return [(str(key.value), value) for key, value in node.value]


def _flow(entries: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries.items()) + "}"


def _is_file_name(name: str) -> bool:
    return bool(name.strip()) and name.isprintable() and "/" not in name and name not in {".", ".."} and len(name) < 100


def _is_date(written: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True
