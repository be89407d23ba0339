"""Claims as files for other programs."""
