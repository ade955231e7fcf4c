"""What is not settled about changing the counties, and what this software does meanwhile."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, COURT_PROCEDURE, DIVISION, DIVISION_2025, TIME_LIMITS

_OPEN: Final = Status.UNSETTLED

NO_TERM: Final = OpenQuestion(
    "no_term",
    Label(
        "Aluejakoselvityksen kestoa ja valtuustojen käsittelyaikaa ei ole säädetty.",
        "Ingen tid är föreskriven för utredningen eller fullmäktiges behandling.",
        "No time is set for the inquiry or for the councils' handling.",
    ),
    Label(
        "Määräaikaa ei keksitä; asettamispäätöksen aika kirjataan.",
        "Ingen tid hittas på; tiden i beslutet om tillsättande antecknas.",
        "No limit is invented; a term that the appointment sets is recorded.",
    ),
    (DIVISION("8–9 §", _OPEN),),
    affects=("investigator_appointed", "proposal_given", "investigator_term"),
)
END_WITHOUT_DECISION: Final = OpenQuestion(
    "end_without_decision",
    Label(
        "Miten asia päättyy, jos selvitystä ei määrätä tai selvittäjä ei pidä muutosta tarpeellisena?",
        "Hur avslutas ärendet om ingen utredning förordnas eller utredaren inte anser en ändring behövas?",
        "How does the case end if no inquiry is ordered, or the investigator finds no change necessary?",
    ),
    Label(
        "Jos hyvinvointialue tai kunta on esittänyt muutosta, valtioneuvosto ratkaisee esityksen; muuten asia päättyy.",
        "Om ett välfärdsområde eller en kommun har föreslagit en ändring avgör statsrådet den; annars slutar ärendet.",
        "If a county or a municipality has proposed a change, the Government decides on it; otherwise the case ends.",
    ),
    (DIVISION("8 § 1 mom.", _OPEN), DIVISION("9 § 2 mom.", _OPEN), DIVISION("20 § 1 mom.", _OPEN)),
    affects=("no_inquiry_ordered", "no_change_found_necessary"),
)
AGAINST_COUNCIL: Final = OpenQuestion(
    "against_council",
    Label(
        "Koskeeko päätösvalta valtuuston vastustuksesta huolimatta vain arvioitua aluetta vai myös muita yhdistyviä?",
        "Gäller beslutanderätten trots fullmäktiges motstånd endast det utvärderade området eller även de andra?",
        "Does the power to merge against the council's will reach only the county evaluated, or the others as well?",
    ),
    Label(
        "Vain arvioitua aluetta; jokaisen muun yhdistyvän alueen valtuuston hyväksyntä vaaditaan.",
        "Endast det utvärderade området; av varje annat område som går samman krävs fullmäktiges godkännande.",
        "Only the county evaluated; of every other merging county the council's approval is required.",
    ),
    (DIVISION("10 § 2 mom.", _OPEN), COUNTIES("122 § 4 mom.", _OPEN)),
    affects=("division_decided", "council_opinion_given"),
)
DAYS_OFF: Final = OpenQuestion(
    "days_off",
    Label(
        "Siirtyykö päätökselle säädetty viimeinen päivä, jos se on vapaapäivä?",
        "Flyttas den sista dagen för beslutet om den är en ledig dag?",
        "Does the last day for the decision move when it is a day off?",
    ),
    Label(
        "Eteenpäin laskettu oletetaan siirtyvän seuraavaan työpäivään, taaksepäin laskettu ei.",
        "En dag som räknas framåt antas flyttas till följande arbetsdag, en som räknas bakåt inte.",
        "One that is set or counted forward is taken to move to the next working day, one counted backward is not.",
    ),
    (TIME_LIMITS("5 §", _OPEN), DIVISION("11 § 1 mom.", _OPEN)),
    affects=("decision_in_time", "division_decided"),
)
APPEAL_START: Final = OpenQuestion(
    "appeal_start",
    Label(
        "Mistä päivästä valitusaika alkaa, kun päätös julkaistaan säädöskokoelmassa ja hyvinvointialueilla?",
        "Från vilken dag räknas besvärstiden när beslutet publiceras i författningssamlingen och välfärdsområdena?",
        "From which day does the time for an appeal run when the decision is published in Statute Book and counties?",
    ),
    Label(
        "Kirjatusta tiedoksisaantipäivästä (served_on), muuten julkaisupäivästä.",
        "Från den antecknade delgivningsdagen (served_on), annars från publiceringsdagen.",
        "From the day of service that is recorded (served_on), otherwise from the day of publication.",
    ),
    (DIVISION("11 § 3 mom.", _OPEN), DIVISION("20 § 2 mom.", _OPEN), COURT_PROCEDURE("13 §", _OPEN)),
    affects=("decision_published", "rejection_served", "appeal"),
)
ANNULLED: Final = OpenQuestion(
    "annulled_decision",
    Label(
        "Mitä seuraa, jos korkein hallinto-oikeus kumoaa päätöksen?",
        "Vad följer om högsta förvaltningsdomstolen upphäver beslutet?",
        "What follows if the Supreme Administrative Court annuls the decision?",
    ),
    Label(
        "Asia palaa valmisteluun. Muutos tulee valituksesta huolimatta voimaan, jollei täytäntöönpanoa kielletä; asia "
        "pidetään avoinna, kunnes valitus on ratkaistu.",
        "Ärendet återgår till beredning. Ändringen träder trots besvären i kraft, om inte verkställigheten förbjuds; "
        "ärendet hålls öppet tills besvären har avgjorts.",
        "The case returns to the preparation. The change takes effect despite the appeal unless the implementation is "
        "prohibited; the case is kept open until an appeal is decided.",
    ),
    (DIVISION("20 § 2 mom.", _OPEN), DIVISION("20 § 3 mom.", _OPEN)),
    affects=("decision_annulled", "change_decided", "change_rejected"),
)
NEW_ACT: Final = OpenQuestion(
    "new_act",
    Label(
        "Mitkä hyvinvointialuejakolain pykälät korvaavat lain 614/2021 7–11, 18–21 §:n, ja muuttuiko niiden sisältö? "
        "Varmistettu on vain, että päätös tehdään vähintään vuotta ennen voimaantuloa eikä maakuntajako enää seuraa "
        "mukana.",
        "Vilka paragrafer i den nya lagen ersätter 7–11 och 18–21 § i lag 614/2021, och har innehållet ändrats? "
        "Bekräftat är endast att beslutet fattas minst ett år före ikraftträdandet och att landskapsindelningen inte "
        "längre följer med.",
        "Which sections of the newer act replace 614/2021 7–11 and 18–21 §, and did they change? All that is confirmed "
        "is that the decision comes at least a year before the effect and that the division into regions no longer "
        "follows.",
    ),
    Label(
        "Menettely luetaan lain 614/2021 mukaisena, myös voimaantulosta vuoden alusta; viittaukset ovat avoimia.",
        "Förfarandet läses enligt lag 614/2021, även om ikraftträdandet vid årets ingång; hänvisningarna är öppna.",
        "The procedure is read as in 614/2021, the effect at a new year included; the citations are marked as open.",
    ),
    (DIVISION_2025("", _OPEN), DIVISION("7–11 §, 18–21 §", _OPEN)),
    affects=("investigator_appointed", "investigator_proposed", "division_decided", "effect_planned", "ceasing_county"),
)
PENDING_AT_CHANGE: Final = OpenQuestion(
    "pending_at_change_of_law",
    Label(
        "Kumpaa lakia sovelletaan 15.12.2025 vireillä olleeseen asiaan? Siirtymäsäännöstä ei tunneta.",
        "Vilken lag tillämpas på ett ärende som var anhängigt den 15.12.2025? Övergångsbestämmelsen är inte känd.",
        "Which act governs a case that was pending on 15 December 2025? The transitional provision is not known.",
    ),
    Label(
        "Asia pysyy avaamispäivänsä lain mukaisena; sen voi siirtää uuden lain alaiseksi, mikä on merkitty avoimeksi.",
        "Ärendet följer lagen den dag det inleddes; det kan överföras till den nya lagen, vilket är märkt som öppet.",
        "The case stays with the law of its opening day; it can be moved under the newer act, which is marked as open.",
    ),
    (DIVISION_2025("", _OPEN),),
)

HEARING_ON_REJECTION: Final = OpenQuestion(
    "hearing_before_rejection",
    Label(
        "Onko hyvinvointialueita ja kuntia kuultava myös, kun esitys hylätään? 10 § puhuu niistä, joita muutos koskee.",
        "Ska välfärdsområden och kommuner höras även när framställningen avslås? 10 § talar om dem som berörs av "
        "ändringen.",
        "Must counties and municipalities be heard when a proposal is rejected as well? 10 § speaks of those whom the "
        "change concerns.",
    ),
    Label(
        "Kuuleminen voidaan kirjata, mutta hylkääminen ei edellytä sitä.",
        "Hörandet kan antecknas, men avslaget förutsätter det inte.",
        "A hearing can be recorded, but the rejection does not depend on it.",
    ),
    (DIVISION("10 § 3 mom.", _OPEN),),
    affects=("left_unchanged", "change_rejected"),
)
COUNCIL_SILENT: Final = OpenQuestion(
    "council_silent",
    Label(
        "Voiko selvittäjä toimittaa esityksensä, jos valtuusto ei anna lausuntoa? Ehdotus käsitellään valtuustoissa, "
        "ja annetut lausunnot liitetään.",
        "Kan utredaren ge in sitt förslag om fullmäktige inte ger utlåtande? Förslaget behandlas av fullmäktige, och "
        "de utlåtanden som getts fogas till.",
        "May the investigator deliver the proposal if a council gives no opinion? The councils handle it, and the "
        "opinions given are attached.",
    ),
    Label(
        "Kyllä: kirjataan, mikä valtuusto ei ole antanut lausuntoa; sen hyväksyntää ei oleteta.",
        "Ja: det antecknas vilket fullmäktige som inte har gett utlåtande; dess godkännande antas inte.",
        "Yes: it is recorded which council has given none; its approval is not presumed.",
    ),
    (DIVISION("9 § 2 mom.", _OPEN), DIVISION("9 § 3 mom.", _OPEN)),
    affects=("proposal_given", "proposal_delivered"),
)

COMMON: Final = (
    NO_TERM,
    END_WITHOUT_DECISION,
    COUNCIL_SILENT,
    HEARING_ON_REJECTION,
    AGAINST_COUNCIL,
    DAYS_OFF,
    APPEAL_START,
    ANNULLED,
    PENDING_AT_CHANGE,
)
