"""Faces: where they come from, what they hold, and how they shape text."""

from layout.assets.fonts.book import FaceBook
from layout.assets.fonts.load import load_faces

__all__ = ["FaceBook", "load_faces"]
