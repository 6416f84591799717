"""Text as it is searched: a token a character, so that any two characters in a row are found exactly.

White space is left out, but for what parts paragraphs; letters count as small ones. Characters become their code
points, since tokenizers drop marks, and know nothing of characters younger than themselves.
"""

from __future__ import annotations

_AROUND = 18


def searchable(text: str) -> str:
    """The text that is compared: small letters, no white space inside a line."""
    return "\n".join("".join(line.split()) for line in text.lower().split("\n"))


def tokens(text: str) -> str:
    """A text for the index."""
    return " ".join(f"{ord(character):x}" for character in searchable(text))


def phrases(words: str) -> list[str]:
    """The words of a query as they are compared, parted by white space."""
    return [searchable(word) for word in words.split()]


def match(words: str) -> str:
    """A query for the index: every word a phrase, all of them wanted."""
    return " AND ".join(f'"{tokens(word)}"' for word in phrases(words))


def first(text: str, words: str) -> tuple[int, int] | None:
    """Where the first word of a query stands in a text: start and end."""
    places = [at for at, character in enumerate(text) if character == "\n" or not character.isspace()]
    squeezed = "".join(text[at] for at in places).lower()
    for word in phrases(words)[:1]:
        at = squeezed.find(word)
        if at >= 0:
            return places[at], places[at + len(word) - 1] + 1
    return None


def excerpt(text: str, spot: tuple[int, int] | None) -> str:
    """The text around a spot in one line, or its beginning."""
    start, end = spot or (0, 0)
    left, right = max(0, start - _AROUND), min(len(text), end + 2 * _AROUND)
    shown = " ".join(text[left:right].split("\n"))
    return f"{'…' if left else ''}{shown.strip()}{'…' if right < len(text) else ''}"
