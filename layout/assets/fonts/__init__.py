"""Faces: where they come from, what they hold, and how they shape text."""

from layout.assets.fonts.book import AnyFace, FaceBook
from layout.assets.fonts.face import Face
from layout.assets.fonts.load import load_faces

__all__ = ["AnyFace", "Face", "FaceBook", "load_faces"]
