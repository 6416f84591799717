"""Making up pages: stories poured into their frames, and everything on a page turned into items."""
