"""The roles that several procedures share: whose act something is in law.

An organisation is a code of the directory, or the county that the case is about (`SUBJECT`). A body is named where the
law gives the act to a body and not to the organisation as a whole.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import PARTY, SUBJECT, Role
from engine.law import Label

VM: Final = Role("vm", Label("valtiovarainministeriö", "finansministeriet", "Ministry of Finance"), "VM")
STM: Final = Role(
    "stm",
    Label(
        "sosiaali- ja terveysministeriö",
        "social- och hälsovårdsministeriet",
        "Ministry of Social Affairs and Health",
    ),
    "STM",
)
SM: Final = Role("sm", Label("sisäministeriö", "inrikesministeriet", "Ministry of the Interior"), "SM")
COUNTY: Final = Role(
    "county",
    Label("hyvinvointialue (aluehallitus)", "välfärdsområde (välfärdsområdesstyrelsen)", "county (executive)"),
    SUBJECT,
    "executive",
)
COUNCIL: Final = Role(
    "council", Label("aluevaltuusto", "välfärdsområdesfullmäktige", "county council"), SUBJECT, "council"
)
EVALUATION_GROUP: Final = Role(
    "evaluation_group", Label("arviointiryhmä", "utvärderingsgrupp", "evaluation group"), "VM", "evaluation_group"
)
"""Appointed at the Ministry of Finance for one procedure; the group is independent of it."""

GOVERNMENT: Final = Role("government", Label("valtioneuvosto", "statsrådet", "Government"), "VN")
ADMINISTRATIVE_COURT: Final = Role(
    "administrative_court", Label("hallinto-oikeus", "förvaltningsdomstolen", "administrative court"), "HAO"
)
SUPREME_ADMINISTRATIVE_COURT: Final = Role(
    "supreme_administrative_court",
    Label("korkein hallinto-oikeus", "högsta förvaltningsdomstolen", "Supreme Administrative Court"),
    "KHO",
)
CLOCK: Final = Role("clock", Label("kello", "klockan", "clock"), "@ministry")
"""A scheduler that records that a date has passed; it never decides (906/2019 28 a–e §)."""
ADVISORY_BOARD: Final = Role(
    "advisory_board",
    Label("hyvinvointialueneuvottelukunta", "välfärdsområdesdelegationen", "advisory board of the counties"),
    "VM",
    "advisory_board",
)
"""Works in connection with the Ministry of Finance (611/2021 13 §); counties and ministries are represented in it."""
HUS: Final = Role("hus", Label("HUS-yhtymä", "HUS-sammanslutningen", "HUS joint authority"), "HUS")
THL: Final = Role(
    "thl",
    Label(
        "Terveyden ja hyvinvoinnin laitos",
        "Institutet för hälsa och välfärd",
        "Finnish Institute for Health and Welfare",
    ),
    "THL",
)
PARTY_OF_CASE: Final = Role("party", Label("asian osapuoli", "part i ärendet", "party of the case"), PARTY)
"""One of the case's parties, such as a county of the collaborative area; the fact says which."""
MINISTERIAL_GROUP: Final = Role(
    "ministerial_group",
    Label(
        "ministeriryhmä tai ministerivaliokunta",
        "ministergrupp eller ministerutskott",
        "ministerial group or committee",
    ),
    "VN",
    "ministerial_group",
)
ADVISORY_BOARD_CHAIR: Final = Role(
    "advisory_board_chair",
    Label(
        "neuvottelukunnan puheenjohtaja (tai varapuheenjohtaja)",
        "delegationens ordförande (eller vice ordförande)",
        "chair of the advisory board (or vice-chair)",
    ),
    "VM",
    "advisory_board_chair",
)
PREPARATION_GROUP: Final = Role(
    "preparation_group", Label("valmisteluryhmä", "beredningsgrupp", "preparation group"), "VM", "preparation_group"
)
"""Set by the Ministry of Finance for one decision; three ministries and the county name its members."""

