"""What the help of `person` says, in three languages, with its examples."""

from __future__ import annotations

from typing import NamedTuple

from engine.law import Label


class Said(NamedTuple):
    """The words of a command: what it does, what more there is to know, examples."""

    about: Label
    examples: tuple[str, ...]
    more: Label | None = None


PERSON = Label("nimi tai viite (p-…)", "namn eller referens (p-…)", "a name, or a reference (p-…)")
GROUND = Label(
    "tietosuoja-asetuksen 17 artiklan 1 kohdan peruste",
    "grunden i artikel 17.1 i dataskyddsförordningen",
    "the ground of article 17(1) of the data protection regulation",
)
REASON = Label(
    "miksi, ja miksi säilytysvelvollisuus ei estä; ei nimiä",
    "varför, och varför ingen bevarandeplikt hindrar; inga namn",
    "why, and why no duty to keep forbids it; no names",
)
NEW_STORE = Label(
    "uusi avainvarasto kadonneen tilalle; entisiä nimiä ei enää saa",
    "ett nytt nyckellager i stället för ett förlorat; tidigare namn fås inte längre",
    "a new key store in the place of a lost one; earlier names are gone",
)

ABOUT = Said(
    Label(
        "Henkilöt, joita lokin viitteet tarkoittavat: nimet erillään, poistettavissa.",
        "Personerna bakom loggens referenser: namnen för sig, och de kan raderas.",
        "The persons behind the references of a log: their names apart, and erasable.",
    ),
    ("$ ohjaus person list", "$ ohjaus person check"),
)
LIST = Said(
    Label(
        "Luettelee henkilöt, jotka avainvarasto tuntee, ja poistettujen viitteet.",
        "Räknar upp personerna som nyckellagret känner, och de raderades referenser.",
        "Lists the persons whom the key store knows, and the references of who was erased.",
    ),
    ("$ ohjaus person list", "$ ohjaus person list --format json"),
)
SHOW = Said(
    Label(
        "Näyttää, kuka henkilö on ja mitä hän on kirjannut.",
        "Visar vem en person är och vad personen har registrerat.",
        "Shows who a person is, and what was recorded by that person.",
    ),
    ("$ ohjaus person show made-up-person  # exit 3",),
)
DESCRIBE = Said(
    Label(
        "Merkitsee henkilölle nimen ja yhteystiedon; ne sinetöidään hänen avaimellaan.",
        "Antecknar namn och kontakt för en person; de förseglas med personens nyckel.",
        "Notes a person's name and contact; both are sealed under the person's key.",
    ),
    ('$ ohjaus person describe made-up-person --name "Made-up Person"  # exit 3',),
)
PROTECT = Said(
    Label(
        "Alkaa kirjata henkilöt viitteinä lokiin, jossa on ollut nimiä.",
        "Börjar registrera personer med referens i en logg som har haft namn.",
        "Begins to record persons by reference in a log that held names.",
    ),
    ("$ ohjaus person protect  # exit 5", "$ ohjaus person protect --new-store --dry-run  # exit 5"),
    Label(
        "Uusi loki suojaa henkilönsä alusta alkaen. Vanhaan lokiin jo kirjatut nimet jäävät: ne ovat osa sitä, mikä on "
        "sinetöity. Avainvarastosta otetaan varmuuskopio erikseen (`db backup --with-persons`).",
        "En ny logg skyddar sina personer från början. Namn som redan finns i en gammal logg blir kvar: de hör till "
        "det som är förseglat. Nyckellagret säkerhetskopieras för sig (`db backup --with-persons`).",
        "A new log protects its persons from the beginning. Names that are in an older log already stay there: they "
        "are part of what is sealed. The key store is backed up on its own (`db backup --with-persons`).",
    ),
)
CHECK = Said(
    Label(
        "Laskee jokaisen viitteen uudelleen: vaihdettu nimi tai avain paljastuu.",
        "Räknar varje referens på nytt: ett utbytt namn eller en utbytt nyckel avslöjas.",
        "Recomputes every reference: a swapped name or key is found.",
    ),
    ("$ ohjaus person check", "$ ohjaus person check --format json"),
)
ERASE = Said(
    Label(
        "Poistaa henkilön: kirjaa sen ja tuhoaa avaimen ja nimen lopullisesti.",
        "Raderar en person: registrerar det och förstör nyckeln och namnet för gott.",
        "Erases a person: records it, and destroys the key and the name for good.",
    ),
    (
        '$ ohjaus person erase made-up-person --ground unlawful --reason "made-up reason"  # exit 3',
        '$ ohjaus person erase p-000000000000000000000000 --ground objected --reason "made-up" --dry-run  # exit 3',
    ),
    Label(
        "Lokin tapahtumat, ketju, todisteet ja tarkistuspisteet pysyvät ennallaan: niissä on vain viite. Laki voi "
        "velvoittaa säilyttämään kirjaajan nimen (arkistolaki, 906/2019 17 §): silloin sitä ei saa poistaa. Ennen "
        "poistoa otetuissa avainvaraston kopioissa nimi on yhä.",
        "Loggens händelser, kedja, bevis och kontrollpunkter blir som de är: de innehåller bara referensen. Lagen kan "
        "kräva att namnet bevaras (arkivlagen, 906/2019 17 §): då får det inte raderas. I kopior av nyckellagret från "
        "tiden före finns namnet kvar.",
        "Events, chain, proofs and checkpoints stay as they are: they hold the reference alone. The law may demand "
        "that the name of who recorded is kept (archives act, 906/2019 17 §): then it must not be erased. Copies of "
        "the key store from before still hold the name.",
    ),
)
