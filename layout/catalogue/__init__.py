"""The catalogue: packages of editions by date, page, section, name and word, and whether their files are sound."""
