"""Two graphs or two cities side by side: what changed, and what they share."""
