"""`identity show`: who you are on this log, by what, until when, and what would be stronger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli.identity.noun import identity
from engine.law import Label

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.identity.establishing import Known
    from cli.identity.looking import Looked
    from cli.screen.page import Page


@identity.verb(
    "show",
    about=Label(
        "Kertoo, kuka olet tälle lokille, millä varmuudella ja mihin asti.",
        "Säger vem du är för den här loggen, hur säkert och hur länge.",
        "Tells who you are to this log, how surely, and until when.",
    ),
    more=Label(
        "Vahvin käytettävissä oleva tapa ratkaisee: kirjautumispalvelun tunniste, sitten tietokantapalvelimen toteama "
        "tunnus, sitten käyttöjärjestelmän käyttäjä, joka on vain väite. Ympäristömuuttujat eivät vaikuta.",
        "Det starkaste sättet avgör: inloggningstjänstens intyg, sedan inloggningen som databasservern har fastställt, "
        "sedan operativsystemets användare, som bara är ett påstående. Miljövariabler påverkar inte.",
        "The strongest way that there is counts: the token of a login service, else the login that the database server "
        "has authenticated, else the operating system's user, which is only an assertion. No environment variable "
        "counts.",
    ),
    examples=("$ ohjaus identity show", "$ ohjaus identity show --format json"),
)
def show(run: Invocation) -> None:
    """Shows who acts."""
    from cli.identity.looking import look

    looked = look(run)
    data = as_data(run, looked)
    run.out.thing(data, lambda page: _page(run, looked, data, page))


def as_data(run: Invocation, looked: Looked) -> dict[str, Any]:
    """Gives what was found as plain data; a token is no part of it."""
    counts = looked.counts
    who = counts.who if counts is not None else None
    return {
        "person": who.person if who else None,
        "identity": who.identity if who else None,
        "authenticated": bool(who and who.authenticated),
        "until": who.until.isoformat() if who and who.until else None,
        "required": None if looked.unread else looked.required,
        "accepted": who is not None and looked.unread is None,
        "ways": [_way(run, one) for one in looked.ways],
        "stronger": _stronger(run, looked),
    }


def _way(run: Invocation, one: Known) -> dict[str, Any]:
    return {
        "way": one.way,
        "state": one.state,
        "about": one.about,
        "person": one.who.person if one.who else None,
        "identity": one.who.identity if one.who else None,
        "until": one.who.until.isoformat() if one.who and one.who.until else None,
        "code": one.problem.code if one.problem else None,
        "text": run.words.error(one.problem) if one.problem else None,
        "try": one.problem.try_next if one.problem else None,
    }


def _stronger(run: Invocation, looked: Looked) -> list[str]:
    from cli.identity.trusted import CLIENT_ID, ISSUER

    counts = looked.counts
    if counts is not None and counts.way == "oidc":
        return []
    problem = looked.first_problem
    if problem is not None and problem.code == "login-issuer-not-set":
        said = {CLIENT_ID: problem.details["client_id"], ISSUER: problem.details["issuer"]}
        return [run.command("config", "set", name, str(value)) for name, value in said.items()]
    if any(one.way == "oidc" for one in looked.ways):
        return [run.command("identity", "login")]
    if looked.enabled is None and (counts is None or counts.way == "os-user"):
        return [run.command("identity", "login", "--issuer", "URL", "--client-id", "ID")]
    if looked.enabled is not None and all(one.way == "os-user" for one in looked.ways) and counts is None:
        return [run.command("db", "copy", "--help")]
    return []


def _page(run: Invocation, looked: Looked, data: dict[str, Any], page: Page) -> None:
    from cli.audit.telling import written_moment
    from cli.identity.establishing import too_weak

    words = run.words
    page.title(words("identity.you_are", person=data["person"]) if data["person"] else words("identity.nobody"))
    if data["identity"]:
        page.field(words("identity.strength"), words.term("history.identity", data["identity"]))
    if data["until"]:
        page.field(words("identity.until"), written_moment(run, data["until"]))
    if looked.unread is None:
        page.field(words("identity.required"), words(f"identity.demands.{data['required']}"))
    else:
        page.field(words("identity.required"), words("identity.demands.unknown", code=looked.unread.code))
    page.heading(words("identity.ways"))
    for one in data["ways"]:
        tone, mark = {"holds": ("good", "✓"), "refused": ("bad", "✗")}.get(one["state"], ("", "–"))
        key = f"identity.way.{one['way'].replace('-', '_')}_{one['state']}"
        said = words(key, about=one["about"], person=one["person"], text=one["text"], code=one["code"])
        page.item(said, mark=mark, tone="good" if tone == "good" else "bad" if tone == "bad" else "")
    if looked.counts is None and looked.first_problem is None:
        page.say(words.error(too_weak(looked.ways)))
    elif looked.counts is None or looked.counts.way == "os-user":
        page.say(words("identity.advice"))
    if looked.unread is not None:
        page.then(run.command("doctor"))
    page.then(*data["stronger"], *(one["try"] for one in data["ways"] if one["try"] and one["try"].startswith("chmod")))
