"""What is not settled about the information chain, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, OBJECTIVES_BILL, SERVICES, SERVICES_2024, SUPERVISION_REFORM, UUSIMAA

_OPEN: Final = Status.UNSETTLED

DAYS: Final = OpenQuestion(
    "days_of_the_round",
    Label(
        "Onko ministeriö säätänyt asetuksella, milloin selvitykset ja arviot on toimitettava (29 § 4 mom., 30 § 3 "
        "mom.)? Asetusta ei löydetty.",
        "Har ministeriet genom förordning föreskrivit när redogörelserna och bedömningarna ska lämnas (29 § 4 mom., "
        "30 § 3 mom.)? Någon förordning hittades inte.",
        "Has the ministry set by decree when reports and assessments are to be delivered (29 § 4 mom., 30 § 3 mom.)? "
        "No decree was found.",
    ),
    Label(
        "Päivät kirjataan ministeriön vuosikirjeestä; jos sitä ei ole, määräpäivää ei aseteta.",
        "Dagarna antecknas ur ministeriets årsbrev; finns det inget, sätts ingen dag.",
        "The days are taken from the ministry's yearly letter; without one no day is set.",
    ),
    (SERVICES("29 § 4 mom.", _OPEN), SERVICES("30 § 3 mom.", _OPEN)),
    affects=("round_opened", "county_reports", "accounts_of_equality", "expert_assessments"),
)
YEAR_OF_ROUND: Final = OpenQuestion(
    "year_of_the_round",
    Label(
        "Laissa on vain ”vuosittain”: onko vuosi se, josta kerrotaan, vai se, jona asiakirjat annetaan?",
        "Lagen säger endast ”årligen”: är året det som uppgifterna gäller eller det då handlingarna ges?",
        "The act says only “yearly”: is the year the one reported on, or the one in which the documents are given?",
    ),
    Label(
        "Vuosi on se, jona asiakirjat annetaan, niin kuin arvioiden julkaisemisessa.",
        "Året är det då handlingarna ges, såsom vid offentliggörandet av bedömningarna.",
        "It is the year in which the documents are given, as in the publishing of the assessments.",
    ),
    (SERVICES("29 § 2 mom.", _OPEN), SERVICES("30 § 1 mom.", _OPEN), SERVICES("31 §", _OPEN)),
    affects=("round_opened",),
)
INCOMPLETE: Final = OpenQuestion(
    "incomplete_report",
    Label(
        "Mitä seuraa, jos selvitys on puutteellinen tai myöhässä? Laki ei säädä seurausta eikä täydentämispyyntöä.",
        "Vad följer om redogörelsen är bristfällig eller försenad? Lagen föreskriver varken påföljd eller begäran om "
        "komplettering.",
        "What follows when a report is incomplete or late? The act sets neither a consequence nor a request to "
        "complete it.",
    ),
    Label(
        "Saapuminen kirjataan puutteineen; toimittamistehtävä pysyy avoinna, eikä se estä muita.",
        "Ankomsten antecknas med bristerna; uppgiften att lämna förblir öppen och hindrar inte andra.",
        "Its arrival is recorded with what it lacks; the task to deliver stays open and stands in nobody's way.",
    ),
    (SERVICES("29 § 2 mom.", _OPEN),),
    affects=("incomplete_report_arrived", "round_closed"),
)
STALE_REFERENCES: Final = OpenQuestion(
    "stale_references",
    Label(
        "29 § 2 mom. viittaa yhä 1.8.2024 kumotun 24 §:n neuvotteluissa annettuihin suosituksiin. Koskeeko se 611/2021 "
        "13 a §:n neuvotteluissa annettuja?",
        "29 § 2 mom. hänvisar fortfarande till rekommendationer vid förhandlingar enligt 24 §, som upphävdes 1.8.2024. "
        "Gäller det rekommendationer vid förhandlingar enligt 611/2021 13 a §?",
        "29 § 2 mom. still refers to recommendations of negotiations under 24 §, repealed on 1 August 2024. Does it "
        "cover those of the negotiations of 611/2021 13 a §?",
    ),
    Label("Luetaan niin, että koskee.", "Läses så att det gäller.", "Read as covering them."),
    (SERVICES("29 § 2 mom.", _OPEN), SERVICES_2024("", _OPEN), COUNTIES("13 a § 3 mom.", _OPEN)),
    affects=("county_report_delivered",),
)
SUPERVISOR: Final = OpenQuestion(
    "one_supervisor",
    Label(
        "Antaako Lupa- ja valvontavirasto yhden selvityksen koko maasta vai useita? 30 § 2 mom:n muutettua sanamuotoa "
        "ei ole luettu.",
        "Lämnar Tillstånds- och tillsynsverket en redogörelse för hela landet eller flera? Den ändrade ordalydelsen i "
        "30 § 2 mom. har inte lästs.",
        "Does the Finnish Supervisory Agency give one account for the whole country or several? The amended wording "
        "of 30 § 2 mom. was not read.",
    ),
    Label(
        "Ensimmäinen selvitys täyttää velvollisuuden; myöhemmät kirjataan sen rinnalle.",
        "Den första redogörelsen fullgör skyldigheten; senare antecknas vid sidan av den.",
        "The first account fulfils the duty; later ones are recorded beside it.",
    ),
    (SERVICES("30 § 2 mom.", _OPEN), SUPERVISION_REFORM("", _OPEN)),
    affects=("supervisory_account_delivered", "accounts_of_equality"),
)
PENDING: Final = OpenQuestion(
    "pending_at_the_change",
    Label(
        "Mitä siirtymäsäännös sanoo ennen 1.1.2026 kesken jääneestä selvityksestä? Säännöstä ei ole luettu.",
        "Vad säger övergångsbestämmelsen om en redogörelse som inte var klar före 1.1.2026? Den har inte lästs.",
        "What does the transitional provision say of an account unfinished before 1 January 2026? It was not read.",
    ),
    Label(
        "Avoin vuosi voidaan siirtää Lupa- ja valvontaviraston hoidettavaksi; jo annetut selvitykset jäävät voimaan.",
        "Ett öppet år kan överföras till Tillstånds- och tillsynsverket; redan lämnade redogörelser består.",
        "An open round can be moved to the Finnish Supervisory Agency; accounts given already stay as they are.",
    ),
    (SUPERVISION_REFORM("", _OPEN),),
    affects=("supervisory_account_delivered",),
)
BILL: Final = OpenQuestion(
    "bill_129_2025",
    Label(
        "HE 129/2025 vp täsmentää 29 §:ää; lopullista sanamuotoa ja voimaantuloa ei ole varmistettu.",
        "RP 129/2025 rd preciserar 29 §; den slutliga ordalydelsen och ikraftträdandet är inte bekräftade.",
        "Bill HE 129/2025 vp adjusts 29 §; its final wording and entry into force are not confirmed.",
    ),
    Label(
        "Sovelletaan luettua sanamuotoa.", "Den lästa ordalydelsen tillämpas.", "The wording that was read is applied."
    ),
    (OBJECTIVES_BILL("29 §", _OPEN), SERVICES("29 §", _OPEN)),
    affects=("county_report_delivered",),
)
HUS: Final = OpenQuestion(
    "hus_report",
    Label(
        "HUS-yhtymä laatii selvityksen järjestämästään terveydenhuollosta; koskeeko sitä 29 § 2 mom:n koko sisältö?",
        "HUS-sammanslutningen gör en redogörelse för den hälso- och sjukvård den ordnar; gäller allt innehåll i 29 § 2 "
        "mom. den?",
        "HUS reports on the health care that it organises; do all the contents of 29 § 2 mom. concern it?",
    ),
    Label(
        "Samat sisällöt edellytetään kaikilta.", "Samma innehåll krävs av alla.", "The same contents are asked of all."
    ),
    (UUSIMAA("2 § 5 mom.", _OPEN), SERVICES("29 § 2 mom.", _OPEN)),
    affects=("subject:HUS", "county_report_delivered"),
)
COMMON: Final = (DAYS, YEAR_OF_ROUND, INCOMPLETE, HUS)
