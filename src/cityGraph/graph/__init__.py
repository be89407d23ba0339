"""The verbs on claims: read, filter, list, describe, restrict to sources."""
