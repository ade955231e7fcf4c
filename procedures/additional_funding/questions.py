"""What is not settled about additional funding, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import (
    ADMINISTRATION,
    AMENDMENT_2024,
    COUNTIES,
    COURT_PROCEDURE,
    FUNDING,
    FUNDING_AMENDMENT_2022,
    STEERING_REFORM,
)

_OPEN: Final = Status.UNSETTLED

APPLICATION_CONTENT: Final = OpenQuestion(
    "application_content",
    Label(
        "Hakemuksen muodosta ja sisällöstä ei säädetä, eikä valtiovarainministeriön ohjetta ole varmistettu.",
        "Ansökans form och innehåll regleras inte, och någon anvisning från finansministeriet är inte bekräftad.",
        "Neither form nor content of an application is prescribed, and no guidance of the ministry is confirmed.",
    ),
    Label(
        "Hakemukselta ei vaadita sisältöä; haettu määrä ja vuosi kirjataan, jos ne on ilmoitettu.",
        "Inget innehåll krävs; sökt belopp och år antecknas om de har angetts.",
        "No content is required; amount and year are recorded where they are given.",
    ),
    (FUNDING("26 § 1 mom.", _OPEN),),
    affects=("application_made", "pending"),
)
NO_TIME_LIMITS: Final = OpenQuestion(
    "no_time_limits",
    Label(
        "Hakemiselle, valmistelulle ja päätökselle ei ole säädetty aikaa.",
        "Ingen tid är föreskriven för ansökan, beredning eller beslut.",
        "No time is set for applying, preparing or deciding.",
    ),
    Label(
        "Määräaikaa ei keksitä; ryhmän toimikausi kirjataan, jos asettamispäätös sen asettaa.",
        "Ingen tid hittas på; gruppens mandattid antecknas om tillsättningsbeslutet anger en.",
        "No limit is invented; the group's term is recorded where the decision sets one.",
    ),
    (FUNDING("26 § 2 mom.", _OPEN), ADMINISTRATION("23 § 1 mom.", _OPEN)),
    affects=("pending", "assessment", "presented"),
)
DIVISION_OF_WORK: Final = OpenQuestion(
    "division_of_work",
    Label(
        "Miten valmistelu jakautuu ministeriöille? Kehittämisehdotus pyytää selkeyttämään vastuut (toimenpide 3.4).",
        "Hur fördelas beredningen mellan ministerierna? Förslaget (åtgärd 3.4) vill klargöra ansvaret.",
        "How is the preparation divided between the ministries? Measure 3.4 asks for it to be made clear.",
    ),
    Label(
        "Valtiovarainministeriö asettaa ryhmän ja esittelee; muun ministeriöt valmistelevat yhdessä. Jako on "
        "päivättyä tietoa.",
        "Finansministeriet tillsätter gruppen och föredrar; resten bereds gemensamt. Fördelningen är "
        "daterade uppgifter.",
        "The Ministry of Finance sets the group and presents; the rest is joint. The division is dated data.",
    ),
    (FUNDING("26 § 2 mom.", _OPEN), STEERING_REFORM("toimenpide 3.4", _OPEN)),
    affects=("entitlement_prepared", "amount_prepared", "conditions_prepared", "presented_to_government"),
)
DISSENT: Final = OpenQuestion(
    "dissent",
    Label(
        "Laki ei sano, miten valmisteluryhmä päättää kannastaan tai miten eriävä mielipide kirjataan.",
        "Lagen säger inte hur beredningsgruppen kommer till sin ståndpunkt eller hur en avvikande åsikt antecknas.",
        "The law says neither how the group comes to its position nor how dissent is recorded.",
    ),
    Label(
        "Jokainen osapuoli voi kirjata eriävän mielipiteensä; se ei estä asian etenemistä.",
        "Varje part kan anteckna sin avvikande åsikt; den hindrar inte ärendets gång.",
        "Each side can record its dissent; it does not stop the matter.",
    ),
    (FUNDING("26 § 2 mom.", _OPEN),),
    affects=("dissent_recorded", "memorandum_given"),
)
WITHOUT_REPRESENTATIVE: Final = OpenQuestion(
    "side_without_representative",
    Label(
        "Voiko valmisteluryhmä työskennellä, jos jokin neljästä ei nimeä edustajaansa?",
        "Kan beredningsgruppen arbeta om någon av de fyra inte utser sina representanter?",
        "Can the preparation group work if one of the four names no representative?",
    ),
    Label(
        "Kyllä: kirjataan, kuka ei ole nimennyt; edustajan voi nimetä myöhemminkin.",
        "Ja: det antecknas vem som inte har utsett; en representant kan utses även senare.",
        "Yes: it is recorded who has not; a representative can be named later as well.",
    ),
    (FUNDING("26 § 2 mom.", _OPEN),),
    affects=("group_set", "assessment_begun"),
)
GRANT_ABOVE_APPLICATION: Final = OpenQuestion(
    "grant_above_application",
    Label(
        "Voiko valtioneuvosto myöntää enemmän kuin on haettu, kun oikeus koskee tarpeellista määrää?",
        "Kan statsrådet bevilja mer än vad som sökts, då rätten gäller det belopp som behövs?",
        "Can the Government grant more than was applied for, the right being to what is needed?",
    ),
    Label(
        "Haettu määrä on yläraja; aloitteesta vireille tulleessa asiassa rajaa ei ole.",
        "Det sökta beloppet är övre gräns; i ett ärende på initiativ finns ingen gräns.",
        "The amount applied for is the limit; on an initiative there is none.",
    ),
    (FUNDING("11 § 1 mom.", _OPEN), FUNDING("26 § 1 mom.", _OPEN)),
    affects=("granted", "decision_amended"),
)
WITHDRAWAL: Final = OpenQuestion(
    "withdrawal",
    Label(
        "Hakemuksen tai aloitteen peruuttamisesta ei säädetä.",
        "Återtagande av en ansökan eller ett initiativ regleras inte.",
        "Nothing is said of taking back an application or initiative.",
    ),
    Label(
        "Sen voi peruuttaa se, joka asian on pannut vireille, kunnes asia on ratkaistu.",
        "Den som har inlett ärendet kan återta det tills ärendet har avgjorts.",
        "Whoever brought the matter can take it back until it is decided.",
    ),
    (FUNDING("26 § 1 mom.", _OPEN),),
    affects=("withdrawn", "initiative_withdrawn"),
)
WHICH_COURT: Final = OpenQuestion(
    "which_court",
    Label(
        "Onko lisärahoituspäätös aina yleisistunnon päätös, jolloin valitus tehdään korkeimpaan hallinto-oikeuteen?",
        "Fattas beslutet alltid vid allmänt sammanträde, så att besvär anförs hos högsta förvaltningsdomstolen?",
        "Is the decision always one of the plenary session, so that appeals go to the Supreme Administrative Court?",
    ),
    Label(
        "Niin oletetaan; hallinto-oikeuteen tehtyä valitusta ei ole mallinnettu.",
        "Så antas det; besvär hos en regional förvaltningsdomstol har inte modellerats.",
        "It is taken to be so; an appeal to a regional administrative court is not modelled.",
    ),
    (FUNDING("26 § 1 mom.", _OPEN), FUNDING("31 §", _OPEN), COURT_PROCEDURE("8 § 1 mom.", _OPEN)),
    affects=("appeal_made", "appeal"),
)
BANKING_DAY: Final = OpenQuestion(
    "banking_day",
    Label(
        "Erä maksetaan viimeistään kuukauden ensimmäisenä pankkipäivänä (700/2022): onko se sama kuin ensimmäinen "
        "arkipäivä?",
        "Posten betalas senast den första bankdagen i månaden (700/2022): är den samma som den första vardagen?",
        "An instalment is paid on the month's first banking day at the latest (700/2022): is it the first working day?",
    ),
    Label(
        "Päivä siirretään kuten laissa 150/1930.",
        "Dagen flyttas såsom i lag 150/1930.",
        "The day is moved as Act 150/1930 moves it.",
    ),
    (FUNDING("25 § 2 mom.", _OPEN), FUNDING_AMENDMENT_2022("25 § 2 mom.", _OPEN)),
    affects=("payment",),
)
FOLLOW_UP: Final = OpenQuestion(
    "follow_up_of_conditions",
    Label(
        "Laki ei sano, miten ehtoja seurataan, milloin niistä raportoidaan ja miten seuranta päättyy.",
        "Lagen säger inte hur villkoren följs upp, när de rapporteras eller hur uppföljningen upphör.",
        "The law says neither how conditions are followed, nor when they are reported on, nor how that ends.",
    ),
    Label(
        "Raportointipäivä kirjataan päätöksestä; ministeriö toteaa ehdot toteutuneiksi tai ei ja päättää asian.",
        "Rapporteringsdagen tas ur beslutet; ministeriet konstaterar om villkoren är uppfyllda och avslutar ärendet.",
        "The day of a report is taken from the decision; the ministry notes the conditions and closes the matter.",
    ),
    (FUNDING("11 § 2 mom.", _OPEN),),
    affects=("follow_up", "conditions_reported", "conditions_fulfilled", "condition_unmet", "closed"),
)
RECOVERY: Final = OpenQuestion(
    "recovery",
    Label(
        "Voiko lisärahoituksen määrätä palautettavaksi (28 §), jos ehdot eivät toteudu, ja kuka siitä päättäisi?",
        "Kan tilläggsfinansiering återkrävas (28 §) om villkoren inte uppfylls, och vem beslutar om det?",
        "Can additional funding be recovered (28 §) where conditions are not met, and who would decide?",
    ),
    Label(
        "Palauttamista ei ole mallinnettu; päätöksen laskuvirheen korjaamista (26 a §) ei myöskään.",
        "Återkrav har inte modellerats; inte heller rättelse av räknefel i beslutet (26 a §).",
        "Recovery is not modelled; nor is correcting a calculation error of the decision (26 a §).",
    ),
    (FUNDING("28 §", _OPEN), FUNDING("26 a §", _OPEN)),
    affects=("condition_unmet", "paid"),
)
ROUND_OF_2025: Final = OpenQuestion(
    "round_of_2025",
    Label(
        "Vuosien 2025–2026 hakemusten tuloksia ja oikaisuvaatimuksia ei tunneta kaikkia.",
        "Alla utfall av ansökningarna 2025–2026 och alla begäranden om omprövning är inte kända.",
        "Not all outcomes and requests for rectification of the applications of 2025–2026 are known.",
    ),
    Label(
        "Kirjataan, mitä on julkaistu; muu jää merkityksi raportoimattomaksi.",
        "Det som publicerats antecknas; resten förblir märkt som orapporterat.",
        "What was published is recorded; the rest stays marked as unreported.",
    ),
    (FUNDING("26 §", _OPEN),),
    affects=("subject:02", "subject:10", "subject:11", "subject:15", "subject:16"),
)
GATE_BEFORE_2025: Final = OpenQuestion(
    "gate_before_2025",
    Label(
        "Lailla 1056/2024 ei ole siirtymäsäännöstä: avaako ennen 1.1.2025 myönnetty yksi lisärahoitus "
        "arviointimenettelyn?",
        "Lag 1056/2024 har ingen övergångsbestämmelse: räcker en tilläggsfinansiering som beviljats före 1.1.2025?",
        "Act 1056/2024 has no transition clause: does one grant made before 2025 open the evaluation procedure?",
    ),
    Label(
        "Edellytys arvioidaan myöntämispäivän mukaan; aiempi myöntö näkyy arviointimenettelyssä.",
        "Förutsättningen bedöms enligt dagen för beviljandet; ett tidigare beviljande syns i utvärderingsförfarandet.",
        "The gate is judged by the law of the day of the grant; an earlier grant shows in the evaluation procedure.",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta", _OPEN), AMENDMENT_2024("123 § 1 mom. 4 kohta", _OPEN)),
    affects=("granted", "evaluation_gate_met"),
)
OPEN_CASES_IN_2025: Final = OpenQuestion(
    "open_cases_in_2025",
    Label(
        "Koskeeko 13 b § ehtoja, jotka on asetettu ennen 1.1.2025 vireille tulleessa asiassa?",
        "Gäller 13 b § villkor som ställts i ett ärende som inletts före 1.1.2025?",
        "Does 13 b § reach conditions set in a matter that was brought before 2025?",
    ),
    Label(
        "Avoimen asian voi siirtää vuoden 2025 lain alle; siirto suunnitellaan ja kirjataan erikseen.",
        "Ett öppet ärende kan överföras till 2025 års lag; överföringen planeras och antecknas särskilt.",
        "An open matter can be moved under the law of 2025; the move is planned and recorded by itself.",
    ),
    (AMENDMENT_2024("13 b §", _OPEN),),
    affects=("condition_unmet",),
)

COMMON: Final = (
    APPLICATION_CONTENT,
    NO_TIME_LIMITS,
    DIVISION_OF_WORK,
    DISSENT,
    WITHOUT_REPRESENTATIVE,
    GRANT_ABOVE_APPLICATION,
    WITHDRAWAL,
    WHICH_COURT,
    BANKING_DAY,
    FOLLOW_UP,
    RECOVERY,
    ROUND_OF_2025,
    GATE_BEFORE_2025,
)
