"""Answers as text, tables or JSON for a reader; nothing is computed here."""
