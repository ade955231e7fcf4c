"""Which workbook a file is: of which log, month and county, issued from where; and that it may be answered now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cli.collect.form import FORMAT, HIDDEN, PRODUCT, Form, Issue, catalogue_version, form_of
from cli.collect.rounds import ANSWERABLE
from cli.collect.standing import Standing, known_cases
from engine.errors import InputRejected, NotFound
from engine.law import LANGUAGES, Label
from engine.request import AsOf
from procedures.county_return.guards import issued_positions
from procedures.county_return.values import month_of

if TYPE_CHECKING:
    from cli.collect.reading import Book
    from cli.wiring import Record
    from engine.case import Case


@dataclass(frozen=True, slots=True)
class Recognised:
    """A filled workbook with the form that it was issued as, and the return that it answers."""

    book: Book
    form: Form
    case: Case
    issued: Standing

    @property
    def county(self) -> str:
        """The code of the county whose workbook it is."""
        return self.form.issue.county


def recognised(record: Record, book: Book, *, county: str | None = None, month: str | None = None) -> Recognised:
    """Gives which workbook a file is.

    Raises:
        InputRejected: `workbook-foreign` or `workbook-old`: it is none of this log's, of another county or month than
            the one that was named, or of a round that takes no answers any more.
    """
    issue = _issue(book)
    if issue.log_id != record.opened.identity.log_id:
        raise _foreign(
            book,
            Label(
                f"se on lähetetty toisesta lokista ({issue.log_id})",
                f"den har sänts från en annan logg ({issue.log_id})",
                f"it was issued from another log ({issue.log_id})",
            ),
        )
    if county is not None and issue.county != county:
        raise _foreign(
            book,
            Label(
                f"se on alueen {issue.county} työkirja, ei alueen {county}",
                f"den är områdets {issue.county} arbetsbok, inte områdets {county}",
                f"it is the workbook of {issue.county}, not of {county}",
            ),
        )
    if month is not None and issue.month != month:
        raise _foreign(
            book,
            Label(
                f"se on kierrokselta {issue.month}, ei kierrokselta {month}",
                f"den hör till rundan {issue.month}, inte till {month}",
                f"it is of the round {issue.month}, not of {month}",
            ),
        )
    try:
        case = record.registrar.load(issue.case_id)[1]
    except NotFound as error:
        raise _foreign(
            book,
            Label(
                f"kuukausivastausta {issue.case_id} ei ole",
                f"det finns inget månadssvar {issue.case_id}",
                f"there is no return called {issue.case_id}",
            ),
        ) from error
    if (case.opening.procedure, case.subject) != ("county_return", issue.county) or month_of(case) != issue.month:
        raise _foreign(
            book,
            Label(
                f"{issue.case_id} ei ole alueen {issue.county} vastaus kuukaudelta {issue.month}",
                f"{issue.case_id} är inte områdets {issue.county} svar för {issue.month}",
                f"{issue.case_id} is not the return of {issue.county} for {issue.month}",
            ),
        )
    if issue.position not in issued_positions(case):
        raise _foreign(
            book,
            Label(
                f"vastaukselle {issue.case_id} ei ole lähetetty työkirjaa lokin kohdasta {issue.position}",
                f"ingen arbetsbok har sänts för {issue.case_id} från plats {issue.position} i loggen",
                f"no workbook was issued for {issue.case_id} from position {issue.position}",
            ),
        )
    _ensure_open(record, book, case)
    if issue.catalogue != catalogue_version():
        raise _old(
            book,
            Label(
                f"se kysyy tiekartan toista versiota ({issue.catalogue})",
                f"den frågar om en annan version av färdplanen ({issue.catalogue})",
                f"it asks about another version of the roadmap ({issue.catalogue})",
            ),
        )
    standing = Standing(record, issue.county, AsOf(known_at=issue.position))
    issue = replace(issue, only_critical=_only_critical(case, issue.position))
    return Recognised(book, form_of(issue, standing), case, standing)


def _ensure_open(record: Record, book: Book, case: Case) -> None:
    newest = max(
        (month_of(one) for one in known_cases(record, case.subject, "county_return") if one.state != "withdrawn"),
        default="",
    )
    if month_of(case) < newest:
        raise _old(
            book,
            Label(
                f"se on kierrokselta {month_of(case)}; nyt on kierros {newest}",
                f"den hör till rundan {month_of(case)}; nu är det rundan {newest}",
                f"it is of the round {month_of(case)}; the round now is {newest}",
            ),
        )
    if case.state not in ANSWERABLE:
        raise _old(
            book,
            Label(
                f"kuukauden {month_of(case)} vastaus on päättynyt ({case.state})",
                f"svaret för {month_of(case)} är avslutat ({case.state})",
                f"the return of {month_of(case)} is closed ({case.state})",
            ),
        )


def _only_critical(case: Case, position: int) -> bool:
    issued = [*case.every("template_issued"), *case.every("template_reissued")]
    return any(bool(event.data["only_critical"]) for event in issued if event.data["position"] == position)


def _issue(book: Book) -> Issue:
    hidden = book.sheets.get(HIDDEN)
    said = {row[0]: row[1] for row in hidden.rows if len(row) > 1 and row[0] and row[1]} if hidden else {}
    if said.get("product") != PRODUCT:
        raise _foreign(
            book,
            Label(
                "se ei ole kuukausikierroksen työkirja, tai sen piilotettu taulukko puuttuu",
                "den är ingen arbetsbok för månadsrundan, eller dess dolda blad saknas",
                "it is no workbook of the monthly round, or its hidden sheet is gone",
            ),
        )
    if said.get("format") != str(FORMAT):
        raise _old(
            book,
            Label(
                f"sen muoto on {said.get('format')}; tämä versio lukee muotoa {FORMAT}",
                f"dess format är {said.get('format')}; denna version läser {FORMAT}",
                f"it is of the format {said.get('format')}; this version reads {FORMAT}",
            ),
        )
    position, language = said.get("position", ""), said.get("language", "")
    names = ("log", "month", "county", "case", "scope", "catalogue")
    if any(name not in said for name in names) or not position.isdecimal() or language not in LANGUAGES:
        raise _foreign(
            book,
            Label(
                "sen piilotettua taulukkoa on muutettu", "dess dolda blad har ändrats", "its hidden sheet was changed"
            ),
        )
    return Issue(
        log_id=said["log"] or "",
        month=said["month"] or "",
        county=said["county"] or "",
        case_id=said["case"] or "",
        position=int(position[:15]),
        only_critical=said["scope"] == "critical",
        language=language,
        catalogue=said["catalogue"] or "",
    )


def _foreign(book: Book, what: Label) -> InputRejected:
    return InputRejected(
        "workbook-foreign",
        f"{book.path.name}: {what.en}.",
        try_next="ohjaus collect status",
        details={"path": book.path.name, "what": what},
    )


def _old(book: Book, what: Label) -> InputRejected:
    return InputRejected(
        "workbook-old",
        f"{book.path.name}: {what.en}.",
        try_next="ohjaus collect status",
        details={"path": book.path.name, "what": what},
    )
