"""The tables of the SQLite store."""

from __future__ import annotations

FORMAT = 1

SCHEMA = """
CREATE TABLE edition (
  id INTEGER PRIMARY KEY,
  identifier TEXT NOT NULL UNIQUE,
  paper TEXT NOT NULL,
  publication TEXT NOT NULL,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  number INTEGER NOT NULL,
  version INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  location TEXT NOT NULL,
  manifest TEXT NOT NULL,
  files BLOB NOT NULL
);
CREATE INDEX edition_date ON edition (date);
CREATE TABLE page (
  edition INTEGER NOT NULL REFERENCES edition,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  section TEXT NOT NULL,
  text TEXT NOT NULL,
  press TEXT NOT NULL,
  PRIMARY KEY (edition, position)
) WITHOUT ROWID;
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES edition,
  story TEXT NOT NULL,
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  rights TEXT NOT NULL,
  embargo TEXT NOT NULL,
  text TEXT NOT NULL,
  stretches BLOB NOT NULL,
  UNIQUE (edition, story)
);
CREATE TABLE place (
  article INTEGER NOT NULL REFERENCES article,
  position INTEGER NOT NULL,
  page TEXT NOT NULL,
  section TEXT NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
  PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE person (
  name TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  position INTEGER NOT NULL,
  PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE INDEX person_article ON person (article);
CREATE TABLE picture (
  edition INTEGER NOT NULL REFERENCES edition,
  position INTEGER NOT NULL,
  story TEXT NOT NULL,
  file TEXT NOT NULL,
  caption TEXT NOT NULL,
  credit TEXT NOT NULL,
  page TEXT NOT NULL,
  PRIMARY KEY (edition, position)
) WITHOUT ROWID;
CREATE TABLE tombstone (
  paper TEXT NOT NULL,
  name TEXT NOT NULL,
  story TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (paper, name, story)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (text, content='', tokenize='ascii');
"""
