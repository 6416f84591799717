"""What edits: fields of stories shown and written, boxes put elsewhere, steps taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from layout.backends.files import OutputError
from layout.desk.edits import Change, ConflictError, Edit, read_file
from layout.desk.fieldviews import FieldView, fields, part_field, relative_file, value_of
from layout.desk.hands import Hands, OutsideError
from layout.desk.placing import Move, edit_of
from layout.desk.room import Room
from layout.desk.words import words
from layout.desk.zones import Zone
from layout.edition.load import MANIFEST_NAME
from layout.edition.model import Story
from layout.report import Language
from layout.source.fields import FieldError, Value, Way

# An answer waits so long for the page made up anew.
_PATIENCE = 10
_FAULTS = (FieldError, OutsideError, OutputError, UnicodeDecodeError)


class _Field(msgspec.Struct, frozen=True):
    """A form as it was sent."""

    file: str
    way: Way
    was: Value
    text: str
    label: str
    lines: bool
    tall: bool

    @property
    def now(self) -> Value:
        return value_of(self.text, self.lines, self.was)


class _MoveAsked(msgspec.Struct, frozen=True):
    """A box put elsewhere, as the page sends it."""

    page: str
    zone: str
    box: int
    was: tuple[int, int, int, int]
    now: tuple[int, int, int, int]


class Posts:
    """Everything that writes, and the forms for it."""

    def __init__(
        self,
        room: Room,
        hands: Hands,
        shown: Callable[..., Response],
        language_of: Callable[[Request], Language],
    ) -> None:
        self._room = room
        self._hands = hands
        self._shown = shown
        self._language_of = language_of

    def story(self, request: Request) -> Response:
        """The fields of the story of a zone, and the numbers of its box."""
        page, zone, story = self._found(request)
        if zone is None:
            return self._shown(request, "story.html", story=None, zone=None, page=page, fields=[], fault="")
        try:
            made = list(fields(story, self._file(story), self._language_of(request))) if story else []
            fault = ""
        except (OSError, *_FAULTS) as error:
            made, fault = [], self._reason(error, request)
        return self._shown(request, "story.html", story=story, zone=zone, page=page, fields=made, fault=fault)

    def part(self, request: Request) -> Response:
        """The field that a part of the page shows, to be edited there; 404 when it shows none."""
        _, _, story = self._found(request)
        if story is None:
            return Response(status_code=404)
        try:
            view = part_field(story, self._file(story), request.path_params["part"], self._language_of(request))
        except (OSError, ValueError, OutsideError):
            view = None
        return self._shown(request, "field.html", field=view, inplace=True) if view else Response(status_code=404)

    async def field(self, request: Request) -> Response:
        """A field written; the form comes back, with what the file says where that is something else."""
        form = await request.form()
        try:
            asked = _Field(
                str(form["file"]),
                msgspec.json.decode(str(form["way"]), type=tuple[str | int, ...]),
                msgspec.json.decode(str(form["was"]), type=Value),
                str(form["text"]),
                str(form.get("label", "")),
                form.get("lines") == "1",
                form.get("tall") == "1",
            )
        except (KeyError, msgspec.DecodeError):
            return Response(status_code=400)
        from starlette.concurrency import run_in_threadpool

        return await run_in_threadpool(self._written, request, asked, form.get("inplace") == "1")

    def _written(self, request: Request, asked: _Field, inplace: bool) -> Response:
        edit = Edit(asked.file, "story", (Change(asked.way, asked.was, asked.now),))
        view = FieldView(asked.file, asked.way, asked.label, asked.now, asked.lines, asked.tall)
        revision = self._room.state.revision
        try:
            path = self._hands.make(edit)
        except ConflictError as error:
            there = FieldView(asked.file, asked.way, asked.label, error.there, asked.lines, asked.tall)
            values = {"field": there, "text": asked.text, "conflict": True, "inplace": inplace}
            return self._shown(request, "field.html", 409, **values)
        except _FAULTS as error:
            was = FieldView(asked.file, asked.way, asked.label, asked.was, asked.lines, asked.tall)
            values = {"field": was, "text": asked.text, "fault": self._reason(error, request), "inplace": inplace}
            return self._shown(request, "field.html", 422, **values)
        self._room.touch([path])
        if inplace:
            self._room.wait(revision, _PATIENCE)
        return self._shown(request, "field.html", field=view, saved=True, inplace=inplace)

    async def move(self, request: Request) -> Response:
        """A box put elsewhere; 409 with the reason when the manifest says something else than was shown."""
        try:
            asked = msgspec.json.decode(await request.body(), type=_MoveAsked)
        except msgspec.DecodeError:
            return Response(status_code=400)
        from starlette.concurrency import run_in_threadpool

        return await run_in_threadpool(self._moved, request, asked)

    def _moved(self, request: Request, asked: _MoveAsked) -> Response:
        state = self._room.state
        page = state.pages.get(asked.page)
        zone = next((zone for zone in page.zones if zone.name == asked.zone), None) if page else None
        if page is None or zone is None or asked.box >= len(zone.places) or zone.places[asked.box].box != asked.was:
            return self._refused(request, 409, words(self._language_of(request))["gone"])
        number = list(state.pages).index(asked.page)
        manifest = self._room.manifest
        manifest = manifest / MANIFEST_NAME if manifest.is_dir() else manifest
        try:
            file = relative_file(manifest, state.loaded.workspace.root)
            edit = edit_of(Move(number, zone, asked.box, asked.now), file, read_file(self._hands.path(file)))
            path = self._hands.make(edit)
        except ConflictError as error:
            told = words(self._language_of(request))
            return self._refused(request, 409, f"{told['on_disk']}: {error.there if error.there else told['removed']}")
        except (OSError, ValueError, *_FAULTS) as error:
            return self._refused(request, 422, self._reason(error, request))
        self._room.touch([path])
        return JSONResponse({"said": words(self._language_of(request))["saved"]})

    def undo(self, request: Request) -> Response:
        """The last edit taken back."""
        return self._stepped(request, self._hands.undo, "undone", "nothing_to_undo")

    def redo(self, request: Request) -> Response:
        """The edit made again that was taken back last."""
        return self._stepped(request, self._hands.redo, "redone", "nothing_to_redo")

    def _stepped(self, request: Request, step: Callable[[], Any], done: str, nothing: str) -> Response:
        told = words(self._language_of(request))
        try:
            path = step()
        except ConflictError:
            return self._refused(request, 409, told["conflict"])
        except _FAULTS as error:
            return self._refused(request, 422, self._reason(error, request))
        if path is None:
            return JSONResponse({"said": told[nothing]})
        self._room.touch([path])
        return JSONResponse({"said": f"{told[done]}: {path.name}"})

    def _refused(self, request: Request, status: int, reason: str) -> Response:
        told = words(self._language_of(request))
        return JSONResponse({"said": f"{told['not_saved']}：{reason}"}, status_code=status)

    def _reason(self, error: BaseException, request: Request) -> str:
        """Why something was not written, in the browser's language."""
        language = self._language_of(request)
        told = words(language)
        match error:
            case FieldError():
                return error.zh if language == "zh" else error.en
            case OutputError():
                return f"{told['disk']}：{error.reason}"
            case UnicodeDecodeError():
                return told["not_utf8"]
            case OutsideError():
                return told["outside"]
            case _:
                return str(error)

    def _file(self, story: Story) -> str:
        return relative_file(story.path, self._room.state.loaded.workspace.root)

    def _found(self, request: Request) -> tuple[str, Zone | None, Story | None]:
        """The zone that a request names, and its story."""
        state, name = self._room.state, request.path_params["page"]
        page = state.pages.get(name)
        zone = next((zone for zone in page.zones if zone.name == request.path_params["zone"]), None) if page else None
        edition = state.loaded.edition
        return name, zone, edition.stories.get(zone.story) if zone and edition else None
