"""What is not settled about the steering year, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, RESCUE_DECREE, SERVICES, TIME_LIMITS

_OPEN: Final = Status.UNSETTLED

NO_CALENDAR: Final = OpenQuestion(
    "no_calendar_in_law",
    Label(
        "Ohjauksen vuosikalenterista ei säädetä. Mitkä vaiheet siihen kuuluvat, ja kuka niistä vastaa?",
        "Lagen känner ingen årskalender för styrningen. Vilka steg hör dit, och vem svarar för dem?",
        "No calendar of steering is prescribed. Which steps belong to it, and whose are they?",
    ),
    Label(
        "Vaiheet ovat laissa ja asetuksissa säädetyt päivät sekä vuosittaiset kierrokset; kukin kuuluu ministeriölle, "
        "jonka ohjauksesta laki säätää.",
        "Stegen är de dagar som föreskrivs i lag och förordning samt de årliga omgångarna; vart och ett hör till det "
        "ministerium vars styrning lagen reglerar.",
        "Its steps are the days set by act and decree and the yearly rounds; each belongs to the ministry whose "
        "steering the law regulates.",
    ),
    (COUNTIES("11 § 1 mom.", _OPEN),),
    affects=("year_opened", "running"),
)
MONTH_OF_NEGOTIATIONS: Final = OpenQuestion(
    "month_of_the_negotiations",
    Label(
        "Milloin vuoden neuvottelut käydään (611/2021 13 a §, 612/2021 37 § 4 mom.)? Laki sanoo ”vuosittain”.",
        "När förs årets förhandlingar (611/2021 13 a §, 612/2021 37 § 4 mom.)? Lagen säger ”årligen”.",
        "When are the year's negotiations held (611/2021 13 a §, 612/2021 37 § 4 mom.)? The law says “yearly”.",
    ),
    Label(
        "Aika kirjataan, kun ministeriö on sen suunnitellut; sitä ennen määräpäivää ei ole, mutta tehtävä odottaa.",
        "Tiden antecknas när ministeriet har planerat den; innan dess finns ingen dag, men uppgiften väntar.",
        "The window is recorded when the ministry has planned it; before that there is no day, but the task waits.",
    ),
    (COUNTIES("13 a § 1 mom.", _OPEN), SERVICES("37 § 4 mom.", _OPEN)),
    affects=("negotiation_round", "collaborative_round"),
)
MONTH_OF_ASSESSMENTS: Final = OpenQuestion(
    "month_of_the_assessments",
    Label(
        "Mihin mennessä Terveyden ja hyvinvoinnin laitoksen arviot annetaan? Asetusta (30 § 3 mom.) ei löydetty.",
        "När ska bedömningarna från Institutet för hälsa och välfärd lämnas? Någon förordning (30 § 3 mom.) hittades "
        "inte.",
        "By when are the institute's assessments given? No decree (30 § 3 mom.) was found.",
    ),
    Label(
        "Käytetään lokakuun loppua, koska vuoden 2025 arviot annettiin 21.10.; päivä merkitään käytännöksi.",
        "Slutet av oktober används, eftersom bedömningarna 2025 lämnades den 21 oktober; dagen märks som praxis.",
        "The end of October is used, since those of 2025 were given on 21 October; the day is marked as practice.",
    ),
    (SERVICES("30 § 3 mom.", _OPEN),),
    affects=("service_assessments", "service_assessments_received"),
)
SUPERVISOR: Final = OpenQuestion(
    "supervisor_from_2026",
    Label(
        "Koskevatko asetuksen 1213/2022 päivät Lupa- ja valvontavirastoa vuodesta 2026?",
        "Gäller dagarna i förordning 1213/2022 Tillstånds- och tillsynsverket från 2026?",
        "Do the days of decree 1213/2022 apply to the Finnish Supervisory Agency from 2026 on?",
    ),
    Label(
        "Oletetaan, että koskevat; muutosta ei ole todettu.",
        "Det antas att de gäller; någon ändring är inte känd.",
        "They are taken to; no amendment is known.",
    ),
    (RESCUE_DECREE("7 §", _OPEN), RESCUE_DECREE("9 §", _OPEN), RESCUE_DECREE("11 §", _OPEN)),
    affects=("rescue_reports", "regional_assessments", "national_assessment"),
)
DAYS_OFF: Final = OpenQuestion(
    "days_off_of_organs_and_proposals",
    Label(
        "Siirtyvätkö alueiden toimielimille ja esityksille säädetyt kuukauden viimeiset päivät, jos ne ovat "
        "vapaapäiviä (150/1930 5 §)?",
        "Flyttas de sista dagar i månaden som gäller områdenas organ och förslagen om de är lediga dagar (150/1930 "
        "5 §)?",
        "Do the month-ends set for organs of the counties and for proposals move when they are days off (150/1930 "
        "5 §)?",
    ),
    Label("Oletetaan, että siirtyvät.", "Det antas att de flyttas.", "They are taken to move."),
    (TIME_LIMITS("1 §", _OPEN), TIME_LIMITS("5 §", _OPEN)),
    affects=("accounts_completed", "audit", "accounts_handling", "budgets", "investment_proposals"),
)
QUESTIONS: Final = (NO_CALENDAR, MONTH_OF_NEGOTIATIONS, MONTH_OF_ASSESSMENTS, SUPERVISOR, DAYS_OFF)
