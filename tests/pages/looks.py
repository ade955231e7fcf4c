"""axe-core on a page: every rule on every element, and contrast once for all elements that look alike.

To find what lies behind a text takes axe-core some milliseconds, and the cells of a long table have the same answer.
What the answer rests on is what is compared: the classes and the computed colours, backgrounds, sizes and weights of
an element and of everything that it lies in.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

OF_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules whose outcome a colour scheme can change."""

_MARKED = "data-looks-like-another"
_MARK = """(mark) => {
    const seen = new Set();
    for (const marked of document.querySelectorAll(`[${mark}]`)) marked.removeAttribute(mark);
    const walk = (element, above) => {
        const style = getComputedStyle(element);
        const looks = above + ">" + [
            element.tagName, element.getAttribute("class"), style.color, style.backgroundColor, style.backgroundImage,
            style.fill, style.opacity, style.fontSize, style.fontWeight, style.textShadow, style.position, style.zIndex,
            style.display, style.visibility, style.filter, style.mixBlendMode,
        ].join("|");
        if (seen.has(looks)) element.setAttribute(mark, "");
        seen.add(looks);
        for (const inner of element.children) walk(inner, looks);
    };
    walk(document.body, "");
    axe.configure({rules: [{id: "color-contrast", selector: `:not([${mark}])`}]});
}"""

_OPTIONS = {"resultTypes": ["violations"], "preload": False}
"""A page holds its styles and no sound or film, so that nothing is there to be fetched before."""


@cache
def _script() -> str:
    from axe_playwright_python.sync_playwright import Axe

    return str(Axe().axe_script)


def violations(page: Page, *, every: bool = False, only: tuple[str, ...] = ()) -> list[tuple[str, list[str]]]:
    """Gives what axe-core finds wrong, as rules and elements; with `every` contrast is looked at everywhere."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    if not every:
        page.evaluate(_MARK, _MARKED)
    rules = {"runOnly": {"type": "rule", "values": list(only)}} if only else {}
    found: dict[str, Any] = page.evaluate("(options) => axe.run(options)", {**_OPTIONS, **rules})
    # An empty page would have no violation either.
    assert found["passes"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
