# ruff: noqa: INP001 - Sphinx reads it as a script
"""The documentation as a site: ``make docs`` builds it into site/. It loads nothing from other hosts."""

project = "Practice bot"
author = "The practice bot maintainers"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["*.mmd", "package.md"]  # package.md is the page of the package
myst_heading_anchors = 4
html_theme = "furo"
html_title = "Practice bot"
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
nitpicky = True
