"""What is not settled about pre-emptive financial steering, and what this software does meanwhile."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, UUSIMAA

_OPEN: Final = Status.UNSETTLED

NO_TIME_LIMITS: Final = OpenQuestion(
    "no_time_limits",
    Label(
        "Pykälässä ei säädetä aikaa käynnistämiselle, neuvotteluille, julkaisemiselle eikä raportointiväleille.",
        "Paragrafen anger ingen tid för inledandet, förhandlingarna, offentliggörandet eller rapporteringen.",
        "The section sets no time for the start, the negotiations, the publication or the reporting intervals.",
    ),
    Label(
        "Määräaikaa ei keksitä; raportointipäivät ovat asiakirjan omat.",
        "Ingen tid hittas på; rapporteringsdagarna är dokumentets egna.",
        "No limit is invented; the reporting days are the document's own.",
    ),
    (COUNTIES("13 b § 3 mom.", _OPEN),),
    affects=("started", "negotiating", "document_drawn_up", "reporting_day"),
)
PUBLISHER: Final = OpenQuestion(
    "publisher",
    Label(
        "Kuka julkaisee asiakirjan? Pykälä sanoo vain, että se julkaistaan.",
        "Vem offentliggör dokumentet? Paragrafen säger endast att det offentliggörs.",
        "Who publishes the document? The section says only that it is published.",
    ),
    Label(
        "Valtiovarainministeriö, koska asiakirja laaditaan sen johdolla.",
        "Finansministeriet, eftersom dokumentet utarbetas under dess ledning.",
        "The Ministry of Finance, under whose lead the document is drawn up.",
    ),
    (COUNTIES("13 b § 3 mom.", _OPEN),),
    affects=("document_published", "document_drawn_up"),
)
END_OF_PROCEDURE: Final = OpenQuestion(
    "end_of_procedure",
    Label(
        "Miten menettely päättyy? Siitä ei säädetä, eikä suositusten noudattamatta jättämisellä ole seuraamusta.",
        "Hur avslutas förfarandet? Det regleras inte, och att rekommendationerna inte följs har ingen påföljd.",
        "How does the procedure end? Nothing is provided, and not following the recommendations has no sanction.",
    ),
    Label(
        "Ministeriö päättää asian tai kirjaa siirron toiseen menettelyyn, jonka omat edellytykset täyttyvät.",
        "Ministeriet avslutar ärendet eller antecknar övergången till ett förfarande vars egna förutsättningar "
        "uppfylls.",
        "The ministry closes the case, or records its move to another procedure whose own criteria are met.",
    ),
    (COUNTIES("13 b §", _OPEN), COUNTIES("123 § 1 mom.", _OPEN)),
    affects=("follow_up", "steering_closed", "moved_to_other_procedure"),
)
HELSINKI: Final = OpenQuestion(
    "helsinki_accounts",
    Label(
        "Mistä tilinpäätöksestä Helsingin tunnusluvut lasketaan? 13 b §:ää sovelletaan, 123 §:ää ei ole mainittu.",
        "Från vilket bokslut räknas Helsingfors nyckeltal? 13 b § tillämpas, men 123 § nämns inte.",
        "From which accounts are Helsinki's key figures taken? 13 b § applies; 123 § is not among the applied ones.",
    ),
    Label(
        "Edellytykset luetaan eriytettyjen tehtävien taloudesta.",
        "Förutsättningarna läses utifrån ekonomin för de särskilda uppgifterna.",
        "The criteria are read against the finances of the separated tasks.",
    ),
    (UUSIMAA("17 § 2 mom.", _OPEN), COUNTIES("13 b § 1 mom. 1 kohta", _OPEN)),
    affects=("subject:90",),
)
WHICH_ACCOUNTS: Final = OpenQuestion(
    "which_accounts",
    Label(
        "Riittääkö minkä tahansa tilikauden tunnusluku? Pykälä puhuu yhdestä tilinpäätöksestä.",
        "Räcker nyckeltalet för vilken räkenskapsperiod som helst? Paragrafen talar om ett bokslut.",
        "Does the key figure of any financial year suffice? The section speaks of one set of accounts.",
    ),
    Label(
        "Laskelma käyttää uusinta päättynyttä tilikautta; kirjattu tilikausi näkyy asiassa.",
        "Kalkylen använder den senaste avslutade räkenskapsperioden; den antecknade perioden syns i ärendet.",
        "The calculation uses the newest ended financial year; the year relied on is visible in the case.",
    ),
    (COUNTIES("13 b § 1 mom. 1 kohta", _OPEN),),
    affects=("criterion_noted",),
)
ESSENTIALLY_WEAKER: Final = OpenQuestion(
    "essentially_weaker",
    Label(
        "Milloin talouskehitys on oleellisesti heikompaa? Laissa ei ole raja-arvoa.",
        "När är den ekonomiska utvecklingen väsentligt svagare? Lagen har inget gränsvärde.",
        "When is development essentially weaker? The law has no threshold.",
    ),
    Label(
        "Ero lasketaan ja näytetään; sen oleellisuuden arvioi ministeriö.",
        "Skillnaden räknas ut och visas; ministeriet bedömer om den är väsentlig.",
        "The difference is calculated and shown; whether it is essential is for the ministry to say.",
    ),
    (COUNTIES("13 b § 1 mom. 4 kohta", _OPEN),),
    affects=("criterion_noted",),
)
REMEDY: Final = OpenQuestion(
    "remedy",
    Label(
        "Voiko käynnistämisestä tai toimenpidesuosituksesta valittaa?",
        "Kan inledandet eller en åtgärdsrekommendation överklagas?",
        "Can the start or a measure recommendation be appealed?",
    ),
    Label(
        "Ne ovat valmistelua eivätkä sido; muutoksenhaun määräaikaa ei aseteta.",
        "De är beredning och binder inte; ingen besvärstid sätts.",
        "They are preparation and do not bind; no time for an appeal is set.",
    ),
    (COURT_PROCEDURE("6 §", _OPEN), COUNTIES("13 b §", _OPEN)),
    affects=("started", "document_drawn_up"),
)
HEARING: Final = OpenQuestion(
    "hearing_before_start",
    Label(
        "Onko hyvinvointialuetta kuultava ennen käynnistämistä? 13 b § ei sitä sano.",
        "Ska välfärdsområdet höras före inledandet? 13 b § säger det inte.",
        "Must the county be heard before the start? 13 b § does not say so.",
    ),
    Label(
        "Kuulemista ei vaadita; menettely on itsessään neuvottelu.",
        "Hörande krävs inte; förfarandet är i sig en förhandling.",
        "No hearing is required; the procedure is itself a negotiation.",
    ),
    (ADMINISTRATION("34 §", _OPEN), COUNTIES("13 b § 1 mom.", _OPEN)),
    affects=("started",),
)
CHANGE_SUPPORT_TALKS: Final = OpenQuestion(
    "change_support_talks_2025",
    Label(
        "Kevään 2025 vapaaehtoisia muutostukikeskusteluja ei ole kuvattu 13 b §:n menettelyiksi; julkaistua asiakirjaa "
        "ei tunneta.",
        "De frivilliga samtalen om förändringsstöd våren 2025 har inte beskrivits som förfaranden enligt 13 b §; inget "
        "offentliggjort dokument är känt.",
        "The voluntary change-support talks of spring 2025 were not described as 13 b procedures; no published "
        "document is known.",
    ),
    Label(
        "Niitä ei kirjata tähän menettelyyn.",
        "De antecknas inte i detta förfarande.",
        "They are not recorded as this procedure.",
    ),
    (COUNTIES("13 b §", _OPEN),),
    affects=("subject:01", "subject:04", "subject:06", "subject:15", "subject:21"),
)

PARTICIPATION: Final = OpenQuestion(
    "participation_in_each_meeting",
    Label(
        "Onko muiden ministeriöiden (HUS-yhtymän asiassa myös Uudenmaan alueiden ja Helsingin) oltava jokaisessa "
        "kokouksessa? Ne osallistuvat neuvottelumenettelyyn.",
        "Ska de andra ministerierna (i HUS-sammanslutningens ärende även Nylands områden och Helsingfors) vara med vid "
        "varje möte? De deltar i förhandlingsförfarandet.",
        "Must the other ministries (for HUS the counties of Uusimaa and Helsinki as well) be at every meeting? They "
        "take part in the procedure.",
    ),
    Label(
        "Ensimmäisessä neuvottelussa vaaditaan kaikki; myöhempiin kirjataan, ketkä osallistuivat.",
        "Vid den första förhandlingen krävs alla; vid de senare antecknas vilka som deltog.",
        "At the first negotiation all are required; of later ones it is recorded who took part.",
    ),
    (COUNTIES("13 b § 2 mom.", _OPEN), COUNTIES("13 b § 4 mom.", _OPEN)),
    affects=("started", "negotiating", "negotiation_held"),
)

QUESTIONS: Final = (
    PARTICIPATION,
    NO_TIME_LIMITS,
    PUBLISHER,
    END_OF_PROCEDURE,
    HELSINKI,
    WHICH_ACCOUNTS,
    ESSENTIALLY_WEAKER,
    REMEDY,
    HEARING,
    CHANGE_SUPPORT_TALKS,
)
