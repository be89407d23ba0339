"""Answers as text or JSON for a reader; nothing is computed here."""
