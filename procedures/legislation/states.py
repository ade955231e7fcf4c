"""Where a change of law can stand, whose turn it is there, and its one time limit and its documents."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period
from engine.declaration import DeadlineRule, DocumentRule, Role, State, TaskRule
from engine.law import Basis, Label, Status
from procedures.roles import GOVERNMENT, PARLIAMENT, PARLIAMENT_COMMITTEE, PRESIDENT, VM
from procedures.statutes import CONSTITUTION

CONFIRMATION: Final = DeadlineRule(
    "confirmation",
    Label("lain vahvistaminen", "stadfästelse av lagen", "confirmation of the act"),
    DeadlineKind.PERIOD,
    Period("confirmation_months"),
    (CONSTITUTION("77 § 1 mom."),),
    reminders_days=(-14, 0),
)

BILL: Final = DocumentRule(
    "bill", Label("hallituksen esitys", "regeringsproposition", "bill"), (CONSTITUTION("70 §"), CONSTITUTION("39 §"))
)
COMMITTEE_REPORT: Final = DocumentRule(
    "committee_report",
    Label("valiokunnan mietintö", "utskottets betänkande", "report of the committee"),
    (CONSTITUTION("72 § 1 mom."),),
)
REPLY: Final = DocumentRule(
    "reply",
    Label("eduskunnan vastaus", "riksdagens svar", "Parliament's reply"),
    (CONSTITUTION("72 § 2 mom.", Status.PRACTICE),),
)
STATUTE_BOOK: Final = DocumentRule(
    "statute_book",
    Label("säädöskokoelman numero", "nummer av författningssamlingen", "number of the statute book"),
    (CONSTITUTION("79 § 2 mom."),),
)


def _task(task_id: str, label: Label, role: Role, *basis: Basis, done_by: str = "", deadline: str = "") -> TaskRule:
    return TaskRule(task_id, label, role, basis, deadline or None, (done_by,) if done_by else ())


_GIVE_BILL: Final = _task(
    "give_bill",
    Label("anna hallituksen esitys tai luovu siitä", "lämna propositionen eller avstå", "give the bill or give it up"),
    GOVERNMENT,
    CONSTITUTION("39 §", Status.PRACTICE),
)
_GIVE_REPORT: Final = _task(
    "give_report",
    Label("anna mietintö lakiehdotuksesta", "ge betänkande om lagförslaget", "report on the bill"),
    PARLIAMENT_COMMITTEE,
    CONSTITUTION("72 § 1 mom."),
    done_by="committee_reported",
)
_DECIDE_ON_BILL: Final = _task(
    "decide_on_bill",
    Label(
        "päätä lakiehdotuksen hyväksymisestä tai hylkäämisestä",
        "besluta om lagförslaget ska godkännas eller förkastas",
        "decide whether to adopt or reject the bill",
    ),
    PARLIAMENT,
    CONSTITUTION("72 § 2 mom."),
)
_NOTE_CONCERNS: Final = _task(
    "note_concerns",
    Label(
        "totea, mitä menettelyjä muutos koskee",
        "konstatera vilka förfaranden ändringen gäller",
        "note which procedures the change concerns",
    ),
    VM,
    CONSTITUTION("79 §", Status.PRACTICE),
    done_by="concerns_noted",
)
_DELIVER: Final = _task(
    "deliver_for_confirmation",
    Label("toimita laki vahvistettavaksi", "tillställ presidenten lagen", "deliver the act for confirmation"),
    PARLIAMENT,
    CONSTITUTION("77 § 1 mom."),
    done_by="delivered_for_confirmation",
)
_CONFIRM: Final = _task(
    "decide_on_confirmation",
    Label("päätä lain vahvistamisesta", "besluta om stadfästelse", "decide on confirmation"),
    PRESIDENT,
    CONSTITUTION("77 § 1 mom."),
    CONSTITUTION("58 §"),
    deadline="confirmation",
)
_HANDLE_AGAIN: Final = _task(
    "handle_again",
    Label(
        "käsittele vahvistamatta jäänyt laki viipymättä uudelleen",
        "behandla utan dröjsmål på nytt lagen som inte stadfästs",
        "handle the act that was not confirmed again without delay",
    ),
    PARLIAMENT,
    CONSTITUTION("78 §"),
)
_PUBLISH: Final = _task(
    "publish",
    Label(
        "julkaise laki viipymättä säädöskokoelmassa",
        "publicera lagen utan dröjsmål i författningssamlingen",
        "publish the act without delay in the statute book",
    ),
    GOVERNMENT,
    CONSTITUTION("79 § 2 mom."),
)
_RECORD_ENTRY: Final = _task(
    "record_entry_into_force",
    Label(
        "kirjaa voimaantulo sen päivänä",
        "anteckna ikraftträdandet på dess dag",
        "record the entry into force on its day",
    ),
    VM,
    CONSTITUTION("79 § 3 mom.", Status.PRACTICE),
)

IN_PREPARATION: Final = State(
    "in_preparation",
    Label("valmisteilla", "under beredning", "being prepared"),
    status=Status.PRACTICE,
    tasks=(_GIVE_BILL,),
)
IN_PARLIAMENT: Final = State(
    "in_parliament",
    Label("vireillä eduskunnassa", "anhängig i riksdagen", "pending in Parliament"),
    tasks=(_GIVE_REPORT, _DECIDE_ON_BILL, _NOTE_CONCERNS),
)
AWAITING_CONFIRMATION: Final = State(
    "awaiting_confirmation",
    Label("odottaa vahvistamista", "väntar på stadfästelse", "awaiting confirmation"),
    status=Status.PRACTICE,
    tasks=(_DELIVER, _CONFIRM),
)
RETURNED: Final = State(
    "returned",
    Label("palautunut eduskuntaan", "återgången till riksdagen", "returned to Parliament"),
    tasks=(_GIVE_REPORT, _HANDLE_AGAIN),
)
TO_BE_PUBLISHED: Final = State(
    "to_be_published",
    Label("julkaistavana", "ska publiceras", "to be published"),
    status=Status.PRACTICE,
    tasks=(_PUBLISH,),
)
AWAITING_ENTRY: Final = State(
    "awaiting_entry",
    Label("julkaistu, ei vielä voimassa", "publicerad, ännu inte i kraft", "published, not yet in force"),
    status=Status.PRACTICE,
    tasks=(_RECORD_ENTRY,),
)
IN_FORCE: Final = State("in_force", Label("voimassa", "i kraft", "in force"), final=True)
BILL_REJECTED: Final = State("bill_rejected", Label("hylätty", "förkastat", "rejected"), final=True)
WITHDRAWN: Final = State("withdrawn", Label("peruutettu", "återtagen", "withdrawn"), final=True)
COME_TO_NOTHING: Final = State(
    "come_to_nothing", Label("lainmuutos rauennut", "lagändringen förfallen", "change of law lapsed"), final=True
)

OPEN: Final = (IN_PREPARATION, IN_PARLIAMENT, AWAITING_CONFIRMATION, RETURNED, TO_BE_PUBLISHED, AWAITING_ENTRY)
STATES: Final = (*OPEN, IN_FORCE, BILL_REJECTED, WITHDRAWN, COME_TO_NOTHING)
