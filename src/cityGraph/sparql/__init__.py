"""SPARQL that a user writes: checked, answered, written in standard formats."""
