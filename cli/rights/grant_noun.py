"""The noun `grant`."""

from __future__ import annotations

from cli.frame.command import Noun
from engine.law import Label

grant = Noun(
    "grant",
    about=Label(
        "Käyttöoikeudet: kuka saa kirjata mitäkin, mistä mihin, ja kuka oikeuden antoi.",
        "Behörigheterna: vem får anteckna vad, från när till när, och vem som beviljade rätten.",
        "Rights: who may record what, from when until when, and who gave the right.",
    ),
    more=Label(
        "Oikeudet ovat pois päältä, kunnes ne otetaan käyttöön (grant enable). Sen jälkeen mitään ei kirjata ilman "
        "oikeutta, joka kattaa toimen. Oikeudet ovat lokin tapahtumia: ne tarkistetaan ja toistetaan kuten muutkin.",
        "Behörigheterna är av tills de tas i bruk (grant enable). Därefter antecknas inget utan en rätt som täcker "
        "åtgärden. Behörigheterna är händelser i loggen: de kontrolleras och upprepas som alla andra.",
        "Rights are off until they are turned on (grant enable). From then on nothing is recorded without a right that "
        "covers it. Rights are events of the log: they are verified and replayed like all others.",
    ),
    examples=("$ ohjaus grant list", "$ ohjaus grant matrix --procedure evaluation"),
)
"""`ohjaus grant`, with all its verbs."""
