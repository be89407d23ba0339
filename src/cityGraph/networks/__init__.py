"""The verbs on the network: paths, shared things, measures, groups."""
