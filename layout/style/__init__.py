"""How a paper looks: read from its style file, resolved, nothing left to inherit."""
