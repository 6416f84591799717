"""The quick look that spares a file the search for deep nesting never lets one through."""

import json
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Sink
from layout.source.document import Document
from layout.source.yamltree import DEEPEST, compose_yaml

WAYS = {
    "mappings": lambda levels: "".join(" " * level + "a:\n" for level in range(levels)) + " " * levels + "x",
    "lists of mappings": lambda levels: "a:\n" + "".join("  " * level + "- a:\n" for level in range(levels)),
    "lists": lambda levels: "- " * levels + "x",
    "brackets": lambda levels: "[" * levels + "]" * levels,
    "JSON": lambda levels: '{"a": ' * levels + '"]}}\\"[["' + "}" * levels,
    "JSON with a comment": lambda levels: '{"a": ' * levels + "1" + "}" * levels + " # }}",
    "questions": lambda levels: "? " * levels + "x",
}


def depth(text):
    deepest = level = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        level += isinstance(event, yaml.CollectionStartEvent)
        deepest = max(deepest, level)
        level -= isinstance(event, yaml.CollectionEndEvent)
    return deepest


@given(st.sampled_from(sorted(WAYS)), st.integers(1, 3 * DEEPEST))
def test_no_file_deeper_than_the_limit_is_read(way, levels):
    text = WAYS[way](levels)
    sink = Sink()
    node = compose_yaml(Document(Path("a.yaml"), text), sink)
    assert (node is not None) == (depth(text) <= DEEPEST) == (not sink.found)


WORDS = st.text('a版[]{}"\\,: #&', max_size=12)


@given(st.recursive(WORDS | st.integers(), lambda one: st.lists(one, max_size=3) | st.dictionaries(WORDS, one)))
def test_json_is_read_as_deep_as_it_is(value):
    text = json.dumps({"value": value})
    sink = Sink()
    node = compose_yaml(Document(Path("a.yaml"), text), sink)
    assert (node is not None) == (depth(text) <= DEEPEST) == (not sink.found)
