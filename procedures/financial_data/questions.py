"""What is not settled about the yearly data, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, FINANCE_DATA, TIME_LIMITS, UUSIMAA

_OPEN: Final = Status.UNSETTLED

DAYS_OFF: Final = OpenQuestion(
    "days_off_of_organs",
    Label(
        "Siirtyvätkö myös aluehallitukselle, tilintarkastajalle ja valtuustolle säädetyt kuukauden viimeiset päivät, "
        "jos ne ovat vapaapäiviä? Laki 150/1930 koskee viranomaisessa noudatettavia määräaikoja.",
        "Flyttas även de sista dagar i månaden som föreskrivits för styrelsen, revisorn och fullmäktige om de är "
        "lediga dagar? Lag 150/1930 gäller tider som ska iakttas hos en myndighet.",
        "Do the month-ends set for the executive, the auditor and the council move too when they are days off? Act "
        "150/1930 is about limits to be observed at an authority.",
    ),
    Label(
        "Oletetaan siirtyvän seuraavaan työpäivään, kuten Valtiokonttorille säädetyt päivät.",
        "Antas flyttas till följande arbetsdag, såsom de dagar som föreskrivits för Statskontoret.",
        "They are taken to move to the next working day, like the days set for the State Treasury.",
    ),
    (TIME_LIMITS("1 §", _OPEN), TIME_LIMITS("5 §", _OPEN)),
    affects=("budget", "accounts_completed", "audit", "accounts_handling"),
)
HUS: Final = OpenQuestion(
    "hus_delivers",
    Label(
        "Asetus 462/2022 puhuu hyvinvointialueesta: koskevatko sen päivät HUS-yhtymää (611/2021 69 §: 13 luku "
        "sovelletaan hyvinvointiyhtymään)?",
        "Förordning 462/2022 talar om välfärdsområden: gäller dess dagar HUS-sammanslutningen (611/2021 69 §: 13 kap. "
        "tillämpas på välfärdssammanslutningar)?",
        "Decree 462/2022 speaks of counties: do its days apply to HUS (611/2021 69 §: chapter 13 applies to joint "
        "authorities)?",
    ),
    Label("Luetaan niin, että koskevat.", "Läses så att de gäller.", "Read as applying."),
    (COUNTIES("69 §", _OPEN), UUSIMAA("2 § 4 mom.", _OPEN), FINANCE_DATA("1 §", _OPEN)),
    affects=("subject:HUS",),
)
HELSINKI: Final = OpenQuestion(
    "helsinki_accounts",
    Label(
        "Helsinkiin sovelletaan 120 §:ää mutta ei 115 ja 117 §:ää; erillistilinpäätös ja talousarvion erillinen osa "
        "noudattavat kuntalakia ja 615/2021 20–22 §:ää. Ovatko päivät samat?",
        "På Helsingfors tillämpas 120 § men inte 115 och 117 §; det separata bokslutet och budgetens separata del "
        "följer kommunallagen och 615/2021 20–22 §. Är dagarna desamma?",
        "120 § applies to Helsinki but 115 and 117 § do not; its separate accounts and part of the budget follow the "
        "act on municipalities and 615/2021 20–22 §. Are the days the same?",
    ),
    Label(
        "Kuntalain 110 ja 113 § säätävät samat päivät; niitä noudatetaan.",
        "Kommunallagens 110 och 113 § föreskriver samma dagar; de följs.",
        "110 and 113 § of the act on municipalities set the same days; they are followed.",
    ),
    (UUSIMAA("17 § 2 mom.", _OPEN), UUSIMAA("20–22 §", _OPEN)),
    affects=("subject:90",),
)
OPENING_DAY: Final = OpenQuestion(
    "opening_of_the_year",
    Label(
        "Milloin tilikauden seuranta alkaa? Laki ei tunne asian avaamista.",
        "När börjar uppföljningen av en räkenskapsperiod? Lagen känner inget inledande.",
        "When does the follow-up of a financial year begin? The law knows no opening.",
    ),
    Label(
        "Avataan päivälle, joka on ennen talousarvion hyväksymistä; sitä aiempia toimia ei voi kirjata. Vuoden 2023 "
        "talousarvio hyväksyttiin ennen lain voimaantuloa.",
        "Inleds en dag före budgetens godkännande; tidigare åtgärder kan inte antecknas. Budgeten för 2023 godkändes "
        "före ikraftträdandet.",
        "It is opened on a day before the budget is adopted; earlier acts cannot be recorded. The budget of 2023 was "
        "adopted before the law was in force.",
    ),
    (COUNTIES("11 §", _OPEN),),
    affects=("year_opened", "budget"),
)
JUDGEMENT: Final = OpenQuestion(
    "judgement_of_the_ministry",
    Label(
        "Milloin kehitys on ”oleellisesti heikompaa” tai talousarvio puutteellinen (13 b §)? Raja-arvoja ei ole.",
        "När är utvecklingen ”väsentligt svagare” eller budgeten bristfällig (13 b §)? Lagen har inga gränsvärden.",
        "When is development “essentially weaker” or a budget lacking (13 b §)? The law has no thresholds.",
    ),
    Label(
        "Valtiovarainministeriön toteamus kirjataan; ohjelma ei päättele sitä luvuista.",
        "Finansministeriets konstaterande antecknas; programmet sluter sig inte till det ur siffrorna.",
        "What the Ministry of Finance finds is recorded; the software does not infer it from the figures.",
    ),
    (COUNTIES("13 b § 1 mom. 3–4 kohta", _OPEN),),
    affects=("budget_assessed", "development_assessed"),
)
NO_FIGURES_NAMED: Final = OpenQuestion(
    "figures_in_the_data",
    Label(
        "Mitä yksittäisiä lukuja tiedot sisältävät, säädetään vuosittain ministeriön asetuksella (120 § 3 mom.), jota "
        "ei ole luettu.",
        "Vilka enskilda siffror uppgifterna innehåller föreskrivs årligen genom förordning av ministeriet (120 § 3 "
        "mom.), som inte har lästs.",
        "Which figures the data hold is set yearly by decree of the ministry (120 § 3 mom.), which was not read.",
    ),
    Label(
        "Tunnusluvut voi kirjata toimituksen yhteydessä; mikään niistä ei ole pakollinen.",
        "Nyckeltalen kan antecknas i samband med leveransen; inget av dem är obligatoriskt.",
        "Key figures can be recorded with a delivery; none of them is required.",
    ),
    (COUNTIES("120 § 3 mom.", _OPEN),),
    affects=("accounts_data_delivered", "corrected_data_delivered"),
)
QUESTIONS: Final = (DAYS_OFF, HUS, HELSINKI, OPENING_DAY, JUDGEMENT, NO_FIGURES_NAMED)
