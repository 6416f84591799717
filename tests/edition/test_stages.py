"""Stages of a page: what its records say of it as it is now."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from layout.cli import main
from layout.diagnostics import Sink
from layout.edition.stages import FILE, HEAD, Entry, line_of, read_stages, stage_of

CHIEF = ("值班总编",)


def entry(stage, digest, role="值班总编", page="A01") -> Entry:
    return Entry("2026-03-19T22:40:00", page, stage, role, "温若衡", digest)


def told(digest, *entries, required=CHIEF) -> str:
    stage = stage_of("A01", digest, entries, required)
    return f"{stage.named('zh')}{' 改过' if stage.changed else ''}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), "未看样"),
        ((entry("proof", "a"),), "大样 1"),
        ((entry("proof", "b"),), "大样 2"),
        ((entry("proof", "c"), entry("proof", "b")), "大样 3"),
        ((entry("proof", "b"), entry("clean", "a")), "清样 1"),
        ((entry("clean", "b"),), "清样 2"),
        ((entry("clean", "b"), entry("clean", "a"), entry("clean", "a", "二校")), "清样 2"),
        ((entry("signed", "a"),), "付印"),
        ((entry("signed", "b"),), "清样 2 改过"),
        ((entry("signed", "a", page="A02"),), "未看样"),
        ((entry("signed", "a"), entry("printed", "a")), "已印"),
        ((entry("signed", "b"), entry("printed", "b")), "清样 2 改过"),
        ((entry("printed", "b"), entry("signed", "a")), "付印"),
        ((entry("printed", "b"), entry("signed", "a"), entry("replated", "a")), "改版 1"),
        ((entry("printed", "c"), entry("replated", "b"), entry("replated", "a")), "改版 2"),
    ],
)
def test_how_far_a_page_has_come(entries, expected):
    assert told("a", *entries) == expected


def test_every_role_has_to_sign():
    required = ("责任编辑", "值班总编")
    signed = entry("signed", "a")
    stage = stage_of("A01", "a", [signed], required)
    assert (stage.stage, stage.missing, stage.may_be_printed) == ("clean", ("责任编辑",), False)
    both = [signed, entry("signed", "a", "责任编辑")]
    assert stage_of("A01", "a", both, required).may_be_printed


def test_a_version_after_one_that_was_printed_replaces_it():
    entries = [entry("signed", "b"), entry("printed", "b"), entry("signed", "a")]
    assert stage_of("A01", "a", entries, CHIEF).replaces
    assert not stage_of("A01", "b", entries, CHIEF).replaces


names = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)


@given(st.lists(st.tuples(names, names, st.sampled_from(["proof", "clean", "signed"])), min_size=1, max_size=5))
def test_records_are_read_as_they_were_written(tmp_path_factory, records):
    folder = tmp_path_factory.mktemp("stages")
    entries = tuple(
        Entry("2026-03-19T22:40:00", "A01", stage, role, name, f"{number:064x}")
        for number, (role, name, stage) in enumerate(records)
    )
    (folder / FILE).write_text(HEAD + "".join(map(line_of, entries)), "utf-8")
    sink = Sink()
    assert read_stages(folder, sink) == entries, sink.found
    jsonschema.Draft7Validator(schema()).validate(
        yaml.load((folder / FILE).read_text("utf-8"), yaml.BaseLoader) | {"format": 1}
    )


def schema():
    return json.loads(CliRunner().invoke(main, ["schema", "stages"]).stdout)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  - {time: yesterday, page: A01, stage: signed, role: a, name: b, hash: " + "0" * 64 + "}", "SRC014"),
        ("  - {time: 2026-03-19T22:40:00, page: A01, stage: read, role: a, name: b, hash: " + "0" * 64 + "}", "SRC014"),
        ("  - {time: 2026-03-19T22:40:00, page: A01, stage: signed, role: a, name: b, hash: 12}", "SRC014"),
        ("  - {time: 2026-03-19T22:40:00, page: A01, stage: signed, role: a, name: b}", "SRC013"),
        ("  - {time: [", "SRC010"),
    ],
)
def test_what_is_wrong_in_the_file_is_told_with_its_place(tmp_path, line, code):
    (tmp_path / FILE).write_text(HEAD + line + "\n", "utf-8")
    sink = Sink()
    assert read_stages(tmp_path, sink) == ()
    assert {found.code for found in sink.found} == {code}
    assert all(found.span and found.span.line >= 4 for found in sink.found)
