"""What is not settled about agreements, what this software does meanwhile, and where it is shown.

The questions that the three kinds of agreement share take the sections of each; the rest is the area's own.
"""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status, Statute
from procedures.collaborative_agreement.agreement_law import Bases
from procedures.statutes import ADMINISTRATION, AGREEMENT_DECREE, COUNTIES, SERVICES

_OPEN: Final = Status.UNSETTLED
_READINESS_BILLS: Final = Statute(
    "HE 210/2024 vp, HE 86/2025 vp",
    Label(
        "hallituksen esitykset varautumisen säännöksistä",
        "regeringens propositioner om bestämmelserna om beredskap",
        "bills on the provisions on preparedness",
    ),
)


def reply_times(basis: Bases, *, universities: bool) -> OpenQuestion:
    """Gives the question how long whoever is heard has to reply."""
    return OpenQuestion(
        "reply_times",
        Label(
            "Missä ajassa kuultavien on vastattava, kun laki ei säädä määräaikaa?",
            "Inom vilken tid ska de som hörs svara, då lagen inte anger någon tid?",
            "How long do those who are heard have to reply, as the law sets no time?",
        ),
        Label(
            "Pyynnössä ilmoitettu päivä on määräpäivä; sen mentyä asia voi edetä ilman lausuntoa.",
            "Den dag som anges i begäran gäller; efter den kan ärendet gå vidare utan utlåtande.",
            "The day stated in the request counts; once it has passed, the matter can go on without a reply.",
        ),
        (ADMINISTRATION("33 §", _OPEN), *basis),
        affects=("stm_reply", *(("universities_reply",) if universities else ())),
    )


def disagreement(basis: Bases) -> OpenQuestion:
    """Gives the question when the parties have not reached an agreement."""
    return OpenQuestion(
        "disagreement",
        Label(
            "Milloin sopimukseen ei ole päästy: riittääkö yhden valtuuston kielto?",
            "När har enighet inte nåtts: räcker det att ett fullmäktige vägrar?",
            "When is there no agreement: is one council's refusal enough?",
        ),
        Label(
            "Yhden osapuolen kielto keskeyttää hyväksymisen; osapuolet voivat jatkaa valmistelua tai ministeriö "
            "arvioida valtioneuvoston päätöksen tarpeen.",
            "En parts vägran avbryter godkännandet; parterna kan återuppta beredningen, eller ministeriet bedöma "
            "behovet av statsrådets beslut.",
            "A refusal stops the approval; the parties can draft again, or the ministry weigh a decision of the "
            "Government.",
        ),
        basis,
        affects=("not_agreed", "party_refused", "no_agreement_found"),
    )


def beside_the_decision(basis: Bases) -> OpenQuestion:
    """Gives the question what of an agreement stays in force beside the Government's decision."""
    return OpenQuestion(
        "beside_the_decision",
        Label(
            "Mikä osa aiemmasta sopimuksesta jää voimaan valtioneuvoston päätöksen rinnalla?",
            "Vad av det tidigare avtalet förblir i kraft vid sidan av statsrådets beslut?",
            "What of an earlier agreement stays in force beside the Government's decision?",
        ),
        Label(
            "Sopimus näytetään voimassa olevana päätöksen rinnalla; päätös sanoo, mistä se päättää.",
            "Avtalet visas som gällande vid sidan av beslutet; beslutet anger vad det gäller.",
            "The agreement is shown as in force beside the decision; the decision says on what it decides.",
        ),
        basis,
        affects=("government_decided", "agreement_in_force", "government_decision_in_force"),
    )


def amended_again(basis: Bases) -> OpenQuestion:
    """Gives the question which steps an amendment goes through."""
    return OpenQuestion(
        "amended_again",
        Label(
            "Mitkä laatimisen vaiheet toistetaan, kun sopimusta muutetaan?",
            "Vilka skeden av upprättandet upprepas då avtalet ändras?",
            "Which steps of the drafting are repeated when the agreement is amended?",
        ),
        Label(
            "Ministeriötä kuullaan ja jokainen valtuusto hyväksyy uudelleen; muita kuullaan, jos muutos koskee heidän "
            "asioitaan. Kun valmistelua jatketaan kiellon jälkeen, ministeriötä kuullaan uudelleen.",
            "Ministeriet hörs och varje fullmäktige godkänner på nytt; andra hörs om ändringen gäller deras frågor. Då "
            "beredningen återupptas efter en vägran hörs ministeriet på nytt.",
            "The ministry is heard and each council approves anew; others are heard if the amendment touches their "
            "matters. When the drafting goes on after a refusal, the ministry is heard again.",
        ),
        basis,
        affects=("amendment", "drafting_resumed"),
    )


def annulled_approval(basis: Bases) -> OpenQuestion:
    """Gives the question what follows when a court annuls one approval."""
    return OpenQuestion(
        "annulled_approval",
        Label(
            "Mitä voimaan tulleelle sopimukselle tapahtuu, jos yhden osapuolen hyväksyntä kumotaan?",
            "Vad händer med ett avtal i kraft om en parts godkännande upphävs?",
            "What becomes of an agreement in force when the approval of one party is annulled?",
        ),
        Label(
            "Tuomioistuimen päätös kirjataan; sopimuksen tila ei muutu siitä itsestään.",
            "Domstolens beslut antecknas; avtalets läge ändras inte av sig självt.",
            "The court's decision is recorded; the agreement's state does not change by itself.",
        ),
        (COUNTIES("140 §", _OPEN), *basis),
        affects=("appeal_judged", "agreement_in_force"),
    )


