"""The drawn page as data: what every backend, check and overlay reads."""
