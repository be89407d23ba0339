"""Claims as pictures."""
