"""Sets of faces brought into a newsroom through the ordinary package clients of the machine."""
