"""House rules: imports, style, words that must not stand in the tree, and what README promises."""
