"""The nouns of the command line: where each lives and what it is for, so that `--help` needs to load none of them."""

from __future__ import annotations

from typing import NamedTuple

from engine.law import Label

EVERYBODY = Label("Kaikille", "För alla", "For everybody")
STAFF = Label("Ministeriöille", "För ministerierna", "For ministry staff")
SCHEDULERS = Label("Ajastukseen", "För tidsstyrning", "For schedulers")
AUDITORS = Label("Tarkastajille", "För revisorer", "For auditors")
MANAGEMENT = Label("Johdolle", "För ledningen", "For management")
ADMINISTRATORS = Label("Ylläpitoon", "För administratörer", "For administrators")


class Entry(NamedTuple):
    """A noun: its module, the name of its command there, whom it is for, and a sentence."""

    module: str
    attribute: str
    audience: Label
    about: Label


NOUNS: dict[str, Entry] = {
    "demo": Entry(
        "cli.upkeep.demo",
        "demo",
        EVERYBODY,
        Label(
            "täyttää tietokannan julkisen historian tapauksilla",
            "fyller en databas med fall ur den offentliga historien",
            "fills a database with cases from public history",
        ),
    ),
    "doctor": Entry(
        "cli.upkeep.doctor",
        "doctor",
        EVERYBODY,
        Label(
            "tarkistaa, että ohjelma toimii tällä koneella",
            "kontrollerar att programmet fungerar på den här datorn",
            "checks that the program works on this machine",
        ),
    ),
    "explain": Entry(
        "cli.rules.explain",
        "explain",
        EVERYBODY,
        Label(
            "selittää virhekoodin, käsitteen tai säännön",
            "förklarar en felkod, en term eller en regel",
            "explains an error code, a term or a rule",
        ),
    ),
    "procedure": Entry(
        "cli.rules.procedures",
        "procedure",
        EVERYBODY,
        Label("menettelyt ja niiden säännöt", "förfarandena och deras regler", "the procedures and their rules"),
    ),
    "actor": Entry(
        "cli.rules.actors",
        "actor",
        EVERYBODY,
        Label(
            "hyvinvointialueet, ministeriöt ja muut toimijat",
            "välfärdsområdena, ministerierna och andra aktörer",
            "counties, ministries and other actors",
        ),
    ),
    "identity": Entry(
        "cli.identity.verbs",
        "identity",
        EVERYBODY,
        Label(
            "kuka olet, kuinka varmasti, ja kirjautuminen",
            "vem du är, hur säkert, och inloggning",
            "who you are, how surely, and logging in",
        ),
    ),
    "completion": Entry(
        "cli.upkeep.completion",
        "completion",
        EVERYBODY,
        Label(
            "komentojen täydennys komentotulkissa",
            "komplettering av kommandon i skalet",
            "completion of commands in the shell",
        ),
    ),
    "todo": Entry(
        "cli.case.todo",
        "todo",
        STAFF,
        Label(
            "mitä on tehtävä, kenen toimesta ja mihin mennessä",
            "vad som ska göras, av vem och när",
            "what is to be done, by whom and by when",
        ),
    ),
    "case": Entry(
        "cli.case.commands",
        "case",
        STAFF,
        Label(
            "asiat: avaa, näytä, kirjaa vaiheet",
            "ärenden: inled, visa, registrera skeden",
            "cases: open them, show them, record what happens",
        ),
    ),
    "goal": Entry(
        "cli.programme.goal",
        "goal",
        STAFF,
        Label(
            "reformin tavoitepuu ja tavoitteiden toteutuminen",
            "reformens målträd och hur målen uppnås",
            "the goal tree of the reform, and how far it has come",
        ),
    ),
    "plan": Entry(
        "cli.programme.plan",
        "plan",
        STAFF,
        Label(
            "toimenpiteet ja osatehtävät: tila, vastuu, raportit",
            "åtgärder och deluppgifter: läge, ansvar, rapporter",
            "measures and sub-tasks: state, owner, reports",
        ),
    ),
    "risk": Entry(
        "cli.programme.watched",
        "risk",
        STAFF,
        Label("ohjelman riskit", "programmets risker", "the programme's risks"),
    ),
    "assumption": Entry(
        "cli.programme.watched",
        "assumption",
        STAFF,
        Label("ohjelman olettamat", "programmets antaganden", "the programme's assumptions"),
    ),
    "flag": Entry(
        "cli.programme.flag",
        "flag",
        STAFF,
        Label(
            "punaiset liput ja valtion vastaukset",
            "röda flaggor och statens svar",
            "red flags and the State's answers",
        ),
    ),
    "figures": Entry(
        "cli.rules.figures",
        "figures",
        STAFF,
        Label(
            "laskelmat: tunnusluvut, kriteerit, lainanottovaltuus",
            "kalkyler: nyckeltal, kriterier, fullmakt att uppta lån",
            "calculators: key figures, criteria, borrowing authority",
        ),
    ),
    "collect": Entry(
        "cli.collect.verbs",
        "collect",
        STAFF,
        Label(
            "kuukausikierros: työkirjat, vastaukset, keskustelut, raportit",
            "månadsrundan: arbetsböcker, svar, samtal, rapporter",
            "the monthly round: workbooks, answers, discussions, reports",
        ),
    ),
    "agenda": Entry(
        "cli.collect.verbs",
        "agenda",
        STAFF,
        Label(
            "kuukausikeskustelun asialista",
            "månadssamtalets föredragningslista",
            "the agenda of the monthly discussion",
        ),
    ),
    "theme": Entry(
        "cli.collect.verbs",
        "theme",
        STAFF,
        Label(
            "alueiden yhteiset asiat",
            "områdenas gemensamma frågor",
            "themes that several counties share",
        ),
    ),
    "picture": Entry(
        "cli.picture.verbs",
        "picture",
        MANAGEMENT,
        Label(
            "tilannekuva päätteessä ja sivuina",
            "lägesbilden i terminalen och som sidor",
            "the situational picture, in a terminal and as pages",
        ),
    ),
    "deadline": Entry(
        "cli.deadline.verbs",
        "deadline",
        SCHEDULERS,
        Label("määräajat ja niiden laskeminen", "tidsfrister och hur de räknas", "deadlines and how they are reckoned"),
    ),
    "schedule": Entry(
        "cli.schedule.commands",
        "schedule",
        SCHEDULERS,
        Label(
            "ajastin, joka kirjaa määräajat ajallaan",
            "tidsstyrningen som registrerar tidsfristerna i tid",
            "the scheduler that records deadlines in time",
        ),
    ),
    "audit": Entry(
        "cli.audit.verbs",
        "audit",
        AUDITORS,
        Label(
            "loki, historian toisto ja eheyden tarkistus",
            "loggen, historien på nytt och kontroll av integriteten",
            "the log, histories replayed, integrity verified",
        ),
    ),
    "grant": Entry(
        "cli.rights.verbs",
        "grant",
        ADMINISTRATORS,
        Label(
            "käyttöoikeudet: ota käyttöön, anna, peruuta, tarkista",
            "behörigheter: ta i bruk, bevilja, återkalla, kontrollera",
            "rights: turn on, give, revoke, check",
        ),
    ),
    "init": Entry(
        "cli.upkeep.administration",
        "init",
        ADMINISTRATORS,
        Label("luo tietokannan", "skapar databasen", "makes the database"),
    ),
    "import": Entry(
        "cli.upkeep.importing",
        "import_history",
        ADMINISTRATORS,
        Label(
            "tuo julkaistua historiaa tiedostosta",
            "importerar publicerad historia ur en fil",
            "imports published history from a file",
        ),
    ),
    "config": Entry(
        "cli.upkeep.administration",
        "config",
        ADMINISTRATORS,
        Label("asetukset ja niiden alkuperä", "inställningarna och varifrån de kommer", "settings and their origin"),
    ),
    "db": Entry(
        "cli.upkeep.database_verbs",
        "db",
        ADMINISTRATORS,
        Label(
            "tietokannan tarkistus, päivitys, varmuuskopio, palautus, roolit ja kopiointi",
            "databasens kontroll, uppdatering, säkerhetskopia, återställning, roller och kopiering",
            "database: check, upgrade, back up, restore, roles, copy",
        ),
    ),
    "metrics": Entry(
        "cli.upkeep.metrics",
        "metrics",
        ADMINISTRATORS,
        Label(
            "lokin tunnusluvut valvontaa varten",
            "loggens mätvärden för övervakning",
            "measures of the log, to watch it",
        ),
    ),
    "incident": Entry(
        "cli.upkeep.incident",
        "incident",
        ADMINISTRATORS,
        Label(
            "poikkeaman selvittäminen: kaikki yhteen tiedostoon",
            "utredning av en incident: allt i en fil",
            "looking into an incident: everything in one file",
        ),
    ),
    "person": Entry(
        "cli.rights.person_commands",
        "person",
        ADMINISTRATORS,
        Label(
            "henkilöt lokin viitteiden takana: suojaa, näytä, poista",
            "personerna bakom loggens referenser: skydda, visa, radera",
            "the persons behind a log's references: protect, show, erase",
        ),
    ),
    "projection": Entry(
        "cli.upkeep.projections",
        "projection",
        ADMINISTRATORS,
        Label(
            "lokista johdetut näkymät: tarkista ja rakenna uudelleen",
            "vyer ur loggen: kontrollera och bygg på nytt",
            "views made from the log: check and rebuild them",
        ),
    ),
}
