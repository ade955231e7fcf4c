"""What is not settled about the negotiation, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import COUNTIES, COURT_PROCEDURE, PUBLICITY, RESCUE, SERVICES, STEERING_2024, UUSIMAA

_OPEN: Final = Status.UNSETTLED

CALENDAR: Final = OpenQuestion(
    "round_calendar",
    Label(
        "Milloin vuoden neuvottelut käydään, ja mitä asiakirjapohjia niissä käytetään?",
        "När förs årets förhandlingar, och vilka dokumentmallar används?",
        "When are the negotiations of a year held, and which templates are used?",
    ),
    Label(
        "Laissa on vain ”vuosittain”; päivät ovat ne, jotka ministeriöt ilmoittavat.",
        "Lagen säger endast ”årligen”; dagarna är de som ministerierna meddelar.",
        "The law says only “yearly”; the days are those that the ministries state.",
    ),
    (COUNTIES("13 a § 1 mom.", _OPEN),),
    affects=("planned", "negotiation_day"),
)
STALE_REFERENCES: Final = OpenQuestion(
    "stale_references",
    Label(
        "612/2021 29 § 2 mom. viittaa yhä kumotun 24 §:n neuvotteluissa annettuihin suosituksiin ja 613/2021 13 § "
        "2 mom. sisäministeriön suosituksiin. Koskeeko vastausvelvollisuus 13 a §:n suosituksia?",
        "612/2021 29 § 2 mom. hänvisar fortfarande till rekommendationer vid förhandlingar enligt den upphävda 24 § "
        "och 613/2021 13 § 2 mom. till inrikesministeriets rekommendationer. Gäller skyldigheten att svara även "
        "rekommendationer enligt 13 a §?",
        "612/2021 29 § 2 mom. still refers to recommendations of negotiations under the repealed 24 §, and 613/2021 "
        "13 § 2 mom. to those of the Ministry of the Interior. Does the duty to answer cover those of 13 a §?",
    ),
    Label(
        "Luetaan niin, että koskee; vastausta pyydetään seuraavassa selvityksessä. HE 129/2025 vp muuttaa 29 §:ää; "
        "lopullista sanamuotoa ei ole varmistettu.",
        "Läses så att den gäller; svar begärs i nästa redogörelse. RP 129/2025 rd ändrar 29 §; den slutliga "
        "ordalydelsen är inte bekräftad.",
        "Read as covering them; the next report is asked to answer. Bill HE 129/2025 vp adjusts 29 §; its final "
        "wording is not confirmed.",
    ),
    (SERVICES("29 § 2 mom.", _OPEN), RESCUE("13 § 2 mom.", _OPEN)),
    affects=("follow_up", "recommendations_answered", "answers"),
)
SEPARATE_NEGOTIATIONS: Final = OpenQuestion(
    "separate_negotiations",
    Label(
        "Miten käsitellään vuoden 2024 neuvottelut, jotka alkoivat ennen 1.8.2024 kahtena erillisenä neuvotteluna? "
        "Lain 468/2024 siirtymäsäännös koskee vain neuvottelukuntaa.",
        "Hur behandlas de förhandlingar 2024 som inleddes före 1.8.2024 som två separata förhandlingar? "
        "Övergångsbestämmelsen i lag 468/2024 gäller endast delegationen.",
        "What of the negotiations of 2024 that began before 1 August 2024 as two separate ones? The transitional "
        "provision of 468/2024 is about the advisory board only.",
    ),
    Label(
        "Tässä on vain yhteinen neuvottelu 1.8.2024 alkaen; aiempia ei kirjata.",
        "Här finns endast den gemensamma förhandlingen från 1.8.2024; tidigare antecknas inte.",
        "Only the joint negotiation is here, from 1 August 2024 on; earlier ones are not recorded.",
    ),
    (STEERING_2024("voimaantulosäännös", _OPEN), SERVICES("24 §", _OPEN), RESCUE("10 §", _OPEN)),
    affects=("planned",),
)
HUS_AND_RESCUE: Final = OpenQuestion(
    "hus_and_rescue",
    Label(
        "Onko sisäministeriön oltava mukana HUS-yhtymän neuvottelussa, vaikka HUS ei järjestä pelastustoimea?",
        "Ska inrikesministeriet delta i förhandlingen med HUS, fast HUS inte ordnar räddningsväsendet?",
        "Must the Ministry of the Interior attend the negotiation with HUS, which organises no rescue services?",
    ),
    Label(
        "Sanamuodon mukaan on: pykälää sovelletaan HUS-yhtymään sellaisenaan, ja 615/2021 11 § mainitsee kaikki kolme. "
        "Pelastustoimen selvitystä ja arviota ei HUS-yhtymältä vaadita.",
        "Enligt ordalydelsen ska det delta: paragrafen tillämpas på HUS som sådan, och 615/2021 11 § nämner alla tre. "
        "Någon redogörelse eller bedömning om räddningsväsendet krävs inte för HUS.",
        "By the wording it must: the section applies to HUS as it stands, and 615/2021 11 § names all three. No report "
        "or assessment of rescue services is asked for.",
    ),
    (COUNTIES("13 a § 6 mom.", _OPEN), UUSIMAA("11 § 2 mom.", _OPEN)),
    affects=("negotiated", "subject:HUS"),
)
ONE_SUPERVISOR: Final = OpenQuestion(
    "one_supervisor",
    Label(
        "Antaako Lupa- ja valvontavirasto 1.1.2026 alkaen 14 §:n arviot yhä alueittain, ja miltä päivältä?",
        "Ger Tillstånds- och tillsynsverket från 1.1.2026 fortfarande bedömningar enligt 14 § för varje region, och "
        "när?",
        "Does the national agency still give the assessments of 14 § by region from 1 January 2026, and by which day?",
    ),
    Label(
        "Arvion antaja kirjataan; viraston on oltava olemassa arvion päivänä.",
        "Den som gett bedömningen antecknas; myndigheten ska finnas till den dagen.",
        "Who gave the assessment is recorded; the authority must exist on that day.",
    ),
    (RESCUE("14 §", _OPEN),),
    affects=("rescue_assessment_received",),
)
DISAGREEMENT: Final = OpenQuestion(
    "disagreement_on_document",
    Label(
        "Mitä asiakirjaan kirjataan, jos hyvinvointialue ei hyväksy luonnosta?",
        "Vad antecknas i dokumentet om välfärdsområdet inte godkänner utkastet?",
        "What does the document say when the county does not accept the draft?",
    ),
    Label(
        "Valtiovarainministeriö laatii asiakirjan ja vahvistaa sen; alueen kommentti jää asiaan.",
        "Finansministeriet utarbetar och fastställer dokumentet; områdets kommentar kvarstår i ärendet.",
        "The Ministry of Finance draws the document up and confirms it; the county's comment stays in the case.",
    ),
    (COUNTIES("13 a § 5 mom.", _OPEN),),
    affects=("draft_with_county", "document_confirmed"),
)
ABSENT_FROM_HUS: Final = OpenQuestion(
    "absent_from_hus_negotiation",
    Label(
        "Mitä seuraa, jos jokin Uudenmaan hyvinvointialueista tai Helsingin kaupunki ei osallistu HUS-yhtymän "
        "neuvotteluun?",
        "Vad följer om något av Nylands välfärdsområden eller Helsingfors stad inte deltar i förhandlingen med "
        "HUS-sammanslutningen?",
        "What follows if a county of Uusimaa or Helsinki does not take part in the negotiation with HUS?",
    ),
    Label(
        "Kaikki on kutsuttava; poissaolon syy kirjataan, eikä se estä neuvottelun kirjaamista.",
        "Alla ska kallas; orsaken till frånvaron antecknas och hindrar inte att förhandlingen antecknas.",
        "All must be invited; the reason for an absence is recorded and does not bar recording the negotiation.",
    ),
    (COUNTIES("13 a § 6 mom.", _OPEN),),
    affects=("negotiated", "subject:HUS"),
)
WHO_PUBLISHES: Final = OpenQuestion(
    "who_publishes",
    Label(
        "Kuka julkaisee asiakirjan ja missä ajassa? Laki sanoo vain, että se ”julkaistaan”.",
        "Vem offentliggör dokumentet och inom vilken tid? Lagen säger endast att det ”offentliggörs”.",
        "Who publishes the document, and in what time? The law says only that it “is published”.",
    ),
    Label(
        "Valtiovarainministeriö, joka laatii asiakirjan, julkaisee sen; määräaikaa ei aseteta.",
        "Finansministeriet, som utarbetar dokumentet, offentliggör det; ingen tidsfrist ställs.",
        "The Ministry of Finance, which draws the document up, publishes it; no time limit is set.",
    ),
    (COUNTIES("13 a § 5 mom.", _OPEN),),
    affects=("confirmed", "published"),
)
PUBLICITY_OF_DRAFT: Final = OpenQuestion(
    "publicity_of_draft",
    Label(
        "Milloin asiakirjaluonnos ja alueen kommentti tulevat julkisiksi, ja mitä valmiista asiakirjasta saa peittää?",
        "När blir utkastet och områdets kommentar offentliga, och vad får döljas i det färdiga dokumentet?",
        "When do the draft and the county's comment become public, and what of the finished document may be withheld?",
    ),
    Label(
        "Luonnos ja kommentti merkitään sisäisiksi; asiakirja on julkinen ja julkaistaan.",
        "Utkastet och kommentaren märks som interna; dokumentet är offentligt och offentliggörs.",
        "Draft and comment are marked internal; the document is public and is published.",
    ),
    (PUBLICITY("5–7 §", _OPEN), PUBLICITY("10 §", _OPEN), PUBLICITY("24 § 1 mom.", _OPEN)),
    affects=("draft_sent", "draft_commented", "published"),
)
NO_APPEAL: Final = OpenQuestion(
    "no_appeal",
    Label(
        "Voiko toimenpidesuosituksesta tai asiakirjasta valittaa?",
        "Får åtgärdsrekommendationer eller dokumentet överklagas?",
        "Can a measure recommendation or the document be appealed?",
    ),
    Label(
        "Tulkitaan, ettei voi: ne eivät velvoita eivätkä ratkaise asiaa. Valitusaikaa ei aseteta.",
        "Tolkas så att de inte får: de förpliktar inte och avgör inget ärende. Ingen besvärstid ställs.",
        "Read as not: they neither bind nor settle a matter. No time for appeal is set.",
    ),
    (COURT_PROCEDURE("6 §", _OPEN), COUNTIES("13 a § 3 mom.", _OPEN)),
    affects=("recommendations_given", "published"),
)
NO_ANSWER: Final = OpenQuestion(
    "no_answer",
    Label(
        "Mitä seuraa, jos hyvinvointialue ei vastaa suosituksiin tai ei toteuta niitä?",
        "Vad följer om välfärdsområdet inte besvarar rekommendationerna eller inte genomför dem?",
        "What follows when the county does not answer the recommendations, or does not carry them out?",
    ),
    Label(
        "Laki ei säädä seurausta; kierroksen voi päättää perustellen, ja asian voi ottaa seuraavalle kierrokselle.",
        "Lagen föreskriver ingen påföljd; omgången kan avslutas med motivering och frågan tas upp i nästa omgång.",
        "The law attaches nothing to it; the round can end with grounds, and the next one can take the matter up.",
    ),
    (COUNTIES("13 a § 3 mom.", _OPEN),),
    affects=("follow_up", "round_concluded"),
)

QUESTIONS: Final = (
    CALENDAR,
    SEPARATE_NEGOTIATIONS,
    STALE_REFERENCES,
    HUS_AND_RESCUE,
    ABSENT_FROM_HUS,
    ONE_SUPERVISOR,
    DISAGREEMENT,
    WHO_PUBLISHES,
    PUBLICITY_OF_DRAFT,
    NO_APPEAL,
    NO_ANSWER,
)
