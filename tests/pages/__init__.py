"""Pictures of the pages as Chromium shows them, for people to look at: `python -m tests.pages --out DIR`."""
