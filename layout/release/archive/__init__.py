"""The archive's package of an edition: a bag of pages, descriptions and sources, and the edition made again from it."""
