"""What is not settled about the evaluation procedure, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import (
    ADMINISTRATION,
    AMENDMENT_2024,
    COUNTIES,
    DEFICIT_BILL,
    DIVISION,
    DIVISION_2025,
    FINANCE_DATA,
    SERVICES,
    TIME_LIMITS,
    UUSIMAA,
)

_OPEN: Final = Status.UNSETTLED

VM_BOUND_BY_INITIATIVE: Final = OpenQuestion(
    "vm_bound_by_initiative",
    Label(
        "Onko valtiovarainministeriön käynnistettävä menettely sosiaali- ja terveysministeriön aloitteesta (122 § "
        "”käynnistää”, 123 § ”voi käynnistää”)?",
        "Är finansministeriet skyldigt att inleda förfarandet på social- och hälsovårdsministeriets initiativ (122 § "
        "”inleder”, 123 § ”kan inleda”)?",
        "Must the Ministry of Finance start the procedure on the initiative (122 § “starts”, 123 § “may start”)?",
    ),
    Label("Molemmat päätökset voi kirjata.", "Båda besluten kan antecknas.", "Either decision can be recorded."),
    (COUNTIES("122 § 1 mom.", _OPEN), SERVICES("27 § 1 mom.", _OPEN)),
    affects=("initiative_made", "start_declined"),
)
RESTRICTION_END: Final = OpenQuestion(
    "restriction_end",
    Label(
        "Milloin rajoitus tarkalleen päättyy, kun toimenpiteet jatkuvat vuosia?",
        "När upphör begränsningen exakt då åtgärderna pågår i åratal?",
        "When exactly does the restriction end while measures run for years?",
    ),
    Label(
        "Rajoitus päättyy päivänä, jonka valtiovarainministeriö vahvistaa, tai asian päättyessä.",
        "Begränsningen upphör den dag som finansministeriet bekräftar, eller då ärendet avslutas.",
        "It ends on the day that the Ministry of Finance confirms, or when the case ends.",
    ),
    (COUNTIES("124 § 1 mom.", _OPEN),),
    affects=("restriction_of_powers", "restriction_ended"),
)
RESTRICTION_AFTER_INITIATIVE: Final = OpenQuestion(
    "restriction_after_initiative",
    Label(
        "Koskeeko rajoitus myös aloitteen perusteella käynnistettyä menettelyä?",
        "Gäller begränsningen även ett förfarande som inletts på initiativ?",
        "Does the restriction also follow a start on the initiative?",
    ),
    Label(
        "Sanamuodon mukaan koskee, ja niin kirjataan.",
        "Enligt ordalydelsen gäller den, och så antecknas det.",
        "By its wording it does, and so it is recorded.",
    ),
    (COUNTIES("124 § 1 mom.", _OPEN), SERVICES("27 §", _OPEN)),
    affects=("initiative_made", "restriction_of_powers"),
)
RESTRICTION_WORDING: Final = OpenQuestion(
    "restriction_wording",
    Label(
        "Tarvitaanko poikkeukseen välttämättömät syyt ja kiireellisyys (suomeksi ”ja”) vai jompikumpi "
        "(ruotsiksi ”eller”)?",
        "Krävs för undantaget både tvingande skäl och brådska (på finska ”ja”) eller räcker det ena "
        "(på svenska ”eller”)?",
        "Does the exception need both necessary reasons and urgency (Finnish “and”) or either (Swedish “or”)?",
    ),
    Label(
        "Hyvinvointialueen perustelut kirjataan; niitä ei arvioida.",
        "Välfärdsområdets grunder antecknas; de bedöms inte.",
        "The county's grounds are recorded and not judged.",
    ),
    (COUNTIES("124 § 1 mom.", _OPEN),),
    affects=("restricted_decision_served",),
)
SELECTION: Final = OpenQuestion(
    "selection_by_authority",
    Label(
        "Monen alueen lainanottovaltuutta on muutettu: millä perusteella menettelyyn otettavat valitaan?",
        "Många områdens fullmakt har ändrats: på vilken grund väljs de som tas in i förfarandet?",
        "Many counties have had their borrowing authority changed: by what rule are those evaluated chosen?",
    ),
    Label(
        "Edellytys kirjataan; käynnistäminen on ministeriön harkinnassa.",
        "Förutsättningen antecknas; inledandet prövas av ministeriet.",
        "The criterion is recorded; starting is at the ministry's discretion.",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta", _OPEN),),
    affects=("criteria_noted", "criteria_met"),
)
DEFICIT_EXTENSION: Final = OpenQuestion(
    "deficit_extension",
    Label(
        "Alijäämän kattamisen lisäaika (HE 189/2025 vp): hyväksymistä, sisältöä ja voimaantuloa ei ole varmistettu.",
        "Förlängd tid för täckande av underskott (RP 189/2025 rd): antagande, innehåll och ikraftträdande är inte "
        "bekräftade.",
        "More time to cover deficits (HE 189/2025 vp): adoption, content and entry into force are not confirmed.",
    ),
    Label(
        "Määräpäivä lasketaan 115 §:stä; myönnetty lisäaika kirjataan omana päivänään.",
        "Dagen räknas enligt 115 §; beviljad förlängning antecknas som en egen dag.",
        "The day is counted by 115 §; an extension that was granted is entered as a day of its own.",
    ),
    (DEFICIT_BILL("", _OPEN), COUNTIES("115 § 2 mom.", _OPEN)),
    affects=("criteria_noted",),
)
HEARING: Final = OpenQuestion(
    "hearing_before_start",
    Label(
        "Onko hyvinvointialuetta kuultava hallintolain nojalla ennen käynnistämispäätöstä? 122 § ei sitä sano.",
        "Ska välfärdsområdet höras enligt förvaltningslagen före beslutet om inledande? 122 § säger det inte.",
        "Must the county be heard under the Administrative Procedure Act before the start? 122 § does not say so.",
    ),
    Label(
        "Kuuleminen vaaditaan, kun tieto ei tule julkisesta uutisoinnista.",
        "Hörande krävs när uppgiften inte kommer från publicerad rapportering.",
        "The hearing is required, except where the source is published reporting.",
    ),
    (ADMINISTRATION("34 §", _OPEN), COUNTIES("122 § 1 mom.", _OPEN)),
    affects=("county_heard", "start_decided"),
)
NO_TIME_LIMITS: Final = OpenQuestion(
    "no_time_limits",
    Label(
        "Ryhmän asettamiselle, sen työlle ja valtuuston käsittelylle ei ole säädetty aikaa.",
        "Ingen tid är föreskriven för tillsättandet av gruppen, dess arbete eller fullmäktiges behandling.",
        "No time is set for appointing the group, for its work or for the council's handling.",
    ),
    Label(
        "Määräaikaa ei keksitä; ryhmän toimikausi kirjataan asettamispäätöksestä.",
        "Ingen tid hittas på; gruppens mandattid antecknas enligt tillsättningsbeslutet.",
        "No limit is invented; the group's term is taken from the appointment decision.",
    ),
    (COUNTIES("122 § 2–3 mom.", _OPEN),),
    affects=("started", "proposals_given", "group_term"),
)
COUNCIL_DUTY: Final = OpenQuestion(
    "council_duty",
    Label(
        "Valtuuston on käsiteltävä ehdotukset; velvollisuutta hyväksyä niitä ei lain sanamuodossa ole.",
        "Fullmäktige ska behandla förslagen; någon skyldighet att godkänna dem framgår inte av ordalydelsen.",
        "The council must handle the proposals; the wording holds no duty to adopt them.",
    ),
    Label(
        "Hyväksytyt, muutetut ja hylätyt ehdotukset kirjataan; mikään tulos ei estä jatkoa.",
        "Godkända, ändrade och förkastade förslag antecknas; inget resultat hindrar fortsättningen.",
        "Adopted, amended and rejected proposals are recorded; no outcome bars the way on.",
    ),
    (COUNTIES("122 § 3 mom.", _OPEN),),
    affects=("council_decided", "proposals_given"),
)
DIVISION_ACT: Final = OpenQuestion(
    "division_act_2025",
    Label(
        "Mitkä uuden hyvinvointialuejakolain pykälät korvaavat lain 614/2021 6 ja 8–11 §:n 15.12.2025 alkaen?",
        "Vilka paragrafer i den nya lagen ersätter 6 och 8–11 § i lag 614/2021 från 15.12.2025?",
        "Which sections of the new division act replace 614/2021 6 and 8–11 § from 15 December 2025?",
    ),
    Label(
        "Molempiin viitataan; uudemman pykälä on merkitty avoimeksi.",
        "Båda åberopas; paragrafen i den nyare är märkt som öppen.",
        "Both are cited; the section of the newer one is marked as open.",
    ),
    (DIVISION("6 §, 8–11 §", _OPEN), DIVISION_2025("", _OPEN)),
    affects=(
        "counties_heard_on_division",
        "investigator_appointed",
        "division_decision_made",
        "division_left_unchanged",
    ),
)
HUS: Final = OpenQuestion(
    "hus_covered",
    Label(
        "Koskeeko arviointimenettely HUS-yhtymää (69 §:n ja Uusimaa-lain 2 §:n tulkinta)?",
        "Gäller utvärderingsförfarandet HUS-sammanslutningen (tolkning av 69 § och 2 § i Nylandslagen)?",
        "Does the procedure cover HUS (a reading of 69 § and of the Uusimaa act 2 §)?",
    ),
    Label(
        "Asian voi avata; tulkinta näytetään.",
        "Ett ärende kan inledas; tolkningen visas.",
        "A case can be opened; the reading is shown.",
    ),
    (UUSIMAA("2 § 4 mom.", _OPEN), COUNTIES("69 §", _OPEN)),
    affects=("subject:HUS",),
)
UNCHANGED_DIVISION: Final = OpenQuestion(
    "unchanged_division",
    Label(
        "Mitä menettelylle tapahtuu, jos aluejako jää ennalleen?",
        "Vad händer med förfarandet om områdesindelningen förblir oförändrad?",
        "What becomes of the procedure if the division is left unchanged?",
    ),
    Label(
        "Asia palaa toimenpiteiden seurantaan.",
        "Ärendet återgår till uppföljning av åtgärderna.",
        "The case returns to the follow-up of the measures.",
    ),
    (COUNTIES("122 § 4 mom.", _OPEN), COUNTIES("124 § 1 mom.", _OPEN)),
    affects=("division_left_unchanged", "investigator_appointed"),
)
END_OF_CASE: Final = OpenQuestion(
    "end_of_case",
    Label(
        "Laki ei sano, miten menettely päättyy eikä voiko seurannan aikana käynnistää uuden.",
        "Lagen säger inte hur förfarandet avslutas eller om ett nytt kan inledas under uppföljningen.",
        "The law says neither how the procedure ends nor whether a new one can start during follow-up.",
    ),
    Label(
        "Ministeriö toteaa toimenpiteet tehdyiksi; uusi asia avataan, kun edellinen on päätetty.",
        "Ministeriet konstaterar åtgärderna genomförda; ett nytt ärende inleds när det förra har avslutats.",
        "The ministry finds the measures done; a new case is opened once the earlier one is closed.",
    ),
    (COUNTIES("122 § 4 mom.", _OPEN),),
    affects=("follow_up", "measures_completed", "discontinued"),
)
DAYS_OFF: Final = OpenQuestion(
    "days_off",
    Label(
        "Siirtyykö vuoden tai kesäkuun loppuun säädetty päivä, jos se on vapaapäivä?",
        "Flyttas en dag som föreskrivits till årets eller junis slut om den är en ledig dag?",
        "Does a day set at the end of the year or of June move when it is a day off?",
    ),
    Label(
        "Oletetaan siirtyvän seuraavaan työpäivään.",
        "Antas flyttas till följande arbetsdag.",
        "It is taken to move to the next working day.",
    ),
    (TIME_LIMITS("5 §", _OPEN),),
    affects=("measures_in_budget", "measures_report"),
)
AMENDMENT_REACHES_OPEN_CASES: Final = OpenQuestion(
    "amendment_reaches_open_cases",
    Label(
        "Lailla 1056/2024 ei ole siirtymäsäännöstä: kumpaa sanamuotoa sovelletaan ennen 1.1.2025 avattuun asiaan?",
        "Lag 1056/2024 har ingen övergångsbestämmelse: vilken lydelse tillämpas på ärenden som inletts före 1.1.2025?",
        "Act 1056/2024 has no transition clause: which wording governs a case opened before 1 January 2025?",
    ),
    Label(
        "Asia pysyy avaamispäivänsä lain mukaisena; päätös voi kirjata muun päivän sanamuodon (criteria_law_on).",
        "Ärendet följer lagen den dag det inleddes; beslutet kan ange en annan dags lydelse (criteria_law_on).",
        "The case stays with the law of its opening day; a decision may name another day's wording (criteria_law_on).",
    ),
    (AMENDMENT_2024("", _OPEN),),
)
GRANTS_BEFORE_2025: Final = OpenQuestion(
    "grants_before_2025",
    Label(
        "Riittääkö yksi ennen 1.1.2025 myönnetty lisärahoitus 1.1.2025 alkaen?",
        "Räcker en tilläggsfinansiering som beviljats före 1.1.2025 från och med 1.1.2025?",
        "Is one grant of additional funding made before 1 January 2025 enough from that day on?",
    ),
    Label(
        "Sanamuodossa ei ole aikarajaa; myös aiempi luetaan.",
        "Ordalydelsen har ingen tidsgräns; även en tidigare beaktas.",
        "The wording knows no time limit; an earlier one counts as well.",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta", _OPEN), AMENDMENT_2024("123 § 1 mom. 4 kohta", _OPEN)),
    affects=("criteria_noted",),
)
QUARTERLY_DAYS: Final = OpenQuestion(
    "quarterly_days",
    Label(
        "Minä päivinä toimenpiteistä raportoidaan neljännesvuosittain? Laki ei sano.",
        "Vilka dagar ska åtgärderna rapporteras kvartalsvis? Lagen säger det inte.",
        "On which days is the quarterly report on the measures due? The law does not say.",
    ),
    Label(
        "Käytetään taloustietojen päiviä (asetus 462/2022 3 §).",
        "Dagarna för ekonomiska uppgifter används (förordning 462/2022 3 §).",
        "The days for data on finances are used (decree 462/2022 3 §).",
    ),
    (COUNTIES("122 § 3 mom.", _OPEN), FINANCE_DATA("3 §", _OPEN)),
    affects=("interim_report",),
)
ROUND_OF_2025: Final = OpenQuestion(
    "round_of_2025",
    Label(
        "Vuosien 2025–2026 menettelyistä ei tunneta kaikkia puheenjohtajia, loppuraportteja, valtuustojen päätöksiä "
        "eikä ministeriön ratkaisuja.",
        "Av förfarandena 2025–2026 är inte alla ordförande, slutrapporter, fullmäktigebeslut eller ministeriets "
        "avgöranden kända.",
        "Of the procedures of 2025–2026 not all chairs, final reports, council decisions and ministry decisions are "
        "known.",
    ),
    Label(
        "Kirjataan, mitä on julkaistu; muu jää merkityksi raportoimattomaksi.",
        "Det som publicerats antecknas; resten förblir märkt som orapporterat.",
        "What was published is recorded; the rest stays marked as unreported.",
    ),
    (COUNTIES("122 §", _OPEN),),
    affects=("subject:01", "subject:15", "subject:21"),
)

COMMON: Final = (
    VM_BOUND_BY_INITIATIVE,
    RESTRICTION_END,
    RESTRICTION_AFTER_INITIATIVE,
    RESTRICTION_WORDING,
    SELECTION,
    DEFICIT_EXTENSION,
    HEARING,
    NO_TIME_LIMITS,
    COUNCIL_DUTY,
    DIVISION_ACT,
    HUS,
    UNCHANGED_DIVISION,
    END_OF_CASE,
    DAYS_OFF,
)