PAYMENT_CENTRE: Final = Role(
    "payment_centre",
    Label(
        "Valtion talous- ja henkilöstöhallinnon palvelukeskus",
        "Servicecentret för statens ekonomi- och personalförvaltning",
        "payment centre",
    ),
    "PALKEET",
)
STATE_TREASURY: Final = Role("state_treasury", Label("Valtiokonttori", "Statskontoret", "State Treasury"), "VK")
PARTY_COUNCIL: Final = Role(
    "party_council",
    Label(
        "osapuolen valtuusto (HUS: ylin päättävä toimielin)",
        "partens fullmäktige (HUS: det högsta beslutande organet)",
        "council of a party (HUS: its highest organ)",
    ),
    PARTY,
    "council",
)
"""The council of a county or of Helsinki, or the highest organ of HUS: which party's, the fact says."""
PARLIAMENT: Final = Role("parliament", Label("eduskunta", "riksdagen", "Parliament"), "EDUSKUNTA")
PARLIAMENT_COMMITTEE: Final = Role(
    "parliament_committee",
    Label("eduskunnan valiokunta", "riksdagsutskott", "committee of Parliament"),
    "EDUSKUNTA",
    "committee",
)
PRESIDENT: Final = Role(
    "president", Label("tasavallan presidentti", "republikens president", "President of the Republic"), "TP"
)
PROJECT_GROUP: Final = Role(
    "project_group", Label("projektiryhmä", "projektgrupp", "project group"), "@ministry", "project_group"
)
"""Officials of the ministries who carry a reform together; its name has changed with the reforms."""
EXPERT_GROUP: Final = Role(
    "expert_group", Label("asiantuntijaryhmä", "expertgrupp", "expert group"), "@ministry", "expert_group"
)
"""Set by the ministries for one evaluation; the group is independent of them."""
DIVISION_INVESTIGATOR: Final = Role(
    "division_investigator",
    Label("aluejakoselvittäjä", "områdesindelningsutredare", "division investigator"),
    "VM",
    "division_investigator",
)
"""Appointed by the Ministry of Finance for one inquiry; one or several persons."""
VALVIRA: Final = Role(
    "valvira",
    Label(
        "Sosiaali- ja terveysalan lupa- ja valvontavirasto (Valvira)",
        "Tillstånds- och tillsynsverket för social- och hälsovården (Valvira)",
        "National Supervisory Authority for Welfare and Health (Valvira)",
    ),
    "VALVIRA",
)
REGIONAL_AGENCIES: Final = Role(
    "regional_agencies",
    Label("aluehallintovirasto", "regionförvaltningsverket", "Regional State Administrative Agency"),
    "AVI",
)
"""Any of the six agencies; until 31 December 2025."""
SUPERVISORY_AGENCY: Final = Role(
    "supervisory_agency",
    Label("Lupa- ja valvontavirasto", "Tillstånds- och tillsynsverket", "Finnish Supervisory Agency"),
    "LVV",
)
"""Since 1 January 2026 in place of Valvira and the regional agencies."""
AUDITOR: Final = Role("auditor", Label("tilintarkastaja", "revisor", "auditor"), SUBJECT, "auditor")
ADVISORY_BOARD_MEMBERS: Final = Role(
    "advisory_board_members",
    Label("neuvottelukunnan jäsenet", "delegationens medlemmar", "members of the advisory board"),
    "VM",
    "advisory_board_members",
)
"""Some of the members, where the law gives them an act together, such as asking for a meeting."""
COUNTY_ORGAN: Final = Role(
    "county_organ",
    Label(
        "hyvinvointialue (aluevaltuusto tai aluehallitus)",
        "välfärdsområde (välfärdsområdesfullmäktige eller välfärdsområdesstyrelsen)",
        "county (council or executive)",
    ),
    SUBJECT,
)
"""The county, where the law leaves it to the county which of its organs acts."""
PARTY_COUNTY_COUNCIL: Final = Role(
    "party_county_council",
    Label("osapuolen aluevaltuusto", "partens välfärdsområdesfullmäktige", "county council of a party"),
    PARTY,
    "council",
)
"""The council of a county that a change concerns: which county's, the fact says."""
CORE_GROUP: Final = Role(
    "core_group",
    Label("ydinryhmä", "kärngrupp", "core group"),
    "@ministry",
    "core_group",
)
"""Officials of the ministries who fit the measures of the reform together, prepare decisions and carry them out."""
PERMANENT_SECRETARIES: Final = Role(
    "permanent_secretaries",
    Label("kansliapäälliköt", "kanslicheferna", "permanent secretaries"),
    "VN",
    "permanent_secretaries",
)
"""The permanent secretaries of the steering ministries together."""
COUNTY_OFFICIALS: Final = Role(
    "county_officials",
    Label("alueen viranhaltijat", "områdets tjänsteinnehavare", "officials of the county"),
    SUBJECT,
)
"""Those who prepare matters in a county, in Helsinki or in HUS, where no organ of it decides."""