def yearly_day(basis: Bases) -> OpenQuestion:
    """Gives the question by which day of the year the follow-up is due."""
    return OpenQuestion(
        "yearly_day",
        Label(
            "Mihin mennessä vuosittainen seuranta on tehtävä?",
            "Senast när ska den årliga uppföljningen göras?",
            "By when in the year is the follow-up to be done?",
        ),
        Label(
            "Laki ei anna päivää eikä kuukautta: seuranta on avoin tehtävä ilman määräpäivää.",
            "Lagen ger varken dag eller månad: uppföljningen är en öppen uppgift utan dag.",
            "The law gives neither day nor month: the follow-up is an open task without a day.",
        ),
        basis,
        affects=("followed_up",),
    )


BETWEEN_TERMS: Final = OpenQuestion(
    "between_terms",
    Label(
        "Onko edellisen valtuustokauden sopimus voimassa, kunnes uusi on tehty?",
        "Gäller föregående fullmäktigeperiods avtal tills ett nytt har ingåtts?",
        "Is the agreement of the last council term in force until a new one is made?",
    ),
    Label(
        "Sopimus näytetään voimassa olevana, kunnes sen korvaaminen kirjataan.",
        "Avtalet visas som gällande tills ersättandet antecknas.",
        "It is shown as in force until its replacement is recorded.",
    ),
    (SERVICES("36 § 1 mom.", _OPEN),),
    affects=("council_term", "agreement_in_force", "replaced"),
)
DAY_IN_TERM: Final = OpenQuestion(
    "day_in_term",
    Label(
        "Mihin mennessä valtuustokauden sopimus on tehtävä? Asetuksella voisi säätää aikataulusta, mutta 309/2023 ei "
        "säädä.",
        "Senast när ska fullmäktigeperiodens avtal ingås? Tidtabellen kunde regleras genom förordning, men 309/2023 "
        "gör det inte.",
        "By when is a term's agreement to be made? A decree could set a schedule, but 309/2023 does not.",
    ),
    Label(
        "Määräpäiväksi kirjataan valtuustokauden viimeinen päivä.",
        "Som sista dag antecknas fullmäktigeperiodens sista dag.",
        "The last day of the council term is recorded as the day.",
    ),
    (SERVICES("37 § 5 mom.", _OPEN), AGREEMENT_DECREE("1 §")),
    affects=("council_term",),
)
READINESS_AMENDMENTS: Final = OpenQuestion(
    "readiness_amendments",
    Label(
        "Ovatko varautumista koskevat lainmuutokset muuttaneet 36 §:n 3 momentin 10 kohtaa tai 37 §:ää?",
        "Har lagändringarna om beredskap ändrat 36 § 3 mom. 10 punkten eller 37 §?",
        "Have the amendments on preparedness changed 36 § 3 mom. 10 or 37 §?",
    ),
    Label(
        "Sovelletaan helmikuussa 2025 voimassa ollutta tekstiä.",
        "Den text som gällde i februari 2025 tillämpas.",
        "The text in force in February 2025 is applied.",
    ),
    (SERVICES("36 § 3 mom. 10 kohta", _OPEN), _READINESS_BILLS("", _OPEN)),
    affects=("readiness_prepared", "draft_completed"),
)
SWEDISH_SERVICES: Final = OpenQuestion(
    "swedish_services",
    Label(
        "Kummassa sopimuksessa kaksikieliset hyvinvointialueet sopivat ruotsinkielisten palvelujen kehittämisestä?",
        "I vilketdera avtalet avtalar de tvåspråkiga välfärdsområdena om att utveckla svenskspråkiga tjänster?",
        "In which agreement do the bilingual counties agree on developing services in Swedish?",
    ),
    Label(
        "Asia vaaditaan niiden alueiden yhteistyösopimuksessa, joihin kuuluu kaksikielinen hyvinvointialue.",
        "Saken krävs i samarbetsavtalet för de områden som har ett tvåspråkigt välfärdsområde.",
        "It is asked for in the agreement of each area that has a bilingual county.",
    ),
    (AGREEMENT_DECREE("3 § 4 mom.", _OPEN),),
    affects=("draft_completed",),
)
DATES_OF_2025: Final = OpenQuestion(
    "dates_of_2025",
    Label(
        "Hyväksyivätkö kaikki viisi yhteistyöaluetta sopimuksensa vuoden 2025 loppuun mennessä, ja milloin ne tulivat "
        "voimaan?",
        "Godkände alla fem samarbetsområden sina avtal före utgången av 2025, och när trädde de i kraft?",
        "Did all five areas approve by the end of 2025, and on which days did the agreements enter into force?",
    ),
    Label(
        "Vain määräpäivä tiedetään; muu kirjataan, kun se tiedetään.",
        "Endast sista dagen är känd; resten antecknas när det är känt.",
        "Only the day by which they were due is known; the rest is recorded when it is.",
    ),
    (SERVICES("36 § 1 mom.", Status.SECONDARY),),
    affects=("first_agreement", "party_approved"),
)
