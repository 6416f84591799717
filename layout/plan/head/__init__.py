"""Headline blocks: all parts of a head set, fitted and placed, across the text or down beside it."""
