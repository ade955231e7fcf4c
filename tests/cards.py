"""The pinned pages that are generated from the declarations: a card of each version in three languages, the glossary.

`python -m tests.cards` writes them anew; a test holds them to the declarations.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cli.messages import Words
from cli.rules.card import Card
from cli.rules.word_list import word_list
from engine.declaration import Procedure
from engine.law import LANGUAGES
from procedures.register import declarations

ROOT = Path(__file__).resolve().parent.parent
_NAMES = {"fi": "suomeksi", "sv": "på svenska", "en": "in English"}


def pages() -> Iterator[tuple[Path, str]]:
    """Gives each generated page: where it stands, relative to the project, and its text."""
    for name in declarations().names:
        versions = [table.procedure for table in declarations().versions(name)]
        folder = Path("procedures") / name
        yield folder / "CARD.md", _index(versions)
        for procedure in versions:
            for language in LANGUAGES:
                page = folder / "cards" / f"{procedure.in_force_from.isoformat()}.{language}.md"
                yield page, Card(procedure, Words(language)).markdown()
    yield Path("docs") / "glossary.md", word_list(declarations())


def _index(versions: list[Procedure]) -> str:
    label = versions[-1].label
    lines = [
        f"# {label.fi} · {label.sv} · {label.en}",
        "",
        "Generated from the declarations in this folder: states, acts with actor and section, time limits, documents,",
        "and what is not settled. `ohjaus procedure card` prints the same.",
        "",
        "| Version | In force | Card |",
        "| --- | --- | --- |",
    ]
    for one in reversed(versions):
        links = " · ".join(
            f"[{_NAMES[language]}](cards/{one.in_force_from.isoformat()}.{language}.md)" for language in LANGUAGES
        )
        until = one.in_force_until.isoformat() if one.in_force_until else ""
        lines.append(f"| `{one.declaration_id}` | {one.in_force_from.isoformat()} – {until} | {links} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Writes every page anew, and takes away cards of versions that are no longer declared."""
    written = {ROOT / path: text for path, text in pages()}
    for stale in {*ROOT.glob("procedures/*/cards/*.md"), *ROOT.glob("procedures/*/CARD.md")} - set(written):
        stale.unlink()
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
