"""From a picture to pages: one file each, with its stylesheet inside, no script and nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cli.messages import Words
from cli.picture.assemble import NEWS_DAYS
from cli.picture.marks import STATUSES, said
from cli.picture.model import County, Picture
from cli.picture.page_county import county_page
from cli.picture.page_goals import goals_page, themes_page
from cli.picture.page_method import method_page, rule_means
from cli.picture.page_overview import overview
from cli.picture.page_procedures import procedures_page
from cli.picture.palette import variables
from cli.picture.rules import RULES, rules_on
from cli.picture.svg_shapes import css_name, shape, symbols
from cli.picture.tables import Table, csv_text
from cli.picture.telling import Teller, capital
from cli.picture.workbook import workbook
from cli.screen.safe_text import safe
from engine.law import Language

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = ("overview", "procedures", "goals", "themes", "method")
"""The pages of which there is one each, in the order of the navigation; a county's page is of its own."""

PROFILES: Mapping[str, tuple[str, ...]] = {
    "all": (*PAGES, "county"),
    "minister": ("overview", "method"),
    "leadership": ("overview", "procedures", "goals", "themes", "method"),
    "county": ("county", "method"),
    "public": (*PAGES, "county"),
}
"""Whom a picture is for, and which pages it then has; the method goes with every one, since marks lead to it."""

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the picture: its path inside the folder, and its bytes."""

    path: str
    content: bytes


def _text(path: str, text: str) -> Written:
    return Written(path, text.encode("utf-8"))


@cache
def stylesheet() -> str:
    """Gives the stylesheet with the colours of both schemes, in as few bytes as it needs."""
    text = files(__package__).joinpath("templates", "picture.css").read_text(encoding="utf-8")
    light, dark = ";".join(variables("light")), ";".join(variables("dark"))
    scheme = (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media print{{:root{{color-scheme:light;{light}}}}}\n"
    )
    names = (*STATUSES, "support")
    marks = "".join(_of_status(css_name(name)) for name in names)
    plain, screens = text.split("@media", 1)
    return scheme + "".join(line.strip() for line in f"{plain}{marks}@media{screens}".splitlines())


def _of_status(name: str) -> str:
    return (
        f".mark-{name},.count-{name}{{color:var(--{name});background:var(--{name}-back);border-color:var(--{name})}}"
        f".tile-{name},.part-{name}{{fill:var(--{name}-back);stroke:var(--{name})}}"
        f".ink-{name}{{color:var(--{name})}}svg text.ink-{name}{{fill:var(--{name})}}"
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        # What would turn a line of text around, or hide in it, is shown and not obeyed.
        return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=PackageLoader("cli.picture", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
        auto_reload=False,
    )
    environment.filters["css"] = css_name
    environment.filters["capital"] = capital
    return environment


def pages(picture: Picture, languages: Sequence[Language], *, only: str | None = None) -> Iterator[Written]:
    """Yields the files of a picture: its pages in each language, and beside them a table each for those who reckon.

    `only` is the code of the one county whose page is wanted.
    """
    wanted = PROFILES[picture.profile]
    counties = [one for one in picture.counties if only is None or one.code == only] if "county" in wanted else []
    first = "overview.html" if "overview" in wanted else f"county-{counties[0].slug}.html"
    for language in languages:
        yield from _Edition(picture, language, languages, wanted, counties).files()
    yield _entrance(languages, first)


def _entrance(languages: Sequence[Language], first: str) -> Written:
    listed = [
        {
            "language": one,
            "file": first,
            "name": Words(one)("picture.frame.language"),
            "title": Words(one)("picture.title"),
        }
        for one in languages
    ]
    template = _environment().get_template("languages.html.jinja")
    return _text("index.html", template.render(languages=listed, css=_css()) + "\n")


def _css() -> object:
    from markupsafe import Markup

    return Markup("{}").format(Markup(stylesheet()))  # noqa: S704 - a file of this package


class _Edition:
    """The picture in one language."""

    def __init__(
        self,
        picture: Picture,
        language: Language,
        languages: Sequence[Language],
        wanted: Sequence[str],
        counties: Sequence[County],
    ) -> None:
        self._picture = picture
        self._language = language
        self._languages = languages
        self._counties = counties
        self._tell = Teller(Words(language), picture.names, part=picture.part)
        self._sheets: list[Table] = []
        self._pages = [page for page in PAGES if page in wanted]
        self._linked = frozenset(
            [*(f"{page}.html" for page in self._pages), *(f"county-{one.slug}.html" for one in counties)]
        )

    def files(self) -> Iterator[Written]:
        made = {
            "overview": overview,
            "procedures": procedures_page,
            "goals": goals_page,
            "themes": themes_page,
            "method": method_page,
        }
        for page in self._pages:
            title = self._tell.words(f"picture.page.{page}")
            yield from self._page(page, f"{page}.html", title, made[page](self._picture, self._tell))
        for one in self._counties:
            shown = county_page(self._picture, one, self._tell)
            yield from self._page("county", f"county-{one.slug}.html", self._tell(one.name), shown)
        title = self._tell.words("picture.title")
        yield Written(f"{self._language}/tables.xlsx", workbook(title, self._stamp(), self._sheets, self._tell))

    def _page(self, page: str, file: str, title: str, shown: Mapping[str, Any]) -> Iterator[Written]:
        prefix = f"{file.removesuffix('.html')}-"
        context = {**self._frame(page, file, title), **shown, "prefix": prefix}
        html = _environment().get_template(f"{page}.html.jinja").render(context)
        yield _text(f"{self._language}/{file}", html + "\n")
        for table in _tables(shown):
            if table.rows:
                # The mark at the beginning tells spreadsheets that the text is UTF-8.
                text = "\ufeff" + csv_text(table, self._tell)
                yield _text(f"{self._language}/tables/{prefix}{table.file_name}", text)
                if page != "county" or len(self._counties) == 1:
                    self._sheets.append(table)

    def _frame(self, page: str, file: str, title: str) -> Mapping[str, Any]:
        picture, tell = self._picture, self._tell
        words = tell.words
        since = picture.round.confirmed_on
        return {
            "css": _css(),
            "symbols": symbols(),
            "language": self._language,
            "page": page,
            "file": file,
            "title": title,
            "picture": picture,
            "tell": tell,
            "w": words,
            "nothing": tell.nothing,
            "n": words.count,
            "shape": shape,
            "events": self._events,
            "more": lambda number: words.count("picture.and_more", number),
            "linked": self._linked,
            "statuses": STATUSES,
            "means": lambda rule: rule_means(rule, picture, tell),
            "rules": RULES if page != "method" else (),
            "navigation": self._navigation(file),
            "editions": [
                {"language": one, "name": Words(one)("picture.frame.language")}
                for one in self._languages
                if one != self._language
            ],
            "stamp": self._stamp(),
            "left_out": words.count("picture.left_out", picture.left_out),
            "since": words("picture.overview.since_round", on=since)
            if since
            else words("picture.overview.since_days", days=NEWS_DAYS),
            "weeks": rules_on(picture.stamp.in_force_on).ahead_days // WEEK_DAYS,
        }

    def _stamp(self) -> str:
        """Says of which day and of which point of the log the picture is."""
        stamp, tell = self._picture.stamp, self._tell
        return tell(
            said(
                stamp.told,
                on=stamp.in_force_on,
                position=stamp.position,
                time=tell.moment(stamp.time),
                head=stamp.head[:12],
            )
        )

    def _navigation(self, file: str) -> list[Mapping[str, Any]]:
        listed = [(f"{page}.html", self._tell.words(f"picture.page.{page}")) for page in self._pages]
        if len(self._counties) == 1 or "overview" not in self._pages:
            listed += [(f"county-{one.slug}.html", self._tell(one.name)) for one in self._counties]
        elif file not in {href for href, _ in listed}:
            listed += [(file, self._tell(one.name)) for one in self._counties if file == f"county-{one.slug}.html"]
        return [{"href": href, "name": name, "here": href == file} for href, name in listed]

    def _events(self, positions: Sequence[int]) -> str:
        shown = ", ".join(map(str, positions))
        return self._tell.words.count("picture.events", len(positions), positions=shown)


def _tables(shown: object) -> Iterator[Table]:
    """Yields every table of what a template shows, however deep it stands."""
    if isinstance(shown, Table):
        yield shown
    elif isinstance(shown, Mapping):
        for value in shown.values():
            yield from _tables(value)
    elif isinstance(shown, list | tuple) and not hasattr(shown, "_fields"):
        for value in shown:
            yield from _tables(value)
