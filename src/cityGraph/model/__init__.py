"""The values that answers are made of; no graph, no RDF, no printing."""
