"""What is not settled about the changes of law that are on their way."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import CONSTITUTION, DEFICIT_BILL, DIVISION_2025, OBJECTIVES_BILL, TIME_LIMITS

_OPEN: Final = Status.UNSETTLED

DEFICIT_BILL_ADOPTED: Final = OpenQuestion(
    "deficit_bill_adopted",
    Label(
        "Onko HE 189/2025 hyväksytty, millä sanamuodolla ja numerolla, ja ulottuuko lisäaika vuoteen 2029?",
        "Har RP 189/2025 godkänts, med vilken ordalydelse och vilket nummer, och räcker tilläggstiden till 2029?",
        "Was HE 189/2025 adopted, in which wording and under which number, and does the time reach 2029?",
    ),
    Label(
        "Esitys pysyy vireillä, kunnes joku kirjaa, mitä tapahtui.",
        "Propositionen förblir anhängig tills någon antecknar vad som hände.",
        "The bill stays pending until somebody records what happened.",
    ),
    (DEFICIT_BILL("", _OPEN),),
    affects=("in_parliament", "statement_given"),
)
OBJECTIVES_BILL_ADOPTED: Final = OpenQuestion(
    "objectives_bill_adopted",
    Label(
        "Onko HE 129/2025 hyväksytty ja millä numerolla?",
        "Har RP 129/2025 godkänts och med vilket nummer?",
        "Was HE 129/2025 adopted, and under which number?",
    ),
    Label(
        "Esityksestä voi avata asian; sitä ei avata tietämättä.",
        "Ett ärende om propositionen kan inledas; det inleds inte utan kunskap.",
        "A case can be opened for it; none is opened without knowledge.",
    ),
    (OBJECTIVES_BILL("", _OPEN),),
    affects=("in_parliament",),
)
DIVISION_NUMBER: Final = OpenQuestion(
    "division_number",
    Label(
        "Millä numerolla 15.12.2025 voimaan tullut hyvinvointialuejakolaki on julkaistu?",
        "Med vilket nummer publicerades lagen om indelningen i välfärdsområden som trädde i kraft 15.12.2025?",
        "Under which number was the act on the division, in force from 15 December 2025, published?",
    ),
    Label("Numero jää merkinnäksi avoimeksi.", "Numret lämnas öppet.", "The number is left open."),
    (DIVISION_2025("", _OPEN),),
    affects=("published", "in_force"),
)
CONFIRMATION_COUNTED: Final = OpenQuestion(
    "confirmation_counted",
    Label(
        "Lasketaanko presidentin kolme kuukautta lain 150/1930 mukaan?",
        "Räknas presidentens tre månader enligt lag 150/1930?",
        "Are the President's three months counted by 150/1930?",
    ),
    Label(
        "Lasketaan niin; perustuslaissa ei ole omaa laskutapaa.",
        "De räknas så; grundlagen har inget eget sätt att räkna.",
        "They are; the Constitution has no way of counting of its own.",
    ),
    (CONSTITUTION("77 § 1 mom.", _OPEN), TIME_LIMITS("1 §", _OPEN)),
    affects=("confirmation",),
)
MEMBERS_MOTIONS: Final = OpenQuestion(
    "members_motions",
    Label(
        "Miten kirjataan lainmuutos, joka tulee vireille kansanedustajan lakialoitteella tai kansalaisaloitteella?",
        "Hur antecknas en lagändring som väcks genom en riksdagsledamots lagmotion eller ett medborgarinitiativ?",
        "How is a change recorded that begins with a member's motion or a citizens' initiative?",
    ),
    Label(
        "Seurataan hallituksen esityksiä; aloitteesta lähtenyt muutos kirjataan ilmoitettuna, eikä sen vaiheita "
        "seurata.",
        "Regeringens propositioner följs; en ändring som börjat med ett initiativ antecknas som aviserad, och dess "
        "skeden följs inte.",
        "Bills of the Government are followed; a change begun by a motion is recorded as announced, and not its steps.",
    ),
    (CONSTITUTION("70 §", _OPEN), CONSTITUTION("53 § 3 mom.", _OPEN)),
    affects=("bill_given", "announced"),
)
QUESTIONS: Final = (
    DEFICIT_BILL_ADOPTED,
    OBJECTIVES_BILL_ADOPTED,
    DIVISION_NUMBER,
    CONFIRMATION_COUNTED,
    MEMBERS_MOTIONS,
)
