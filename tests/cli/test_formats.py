"""Findings in every format: JSON that keeps to its schema, SARIF with what SARIF 2.1.0 asks for, notices, chosen codes."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from layout.cli import main
from layout.report.data import SCHEMA
from tests.editions.samples import REPOSITORY
from tests.newsrooms import MANIFEST, newsroom

# What the SARIF 2.1.0 schema requires of the parts used here, written from the standard.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {"driver": {"required": ["name", "rules"], "properties": {"rules": {"items": {
                            "required": ["id"],
                            "properties": {
                                "shortDescription": {"required": ["text"]},
                                "defaultConfiguration": {
                                    "properties": {"level": {"enum": ["none", "note", "warning", "error"]}}
                                },
                            },
                        }}}}},
                    },
                    "results": {"items": {
                        "required": ["message", "ruleId"],
                        "properties": {
                            "level": {"enum": ["none", "note", "warning", "error"]},
                            "message": {"required": ["text"]},
                            "ruleIndex": {"type": "integer", "minimum": 0},
                            "suppressions": {"items": {"required": ["kind"], "properties": {"kind": {"enum": ["inSource", "external"]}}}},
                            "locations": {"items": {"properties": {"physicalLocation": {
                                "required": ["artifactLocation"],
                                "properties": {
                                    "artifactLocation": {"properties": {"uri": {"type": "string", "pattern": "^[^ \\\\]+$"}}},
                                    "region": {"properties": {name: {"type": "integer", "minimum": 1} for name in (
                                        "startLine", "startColumn", "endLine", "endColumn"
                                    )}},
                                },
                            }}}},
                        },
                    }},
                },
            },
        },
    },
}  # fmt: skip


@pytest.fixture
def manifest(tmp_path):
    return newsroom(
        tmp_path,
        manifest=MANIFEST.replace("level: brief}", "level: brief}\n        allow: [{code: LAY002, reason: 还在等稿}]"),
        stories={"one": "---\nheadline: 渡口的灯\nbyline: 记者 XXX\n---\n夜里，“灯还亮着。\n"},
    )


def told(manifest, kind, *more):
    return CliRunner().invoke(main, ["--lang", "en", "check", str(manifest), "--format", kind, *more]).stdout


def test_json_keeps_to_its_schema(manifest):
    found = json.loads(told(manifest, "json"))
    jsonschema.Draft7Validator(SCHEMA).validate(found)
    assert {"COPY102", "COPY106", "LAY002"} <= {one["code"] for one in found}
    allowed = next(one for one in found if one["code"] == "LAY002")
    assert (allowed["severity"], allowed["allowed"]) == ("note", "还在等稿")
    assert len(allowed["rectangle_mm"]) == 4
    assert json.loads(CliRunner().invoke(main, ["schema", "findings"]).stdout) == SCHEMA


def test_sarif_has_what_the_standard_asks_for(manifest):
    log = json.loads(told(manifest, "sarif"))
    jsonschema.Draft7Validator(SARIF).validate(log)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    allowed = next(result for result in run["results"] if result["ruleId"] == "LAY002")
    assert allowed["suppressions"] == [{"kind": "inSource", "justification": "还在等稿"}]
    assert allowed["level"] == "warning"


def test_sarif_names_files_by_addresses(manifest, monkeypatch):
    def uris():
        results = json.loads(told(manifest, "sarif"))["runs"][0]["results"]
        return {place["physicalLocation"]["artifactLocation"]["uri"] for one in results for place in one["locations"]}

    monkeypatch.chdir(manifest.parent)
    assert {"issue.yaml", "stories/one.md"} <= uris()
    monkeypatch.chdir("/")
    inside = manifest.parent.as_posix().lstrip("/")
    assert f"{inside}/issue.yaml" in uris()
    elsewhere = manifest.parent.parent / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert manifest.resolve().as_uri() in uris()


def test_notices_name_file_and_line(manifest):
    lines = told(manifest, "github").splitlines()
    (line,) = [line for line in lines if "title=COPY102" in line]
    assert line.startswith("::error file=")
    assert ",line=3,col=9," in line


def test_codes_are_chosen_by_how_they_begin(manifest):
    assert {one["code"] for one in json.loads(told(manifest, "json", "--select", "copy"))} == {"COPY102", "COPY106"}
    found = json.loads(told(manifest, "json", "--select", "COPY", "--ignore", "COPY106"))
    assert {one["code"] for one in found} == {"COPY102"}


def test_a_story_names_its_edition(manifest):
    story = manifest.parent / "stories" / "one.md"
    assert told(story, "short", "--select", "COPY102").count("COPY102") == 1
    assert told(story, "short", "--select", "COPY102") == told(manifest.parent, "short", "--select", "COPY102")


def test_people_see_the_line_and_a_caret_and_why_it_may_stand(manifest):
    made = CliRunner().invoke(main, ["--lang", "zh", "check", str(manifest)])
    lines = made.stderr.splitlines()
    at = next(number for number, line in enumerate(lines) if "COPY106" in line)
    assert "灯还亮着" in lines[at + 1]
    assert set(lines[at + 2].strip()) == {"^"}
    assert any("准许：还在等稿" in line for line in lines)


def test_explain_says_what_a_rule_holds_pages_against():
    made = CliRunner().invoke(main, ["--lang", "en", "explain", "lay101"])
    assert made.exit_code == 0
    assert all(word in made.stdout for word in ("LAY101", "Why:", "Example:", "Cure:", "checks.heads_apart: 2"))


def test_the_hook_runs_a_command_there_is():
    (hook,) = yaml.safe_load(Path(REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    command, verb, *options = hook["entry"].split()
    assert command == "paiban"
    assert verb in main.list_commands(None)
    assert CliRunner().invoke(main, [verb, *options, "--help"]).exit_code == 0
