"""`grant enable`, `grant add` and `grant revoke`: turning rights on, giving them and taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.frame.command import argument, option
from cli.rights.grant_noun import grant
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation

ON = option("--on", metavar="DATE", about=Label("päivä; tänään", "dag; i dag", "the day; today if left out"))
COMMAND_ID = option(
    "--command-id", metavar="ID", about=Label("kirjauksen tunnus", "registreringens id", "id of this recording")
)


@grant.verb(
    "enable",
    writes=True,
    about=Label(
        "Ottaa käyttöoikeudet käyttöön tässä lokissa. Tätä ei voi perua.",
        "Tar behörigheter i bruk i den här loggen. Det kan inte ångras.",
        "Turns rights on in this log. That cannot be undone.",
    ),
    more=Label(
        "Ensimmäiset pääkäyttäjät nimetään tässä; ilman nimiä se olet sinä. Nimeä kaksi, jos voit: kukaan ei voi antaa "
        "oikeuksia itselleen.",
        "De första administratörerna nämns här; utan namn är det du. Nämn två om du kan: ingen kan bevilja sig själv "
        "behörigheter.",
        "The first administrators are named here; without names it is you. Name two where you can: nobody can give "
        "rights to themself.",
    ),
    examples=("$ ohjaus grant enable --administrator test-anna --administrator test-bertil --dry-run",),
)
@option(
    "--administrator",
    "administrators",
    multiple=True,
    metavar="PERSON",
    about=Label("ensimmäinen pääkäyttäjä; voi toistaa", "en första administratör; kan upprepas", "repeatable"),
)
@option(
    "--authenticated",
    is_flag=True,
    about=Label(
        "vain henkilöllisyys, jonka palvelin tai kirjautumispalvelu on todennut",
        "endast en identitet som en server eller inloggningstjänst har fastställt",
        "only an identity that a server or a login service has authenticated",
    ),
)
@option(
    "--issuer",
    "issuers",
    multiple=True,
    metavar="URL#CLIENT_ID",
    about=Label(
        "kirjautumispalvelu, johon luotetaan, ja tunnuksemme siellä; voi toistaa",
        "inloggningstjänst som är betrodd, och vårt id där; kan upprepas",
        "a login service that is trusted, and our id there; repeatable",
    ),
)
@ON
@COMMAND_ID
def enable(
    run: Invocation,
    *,
    administrators: tuple[str, ...],
    authenticated: bool,
    issuers: tuple[str, ...],
    on: str | None,
    command_id: str | None,
) -> None:
    """Turns rights on."""
    from cli.rights.granting import Enabling, enabled

    enabled(run, Enabling(administrators, authenticated=authenticated, issuers=issuers), on=on, command_id=command_id)


@grant.verb(
    "add",
    writes=True,
    about=Label(
        "Antaa henkilölle oikeuden.",
        "Beviljar en person en behörighet.",
        "Gives a person a right.",
    ),
    more=Label(
        "Rooli on menettelyn rooli (vm, county, council ...) tai tekninen rooli: administrator, registry, log_auditor, "
        "scheduler, importer, delegate. Oikeuden tunnus on sen asian tunnus.",
        "Rollen är en roll i ett förfarande (vm, county, council ...) eller en teknisk roll: administrator, registry, "
        "log_auditor, scheduler, importer, delegate. Behörighetens id är ärendets id.",
        "The role is one of a procedure (vm, county, council ...) or a technical one: administrator, registry, "
        "log_auditor, scheduler, importer, delegate. The right's id is the id of its case.",
    ),
    examples=(
        "$ ohjaus grant add test-cecilia --role vm --organisation VM --until 2027-12-31 --dry-run  # exit 5",
        "$ ohjaus grant list",
    ),
)
@argument("person", metavar="PERSON", about=Label("kenelle", "till vem", "to whom"))
@option("--role", required=True, metavar="ROLE", about=Label("rooli", "roll", "the role"))
@option(
    "--organisation",
    metavar="ACTOR",
    about=Label(
        "kenen toimet; ilman tätä kaikkien", "vems åtgärder; annars allas", "whose acts; everybody's if left out"
    ),
)
@option(
    "--procedure",
    metavar="PROCEDURE",
    about=Label("missä menettelyssä; ilman tätä kaikissa", "i vilket förfarande; annars alla", "every one if left out"),
)
@option("--from", "since", metavar="DATE", about=Label("ensimmäinen päivä", "första dagen", "first day; today"))
@option(
    "--until",
    metavar="DATE",
    about=Label("viimeinen päivä", "sista dagen", "last day; until revoked if left out"),
)
@option(
    "--may-delegate",
    is_flag=True,
    about=Label(
        "toinen saa toimia hänen puolestaan tällä oikeudella",
        "en annan får handla för personen med denna rätt",
        "another may act for the person by this right",
    ),
)
@option(
    "--reads-secret",
    is_flag=True,
    about=Label("avaa salassa pidettävän", "öppnar det sekretessbelagda", "opens what is secret"),
)
@option(
    "--acts-for",
    metavar="PERSON",
    about=Label("rooli delegate: kenen puolesta", "rollen delegate: för vem", "role delegate: for whom"),
)
@ON
@COMMAND_ID
def add(run: Invocation, person: str, *, on: str | None, command_id: str | None, **asked: Any) -> None:
    """Gives a right."""
    from cli.rights.granting import Adding, added

    added(run, Adding(person=person, **asked), on=on, command_id=command_id)


@grant.verb(
    "revoke",
    writes=True,
    about=Label(
        "Peruuttaa oikeuden heti.",
        "Återkallar en behörighet genast.",
        "Takes a right back, at once.",
    ),
    more=Label(
        "Ensimmäisen pääkäyttäjän oikeus peruutetaan käyttöönoton asian tunnuksella ja --person. Viimeistä "
        "pääkäyttäjää ei voi peruuttaa.",
        "En första administratörs rätt återkallas med ibruktagandets ärende och --person. Den sista administratören "
        "kan inte återkallas.",
        "The right of a first administrator is taken back by the case in which rights were turned on, and --person. "
        "The last administrator cannot be revoked.",
    ),
    examples=('$ ohjaus grant revoke grant-fi-2026 --reason "made-up new duties" --dry-run  # exit 3',),
)
@argument("grant_id", metavar="GRANT", about=Label("oikeuden tunnus", "behörighetens id", "the right's id"))
@option("--reason", required=True, metavar="TEXT", about=Label("miksi", "varför", "why; no personal data"))
@option(
    "--person",
    metavar="PERSON",
    about=Label("kuka ensimmäisistä pääkäyttäjistä", "vilken av de första administratörerna", "which first one"),
)
@ON
@COMMAND_ID
def revoke(
    run: Invocation, grant_id: str, *, reason: str, person: str | None, on: str | None, command_id: str | None
) -> None:
    """Takes a right back."""
    from cli.rights.granting import revoked

    revoked(run, grant_id, reason, person=person, on=on, command_id=command_id)
