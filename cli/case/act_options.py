"""The options by which an act is given: its day, its data, its documents, and under which command id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from cli.frame.command import option
from cli.rights.stating import publicity_options
from engine.law import Label

_F = TypeVar("_F", bound=Callable[..., Any])

_PRECISIONS = ("exact", "inferred", "by", "month")

_OPTIONS: tuple[tuple[tuple[str, ...], dict[str, Any], Label], ...] = (
    (
        ("--on",),
        {"required": True, "metavar": "DATE"},
        Label("päivä, jona se oikeudellisesti tapahtui", "dagen då det rättsligt skedde", "the day it happened in law"),
    ),
    (
        ("--set", "sets"),
        {"multiple": True, "metavar": "NAME=VALUE"},
        Label(
            "tieto; luettelo pilkuin, rakenne JSONina",
            "en uppgift; lista med kommatecken, struktur som JSON",
            "a value of the fact's data; lists by comma, structures as JSON",
        ),
    ),
    (
        ("--json", "json_path"),
        {"metavar": "FILE|-"},
        Label("kaikki tiedot JSON-tiedostosta", "alla uppgifter ur en JSON-fil", "the whole data from a JSON file"),
    ),
    (
        ("--doc", "docs"),
        {"multiple": True, "metavar": "KIND=REF"},
        Label(
            "asiakirja: KIND=DIAARINUMERO, KIND=DIAARINUMERO;NIMI, KIND=@TIEDOSTO tai KIND=https://...",
            "handling: KIND=DIARIENUMMER, KIND=DIARIENUMMER;NAMN, KIND=@FIL eller KIND=https://...",
            "a document: KIND=DIARY, KIND=DIARY;TITLE, KIND=@FILE or KIND=https://...",
        ),
    ),
    (
        ("--by", "by"),
        {"metavar": "ROLE"},
        Label("kenen toimi se on", "vems åtgärd det är", "whose act it is, where several may do it"),
    ),
    (
        ("--precision",),
        {"default": "exact", "metavar": "|".join(_PRECISIONS)},
        Label("kuinka tarkasti päivä tiedetään", "hur noga dagen är känd", "how well the day is known"),
    ),
    (
        ("--unreported",),
        {"multiple": True, "metavar": "CODE"},
        Label(
            "edellytys, josta julkinen lähde ei kerro",
            "ett villkor som den publicerade källan inte nämner",
            "a condition of which the published source says nothing",
        ),
    ),
    (
        ("--command-id",),
        {"metavar": "ID"},
        Label(
            "kirjauksen tunnus; sama tunnus uudelleen ei kirjaa toista kertaa",
            "registreringens id; samma id igen registrerar inte en gång till",
            "id of this recording; the same id again records nothing more",
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gave about an act."""

    on: str
    sets: tuple[str, ...] = ()
    json_path: str | None = None
    docs: tuple[str, ...] = ()
    by: str | None = None
    precision: str = "exact"
    unreported: tuple[str, ...] = ()
    command_id: str | None = None
    publicity: str | None = None
    secrecy_ground: str | None = None
    secret_docs: tuple[str, ...] = ()

    def words(self) -> list[str]:
        """Gives the options as they would be typed again."""
        words = ["--on", self.on]
        for one in self.sets:
            words += ["--set", one]
        if self.json_path is not None:
            words += ["--json", self.json_path]
        for one in self.docs:
            words += ["--doc", one]
        if self.by is not None:
            words += ["--by", self.by]
        if self.precision != "exact":
            words += ["--precision", self.precision]
        for one in self.unreported:
            words += ["--unreported", one]
        for one in self.secret_docs:
            words += ["--secret-doc", one]
        for name, value in {"--publicity": self.publicity, "--secrecy-ground": self.secrecy_ground}.items():
            words += [] if value is None else [name, value]
        return words


def act_options(function: _F) -> _F:
    """Adds the options of an act to a command, which gets them as `Given` through its keywords."""
    function = publicity_options(briefly=False, documents=True)(function)
    for names, settings, about in reversed(_OPTIONS):
        function = option(*names, about=about, **settings)(function)
    return function
