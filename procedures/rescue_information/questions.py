"""What is not settled about the information chain, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, RESCUE, RESCUE_2024, RESCUE_DECREE, SUPERVISION_REFORM

_OPEN: Final = Status.UNSETTLED

COMPILER: Final = OpenQuestion(
    "compiling_agency",
    Label(
        "Mikä aluehallintovirasto kokoaa valtakunnallisen asiantuntija-arvion? Siitä säädetään valtioneuvoston "
        "asetuksella, jota ei ole luettu; virastojen sivujen mukaan Etelä-Suomen aluehallintovirasto.",
        "Vilket regionförvaltningsverk sammanställer den riksomfattande expertbedömningen? Det föreskrivs genom en "
        "förordning av statsrådet som inte har lästs; enligt verkens sidor Södra Finlands.",
        "Which regional agency compiles the national expert assessment? A Government decree says so, which was not "
        "read; by the agencies' own pages it is that of Southern Finland.",
    ),
    Label(
        "Kokoava virasto kirjataan siitä asiakirjasta, joka saapuu.",
        "Det verk som sammanställer antecknas ur den handling som inkommer.",
        "The compiling agency is recorded from the document that arrives.",
    ),
    (RESCUE("14 § 3 mom.", _OPEN),),
    affects=("national_assessment_delivered",),
)
PUBLICATION: Final = OpenQuestion(
    "publication_of_report",
    Label(
        "Onko sisäministeriön selvitys ja valtakunnallinen asiantuntija-arvio julkaistava? 14 § 2 mom:ssa ja 15 §:ssä "
        "ei ole julkaisemissäännöstä.",
        "Ska inrikesministeriets redogörelse och den riksomfattande expertbedömningen offentliggöras? 14 § 2 mom. och "
        "15 § har ingen bestämmelse om det.",
        "Must the ministry's report and the national expert assessment be published? Neither 14 § 2 mom. nor 15 § has "
        "a provision on that.",
    ),
    Label(
        "Julkaiseminen voidaan kirjata; sitä ei vaadita.",
        "Offentliggörandet kan antecknas; det krävs inte.",
        "Publishing can be recorded; it is not asked for.",
    ),
    (RESCUE("14 § 2 mom.", _OPEN), RESCUE("15 §", _OPEN)),
    affects=("national_report_published", "national_assessment_delivered"),
)
NO_DAY: Final = OpenQuestion(
    "no_day_for_report",
    Label(
        "Milloin sisäministeriön selvitys on annettava? 15 §:ssä on vain ”vuosittain”.",
        "När ska inrikesministeriets redogörelse ges? 15 § säger endast ”årligen”.",
        "By when is the ministry's report due? 15 § says only “yearly”.",
    ),
    Label("Määräpäivää ei aseteta.", "Ingen dag sätts.", "No day is set."),
    (RESCUE("15 §", _OPEN),),
    affects=("assessed", "national_report_given"),
)
INCOMPLETE: Final = OpenQuestion(
    "incomplete_report",
    Label(
        "Mitä seuraa, jos selvitys on puutteellinen tai myöhässä? Laki ei säädä seurausta.",
        "Vad följer om redogörelsen är bristfällig eller försenad? Lagen föreskriver ingen påföljd.",
        "What follows when a report is incomplete or late? The act sets no consequence.",
    ),
    Label(
        "Saapuminen kirjataan puutteineen; toimittamistehtävä pysyy avoinna.",
        "Ankomsten antecknas med bristerna; uppgiften att lämna förblir öppen.",
        "Its arrival is recorded with what it lacks; the task to deliver stays open.",
    ),
    (RESCUE("13 § 2 mom.", _OPEN),),
    affects=("incomplete_report_arrived", "round_closed"),
)
ALL_REGIONS_FIRST: Final = OpenQuestion(
    "all_regions_first",
    Label(
        "Voiko valtakunnallisen arvion koota, ennen kuin jokaisesta hyvinvointialueesta on arvio?",
        "Kan den riksomfattande bedömningen sammanställas innan det finns en bedömning av varje välfärdsområde?",
        "Can the national assessment be compiled before there is one of each county?",
    ),
    Label(
        "Sitä ei estetä: yhden viraston viivästys ei siirrä muiden määräpäiviä. Puuttuvat arviot jäävät näkyviin.",
        "Det hindras inte: ett verks dröjsmål flyttar inte andras tidsfrister. Det som saknas förblir synligt.",
        "It is not prevented: one agency's delay moves nobody else's day. What is missing stays shown.",
    ),
    (RESCUE("14 § 2 mom.", _OPEN),),
    affects=("compiling", "national_assessment_delivered"),
)
STALE_REFERENCES: Final = OpenQuestion(
    "stale_references",
    Label(
        "Asetuksen 3 §:ssä edellytetään yhä sisäministeriön neuvotteluissa sovittuja tavoitteita, vaikka 10 § "
        "kumottiin 1.8.2024; 13 § puhuu sisäministeriön suosituksista. Koskeeko se 611/2021 13 a §:n neuvotteluja?",
        "Förordningens 3 § förutsätter fortfarande mål från inrikesministeriets förhandlingar, fastän 10 § upphävdes "
        "1.8.2024; 13 § talar om inrikesministeriets rekommendationer. Avser det förhandlingar enligt 611/2021 13 a §?",
        "3 § of the decree still asks for objectives agreed in the ministry's negotiations, although 10 § was repealed "
        "on 1 August 2024; 13 § speaks of the ministry's recommendations. Does that mean 611/2021 13 a §?",
    ),
    Label("Luetaan niin, että koskee.", "Läses så att det gäller.", "Read as meaning it."),
    (RESCUE("13 § 2 mom.", _OPEN), RESCUE_DECREE("3 §", _OPEN), RESCUE_2024("", _OPEN), COUNTIES("13 a §", _OPEN)),
    affects=("county_report_delivered",),
)
ONE_SUPERVISOR: Final = OpenQuestion(
    "one_supervisor",
    Label(
        "Säilyvätkö hyvinvointialueittaiset ja valtakunnallinen arvio kahtena yhdessä Lupa- ja valvontavirastossa, ja "
        "mitä päiviä noudatetaan? Lain ja asetuksen muutettua sanamuotoa ei ole luettu.",
        "Förblir bedömningarna per välfärdsområde och den riksomfattande skilda inom ett enda tillsynsverk, och vilka "
        "dagar gäller? Lagens och förordningens ändrade ordalydelse har inte lästs.",
        "Do the regional and the national assessments remain two inside one supervisory agency, and which days apply? "
        "The amended wording of act and decree was not read.",
    ),
    Label(
        "Molemmat pyydetään samoina päivinä kuin ennen; päivät on merkitty avoimiksi.",
        "Båda begärs samma dagar som förut; dagarna är märkta som öppna.",
        "Both are asked for on the same days as before; the days are marked as open.",
    ),
    (RESCUE("14 §", _OPEN), RESCUE_DECREE("7–11 §", _OPEN), SUPERVISION_REFORM("", _OPEN)),
    affects=(
        "county_reports",
        "regional_assessments",
        "national_assessment",
        "regional_assessments_delivered",
        "national_assessment_delivered",
    ),
)
PENDING: Final = OpenQuestion(
    "pending_at_the_change",
    Label(
        "Mitä siirtymäsäännös sanoo ennen 1.1.2026 kesken jääneestä arviosta? Säännöstä ei ole luettu.",
        "Vad säger övergångsbestämmelsen om en bedömning som inte var klar före 1.1.2026? Den har inte lästs.",
        "What does the transitional provision say of an assessment unfinished before 1 January 2026? It was not read.",
    ),
    Label(
        "Avoin vuosi voidaan siirtää Lupa- ja valvontaviraston hoidettavaksi; jo annetut arviot jäävät voimaan.",
        "Ett öppet år kan överföras till Tillstånds- och tillsynsverket; redan lämnade bedömningar består.",
        "An open round can be moved to the Finnish Supervisory Agency; assessments given already stay as they are.",
    ),
    (SUPERVISION_REFORM("", _OPEN),),
    affects=("regional_assessments_delivered", "national_assessment_delivered"),
)
COMMON: Final = (PUBLICATION, NO_DAY, INCOMPLETE, ALL_REGIONS_FIRST)
