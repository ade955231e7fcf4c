"""What is not settled about the negotiation, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES

_OPEN: Final = Status.UNSETTLED

QUESTIONS: Final = (
    OpenQuestion(
        "no_form_prescribed",
        Label(
            "Laki ei säädä kuukautta, muistiota eikä julkaisemista: mitkä ovat kierroksen todelliset päivät ja "
            "asiakirjapohjat?",
            "Lagen föreskriver varken månad, promemoria eller offentliggörande: vilka är omgångens verkliga dagar och "
            "dokumentmallar?",
            "The law prescribes no month, memo or publication: what are the round's real days and document templates?",
        ),
        Label(
            "Päivät ovat asiakirjojen ilmoittamia; muistio vaaditaan käytäntönä, julkaiseminen kirjataan.",
            "Dagarna är de som handlingarna anger; promemorian krävs som praxis, offentliggörandet antecknas.",
            "Days are those that the documents state; the memo is required as practice, publication is noted.",
        ),
        (SERVICES("37 § 4 mom.", _OPEN),),
        affects=("round_set", "memo_drawn_up", "meeting_day"),
    ),
    OpenQuestion(
        "round_of_2026",
        Label(
            "Mitä vuoden 2026 kierros ja hallituksen riihi 2026 päättivät, ja minä päivänä riihi on?",
            "Vad beslutade omgången 2026 och regeringens överläggningar 2026, och vilken dag hålls de?",
            "What did the round of 2026 and the Government's session of 2026 decide, and on which day is it?",
        ),
        Label(
            "Kierros avataan suunniteltuna; riihen päivä kirjataan, kun se tiedetään.",
            "Omgången inleds som planerad; dagen antecknas när den är känd.",
            "The round is opened as planned; the day of the session is recorded when it is known.",
        ),
        (MIDTERM_SESSION_2025("6 kohta", _OPEN),),
        affects=("mandate_recorded", "government_assessment", "government_confirmation"),
    ),
    OpenQuestion(
        "weight_of_mandate",
        Label(
            "Sitooko hallituksen poliittinen kirjaus neuvottelun sisältöä? Laki ei tunne painopisteitä.",
            "Binder regeringens politiska anteckning förhandlingens innehåll? Lagen känner inga prioriteringar.",
            "Does the Government's political entry bind the negotiation? The law knows no themes.",
        ),
        Label(
            "Muistio edellyttää, että kirjatut painopisteet on käsitelty; perusteena on käytäntö.",
            "Promemorian förutsätter att de antecknade prioriteringarna har behandlats; grunden är praxis.",
            "The memo asks that the recorded themes were handled; that rests on practice.",
        ),
        (MIDTERM_SESSION_2025("6 ja 7 kohta", _OPEN),),
        affects=("mandate_recorded", "memo_drawn_up"),
    ),
    OpenQuestion(
        "absent_county",
        Label(
            "Mitä seuraa, jos yhteistyöalueen hyvinvointialue tai ministeriö ei osallistu?",
            "Vad följer om ett välfärdsområde i samarbetsområdet eller ett ministerium inte deltar?",
            "What follows if a county of the area or a ministry does not take part?",
        ),
        Label(
            "Kokouksia voi olla useita. Muistio edellyttää, että jokainen on ollut jossakin niistä tai että poissaolon "
            "syy on kirjattu.",
            "Mötena kan vara flera. Promemorian förutsätter att var och en har deltagit i något av dem eller att "
            "orsaken till frånvaron har antecknats.",
            "There can be several meetings. The memo asks that each was in one of them, or that it is said why not.",
        ),
        (SERVICES("37 § 4 mom.", _OPEN),),
        affects=("meeting_held", "negotiated", "memo_drawn_up"),
    ),
    OpenQuestion(
        "cancelled_round",
        Label(
            "Neuvottelu on käytävä vuosittain; laki ei säädä, mitä väliin jääneestä vuodesta seuraa.",
            "Förhandlingen ska föras årligen; lagen säger inte vad som följer av ett överhoppat år.",
            "The negotiation is yearly; the law does not say what follows from a year left out.",
        ),
        Label(
            "Peruttu kierros kirjataan syineen; velvollisuus jää.",
            "En inställd omgång antecknas med skäl; skyldigheten kvarstår.",
            "A cancelled round is recorded with its reason; the duty remains.",
        ),
        (SERVICES("37 § 4 mom.", _OPEN),),
        affects=("round_cancelled", "cancelled"),
    ),
    OpenQuestion(
        "rounds_side_by_side",
        Label(
            "Voiko seuraavan vuoden kierros alkaa, ennen kuin edellinen on päätetty? Laki ei sitä estä.",
            "Kan följande års omgång börja innan den förra har avslutats? Lagen hindrar det inte.",
            "May the next year's round begin before the last one has ended? The law does not bar it.",
        ),
        Label(
            "Kunkin vuoden kierros on oma asiansa; ne voivat olla vireillä yhtä aikaa.",
            "Varje års omgång är ett eget ärende; de kan vara anhängiga samtidigt.",
            "Each year's round is a case of its own; they can be open side by side.",
        ),
        (SERVICES("37 § 4 mom.", _OPEN),),
        affects=("round_planned",),
    ),
)
