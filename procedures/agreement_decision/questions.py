"""What is not settled about these decisions, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COURT_PROCEDURE, SERVICES, UUSIMAA

_OPEN: Final = Status.UNSETTLED

QUESTIONS: Final = (
    OpenQuestion(
        "force_of_bilingual_decision",
        Label(
            "Onko 39 §:n päätöstä noudatettava muutoksenhausta huolimatta? 60 §:n 3 momentti mainitsee vain 38 §:n, "
            "eikä 39 §:ssä ole säännöstä välittömästä täytäntöönpanosta.",
            "Ska ett beslut enligt 39 § iakttas trots ändringssökande? 60 § 3 mom. nämner endast 38 §, och i 39 § "
            "föreskrivs inte om omedelbar verkställighet.",
            "Must a decision under 39 § be obeyed despite appeals? 60 § 3 mom. names 38 § only, and 39 § does not "
            "provide for implementation at once.",
        ),
        Label(
            "Sovelletaan yleislakia: täytäntöönpano vasta lainvoimaisena, jollei poikkeusta kirjata.",
            "Den allmänna lagen tillämpas: verkställs först när det vunnit laga kraft, om inte ett undantag antecknas.",
            "The general act is applied: carried out when final, unless an exception is stated.",
        ),
        (SERVICES("60 § 3 mom.", _OPEN), COURT_PROCEDURE("122 §", _OPEN)),
        affects=("awaiting_finality", "implementation_begun", "subject:BILINGUAL"),
    ),
    OpenQuestion(
        "force_of_hus_decision",
        Label(
            "Uusimaa-lain 27 §:n 4 momentti sallii täytäntöönpanon ennen lainvoimaa, mutta ei sano 60 §:n 3 momentin "
            "tavoin, että päätöstä on noudatettava. Onko ero tarkoitettu?",
            "27 § 4 mom. i Nylandslagen tillåter verkställighet före laga kraft men säger inte som 60 § 3 mom. att "
            "beslutet ska iakttas. Är skillnaden avsedd?",
            "27 § 4 mom. of the Uusimaa act lets the decision be carried out before it is final, but does not say, as "
            "60 § 3 mom. does, that it must be obeyed. Is the difference meant?",
        ),
        Label(
            "Tilat kirjataan erikseen sen mukaan, mitä kukin laki sanoo.",
            "Ställningarna antecknas skilt enligt vad respektive lag säger.",
            "The two standings are kept apart, as each act words it.",
        ),
        (UUSIMAA("27 § 4 mom.", _OPEN), SERVICES("60 § 3 mom.", _OPEN)),
        affects=("enforceable_before_final", "subject:HUS"),
    ),
    OpenQuestion(
        "who_is_concerned",
        Label(
            "Ketä 38 §:n päätös ”koskee”: kaikkia sopimuksen osapuolia vai vain niitä, joiden asemaa se muuttaa?",
            "Vilka ”berörs” av ett beslut enligt 38 §: alla avtalsparter eller endast de vars ställning det ändrar?",
            "Whom does a decision under 38 § “concern”: every party, or only those whose position it changes?",
        ),
        Label(
            "Kuullaan kaikkia asian osapuolia; asiaa avattaessa osapuolet voi rajata niihin, joita päätös koskee.",
            "Alla parter i ärendet hörs; när ärendet inleds kan parterna begränsas till dem som berörs av beslutet.",
            "Every party of the case is heard; when it is opened the parties can be limited to those concerned.",
        ),
        (SERVICES("38 § 2 mom.", _OPEN), SERVICES("39 § 6 mom.", _OPEN)),
        affects=("hearing_requested", "hearing"),
    ),
    OpenQuestion(
        "handling_by_ministers",
        Label(
            "Missä järjestyksessä asia käsitellään ministeriryhmässä ja raha-asiainvaliokunnassa?",
            "I vilken ordning behandlas ärendet i ministergruppen och finansutskottet?",
            "In which order do the ministerial group and the finance committee handle the matter?",
        ),
        Label(
            "Käsittely voidaan kirjata; päätöstä se ei estä eikä edellytä.",
            "Behandlingen kan antecknas; den varken hindrar eller är ett villkor för beslutet.",
            "It can be recorded; it neither bars the decision nor is a condition of it.",
        ),
        (SERVICES("38 § 2 mom.", _OPEN),),
        affects=("ministerially_handled", "heard"),
    ),
    OpenQuestion(
        "hus_ground_of_content",
        Label(
            "Riittääkö 12 §:n perusteeksi, että vain tehtävät tai vain kustannusvaikuttavuus on turvaamatta (laki: "
            "”ja”)?",
            "Räcker det som grund enligt 12 § att endast uppgifterna eller endast kostnadsnyttoeffektiviteten inte är "
            "tryggad (lagen: ”och”)?",
            "Is it enough under 12 § that only the duties, or only cost-effectiveness, are not secured (the law: "
            "“and”)?",
        ),
        Label(
            "Sopimuksen on turvattava molemmat: peruste täyttyy, kun jompikumpi jää turvaamatta.",
            "Avtalet ska trygga båda: grunden uppfylls när någondera inte tryggas.",
            "The agreement must secure both: the ground is met when either is not.",
        ),
        (UUSIMAA("12 § 1 mom.", _OPEN),),
        affects=("ground_recorded", "subject:HUS"),
    ),
    OpenQuestion(
        "new_decision",
        Label(
            "Voiko valtioneuvosto muuttaa päätöstään, vaikka se on voimassa uuteen sopimukseen saakka?",
            "Kan statsrådet ändra sitt beslut, trots att det gäller tills ett nytt avtal har ingåtts?",
            "May the Government change its decision, although that holds until a new agreement?",
        ),
        Label(
            "Uusi päätös on oma asiansa; sen korvaama asia päätetään.",
            "Ett nytt beslut är ett eget ärende; det ersatta ärendet avslutas.",
            "A new decision is a case of its own; the case that it replaces is closed.",
        ),
        (SERVICES("38 § 3 mom.", _OPEN),),
        affects=("replaced_by_decision",),
    ),
    OpenQuestion(
        "after_quashing",
        Label(
            "Mitä sopimusta noudatetaan, kun päätös on kumottu, ja miten palautettu asia jatkuu?",
            "Vilket avtal följs när beslutet har upphävts, och hur fortsätter ett återförvisat ärende?",
            "Which agreement is followed once the decision is quashed, and how does a returned matter go on?",
        ),
        Label(
            "Asia päättyy; palautettu asia avataan uutena perusteineen.",
            "Ärendet avslutas; ett återförvisat ärende inleds på nytt med sina grunder.",
            "The case ends; a returned matter is opened anew with its ground.",
        ),
        (COURT_PROCEDURE("81 §", _OPEN),),
        affects=("decision_quashed", "quashed"),
    ),
    OpenQuestion(
        "who_else_may_appeal",
        Label(
            "Voiko muu kuin sopimuksen osapuoli, esimerkiksi palvelujen käyttäjä, valittaa päätöksestä?",
            "Kan någon annan än en avtalspart, till exempel en tjänsteanvändare, överklaga beslutet?",
            "May anyone but a party to the agreement, such as a user of the services, appeal the decision?",
        ),
        Label(
            "Asiaan kirjataan osapuolten valitukset; muun valituksen voi kirjata asiaan merkintänä.",
            "I ärendet antecknas parternas besvär; andras besvär kan antecknas i ärendet som en notering.",
            "Appeals of the parties are recorded; anyone else's can be put down in the case as a note.",
        ),
        (COURT_PROCEDURE("7 § 1 mom.", _OPEN),),
        affects=("appealed", "served"),
    ),
    OpenQuestion(
        "no_time_to_decide",
        Label(
            "Valmistelulle ja päätökselle ei ole säädetty aikaa.",
            "Ingen tid är föreskriven för beredningen eller beslutet.",
            "No time is set for preparing or making the decision.",
        ),
        Label(
            "Määräaikaa ei keksitä; lausunnon määräpäivä on kulloinkin asetettu.",
            "Ingen tid hittas på; dagen för utlåtandet bestäms i varje fall.",
            "No limit is invented; the day for opinions is the one set each time.",
        ),
        (SERVICES("38 §", _OPEN), UUSIMAA("12 §", _OPEN)),
        affects=("ground_recorded", "heard"),
    ),
)
