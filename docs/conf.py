"""The site: `make site` builds it, links are strict. Pages are those of the repository, where they stand."""

from __future__ import annotations

import cityGraph

project = "citygraph"
author = "The citygraph authors"
copyright = "2026, the citygraph authors"
version = release = cityGraph.__version__
language = "en"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
# The source folder is the top of the repository, so that a link means the same on the site and in a checkout.
root_doc = "docs/index"
include_patterns = [
    "README.md",
    "README.zh.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/**",
    "examples/README.md",
    "ontology/*.md",
    "src/cityGraph/README.md",
]
exclude_patterns = ["dist"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # the tests run the notebook, and hold what it shows
default_role = "code"
autodoc_typehints = "signature"
napoleon_use_ivar = True  # else a field is described twice: by its class and as a member
autodoc_member_order = "bysource"
html_theme = "furo"
html_title = "citygraph"
pygments_style = "friendly"
suppress_warnings = ["misc.highlighting_failure"]  # console blocks hold queries
