"""What only bytes can show: a byte order mark, GBK, tabs, UTF-16; and that nothing ever escapes as an exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import api
from tests.newsrooms import MANIFEST, newsroom


def codes(manifest):
    return [entry.code for entry in api.load(manifest).diagnostics]


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    manifest = newsroom(tmp_path)
    manifest.write_bytes(b"\xef\xbb\xbf" + MANIFEST.encode())
    assert codes(manifest) == []


def test_gbk_bytes_are_named_as_such(tmp_path):
    manifest = newsroom(tmp_path)
    manifest.write_bytes(MANIFEST.encode("gb18030"))
    (found,) = api.load(manifest).diagnostics
    assert found.code == "SRC002"
    assert "gb" in (found.message("en") + found.hint("en")).lower()


def test_a_story_in_gb18030_is_read_when_the_manifest_says_so(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST + "        encoding: gb18030\n")
    story = manifest.parent / "stories" / "one.md"
    story.write_bytes(story.read_text("utf-8").encode("gb18030"))
    read = api.load(manifest)
    assert read.diagnostics == ()
    assert read.edition.stories["one"].headline.text == "渡口的灯"


def test_a_tab_is_named(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("    section", "\tsection"))
    (found,) = api.load(manifest).diagnostics
    assert (found.code, found.span.line) == ("SRC010", 7)
    assert "tab" in found.hint("en")


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes_are_findings_never_exceptions(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("room")
    manifest = folder / "issue.yaml"
    manifest.write_bytes(data)
    assert api.load(manifest).diagnostics


@given(st.text(alphabet="abc:：{}[]-#&*!|>'\"%@`\n \t1江", max_size=80))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_yaml_is_findings_never_exceptions(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("room")
    manifest = folder / "issue.yaml"
    manifest.write_text(MANIFEST[:120] + text, "utf-8")
    for entry in api.load(manifest).diagnostics:
        assert entry.message("zh") and entry.message("en")
