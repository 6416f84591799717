"""What a proof shows over the page: marks for what does not fit. Never part of a press file."""
