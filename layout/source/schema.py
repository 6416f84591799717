"""JSON Schema (draft-07) out of a form, accepting English and Chinese keys."""

from __future__ import annotations

from typing import Any, assert_never

from layout.source.form import Either, Form, Key, Later, Many, Named, Scalar, What


def json_schema(form: Form, title: str) -> dict[str, Any]:
    """The schema of a file whose root is `form`."""
    definitions: dict[str, Any] = {}
    root = _form(form, definitions)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **root, "definitions": definitions}


def _form(form: Form, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for key in form.keys:
        held = _what(key.holds, definitions)
        for name in (key.name, key.alias):
            properties[name] = {**held, "description": f"{key.zh}\n{key.en}"} if "$ref" not in held else held
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    needed = [_either(key) for key in form.keys if key.required]
    if form.any_of:
        needed.append({"anyOf": [_all_of(form, choice) for choice in form.any_of]})
    return {**schema, "allOf": needed} if needed else schema


def _either(key: Key) -> dict[str, Any]:
    return {"anyOf": [{"required": [key.name]}, {"required": [key.alias]}]}


def _all_of(form: Form, names: tuple[str, ...]) -> dict[str, Any]:
    return {"allOf": [_either(key) for key in form.keys if key.name in names]}


def _what(what: What, definitions: dict[str, Any]) -> dict[str, Any]:
    match what:
        case Scalar():
            return dict(what.schema)
        case Many():
            item = _what(what.item, definitions)
            listed: dict[str, Any] = {"type": "array", "items": item}
            if what.count:
                listed |= {"minItems": what.count, "maxItems": what.count}
            return {"anyOf": [item, listed]} if what.one_alone else listed
        case Named():
            return {"type": "object", "additionalProperties": _what(what.item, definitions)}
        case Either():
            return {"anyOf": [_what(what.word, definitions), _what(what.other, definitions)]}
        case Later():
            return {"type": "object"}
        case Form():
            if what.name not in definitions:
                definitions[what.name] = {}
                definitions[what.name] = _form(what, definitions)
            return {"$ref": f"#/definitions/{what.name}"}
        case _:
            assert_never(what)
