"""Does the graph keep its rules, and what is missing from it?"""
