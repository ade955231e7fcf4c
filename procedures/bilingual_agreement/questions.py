"""What is not settled about the agreement of the bilingual counties alone."""

from __future__ import annotations

from typing import Final

from engine.law import Basis, Label, OpenQuestion, Status
from procedures.statutes import AGREEMENT_DECREE, COUNTIES, SERVICES, UUSIMAA

_OPEN: Final = Status.UNSETTLED

ENTRY: Final = OpenQuestion(
    "entry",
    Label(
        "Milloin kaksikielisten hyvinvointialueiden sopimus tulee voimaan?",
        "När träder de tvåspråkiga välfärdsområdenas avtal i kraft?",
        "When does the agreement of the bilingual counties enter into force?",
    ),
    Label(
        "Voimaantulopäivä on viimeisen hyväksynnän päivä, kuten 37 §:n 3 momentin sopimuksessa.",
        "Dagen för ikraftträdandet är dagen för det sista godkännandet, som i avtalet enligt 37 § 3 mom.",
        "The day is that of the last approval, as with the agreement of 37 § 3 mom.",
    ),
    (SERVICES("39 § 4 mom.", _OPEN),),
    affects=("party_approved", "entered_into_force", "agreement_in_force"),
)
DELIVERY_TIME: Final = OpenQuestion(
    "delivery_time",
    Label(
        "Missä ajassa sopimus on toimitettava ministeriölle? Asetuksen kuukausi koskee 36 §:n sopimusta.",
        "Inom vilken tid ska avtalet lämnas in till ministeriet? Förordningens månad gäller avtalet enligt 36 §.",
        "In what time is the agreement delivered to the ministry? The decree's month is for that of 36 §.",
    ),
    Label(
        "Toimittaminen on tehtävä ilman määräpäivää.",
        "Inlämnandet är en uppgift utan dag.",
        "The delivery is a task without a day.",
    ),
    (SERVICES("39 § 4 mom.", _OPEN), AGREEMENT_DECREE("1 § 3 mom.")),
    affects=("in_force", "delivered_to_stm"),
)
MINORITY_LANGUAGE: Final = OpenQuestion(
    "minority_language",
    Label(
        "Onko Pohjanmaan kansalliskielilautakunnalla 33 §:n 2 momentin 4 kohdan tehtävä, kun sen vähemmistökieli on "
        "suomi?",
        "Har Österbottens nationalspråksnämnd uppgiften i 33 § 2 mom. 4 punkten, då dess minoritetsspråk är finska?",
        "Has the board of Ostrobothnia the task of 33 § 2 mom. 4, as its minority language is Finnish?",
    ),
    Label(
        "Sanamuodon mukaan ei: sen lausunnon voi kirjata, mutta hyväksyminen ei edellytä sitä.",
        "Enligt ordalydelsen inte: utlåtandet kan antecknas, men godkännandet förutsätter det inte.",
        "By its wording not: its opinion can be recorded, but the approval does not require it.",
    ),
    (COUNTIES("33 § 2 mom. 4 kohta", _OPEN),),
    affects=("language_board_opinion_given", "party_approved"),
)
HOW_LONG: Final = OpenQuestion(
    "how_long",
    Label(
        "Kuinka kauan sopimus on voimassa, kun sitä ei ole sidottu valtuustokauteen?",
        "Hur länge gäller avtalet, då det inte är bundet till fullmäktigeperioden?",
        "How long is the agreement valid, as it is not tied to the council term?",
    ),
    Label(
        "Sopimus näytetään voimassa olevana, kunnes sitä muutetaan tai sen korvaaminen kirjataan.",
        "Avtalet visas som gällande tills det ändras eller ersättandet antecknas.",
        "It is shown as in force until it is amended or its replacement is recorded.",
    ),
    (SERVICES("39 §", _OPEN),),
    affects=("agreement_in_force", "replaced"),
)


def opinion_before_approval(basis: tuple[Basis, ...]) -> OpenQuestion:
    """Gives the question whether a council may approve before its language board has given an opinion."""
    return OpenQuestion(
        "opinion_before_approval",
        Label(
            "Voiko valtuusto hyväksyä sopimuksen ennen lautakuntansa lausuntoa?",
            "Kan fullmäktige godkänna avtalet före nämndens utlåtande?",
            "Can a council approve before its board has given an opinion?",
        ),
        Label(
            "Lausunnon antaminen on lautakunnan tehtävä, joten hyväksyminen kirjataan sen jälkeen; jos lausuntoa on "
            "pyydetty turhaan, hyväksyminen kirjataan ja vaikeneminen mainitaan siinä.",
            "Utlåtandet hör till nämndens uppgifter, så godkännandet antecknas därefter; har utlåtande begärts "
            "förgäves, antecknas godkännandet och tystnaden nämns där.",
            "The opinion is the board's task, so the approval is recorded after it; when it was asked for in vain, the "
            "approval is recorded and says so.",
        ),
        basis,
        affects=("language_board_opinion_given", "party_approved"),
    )


OPINION_BINDING: Final = opinion_before_approval(
    (COUNTIES("33 § 2 mom. 4 kohta", _OPEN), UUSIMAA("19 § 2 mom. 4 kohta", _OPEN))
)
