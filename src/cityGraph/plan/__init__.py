"""The verbs on the plan: targets, dates, projects."""
