"""What is not settled about the borrowing authority, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import ADMINISTRATION, AMENDMENT_2024, COUNTIES, COURT_PROCEDURE, IMPLEMENTATION

_OPEN: Final = Status.UNSETTLED

ZERO_FLOOR: Final = OpenQuestion(
    "zero_floor",
    Label(
        "Laki ei sano, mitä valtuus on, kun enimmäismäärän ja ennakoidun lainamäärän erotus on negatiivinen.",
        "Lagen säger inte vad fullmakten är när skillnaden mellan maximibeloppet och det estimerade lånebeloppet är "
        "negativ.",
        "The law does not say what the authority is when maximum debt less opening debt is negative.",
    ),
    Label(
        "Valtuus on nolla; näin on myös päätetty.",
        "Fullmakten är noll; så har också beslutats.",
        "The authority is zero; so it has been decided in practice.",
    ),
    (COUNTIES("15 § 2 mom.", _OPEN),),
    affects=("authority_calculated", "confirmed"),
)
EARLIER_DECISIONS: Final = OpenQuestion(
    "earlier_decisions",
    Label(
        "Miten valtioneuvoston aiemmat päätökset valtuuden määrästä otetaan huomioon?",
        "Hur beaktas statsrådets tidigare beslut om fullmaktsbeloppet?",
        "How are the Government's earlier decisions on the amount taken into account?",
    ),
    Label(
        "Ilmoitettu määrä vähennetään erotuksesta; mitä siihen luetaan, jää laskelman tekijälle.",
        "Det angivna beloppet dras av från skillnaden; vad som räknas dit avgör den som gör beräkningen.",
        "The amount that is stated is deducted; what counts into it is left to whoever calculates.",
    ),
    (COUNTIES("15 § 1 mom.", _OPEN),),
    affects=("authority_calculated",),
)
WHOSE_FIGURES: Final = OpenQuestion(
    "own_or_group_figures",
    Label(
        "15 § puhuu tuloslaskelmasta ja taseesta, 123 § konsernin: luetaanko 15 §:ssä konsernin luvut?",
        "15 § talar om resultaträkningen och balansräkningen, 123 § om koncernens: avses koncernens tal i 15 §?",
        "15 § speaks of the income statement and balance sheet, 123 § of the group's: does 15 § mean the group's?",
    ),
    Label(
        "Sanamuodon mukaan hyvinvointialueen omat luvut.",
        "Enligt ordalydelsen välfärdsområdets egna tal.",
        "By the wording, the county's own figures.",
    ),
    (COUNTIES("15 § 2 mom.", _OPEN), COUNTIES("123 § 2 mom.", _OPEN)),
    affects=("authority_calculated",),
)
MONITORING_DATA: Final = OpenQuestion(
    "monitoring_data",
    Label(
        "Milloin ja miten vuosikatetta oikaistaan talouden seurannan tiedoilla?",
        "När och hur rättas årsbidraget utifrån uppgifterna i uppföljningen av ekonomin?",
        "When and how is the margin adjusted with monitoring data?",
    ),
    Label(
        "Oikaistu vuosikate kirjataan budjetin rinnalle, ja laskelma käyttää sitä.",
        "Det rättade årsbidraget antecknas vid sidan av budgetens, och beräkningen använder det.",
        "The adjusted margin is recorded beside the budget's, and the calculation uses it.",
    ),
    (COUNTIES("15 § 2 mom.", _OPEN), COUNTIES("120 §", _OPEN)),
    affects=("authority_calculated",),
)
NO_DATE: Final = OpenQuestion(
    "no_date_for_decision",
    Label(
        "Päätökselle ei ole säädetty päivää; kaikkia päätöspäiviä vuosille 2025–2027 ei tunneta.",
        "Ingen dag är föreskriven för beslutet; alla beslutsdagar för 2025–2027 är inte kända.",
        "No day is set for the decision; not all days of the decisions for 2025–2027 are known.",
    ),
    Label(
        "Määräaikaa ei keksitä; kesäkuu edellisenä vuonna on käytäntöä.",
        "Ingen tid hittas på; juni året före är praxis.",
        "No limit is invented; June of the year before is practice.",
    ),
    (COUNTIES("15 § 1 mom.", _OPEN),),
    affects=("calculated", "proposed"),
)
HEARING: Final = OpenQuestion(
    "hearing_before_decision",
    Label(
        "Onko hyvinvointialuetta kuultava ennen vuosittaista päätöstä? 15 § ei sitä sano.",
        "Ska välfärdsområdet höras före det årliga beslutet? 15 § säger det inte.",
        "Must the county be heard before the yearly decision? 15 § does not say so.",
    ),
    Label(
        "Kuulemisen voi kirjata; sitä ei vaadita.",
        "Hörande kan antecknas; det krävs inte.",
        "A hearing can be recorded; it is not required.",
    ),
    (ADMINISTRATION("34 §", _OPEN), COUNTIES("15 § 1 mom.", _OPEN)),
    affects=("county_heard",),
)
EXPIRY: Final = OpenQuestion(
    "use_after_the_year",
    Label(
        "Raukeaako käyttämätön valtuus tilikauden päättyessä, ja voiko lainan nostaa sen jälkeen?",
        "Förfaller en outnyttjad fullmakt när räkenskapsperioden går ut, och kan lånet tas upp därefter?",
        "Does an unused authority lapse when the financial year ends, and may the loan be drawn after it?",
    ),
    Label(
        "Uusia investointeja ei aloiteta sen nojalla; aloitettujen investointien lainan voi nostaa myöhemmin.",
        "Nya investeringar påbörjas inte med stöd av den; lån för påbörjade investeringar kan tas upp senare.",
        "No new investment is started on it; loans of started investments may be drawn later.",
    ),
    (COUNTIES("15 § 1 mom.", _OPEN),),
    affects=("confirmed", "financial_year_ended", "year_ended", "loan_drawn"),
)
JOINT_DECISION: Final = OpenQuestion(
    "joint_or_separate",
    Label(
        "Valtioneuvosto päättää kaikista alueista samassa istunnossa: yksi päätös vai monta?",
        "Statsrådet beslutar om alla områden vid samma sammanträde: ett beslut eller flera?",
        "The Government decides on all counties in one session: one decision or many?",
    ),
    Label(
        "Yhteinen päätös on oma asiansa; alueen määrä, käyttö ja muutoksenhaku ovat alueen asiassa.",
        "Det gemensamma beslutet är ett eget ärende; områdets belopp, användning och ändringssökande finns i områdets.",
        "The joint decision is a case of its own; a county's amount, its use and remedies stand in the county's case.",
    ),
    (COUNTIES("15 § 1 mom.", _OPEN),),
    affects=("joint_decision_made", "subject:FI"),
)
AFTER_ANNULMENT: Final = OpenQuestion(
    "after_annulment",
    Label(
        "Mikä valtuus on voimassa, kun päätös on kumottu?",
        "Vilken fullmakt gäller när beslutet har upphävts?",
        "Which authority is in force once the decision is annulled?",
    ),
    Label(
        "Asia palaa laskelmaan uutta päätöstä varten; päätöksen vaikutuksia välillä ei arvioida.",
        "Ärendet återgår till beräkningen för ett nytt beslut; verkningarna däremellan bedöms inte.",
        "The case returns to the calculation for a new decision; the time between is not judged.",
    ),
    (COURT_PROCEDURE("8 §", _OPEN),),
    affects=("appeal_decided",),
)
TREASURY_REMEDIES: Final = OpenQuestion(
    "remedies_against_the_treasury",
    Label(
        "Valtiokonttorin päätökseen vaaditaan oikaisua ja siitä valitetaan hallinto-oikeuteen (149 §): saako myös "
        "lainanmyöntäjä hakea muutosta?",
        "Omprövning av Statskontorets beslut begärs och därefter anförs besvär hos förvaltningsdomstolen (149 §): får "
        "även lånebeviljaren söka ändring?",
        "Rectification of the State Treasury's decision is requested, then an appeal made to the administrative court "
        "(149 §): may the lender seek a remedy, too?",
    ),
    Label(
        "Hyvinvointialueen oikaisuvaatimus kirjataan; valitus hallinto-oikeuteen käsitellään tämän asian ulkopuolella.",
        "Välfärdsområdets begäran om omprövning antecknas; besvär hos förvaltningsdomstolen behandlas utanför ärendet.",
        "The county's request is recorded; an appeal to the administrative court is handled outside this case.",
    ),
    (COUNTIES("149 §", _OPEN), ADMINISTRATION("49 b §", _OPEN)),
    affects=("rectification_requested", "rectification_decided", "treasury_rectification"),
)
CONTRACTS_BEFORE_2025: Final = OpenQuestion(
    "contracts_before_2025",
    Label(
        "Kattoiko valtuus ennen 1.1.2025 investointia vastaavat sopimukset? Sanamuoto ei sanonut sitä.",
        "Täckte fullmakten före 1.1.2025 avtal som motsvarar investeringar? Ordalydelsen sade det inte.",
        "Did the authority cover equivalent contracts before 1 January 2025? The wording did not say so.",
    ),
    Label(
        "Ministeriö luki ne valtuuteen; käyttö kirjataan niin, mutta laskelmalta ei vaadita mainintaa.",
        "Ministeriet räknade in dem; användningen antecknas så, men beräkningen behöver inte nämna dem.",
        "The ministry counted them in; use is recorded so, but the calculation need not mention them.",
    ),
    (COUNTIES("15 § 1 mom.", _OPEN), COUNTIES("16 §", _OPEN)),
    affects=("authority_calculated", "authority_used"),
)
AMENDMENT_REACHES_OPEN_CASES: Final = OpenQuestion(
    "amendment_reaches_open_cases",
    Label(
        "Lailla 1056/2024 ei ole siirtymäsäännöstä: kattaako vuoden 2024 lain mukaan päätetty valtuus myös sopimukset "
        "1.1.2025 alkaen?",
        "Lag 1056/2024 har ingen övergångsbestämmelse: täcker en fullmakt från 2024 också avtalen från 1.1.2025?",
        "Act 1056/2024 has no transition clause: must an authority decided before cover the contracts from 1 January "
        "2025?",
    ),
    Label(
        "Asia pysyy avaamispäivänsä lain mukaisena.",
        "Ärendet följer lagen den dag det inleddes.",
        "The case stays with the law of its opening day.",
    ),
    (AMENDMENT_2024("", _OPEN),),
)
FIRST_YEAR: Final = OpenQuestion(
    "first_year_formula",
    Label(
        "Miten vuoden 2021 tilinpäätösten ja vuoden 2022 talousarvioiden tiedot yhdistettiin vuoden 2023 valtuutta "
        "laskettaessa?",
        "Hur sammanfördes uppgifterna i boksluten för 2021 och budgetarna för 2022 när fullmakten för 2023 beräknades?",
        "How were the accounts of 2021 and the budgets of 2022 put together for the authority of 2023?",
    ),
    Label(
        "Laskelman lopulliset luvut kirjataan; niiden johtamista ei tarkisteta.",
        "Beräkningens slutliga tal antecknas; hur de härletts kontrolleras inte.",
        "The final figures are recorded; how they were derived is not checked.",
    ),
    (IMPLEMENTATION("61 § 1 mom.", _OPEN),),
    affects=("authority_calculated",),
)

COMMON: Final = (
    ZERO_FLOOR,
    EARLIER_DECISIONS,
    WHOSE_FIGURES,
    MONITORING_DATA,
    NO_DATE,
    HEARING,
    EXPIRY,
    JOINT_DECISION,
    AFTER_ANNULMENT,
    TREASURY_REMEDIES,
)
