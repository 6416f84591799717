"""`python -m layout` is `paiban`."""

from layout.cli import main

main()
