"""Preflight: what a press needs held against the pages before they are written, and against finished files."""
