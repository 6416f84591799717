"""What may stand in a YAML file, as data: one table reads it, names its aliases and makes its JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, field

# How many entries a list or a mapping of names has at most, and characters a value.
MOST_ITEMS = 2_000
MOST_NAMES = 20_000
LONGEST_VALUE = 20_000

Parser = Callable[[str], Any]


class Scalar(Struct, frozen=True):
    """A single value: how it is read (ValueError when it cannot be), what is allowed, and its schema."""

    parse: Parser
    allowed_zh: str
    allowed_en: str
    schema: Mapping[str, Any]


class Many(Struct, frozen=True):
    """A list. `one_alone` lets a single item stand without the list; `count` is how many it has to have, `most` may."""

    item: What
    one_alone: bool = False
    count: int | None = None
    most: int = MOST_ITEMS


class Named(Struct, frozen=True):
    """A mapping whose keys are names of the user's choice."""

    item: What


class Either(Struct, frozen=True):
    """A single word, or something larger: which of the two, the file's own node says."""

    word: Scalar
    other: Many | Form


class Key(Struct, frozen=True):
    """One key of a form: its English name, its one Chinese alias, what it holds, and what it is for."""

    name: str
    alias: str
    holds: What
    zh: str
    en: str
    required: bool = False


class Later(Struct, frozen=True):
    """A mapping that another stage reads with a form of its own (`layout.source.record.Unread`)."""


class Form(Struct, frozen=True):
    """A mapping with known keys.

    Of the sets of keys in `any_of` at least one has to be there whole; what is missing of the first is reported.
    """

    name: str
    keys: tuple[Key, ...] = field(default=())
    any_of: tuple[tuple[str, ...], ...] = ()

    def key(self, written: str) -> Key | None:
        """The key written as its name or its alias."""
        for key in self.keys:
            if written in (key.name, key.alias):
                return key
        return None


What = Scalar | Many | Named | Later | Form | Either
