"""What is not settled about the investment plan, what this software does meanwhile, and where it is shown."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import (
    AMENDMENT_2024,
    COUNTIES,
    COURT_PROCEDURE,
    DEFICIT_BILL,
    IMPLEMENTATION,
    OBJECTIVES_BILL,
    RESCUE,
    SERVICES,
    TIME_LIMITS,
    UUSIMAA,
)

_OPEN: Final = Status.UNSETTLED

OBJECTIVES_GROUND: Final = OpenQuestion(
    "objectives_ground",
    Label(
        "HE 129/2025 vp lisäisi hyväksymättä jättämisen perusteen (ilmeinen ristiriita valtakunnallisten tavoitteiden "
        "kanssa) 1.1.2026 alkaen: hyväksymistä, sisältöä ja voimaantuloa ei ole varmistettu.",
        "RP 129/2025 rd skulle foga till en ny grund (uppenbar konflikt med de riksomfattande målen) från 1.1.2026: "
        "antagande, innehåll och ikraftträdande är inte bekräftade.",
        "HE 129/2025 vp would add a ground (evident conflict with the national objectives) from 1 January 2026: "
        "adoption, content and entry into force are not confirmed.",
    ),
    Label(
        "Perustetta voi käyttää vain nimeämällä voimassa olevan lain, johon se nojaa.",
        "Grunden kan användas endast om den gällande lag som den vilar på namnges.",
        "The ground can be used only by naming the act in force on which it rests.",
    ),
    (OBJECTIVES_BILL("", _OPEN), SERVICES("26 § 2 mom.", _OPEN), RESCUE("11 § 2 mom.", _OPEN)),
    affects=("health_part_not_approved", "rescue_part_not_approved"),
)
PLAN_DATES_BILL: Final = OpenQuestion(
    "plan_dates_bill",
    Label(
        "HE 189/2025 vp muuttaisi pysyvästi investointisuunnitelman määräaikoja: uusia päiviä ei ole varmistettu.",
        "RP 189/2025 rd skulle permanent ändra tidsfristerna för investeringsplanen: nya dagar är inte bekräftade.",
        "HE 189/2025 vp would change the plan's time limits for good: the new days are not confirmed.",
    ),
    Label(
        "Määräpäivä on 16 §:n mukaan kalenterivuoden loppu.",
        "Dagen är enligt 16 § kalenderårets utgång.",
        "The day is the end of the calendar year by 16 §.",
    ),
    (DEFICIT_BILL("", _OPEN), COUNTIES("16 § 2 mom.", _OPEN)),
    affects=("proposal_due", "awaited"),
)
DAYS_OFF: Final = OpenQuestion(
    "days_off",
    Label(
        "Siirtyykö esityksen määräpäivä, jos se on vapaapäivä?",
        "Flyttas dagen för förslaget om den är en ledig dag?",
        "Does the day for the proposal move when it is a day off?",
    ),
    Label(
        "Oletetaan siirtyvän seuraavaan työpäivään.",
        "Antas flyttas till följande arbetsdag.",
        "It is taken to move to the next working day.",
    ),
    (TIME_LIMITS("5 §", _OPEN),),
    affects=("proposal_due",),
)
FIRST_DAYS_OFF: Final = OpenQuestion(
    "first_days_off",
    Label(
        "Siirtyvätkö 1.10.2022 (lauantai) ja ministeriöiden päätöspäivä 31.12.2022 (lauantai)?",
        "Flyttas 1.10.2022 (lördag) och dagen för ministeriernas beslut 31.12.2022 (lördag)?",
        "Do 1 October 2022 and the day for the ministries' decisions, 31 December 2022, both Saturdays, move?",
    ),
    Label(
        "Oletetaan siirtyvän seuraavaan työpäivään.",
        "Antas flyttas till följande arbetsdag.",
        "They are taken to move to the next working day.",
    ),
    (TIME_LIMITS("5 §", _OPEN), IMPLEMENTATION("61 § 2 mom.", _OPEN)),
    affects=("first_proposal_due", "first_health_decision", "first_rescue_decision"),
)
WITHOUT_DELAY: Final = OpenQuestion(
    "without_delay",
    Label(
        "Korjattu ja korvaava esitys toimitetaan viivytyksettä; päivää ei ole säädetty.",
        "Ett korrigerat och ett ersättande förslag lämnas utan dröjsmål; ingen dag är föreskriven.",
        "Corrected and replacing proposals are delivered without delay; no day is set.",
    ),
    Label("Määräaikaa ei keksitä.", "Ingen tid hittas på.", "No limit is invented."),
    (SERVICES("26 § 1 mom.", _OPEN), SERVICES("26 § 5 mom.", _OPEN)),
    affects=("rejected", "health_replacement_delivered", "rescue_replacement_delivered"),
)
DECISION_TIME: Final = OpenQuestion(
    "decision_time",
    Label(
        "Missä ajassa ministeriöt päättävät? Vertailu tarvitsee suunnitelman ensimmäisen tilikauden valtuuden.",
        "Inom vilken tid beslutar ministerierna? Jämförelsen kräver fullmakten för planens första räkenskapsperiod.",
        "By when do the ministries decide? The comparison needs the authority of the plan's first financial year.",
    ),
    Label(
        "Määräaikaa ei keksitä; verrattu tilikausi ja valtuus kirjataan.",
        "Ingen tid hittas på; den jämförda räkenskapsperioden och fullmakten antecknas.",
        "No limit is invented; the financial year and the authority compared are recorded.",
    ),
    (SERVICES("26 §", _OPEN),),
    affects=("delivered", "deciding", "deciding_health", "authority_check_passed"),
)
HUS_PARTS: Final = OpenQuestion(
    "hus_parts",
    Label(
        "16 § koskee HUS-yhtymää, mutta HUS ei järjestä pelastustoimea: onko sillä pelastustoimen osasuunnitelma?",
        "16 § gäller HUS-sammanslutningen, men HUS ordnar inte räddningsväsendet: har den en delplan för det?",
        "16 § covers HUS, yet HUS organises no rescue services: has it a rescue partial plan?",
    ),
    Label(
        "HUS-yhtymällä on vain sosiaali- ja terveydenhuollon osasuunnitelma.",
        "HUS-sammanslutningen har endast delplanen för social- och hälsovården.",
        "HUS has the health and social partial plan only.",
    ),
    (UUSIMAA("2 § 4–5 mom.", _OPEN), COUNTIES("16 § 1 mom.", _OPEN)),
    affects=("subject:HUS", "deciding_health"),
)
HELSINKI: Final = OpenQuestion(
    "effect_in_helsinki",
    Label(
        "Mitä hyväksymättä jättämisestä seuraa Helsingille, johon 25 §:n 2 momenttia ei sovelleta?",
        "Vad följer av att en delplan inte godkänns för Helsingfors, på vilken 25 § 2 mom. inte tillämpas?",
        "What follows for Helsinki, to which 25 § 2 mom. is not applied, when a part is not approved?",
    ),
    Label(
        "Kaupunki toimittaa korvaavan tai uuden esityksen; toteuttamista ei rajoiteta, ja hyväksyntä päättää asian.",
        "Staden lämnar ett ersättande eller nytt förslag; genomförandet begränsas inte, och godkännandet avslutar.",
        "The city replaces the part or proposes anew; carrying out is not restricted, and approval ends the case.",
    ),
    (UUSIMAA("2 § 2 mom.", _OPEN), SERVICES("25 § 2 mom.", _OPEN), RESCUE("11 § 5 mom.", _OPEN)),
    affects=("subject:90",),
)
NEW_PROPOSAL: Final = OpenQuestion(
    "approved_part_and_new_proposal",
    Label(
        "Mitä tapahtuu jo hyväksytylle osasuunnitelmalle, kun tehdään kokonaan uusi esitys?",
        "Vad händer med en redan godkänd delplan när ett helt nytt förslag lämnas?",
        "What becomes of a part that is approved already when a wholly new proposal is made?",
    ),
    Label(
        "Molemmista päätetään uudelleen; hyväksytyn toteuttamisoikeus pysyy, kunnes uutta ei hyväksytä.",
        "Om båda beslutas på nytt; rätten att verkställa den godkända kvarstår tills den nya inte godkänns.",
        "Both are decided on anew; what was approved may be carried out until the new one is not approved.",
    ),
    (SERVICES("26 § 6 mom.", _OPEN),),
    affects=("new_proposal_delivered", "health_part_may_be_carried_out", "rescue_part_may_be_carried_out"),
)
LOANS_TWICE_REFUSED: Final = OpenQuestion(
    "loans_when_refused_again",
    Label(
        "Verrataanko toista korvaavaa osasuunnitelmaa ensin vai viimeksi hyväksymättä jätettyyn?",
        "Jämförs en andra ersättande delplan med den som först eller den som senast inte godkändes?",
        "Is a second replacement compared with the part refused first or last?",
    ),
    Label("Viimeksi hyväksymättä jätettyyn.", "Med den som senast inte godkändes.", "With the one refused last."),
    (SERVICES("26 § 5 mom.", _OPEN),),
    affects=("health_replacement_delivered", "rescue_replacement_delivered"),
)
RESCUE_DISPOSALS: Final = OpenQuestion(
    "rescue_disposals",
    Label(
        "Riittääkö pelastustoimessa mikä tahansa luovutus (11 § 2 mom. 3 kohta) vai onko senkin oltava laajakantoinen "
        "tai merkittävä (3 mom.)?",
        "Räcker inom räddningsväsendet vilken överlåtelse som helst (11 § 2 mom. 3 punkten) eller ska även den vara "
        "vittsyftande eller betydande (3 mom.)?",
        "Does any disposal do in rescue services (11 § 2 mom. 3), or must it be far-reaching or significant (3 mom.)?",
    ),
    Label(
        "Luovutukselta ei vaadita laajakantoisuutta eikä merkittävyyttä; ne kirjataan, jos niihin vedotaan.",
        "Överlåtelsen behöver inte vara vittsyftande eller betydande; egenskaperna antecknas om de åberopas.",
        "Neither quality is asked of a disposal; it is recorded where the decision relies on it.",
    ),
    (RESCUE("11 § 2–3 mom.", _OPEN),),
    affects=("rescue_part_not_approved",),
)
APPEALABLE: Final = OpenQuestion(
    "appealable",
    Label(
        "Voiko hyvinvointialue valittaa osasuunnitelman hyväksymättä jättämisestä, ja mitä kumoamisesta seuraa?",
        "Får välfärdsområdet överklaga att en delplan inte godkänns, och vad följer av ett upphävande?",
        "May the county appeal against a part not being approved, and what follows when that is annulled?",
    ),
    Label(
        "Valitus ja ratkaisu kirjataan; kumottu tai palautettu asia on taas ministeriön päätettävänä.",
        "Besvär och avgörande antecknas; ett upphävt eller återförvisat beslut fattas på nytt av ministeriet.",
        "Appeal and decision are recorded; what is annulled or referred back is before the ministry again.",
    ),
    (SERVICES("60 § 2 mom.", _OPEN), COURT_PROCEDURE("6 §", _OPEN)),
    affects=("appeal_made", "appeal_decided", "ministry_appeal"),
)
END_OF_CASE: Final = OpenQuestion(
    "end_of_case",
    Label(
        "Laki ei sano, milloin suunnitelmaa koskeva asia päättyy; seuraavan vuoden suunnitelma on oma asiansa.",
        "Lagen säger inte när ärendet om planen avslutas; nästa års plan är ett eget ärende.",
        "The law does not say when the case ends; the next year's plan is a case of its own.",
    ),
    Label(
        "Asia päätetään, kun suunnitelman ensimmäinen tilikausi on päättynyt.",
        "Ärendet avslutas när planens första räkenskapsperiod har gått ut.",
        "The case is closed when the plan's first financial year is over.",
    ),
    (SERVICES("25 § 2 mom.", _OPEN),),
    affects=("approved", "follow_up_ended"),
)
AMENDMENT_REACHES_OPEN_CASES: Final = OpenQuestion(
    "amendment_reaches_open_cases",
    Label(
        "Lailla 1056/2024 ei ole siirtymäsäännöstä: luetaanko ennen 1.1.2025 tehdyn esityksen sopimukset valtuuteen?",
        "Lag 1056/2024 har ingen övergångsbestämmelse: räknas avtalen i ett förslag från tiden före 1.1.2025 in?",
        "Act 1056/2024 has no transition clause: are the contracts of a proposal from before 1 January 2025 counted?",
    ),
    Label(
        "Asia pysyy avaamispäivänsä lain mukaisena.",
        "Ärendet följer lagen den dag det inleddes.",
        "The case stays with the law of its opening day.",
    ),
    (AMENDMENT_2024("", _OPEN),),
)

LATE_START: Final = OpenQuestion(
    "start_after_first_year",
    Label(
        "Saako ensimmäiselle tilikaudelle hyväksytyn hankkeen aloittaa vielä myöhemmin, vai onko se otettava uuteen "
        "suunnitelmaan?",
        "Får ett projekt som godkänts för den första räkenskapsperioden påbörjas ännu senare, eller ska det tas in i "
        "en ny plan?",
        "May an item approved for the first financial year still be started later, or must a new plan take it up?",
    ),
    Label(
        "Myöhempää aloitusta ei estetä, kun hanke sisältyy hyväksyttyyn osasuunnitelmaan ensimmäiselle tilikaudelle.",
        "En senare start hindras inte när projektet ingår i den godkända delplanen för den första räkenskapsperioden.",
        "A later start is not prevented where the approved partial plan has the item for its first financial year.",
    ),
    (SERVICES("25 § 2 mom.", _OPEN), RESCUE("11 § 5 mom.", _OPEN)),
    affects=("investment_started",),
)
COMMON: Final = (
    WITHOUT_DELAY,
    DECISION_TIME,
    HUS_PARTS,
    HELSINKI,
    NEW_PROPOSAL,
    LOANS_TWICE_REFUSED,
    RESCUE_DISPOSALS,
    LATE_START,
    APPEALABLE,
    END_OF_CASE,
)
