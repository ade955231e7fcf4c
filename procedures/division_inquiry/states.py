"""Where a change of the counties, or the inquiry into one, can stand, and whose turn it is there.

The act names the initiation (*vireille*) and the investigator's appointment; the other names are this model's.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.roles import DIVISION_INVESTIGATOR, GOVERNMENT, PARTY_COUNTY_COUNCIL, PARTY_OF_CASE, VM
from procedures.statutes import DIVISION

PENDING: Final = State(
    "pending",
    Label("vireillä", "anhängigt", "pending"),
    tasks=(
        TaskRule(
            "hear_before_appointing",
            Label(
                "kuule muutoksen kohteena olevia hyvinvointialueita ja siirrettäväksi ehdotettua kuntaa",
                "hör de berörda välfärdsområdena och den kommun som föreslås bli överförd",
                "hear the counties concerned and the municipality proposed to be transferred",
            ),
            VM,
            (DIVISION("8 § 1 mom."),),
            done_by=("heard_before_appointing",),
        ),
        TaskRule(
            "decide_on_inquiry",
            Label(
                "päätä, määrätäänkö aluejakoselvitys toimitettavaksi",
                "besluta om en utredning om områdesindelningen ska genomföras",
                "decide whether an inquiry is held",
            ),
            VM,
            (DIVISION("8 § 1 mom."),),
        ),
    ),
)
INVESTIGATOR_APPOINTED: Final = State(
    "investigator_appointed",
    Label("aluejakoselvittäjä asetettu", "områdesindelningsutredare tillsatt", "division investigator appointed"),
    tasks=(
        TaskRule(
            "prepare_proposal",
            Label(
                "toimita aluejakoselvitys ja laadi ehdotus",
                "genomför utredningen och utarbeta ett förslag",
                "hold the inquiry and prepare a proposal",
            ),
            DIVISION_INVESTIGATOR,
            (DIVISION("9 § 1 mom."),),
            deadline="investigator_term",
        ),
        TaskRule(
            "take_part",
            Label(
                "osallistu selvityksen ja ehdotuksen valmisteluun",
                "delta i beredningen av utredningen och förslaget",
                "take part in preparing the inquiry and the proposal",
            ),
            PARTY_OF_CASE,
            (DIVISION("9 § 1 mom."),),
            done_by=("county_took_part",),
        ),
    ),
)
PROPOSAL_GIVEN: Final = State(
    "proposal_given",
    Label("ehdotus valtuustojen käsiteltävänä", "förslaget behandlas av fullmäktige", "proposal before the councils"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "handle_proposal",
            Label(
                "käsittele aluejakoselvittäjän ehdotus ja anna lausunto",
                "behandla områdesindelningsutredarens förslag och ge utlåtande",
                "handle the investigator's proposal and give an opinion",
            ),
            PARTY_COUNTY_COUNCIL,
            (DIVISION("9 § 2 mom."), DIVISION("9 § 3 mom.")),
            done_by=("council_opinion_given",),
        ),
        TaskRule(
            "deliver_proposal",
            Label(
                "toimita esitys lausuntoineen valtiovarainministeriölle",
                "ge in förslaget med utlåtandena till finansministeriet",
                "deliver the proposal with the opinions to the Ministry of Finance",
            ),
            DIVISION_INVESTIGATOR,
            (DIVISION("9 § 3 mom."),),
            deadline="investigator_term",
        ),
    ),
)
PREPARATION: Final = State(
    "preparation",
    Label(
        "valmisteltavana valtioneuvoston päätettäväksi",
        "under beredning för statsrådets beslut",
        "prepared for the Government's decision",
    ),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "hear_on_change",
            Label(
                "kuule hyvinvointialueita ja kuntia, joita muutos koskee",
                "hör de välfärdsområden och kommuner som berörs av ändringen",
                "hear the counties and municipalities that the change concerns",
            ),
            VM,
            (DIVISION("10 § 3 mom."),),
            done_by=("heard_on_change",),
        ),
        TaskRule(
            "clarify_effects",
            Label(
                "selvitä vaikutus viranomaisten toimialueisiin ja Euroopan unionin aluejakoihin",
                "utred verkningarna för myndigheternas verksamhetsområden och Europeiska unionens regionindelningar",
                "clarify the effects on districts of authorities and on divisions of the European Union",
            ),
            VM,
            (DIVISION("10 § 3 mom."),),
            done_by=("effects_clarified",),
        ),
        TaskRule(
            "plan_effect",
            Label(
                "kirjaa suunniteltu voimaantulo", "anteckna det planerade ikraftträdandet", "record the planned effect"
            ),
            VM,
            (DIVISION("11 § 2 mom.", Status.PRACTICE),),
            done_by=("effect_planned",),
        ),
        TaskRule(
            "decide_on_change",
            Label(
                "päätä hyvinvointialueen muuttamisesta",
                "besluta om ändring av välfärdsområden",
                "decide on changing the county",
            ),
            GOVERNMENT,
            (DIVISION("10 § 1 mom."),),
            deadline="decision_in_time",
        ),
    ),
)
CHANGE_DECIDED: Final = State(
    "change_decided",
    Label("muutoksesta päätetty", "beslut om ändring fattat", "change decided"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "publish_decision",
            Label(
                "julkaise päätös säädöskokoelmassa ja toimita se julkaistavaksi hyvinvointialueilla",
                "publicera beslutet i författningssamlingen och sänd det för offentliggörande i välfärdsområdena",
                "publish the decision in the Statute Book, and send it for publication in the counties",
            ),
            VM,
            (DIVISION("11 § 3 mom."),),
            done_by=("decision_published",),
        ),
        TaskRule(
            "record_effect",
            Label("kirjaa muutoksen voimaantulo", "anteckna att ändringen trätt i kraft", "record the change's effect"),
            VM,
            (DIVISION("11 § 2 mom.", Status.PRACTICE),),
            done_by=("change_took_effect",),
        ),
    ),
)
CHANGE_REJECTED: Final = State(
    "change_rejected",
    Label("muutos hylätty", "ändringen avslagen", "change rejected"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "serve_rejection",
            Label(
                "anna hylkäävä päätös tiedoksi esityksen tekijälle",
                "delge den som gjort framställningen avslaget",
                "serve the rejection on whoever made the proposal",
            ),
            VM,
            (DIVISION("11 § 3 mom."),),
            done_by=("rejection_served",),
        ),
        TaskRule(
            "record_finality",
            Label("kirjaa päätöksen lainvoimaisuus", "anteckna att beslutet vunnit laga kraft", "record the finality"),
            VM,
            (DIVISION("20 §", Status.PRACTICE),),
        ),
    ),
)
DIVISION_CHANGED: Final = State(
    "division_changed",
    Label("aluejako muutettu", "områdesindelningen ändrad", "division changed"),
    final=True,
    status=Status.PRACTICE,
)
LEFT_UNCHANGED: Final = State(
    "left_unchanged",
    Label("aluejako ennallaan", "områdesindelningen oförändrad", "division left unchanged"),
    final=True,
    status=Status.PRACTICE,
)
ENDED_WITHOUT_PROPOSAL: Final = State(
    "ended_without_proposal",
    Label(
        "selvitys päättynyt ilman ehdotusta", "utredningen slutförd utan förslag", "inquiry ended without a proposal"
    ),
    final=True,
    status=Status.PRACTICE,
)
NOT_ORDERED: Final = State(
    "not_ordered",
    Label("selvitys jätetty määräämättä", "utredning inte förordnad", "inquiry not ordered"),
    final=True,
    status=Status.PRACTICE,
)
DISCONTINUED: Final = State(
    "discontinued", Label("rauennut", "förfallet", "discontinued"), final=True, status=Status.PRACTICE
)

UNDECIDED: Final = (PENDING, INVESTIGATOR_APPOINTED, PROPOSAL_GIVEN, PREPARATION)
STATES: Final = (
    *UNDECIDED,
    CHANGE_DECIDED,
    CHANGE_REJECTED,
    DIVISION_CHANGED,
    LEFT_UNCHANGED,
    ENDED_WITHOUT_PROPOSAL,
    NOT_ORDERED,
    DISCONTINUED,
)
