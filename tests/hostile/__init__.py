"""Hostile inputs from an index file, translated into paiban's words and fed to it as a process (see README.md)."""
