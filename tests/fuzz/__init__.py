"""Sound files of a newsroom spoilt at random, and what paiban makes of them: findings, never an exception."""
