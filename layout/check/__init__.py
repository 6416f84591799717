"""Rules: one function a fault, over the composed pages and over the whole edition. See `registry`."""
