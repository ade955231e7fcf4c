"""What is not settled about the board, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES, STEERING_2024, UUSIMAA

_OPEN: Final = Status.UNSETTLED

PRESENT_TERM: Final = OpenQuestion(
    "present_term",
    Label(
        "Mikä on neuvottelukunnan nykyinen toimikausi, ja ketkä ovat sen pääsihteeri ja jaostot?",
        "Vilken är delegationens nuvarande mandatperiod, och vilka är dess generalsekreterare och sektioner?",
        "What is the board's present term, and what are its secretary-general and sections?",
    ),
    Label(
        "Ne kirjataan asettamispäätöksestä; mitään ei oleteta.",
        "De antecknas enligt tillsättningsbeslutet; inget antas.",
        "They are recorded from the Government's decision; nothing is assumed.",
    ),
    (COUNTIES("13 § 3 mom.", _OPEN),),
    affects=("board_set", "term", "subject:FI"),
)
HUS_INITIATIVE: Final = OpenQuestion(
    "hus_proposal",
    Label(
        "Voiko HUS-yhtymä tehdä esityksen tavoitteiden muuttamisesta? Uusimaa-lain 2 § ja 611/2021 69 § eivät mainitse "
        "12 a §:ää.",
        "Kan HUS-sammanslutningen lägga fram förslag om ändring av målen? 2 § i Nylandslagen och 611/2021 69 § nämner "
        "inte 12 a §.",
        "May HUS propose to amend the objectives? 2 § of the Uusimaa act and 611/2021 69 § do not name 12 a §.",
    ),
    Label(
        "Esityksen voi kirjata hyvinvointialueelta ja Helsingin kaupungilta, ei HUS-yhtymältä.",
        "Förslag kan antecknas från välfärdsområden och Helsingfors stad, inte från HUS-sammanslutningen.",
        "Proposals can be recorded of counties and Helsinki, not of HUS.",
    ),
    (COUNTIES("12 a § 4 mom.", _OPEN), UUSIMAA("2 § 4 mom.", _OPEN), COUNTIES("69 §", _OPEN)),
    affects=("initiative_received",),
)
EARLIER_BOARDS: Final = OpenQuestion(
    "earlier_boards",
    Label(
        "Aiempien kolmen neuvottelukunnan kaudet päättyvät, kun tämä asetetaan: koskeeko se myös niiden jaostoja?",
        "De tre tidigare delegationernas mandatperioder upphör när denna tillsätts: gäller det även deras sektioner?",
        "The terms of the three earlier boards end when this one is set: does that hold for their sections too?",
    ),
    Label(
        "Kunkin neuvottelukunnan päättyminen kirjataan; jaostoista ei päätellä mitään.",
        "Varje delegations upphörande antecknas; om sektionerna dras inga slutsatser.",
        "The end of each board is recorded; nothing is inferred of sections.",
    ),
    (STEERING_2024("voimaantulosäännös 2 mom.", _OPEN),),
    affects=("earlier_board_ended",),
)
COMMON: Final = (PRESENT_TERM, HUS_INITIATIVE, EARLIER_BOARDS)

RULES_BEFORE_DECREE: Final = OpenQuestion(
    "rules_before_decree",
    Label(
        "Mitä päätösvaltaisuudesta ja kokoonpanosta olisi noudatettava ennen asetusta 25/2025? Asetus 480/2022 koski "
        "toista neuvottelukuntaa.",
        "Vad borde ha iakttagits om beslutförhet och sammansättning före förordning 25/2025? Förordning 480/2022 "
        "gällde en annan delegation.",
        "What held of quorum and composition before decree 25/2025? Decree 480/2022 was about another board.",
    ),
    Label(
        "Vaaditaan vain lain edellyttämä edustus; kokouksen läsnäolo kirjataan sitä arvioimatta.",
        "Endast den representation som lagen kräver fordras; närvaron antecknas utan bedömning.",
        "Only the representation that the statute asks for is required; attendance is recorded and not judged.",
    ),
    (COUNTIES("13 § 3–4 mom.", _OPEN),),
    affects=("board_set", "meeting_held"),
)
MINISTRY_MEMBERS: Final = OpenQuestion(
    "ministry_members_counted",
    Label(
        "Luetaanko puheenjohtaja ja varapuheenjohtajat ”ministeriöitä edustaviin” jäseniin päätösvaltaisuutta "
        "laskettaessa (puolet seitsemästä vai kymmenestä)?",
        "Räknas ordföranden och vice ordförandena till de medlemmar som ”företräder ministerierna” när beslutförheten "
        "bedöms (hälften av sju eller av tio)?",
        "Are chair and vice-chairs counted among those who “represent the ministries” for the quorum (half of seven or "
        "of ten)?",
    ),
    Label(
        "Kumpikin lukutapa hyväksytään: kokous, joka täyttää vain toisen, voidaan kirjata päätösvaltaiseksi tai "
        "ei-päätösvaltaiseksi sen mukaan, miten kokouksessa on todettu.",
        "Båda läsningarna godtas: ett sammanträde som uppfyller endast den ena kan antecknas som beslutfört eller inte "
        "beslutfört enligt vad som konstaterats vid sammanträdet.",
        "Either reading is accepted: a meeting that meets one only can be recorded with or without a quorum, as the "
        "meeting itself found.",
    ),
    (ADVISORY_BOARD_DECREE("5 §", _OPEN),),
    affects=("meeting_held", "meeting_without_quorum"),
)
DECREE_AND_EARLIER: Final = OpenQuestion(
    "decree_reaches_board",
    Label(
        "Asetuksessa 25/2025 ei ole siirtymäsäännöstä: koskeeko se ennen 31.1.2025 asetettua neuvottelukuntaa?",
        "Förordning 25/2025 har ingen övergångsbestämmelse: gäller den en delegation som tillsatts före 31.1.2025?",
        "Decree 25/2025 has no transition clause: does it reach a board set before 31 January 2025?",
    ),
    Label(
        "Sanamuodon mukaan koskee; asian voi siirtää sen alaiseksi.",
        "Enligt ordalydelsen gör den det; ärendet kan överföras.",
        "By its wording it does; the case can be moved under it.",
    ),
    (ADVISORY_BOARD_DECREE("7 §", _OPEN),),
)
CHAIR_REPLACED: Final = OpenQuestion(
    "chair_replaced",
    Label(
        "Koskeeko 6 § myös puheenjohtajaa ja varapuheenjohtajia? Kumottu asetus 480/2022 mainitsi heidät.",
        "Gäller 6 § också ordföranden och vice ordförandena? Den upphävda förordningen 480/2022 nämnde dem.",
        "Does 6 § reach chair and vice-chairs as well? The repealed decree 480/2022 named them.",
    ),
    Label(
        "Luetaan jäseniksi: 1 § puhuu heistä ja ”muista jäsenistä”.",
        "De räknas som medlemmar: 1 § talar om dem och ”andra medlemmar”.",
        "They are read as members: 1 § speaks of them and of “other members”.",
    ),
    (ADVISORY_BOARD_DECREE("6 §", _OPEN),),
    affects=("member_left", "replacement_named"),
)
