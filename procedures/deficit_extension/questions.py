"""What is not settled about more time to cover deficits: nearly all of it."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion
from procedures.deficit_extension.law import announcement, bill, taken_from
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, UUSIMAA

ADOPTION: Final = OpenQuestion(
    "adoption",
    Label(
        "Onko laki hyväksytty, millä säädösnumerolla, missä pykälässä ja mistä päivästä se on voimassa?",
        "Har lagen antagits, med vilket författningsnummer, i vilken paragraf och från vilken dag gäller den?",
        "Was the law adopted, under which number and section, and from which day is it in force?",
    ),
    Label(
        "Asian avaaja ilmoittaa päivän, josta laki on voimassa.",
        "Den som öppnar ärendet anger från vilken dag lagen gäller.",
        "Whoever opens a case names the day from which the law is in force.",
    ),
    (bill(),),
    affects=("application_made", "pending"),
)
LAST_YEAR: Final = OpenQuestion(
    "last_year",
    Label(
        "Esityksessä aikaa annetaan vuoden 2027 tai 2028 loppuun; hallitus linjasi 3.3.2026 myös vuodesta 2029.",
        "I propositionen ges tid till utgången av 2027 eller 2028; regeringen nämnde 3.3.2026 även 2029.",
        "The bill gives time to the end of 2027 or 2028; on 3 March 2026 the Government spoke of 2029 as well.",
    ),
    Label(
        "Vuosi 2029 hyväksytään 3.3.2026 jälkeen vireille tulleessa asiassa avoimena.",
        "År 2029 godtas som öppet i ärenden som inletts efter 3.3.2026.",
        "In a case opened after 3 March 2026 the year 2029 is accepted as open.",
    ),
    (bill(), announcement()),
    affects=("granted", "cover_deficit"),
)
CRITERIA: Final = OpenQuestion(
    "criteria",
    Label(
        "Millä edellytyksillä aikaa annetaan? Luonnoksen vaatimus alijäämättömästä vuodesta 2025 poistettiin.",
        "Under vilka förutsättningar ges tid? Utkastets krav på ett 2025 utan underskott togs bort.",
        "On what conditions is time given? The draft's demand for a 2025 without deficit was dropped.",
    ),
    Label(
        "Vaaditaan välttämättömyys ja aluevaltuuston hyväksymä taloussuunnitelma.",
        "Nödvändighet och en ekonomiplan som välfärdsområdesfullmäktige godkänt krävs.",
        "Necessity and an economic plan approved by the council are required.",
    ),
    (bill(), taken_from(COUNTIES, "115 §")),
    affects=("granted", "rejected", "economic_plan_approved"),
)
APPLICATION_DEADLINE: Final = OpenQuestion(
    "application_deadline",
    Label(
        "Mihin mennessä lisäaikaa on haettava, ja missä ajassa siitä päätetään?",
        "När ska förlängd tid senast sökas, och inom vilken tid fattas beslut?",
        "By when must more time be applied for, and within what time is it decided?",
    ),
    Label("Määräaikaa ei keksitä.", "Ingen tid hittas på.", "No limit is invented."),
    (bill(),),
    affects=("application_made", "consideration"),
)
HEARING: Final = OpenQuestion(
    "hearing",
    Label(
        "Onko hyvinvointialuetta kuultava ennen päätöstä hallintolain vai oman säännöksen nojalla?",
        "Ska välfärdsområdet höras före beslutet enligt förvaltningslagen eller en egen bestämmelse?",
        "Is the county heard before the decision under the Administrative Procedure Act or a rule of its own?",
    ),
    Label(
        "Kuuleminen vaaditaan, ellei aikaa anneta kuten haettiin.",
        "Hörande krävs, om inte tid ges såsom sökts.",
        "A hearing is required unless time is given as applied for.",
    ),
    (taken_from(ADMINISTRATION, "34 §"), bill()),
    affects=("county_heard", "rejected"),
)
REMEDIES: Final = OpenQuestion(
    "remedies",
    Label(
        "Miten päätökseen haetaan muutosta, ja miten kumottu päätös käsitellään uudelleen?",
        "Hur söks ändring i beslutet, och hur behandlas ett upphävt beslut på nytt?",
        "How is the decision appealed, and how is an annulled one decided again?",
    ),
    Label(
        "Yleinen valitusaika; kumotun päätöksen hakemus palaa ministeriön harkintaan.",
        "Allmän besvärstid; ansökan återgår till ministeriets prövning om beslutet upphävs.",
        "The general time for appeals; an annulled decision returns the application to the ministry.",
    ),
    (taken_from(COURT_PROCEDURE, "8 § 1 mom."), bill()),
    affects=("appeal_made", "decision_annulled", "appeal"),
)
WHO_CAN_APPLY: Final = OpenQuestion(
    "who_can_apply",
    Label(
        "Voiko myös HUS-yhtymä hakea lisäaikaa? Helsinkiin 115 §:ää ei sovelleta.",
        "Kan också HUS-sammanslutningen söka förlängd tid? 115 § tillämpas inte på Helsingfors.",
        "Can HUS apply as well? 115 § is not applied to Helsinki.",
    ),
    Label("Vain hyvinvointialue voi hakea.", "Endast ett välfärdsområde kan söka.", "Only a county can apply."),
    (bill(), taken_from(COUNTIES, "69 §"), taken_from(UUSIMAA, "17 §")),
    affects=("application_made",),
)
EFFECT: Final = OpenQuestion(
    "effect",
    Label(
        "Mitä myönnetystä ajasta seuraa, jos arviointimenettely on jo käynnissä tai alijäämä kasvaa?",
        "Vad följer av beviljad tid om ett utvärderingsförfarande redan pågår eller underskottet ökar?",
        "What follows from a grant where an evaluation already runs or the deficit grows?",
    ),
    Label(
        "Aika siirtää vain alijäämän kattamisen määräpäivää; muut edellytykset pysyvät.",
        "Tiden flyttar endast dagen då underskottet ska vara täckt; de andra förutsättningarna kvarstår.",
        "A grant moves only the day by which the deficit is covered; the other criteria stay.",
    ),
    (bill(), taken_from(COUNTIES, "123 § 1 mom. 1 kohta")),
    affects=("granted", "cover_deficit"),
)
EVERY: Final = (
    ADOPTION,
    LAST_YEAR,
    CRITERIA,
    APPLICATION_DEADLINE,
    HEARING,
    REMEDIES,
    WHO_CAN_APPLY,
    EFFECT,
)
