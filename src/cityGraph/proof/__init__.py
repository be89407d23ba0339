"""Does a source's text say what a claim says?"""
