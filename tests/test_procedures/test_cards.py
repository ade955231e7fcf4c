"""The generated pages are those of the declarations as they stand now."""

from __future__ import annotations

from tests.cards import ROOT, pages


def test_every_generated_page_is_pinned() -> None:
    """Each card and the glossary are what `python -m tests.cards` would write, and no card of the past is left."""
    generated = {ROOT / path: text for path, text in pages()}
    kept = {*ROOT.glob("procedures/*/cards/*.md"), *ROOT.glob("procedures/*/CARD.md"), ROOT / "docs" / "glossary.md"}
    assert kept == set(generated)
    stale = [path.relative_to(ROOT).as_posix() for path, text in generated.items() if path.read_text("utf-8") != text]
    assert stale == []
