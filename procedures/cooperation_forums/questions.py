"""What is not settled about forums and contacts."""

from __future__ import annotations

from typing import Final

from engine.law import Label, OpenQuestion, Status
from procedures.statutes import STEERING_REFORM

_OPEN: Final = Status.UNSETTLED

OWNERS: Final = OpenQuestion(
    "owners",
    Label(
        "Kuka vastaa kustakin verkostosta, ja mitkä verkostot jatkavat?",
        "Vem svarar för varje nätverk, och vilka nätverk fortsätter?",
        "Who answers for each network, and which of them go on?",
    ),
    Label(
        "Ehdotus nimeää verkostot esimerkkeinä ilman omistajaa: omistaja kirjataan, kun se tiedetään.",
        "Förslaget nämner nätverken som exempel utan ägare: ägaren antecknas när den är känd.",
        "The proposal names networks as examples, without owners: the owner is recorded once it is known.",
    ),
    (STEERING_REFORM("taulukko 2; taulukko 3, 2.2", _OPEN),),
    affects=("forum_profiled", "forum_assessed"),
)
WHOM_TO_CALL: Final = OpenQuestion(
    "whom_to_call",
    Label(
        "Keneen kullakin alueella ja ministeriössä otetaan yhteyttä?",
        "Vem kontaktas i varje område och ministerium?",
        "Who is called in each county and ministry?",
    ),
    Label(
        "Lähde luettelee haastatellut tehtävänimikkeittäin: ne ovat luettelossa, mutta yhteystaho on vasta se, joka "
        "kirjataan. Henkilöiden nimiä ei kirjata.",
        "Källan räknar upp de intervjuade efter befattning: de finns i förteckningen, men kontakt är först den som "
        "antecknas. Personnamn antecknas inte.",
        "The source lists those interviewed by title: they are in the catalogue, but only what is recorded is a "
        "contact. No names of persons are recorded.",
    ),
    (STEERING_REFORM("taulukko 1", _OPEN),),
    affects=("contact_set",),
)
QUESTIONS: Final = (OWNERS, WHOM_TO_CALL)
