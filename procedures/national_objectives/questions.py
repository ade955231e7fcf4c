"""What is not settled about the national objectives, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, RESCUE, RESCUE_2024, SERVICES, SERVICES_2024, UUSIMAA

_OPEN: Final = Status.UNSETTLED

FOURTH_YEAR: Final = OpenQuestion(
    "fourth_year",
    Label(
        "Mistä ”vähintään joka neljäs vuosi” lasketaan: vahvistamisesta, voimaantulosta vai kalenterivuodesta?",
        "Från vilken dag räknas ”minst vart fjärde år”: fastställandet, ikraftträdandet eller kalenderåret?",
        "From which day is “at least every fourth year” counted: confirmation, entry into force or calendar year?",
    ),
    Label(
        "Neljä vuotta vahvistamispäätöksestä; muutos ei aloita aikaa alusta.",
        "Fyra år från beslutet om fastställande; en ändring börjar inte tiden på nytt.",
        "Four years from the decision that confirms; an amendment does not begin the time anew.",
    ),
    (COUNTIES("12 a § 1 mom.", _OPEN),),
    affects=("next_confirmation", "confirmed", "amended"),
)
EARLIER_OBJECTIVES: Final = OpenQuestion(
    "earlier_objectives",
    Label(
        "Mitkä olivat ennen 1.8.2024 vahvistetut sosiaali- ja terveydenhuollon ja pelastustoimen tavoitteet?",
        "Vilka var de mål för social- och hälsovården och räddningsväsendet som fastställdes före 1.8.2024?",
        "Which were the objectives of health and social services and of rescue services before 1 August 2024?",
    ),
    Label(
        "Niitä ei ole tässä. Ne olivat voimassa, kunnes valtioneuvosto asetti yhteiset tavoitteet (päätös 28.5.2025).",
        "De finns inte här. De gällde tills statsrådet hade fastställt de gemensamma målen (beslut 28.5.2025).",
        "They are not here. They stayed in force until the Government set the common ones (decision of 28 May 2025).",
    ),
    (
        SERVICES_2024("voimaantulosäännös 2 mom.", _OPEN),
        RESCUE_2024("voimaantulosäännös 2 mom.", _OPEN),
    ),
    affects=("preparation", "entered_into_force"),
)
SET_OR_IN_FORCE: Final = OpenQuestion(
    "set_or_in_force",
    Label(
        "Lakkasivatko aiemmat tavoitteet, kun yhteiset tavoitteet asetettiin (28.5.2025) vai kun ne tulivat voimaan "
        "(1.6.2025)?",
        "Upphörde de tidigare målen när de gemensamma målen fastställdes (28.5.2025) eller när de trädde i kraft "
        "(1.6.2025)?",
        "Did the earlier objectives end when the common ones were set (28 May 2025) or when those entered into force "
        "(1 June 2025)?",
    ),
    Label(
        "Voimassaolo alkaa päätöksessä todettuna päivänä.",
        "Giltigheten börjar den dag som anges i beslutet.",
        "They are in force from the day that the decision states.",
    ),
    (SERVICES_2024("voimaantulosäännös 2 mom.", _OPEN), RESCUE_2024("voimaantulosäännös 2 mom.", _OPEN)),
    affects=("entered_into_force", "objectives_in_force"),
)
BOARD_A_CONDITION: Final = OpenQuestion(
    "board_a_condition",
    Label(
        "Onko neuvottelukunnan käsittely vahvistamisen tai muuttamisen edellytys? 13 § 2 momentin 3 kohta velvoittaa "
        "sen käsittelemään muutosaloitteet ja -esitykset; uusista tavoitteista se tekee ehdotuksia.",
        "Är delegationens behandling ett villkor för att målen fastställs eller ändras? Enligt 13 § 2 mom. 3 punkten "
        "ska den behandla initiativ och förslag om ändring; om nya mål lägger den fram förslag.",
        "Is handling by the advisory board a condition of confirming or amending? By 13 § 2 mom. 3 kohta it must "
        "handle initiatives and proposals to amend; on new objectives it makes proposals.",
    ),
    Label(
        "Uudet tavoitteet vahvistetaan, kun neuvottelukunta on ne käsitellyt tai sille asetettu päivä on mennyt; "
        "muutosta edeltää aloitteiden ja esitysten käsittely.",
        "Nya mål fastställs när delegationen har behandlat dem eller den dag som satts för den har passerat; en "
        "ändring föregås av behandlingen av initiativ och förslag.",
        "New objectives are confirmed once the board has handled them or the day set for it has gone; an amendment "
        "follows its handling of the initiatives and proposals.",
    ),
    (COUNTIES("13 § 2 mom. 3 kohta", _OPEN), SERVICES("22 §", _OPEN), RESCUE("8 §", _OPEN)),
    affects=("at_board", "confirmed", "amended"),
)
WHO_KEEPS: Final = OpenQuestion(
    "who_keeps",
    Label(
        "Kuka päättää, ettei tavoitteita muuteta, ja onko siitä tehtävä päätös?",
        "Vem beslutar att målen inte ändras, och ska det fattas ett beslut om det?",
        "Who decides that the objectives are not amended, and does it take a decision?",
    ),
    Label(
        "Sen voi kirjata valtioneuvoston päätöksenä tai valtiovarainministeriön toteamana.",
        "Det kan antecknas som statsrådets beslut eller som finansministeriets konstaterande.",
        "It can be recorded as decided by the Government or as noted by the Ministry of Finance.",
    ),
    (COUNTIES("12 a § 4 mom.", _OPEN),),
    affects=("kept",),
)
WHOSE_INITIATIVE: Final = OpenQuestion(
    "whose_initiative",
    Label(
        "Voiko aloitteen tehdä muukin ministeriö kuin ohjaavat kolme, ja voiko valtioneuvosto muuttaa tavoitteita "
        "ilman aloitetta?",
        "Kan även andra ministerier än de tre styrande ta initiativ, och kan statsrådet ändra målen utan initiativ?",
        "May other ministries than the three that steer take the initiative, and may the Government amend without one?",
    ),
    Label(
        "Muun ministeriön aloite kirjataan jonkin kolmesta tuomana; muutosta edeltää aina aloite tai esitys.",
        "Ett annat ministeriums initiativ antecknas genom något av de tre; en ändring föregås alltid av initiativ "
        "eller förslag.",
        "Another ministry's initiative is recorded as brought by one of the three; an amendment follows an initiative "
        "or a proposal.",
    ),
    (COUNTIES("12 a § 4 mom.", _OPEN),),
    affects=("amendment_initiated", "amendment_pending"),
)
HUS_AND_OBJECTIVES: Final = OpenQuestion(
    "hus_and_objectives",
    Label(
        "Voiko HUS-yhtymä esittää tavoitteiden muuttamista, vaikka 615/2021 2 § 4 mom. ja 611/2021 69 § eivät mainitse "
        "12 a §:ää?",
        "Kan HUS-sammanslutningen föreslå ändring av målen, fast 615/2021 2 § 4 mom. och 611/2021 69 § inte nämner "
        "12 a §?",
        "May HUS propose to amend the objectives, though 615/2021 2 § 4 mom. and 611/2021 69 § do not name 12 a §?",
    ),
    Label(
        "Luetaan, ettei voi: esityksen tekevät hyvinvointialueet ja Helsinki. Palvelustrategiaa ja osasuunnitelmaa "
        "koskevat velvollisuudet kirjataan HUS-yhtymälle erikseen.",
        "Läses så att den inte kan: förslag läggs fram av välfärdsområdena och Helsingfors. Skyldigheterna om "
        "servicestrategi och delplan antecknas särskilt för HUS.",
        "Read as not: counties and Helsinki propose. What is asked of HUS's service strategy and partial plan is "
        "recorded for HUS by itself.",
    ),
    (UUSIMAA("2 § 4 mom.", _OPEN), UUSIMAA("2 § 5 mom.", _OPEN), COUNTIES("69 §", _OPEN)),
    affects=("amendment_proposed", "hus_strategy_reviewed", "hus_investment_part_reviewed"),
)
ESSENTIAL_CHANGE: Final = OpenQuestion(
    "essential_change",
    Label(
        "Milloin tavoitteet muuttuvat ”oleellisesti” niin, että palvelutasosta on päätettävä uudelleen, ja kuka sen "
        "arvioi?",
        "När förändras målen ”väsentligt” så att ett nytt beslut om servicenivån ska fattas, och vem bedömer det?",
        "When do the objectives change “essentially”, so that the service level is decided anew, and who judges it?",
    ),
    Label(
        "Jokainen pelastustoimen järjestäjä arvioi sen itse ja ilmoittaa tuloksen; määräaikaa ei ole.",
        "Varje organisatör av räddningsväsendet bedömer det själv och meddelar resultatet; någon tidsfrist finns inte.",
        "Each organiser of rescue services judges it and reports what came of it; there is no time limit.",
    ),
    (RESCUE("6 § 2 mom.", _OPEN),),
    affects=("service_level_reviewed",),
)
NO_TIME_FOR_DUTIES: Final = OpenQuestion(
    "no_time_for_duties",
    Label(
        "Mihin mennessä palvelustrategia ja osasuunnitelmat on saatettava uusien tavoitteiden mukaisiksi? HE 129/2025 "
        "vp lisää hylkäysperusteeksi ilmeisen ristiriidan tavoitteiden kanssa; lakia ei ole varmistettu.",
        "När ska servicestrategin och delplanerna stämma överens med nya mål? RP 129/2025 rd gör uppenbar konflikt med "
        "målen till grund för avslag på delplanen; lagen är inte bekräftad.",
        "By when must service strategy and partial plans follow new objectives? Bill HE 129/2025 vp makes a manifest "
        "conflict with the objectives a ground for refusing a partial plan; the act is not confirmed.",
    ),
    Label(
        "Määräpäivää ei aseteta; tehtävä on avoinna, kunnes alue ilmoittaa tuloksen.",
        "Ingen dag ställs; uppgiften är öppen tills området meddelar resultatet.",
        "No day is set; the task is open until the county reports what came of it.",
    ),
    (SERVICES("11 § 1 mom.", _OPEN), SERVICES("25 § 1 mom.", _OPEN), RESCUE("11 § 1 mom.", _OPEN)),
    affects=("service_strategy_reviewed", "investment_parts_reviewed"),
)
WHAT_SERVES_WHAT: Final = OpenQuestion(
    "what_serves_what",
    Label(
        "Mitä 12 a § 2 momentin kohtaa kukin kahdestatoista tavoitteesta toteuttaa? Päätös ei sano sitä.",
        "Vilken punkt i 12 a § 2 mom. genomför vart och ett av de tolv målen? Beslutet säger det inte.",
        "Which point of 12 a § 2 mom. does each of the twelve objectives serve? The decision does not say.",
    ),
    Label(
        "Rekisterissä on tulkinta, joka on merkitty sellaiseksi.",
        "I registret finns en tolkning som är märkt som sådan.",
        "The register holds a reading, marked as one.",
    ),
    (COUNTIES("12 a § 2 mom.", _OPEN),),
    affects=("confirmed",),
)

QUESTIONS: Final = (
    FOURTH_YEAR,
    EARLIER_OBJECTIVES,
    SET_OR_IN_FORCE,
    BOARD_A_CONDITION,
    WHO_KEEPS,
    WHOSE_INITIATIVE,
    HUS_AND_OBJECTIVES,
    ESSENTIAL_CHANGE,
    NO_TIME_FOR_DUTIES,
    WHAT_SERVES_WHAT,
)
