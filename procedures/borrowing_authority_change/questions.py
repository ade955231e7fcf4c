"""What is not settled about changing the authority, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import ADMINISTRATION, AMENDMENT_2024, COUNTIES, COURT_PROCEDURE, IMPLEMENTATION

_OPEN: Final = Status.UNSETTLED

FORM_OF_APPLICATION: Final = OpenQuestion(
    "form_of_application",
    Label(
        "Laki ei säädä hakemuksen eikä aloitteen muodosta tai sisällöstä eikä siitä, mikä alueen toimielin hakee.",
        "Lagen reglerar inte formen eller innehållet av ansökan och initiativ, inte heller vilket av områdets organ "
        "som ansöker.",
        "The law prescribes neither form nor content of application and initiative, nor which organ of the county "
        "applies.",
    ),
    Label(
        "Hakemus riittää; määrä ja perusteet kirjataan, kun ne tiedetään. Hakijana on aluehallitus.",
        "Ansökan räcker; belopp och grunder antecknas när de är kända. Sökande är välfärdsområdesstyrelsen.",
        "An application is enough; amount and grounds are recorded where known. The county executive applies.",
    ),
    (COUNTIES("15 § 3 mom.", _OPEN),),
    affects=("application_decided", "application_made", "initiative_made", "to_be_lodged", "pending"),
)
NO_TIME_LIMITS: Final = OpenQuestion(
    "no_time_limits",
    Label(
        "Hakemukselle, valmisteluryhmälle ja päätökselle ei ole säädetty aikaa.",
        "Ingen tid är föreskriven för ansökan, beredningsgruppen eller beslutet.",
        "No time is set for the application, the preparation group or the decision.",
    ),
    Label(
        "Määräaikaa ei keksitä; ryhmän toimikausi kirjataan asettamispäätöksestä.",
        "Ingen tid hittas på; gruppens mandattid antecknas enligt tillsättningsbeslutet.",
        "No limit is invented; the group's term is taken from the appointment decision.",
    ),
    (COUNTIES("15 § 3–4 mom.", _OPEN),),
    affects=("pending", "group_appointed", "assessed", "group_term"),
)
SHALL_CHANGE: Final = OpenQuestion(
    "bound_to_change",
    Label(
        "Valtioneuvosto muuttaa valtuutta edellytysten täyttyessä: jääkö määrään ja ehtoihin harkintaa?",
        "Statsrådet ska ändra fullmakten när förutsättningarna är uppfyllda: prövas beloppet och villkoren fritt?",
        "The Government changes the authority when the conditions are met: is there discretion as to size and terms?",
    ),
    Label(
        "Muutos ja hylkäys vaativat perusteensa; haettua pienempi määrä ja ehdot ovat mahdollisia.",
        "Ändring och avslag kräver sina grunder; ett mindre belopp än det sökta och villkor är möjliga.",
        "A change and a refusal need their grounds; less than was asked for, and conditions, are possible.",
    ),
    (COUNTIES("15 § 3 mom.", _OPEN),),
    affects=("changed", "refused", "assessed"),
)
HEARING: Final = OpenQuestion(
    "hearing_before_decision",
    Label(
        "Onko hyvinvointialuetta kuultava valmisteluryhmään osallistumisen lisäksi?",
        "Ska välfärdsområdet höras utöver att det deltar i beredningsgruppen?",
        "Must the county be heard beside its part in the preparation group?",
    ),
    Label(
        "Kuulemisen voi kirjata; sitä ei vaadita.",
        "Hörande kan antecknas; det krävs inte.",
        "A hearing can be recorded; it is not required.",
    ),
    (ADMINISTRATION("34 §", _OPEN), COUNTIES("15 § 4 mom.", _OPEN)),
    affects=("county_heard",),
)
GATE: Final = OpenQuestion(
    "gate_without_expiry",
    Label(
        "Muutos täyttää arviointimenettelyn edellytyksen (123 § 1 mom. 4 kohta) ilman aikarajaa: milloin sen merkitys "
        "päättyy?",
        "Ändringen uppfyller en förutsättning för utvärderingsförfarandet (123 § 1 mom. 4 punkten) utan tidsgräns: när "
        "upphör dess betydelse?",
        "The change meets a criterion of the evaluation procedure (123 § 1 mom. 4) without a time limit: when does it "
        "cease to matter?",
    ),
    Label(
        "Edellytys näkyy asiassa myös sen päätyttyä; sen lopettaa vain tuomioistuimen kumoama päätös.",
        "Förutsättningen visas även efter att ärendet avslutats; den upphör endast om domstolen upphäver beslutet.",
        "It is shown on the case also after its end; only a decision annulled by the court ends it.",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta", _OPEN),),
    affects=("changed", "gate_e4_met", "follow_up"),
)
CONDITIONS: Final = OpenQuestion(
    "follow_up_of_conditions",
    Label(
        "Laki ei säädä ehtojen seurannasta, raportoinnista eikä asian päättymisestä.",
        "Lagen reglerar inte uppföljningen av villkoren, rapporteringen eller när ärendet avslutas.",
        "The law regulates neither the follow-up of conditions nor reporting nor the end of the case.",
    ),
    Label(
        "Raporttien päivät kirjataan päätöksestä; valtiovarainministeriö toteaa seurannan päättyneeksi.",
        "Dagarna för rapporter antecknas enligt beslutet; finansministeriet konstaterar att uppföljningen är avslutad.",
        "Days for reports are taken from the decision; the Ministry of Finance finds the follow-up ended.",
    ),
    (COUNTIES("15 § 3–4 mom.", _OPEN),),
    affects=("follow_up", "report_given", "condition_report", "conditions_fulfilled", "follow_up_ended"),
)
AFTER_ANNULMENT: Final = OpenQuestion(
    "after_annulment",
    Label(
        "Miten asia jatkuu, kun korkein hallinto-oikeus kumoaa päätöksen tai palauttaa asian?",
        "Hur fortsätter ärendet när högsta förvaltningsdomstolen upphäver beslutet eller återförvisar ärendet?",
        "How does the matter go on when the Supreme Administrative Court annuls the decision or refers it back?",
    ),
    Label(
        "Asia palaa valtioneuvoston päätettäväksi saman arvion pohjalta.",
        "Ärendet återgår till statsrådet för beslut på grundval av samma bedömning.",
        "The matter returns to the Government for a decision on the same assessment.",
    ),
    (COURT_PROCEDURE("8 §", _OPEN),),
    affects=("appeal_decided",),
)
GATE_BEFORE_2023: Final = OpenQuestion(
    "gate_before_2023",
    Label(
        "122–124 §:ää on sovellettu 1.1.2023 alkaen: täyttyykö edellytys sitä ennen päätetyllä muutoksella? "
        "Ruotsinkielinen 123 § viittasi 31.12.2024 saakka 15 §:n 1 momenttiin.",
        "122–124 § tillämpas från 1.1.2023: uppfylls förutsättningen genom en ändring som beslutats dessförinnan? Den "
        "svenska 123 § hänvisade till 15 § 1 mom. till och med 31.12.2024.",
        "122–124 § apply from 1 January 2023: is the criterion met by a change decided before? Until 31 December 2024 "
        "the Swedish 123 § referred to 15 § 1 mom.",
    ),
    Label(
        "Edellytys näkyy jokaisesta muutoksesta suomenkielisen sanamuodon mukaan.",
        "Förutsättningen visas för varje ändring enligt den finska ordalydelsen.",
        "It is shown for each change, by the Finnish wording.",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta", _OPEN), IMPLEMENTATION("1 § 2 mom.")),
    affects=("changed", "gate_e4_met"),
)
AMENDMENT_REACHES_OPEN_CASES: Final = OpenQuestion(
    "amendment_reaches_open_cases",
    Label(
        "Lailla 1056/2024 ei ole siirtymäsäännöstä: koskeeko 13 b §:n 2 kohta myös ennen 1.1.2025 tehdyn päätöksen "
        "ehtoja?",
        "Lag 1056/2024 har ingen övergångsbestämmelse: gäller 13 b § 2 punkten också villkor i beslut före 1.1.2025?",
        "Act 1056/2024 has no transition clause: does 13 b § 2 also reach conditions decided before 1 January 2025?",
    ),
    Label(
        "Asia pysyy avaamispäivänsä lain mukaisena; toteutumatta jääneen ehdon voi kirjata.",
        "Ärendet följer lagen den dag det inleddes; ett ouppfyllt villkor kan antecknas.",
        "The case stays with the law of its opening day; an unmet condition can be recorded.",
    ),
    (AMENDMENT_2024("", _OPEN), COUNTIES("13 b § 1 mom. 2 kohta", _OPEN)),
)

COMMON: Final = (FORM_OF_APPLICATION, NO_TIME_LIMITS, SHALL_CHANGE, HEARING, GATE, CONDITIONS, AFTER_ANNULMENT)
