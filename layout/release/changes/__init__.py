"""What changed between two versions of an edition: every character, every block."""
