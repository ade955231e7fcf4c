"""The directory of actors: all have codes and sourced names in three languages, and are found by them."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest

from engine.errors import Fault, NotFound
from engine.law import Label, Status
from procedures.directory import Actor, Kind, counties, directory, steered
from procedures.directory.resolve import LONGEST_REFERENCE, Resolver, fold

ACTORS = directory().actors()
COUNTY_CODES = tuple(f"{number:02}" for number in range(1, 22))
LAST_DAY_OF_THE_OLD_AGENCIES = date(2025, 12, 31)
FIRST_DAY_OF_LVV = date(2026, 1, 1)


def codes(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(actor.code for actor in actors)


def own_references(actor: Actor) -> set[str]:
    """Every way in which the data itself writes an actor."""
    return {actor.code, actor.slug, *actor.name.as_data().values(), *actor.official_name.as_data().values()}


def refused(reference: str, on: date | None = None) -> NotFound:
    with pytest.raises(NotFound) as caught:
        directory().resolve(reference, on)
    return caught.value


def test_the_directory_holds_everybody_who_has_a_part_in_steering() -> None:
    """Those who are steered, those who steer, and those who supply, supervise or review, in a fixed order."""
    assert {kind: codes(directory().actors(kind)) for kind in Kind} == {
        Kind.COUNTY: COUNTY_CODES,
        Kind.CITY: ("90",),
        Kind.JOINT_AUTHORITY: ("HUS",),
        Kind.COLLABORATIVE_AREA: ("E-S", "I-S", "S-S", "L-S", "P-S"),
        Kind.COUNTY_GROUP: ("BILINGUAL",),
        Kind.MINISTRY: ("VM", "STM", "SM"),
        Kind.GOVERNMENT: ("VN",),
        Kind.STATE: ("FI",),
        Kind.AGENCY: ("THL", "VK", "PALKEET", "LVV", "AVI", "VALVIRA"),
        Kind.COURT: ("KHO", "HAO"),
        Kind.STATE_ORGAN: ("EDUSKUNTA", "TP"),
    }


def test_twenty_three_subjects_are_steered() -> None:
    """21 counties in code order, then Helsinki and HUS: 23 yearly cases."""
    assert codes(counties()) == COUNTY_CODES
    assert codes(steered()) == (*COUNTY_CODES, "90", "HUS")
    assert (counties(), steered()) == (directory().counties(), directory().steered())


def test_a_kind_is_asked_for_by_its_word_too() -> None:
    """`actor list --kind ministry` needs no enumeration, and an unknown kind is an error."""
    assert directory().actors("ministry") == directory().actors(Kind.MINISTRY)
    with pytest.raises(ValueError, match="municipality"):
        directory().actors("municipality")


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: actor.slug)
def test_every_actor_is_found_by_code_slug_and_every_name(actor: Actor) -> None:
    """Short and official names in three languages lead home, in any case, spacing and Unicode form."""
    for written in own_references(actor):
        decomposed = unicodedata.normalize("NFD", written)
        spellings = (written, written.upper(), written.lower(), f"  {written}\t", decomposed)
        assert [directory().resolve(spelling).code for spelling in spellings] == [actor.code] * 5


@pytest.mark.parametrize("reference", ["01", "itauusimaa", "Itä-Uusimaa", "Östra Nyland", "East Uusimaa"])
def test_the_five_spellings_of_the_contract_are_one_county(reference: str) -> None:
    """The command line promises code, slug and the name in three languages."""
    assert directory().resolve(reference) == directory().by_code("01")


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("01", "Ita-Uusimaa; ita uusimaa; Ostra Nyland; Itä\u2011Uusimaa; Itä-Uudenmaan"),
        ("01", "Itä-Uusimaa hyvinvointialue; hyvinvointialue Itä-Uusimaa; Ita-Uudenmaan HYVINVOINTIALUE"),
        ("01", "Östra Nyland välfärdsområde; East Uusimaa wellbeing services county"),
        ("01", "The wellbeing services county of East Uusimaa"),
        ("04", "Vantaan ja Keravan hyvinvointialue; Vanda och Kervo; vantaa-ja-kerava"),
        ("E-S", "e-s; Etelä-Suomen yhteistyöalue; Södra Finland samarbetsområde"),
        ("90", "helsingfors   STAD"),
    ],
)
def test_ordinary_ways_of_writing_are_tolerated(code: str, written: str) -> None:
    """Missing dots, spaces for hyphens, the word for the kind left out or added: the meaning stays clear."""
    assert {directory().resolve(reference).code for reference in written.split(";")} == {code}


def test_a_name_is_not_swallowed_by_a_longer_one() -> None:
    """Whole names are compared: Pohjanmaa is a county of its own beside three that end in its name."""
    expected = {"Pohjanmaa": "17", "Österbotten": "17", "Ostrobothnia": "17", "Etelä-Pohjanmaa": "16"}
    expected |= {"Keski-Pohjanmaa": "18", "Pohjois-Pohjanmaa": "19", "Keski-Suomi": "15", "Sisä-Suomi": "S-S"}
    expected |= {"Tillstånds- och tillsynsverket": "LVV"}
    expected |= {"Tillstånds- och tillsynsverket för social- och hälsovården": "VALVIRA"}
    assert {reference: directory().resolve(reference).code for reference in expected} == expected


def test_the_word_for_a_kind_is_only_tolerated_on_that_kind() -> None:
    """Helsinki is no county, a county is no collaborative area: such a name is refused, not bent."""
    for reference in ("Helsinki hyvinvointialue", "Etelä-Suomen hyvinvointialue", "Lapin yhteistyöalue"):
        assert refused(reference).code == "unknown-actor"


def test_code_22_is_refused_with_helsinkis_code() -> None:
    """Helsinki stands after the 21 counties in lists, yet its code is 90."""
    error = refused("22")
    assert (error.code, error.nearest) == ("no-such-county-code", ("helsinki",))
    assert error.try_next == "ohjaus actor show helsinki"
    assert error.message == "There is no code 22: the counties are 01–21, and the City of Helsinki is 90."


@pytest.mark.parametrize("reference", ["91", "Åland", "Ahvenanmaa", " åland "])
def test_aland_is_refused_as_outside_the_reform(reference: str) -> None:
    """Statistics know Åland as 91; the reform does not reach it."""
    error = refused(reference)
    assert (error.code, error.nearest, error.basis) == ("outside-reform", (), ("616/2021 7 §",))
    assert "outside the reform" in error.message
    assert error.missing[0].text.fi.startswith("Ahvenanmaa (91) ei kuulu")


@pytest.mark.parametrize(
    ("reference", "first"),
    [
        ("Itä-Uusima", "itauusimaa"),
        ("Pohjanma", "pohjanmaa"),
        ("Vantaa", "vantaajakerava"),
        ("Kymenlakso", "kymenlaakso"),
        ("Ostra Nyladn", "itauusimaa"),
        ("Lapland county", "lappi"),
        ("Valtiovarainministerö", "valtiovarainministerio"),
        ("1", "itauusimaa"),
    ],
)
def test_a_misspelling_is_refused_with_the_nearest_matches(reference: str, first: str) -> None:
    """What was probably meant comes first, and the next command shows it."""
    error = refused(reference)
    assert (error.code, error.nearest[0]) == ("unknown-actor", first)
    assert error.try_next == f"ohjaus actor show {first}"
    assert directory().resolve(first).name.fi in error.message
    assert error.details == {"reference": reference, "nearest": error.nearest}


def test_nearest_matches_are_told_in_order() -> None:
    """A name that is part of several brings them all, the likest first, by code among equals."""
    assert refused("Uusimaa").nearest == ("itauusimaa", "lansiuusimaa", "keskiuusimaa")
    assert refused("Pohjanma").message == (
        "Nobody in the directory is known as 'Pohjanma'. "
        "Nearest: 17 Pohjanmaa, 16 Etelä-Pohjanmaa, 18 Keski-Pohjanmaa, 19 Pohjois-Pohjanmaa."
    )


def test_what_resembles_nobody_is_refused_with_the_list() -> None:
    """Without a likely match the next command is the list of actors."""
    for reference in ("", " ", "zzzz", "23", "00", "0/1", "hyvinvointialue", "\ud800\u202e", "?" * 200):
        error = refused(reference)
        assert (error.code, error.nearest, error.try_next) == ("unknown-actor", (), "ohjaus actor list")


def test_an_overlong_reference_is_refused_without_being_compared() -> None:
    """Hostile lengths cost nothing, and the message stays short."""
    error = refused("Itä-Uusimaa" * 100_000)
    assert (error.code, error.nearest, len(error.message) < 120) == ("unknown-actor", (), True)
    assert max(len(reference) for actor in ACTORS for reference in own_references(actor)) < LONGEST_REFERENCE


def test_control_characters_in_a_reference_are_shown_not_obeyed() -> None:
    """The message of a refusal holds no escape sequence."""
    assert refused("\x1b[2Jzz").message.isprintable()


def test_by_code_takes_codes_only() -> None:
    """Programs ask by code; a slug or a number without its zero is refused, with what was meant."""
    assert directory().by_code("15").name.fi == "Keski-Suomi"
    for reference in ("keskisuomi", "hus", "22", "1"):
        with pytest.raises(NotFound):
            directory().by_code(reference)


@pytest.mark.parametrize("reference", ["AVI", "aluehallintovirasto", "Regionförvaltningsverken", "Valvira"])
def test_the_old_supervisors_resolve_by_date(reference: str) -> None:
    """Until 31.12.2025 the agency itself, from 1.1.2026 LVV with its tasks; undated, whoever was named."""
    named = directory().resolve(reference)
    assert named.code in {"AVI", "VALVIRA"}
    assert directory().resolve(reference, LAST_DAY_OF_THE_OLD_AGENCIES) == named
    assert directory().resolve(reference, FIRST_DAY_OF_LVV) == directory().by_code("LVV")


def test_a_resolved_successor_comes_with_a_note() -> None:
    """Who was named, who has the tasks, and why, in three languages."""
    match = directory().match("Valvira", FIRST_DAY_OF_LVV)
    assert (match.named.code, match.actor.code) == ("VALVIRA", "LVV")
    assert match.note == Label(
        "Valviran tehtävät siirtyivät Lupa- ja valvontavirastolle 1.1.2026.",
        "Valviras uppgifter övergick till Tillstånds- och tillsynsverket den 1 januari 2026.",
        "The tasks of Valvira passed to the Finnish Supervisory Agency on 1 January 2026.",
    )
    assert directory().match("Valvira", LAST_DAY_OF_THE_OLD_AGENCIES).note is None


def test_lvv_is_not_in_being_before_2026() -> None:
    """Two agencies had its tasks, so none is chosen: both are named."""
    assert directory().resolve("LVV", FIRST_DAY_OF_LVV).code == "LVV"
    error = refused("LVV", LAST_DAY_OF_THE_OLD_AGENCIES)
    assert (error.code, error.nearest) == ("actor-not-in-being", ("aluehallintovirastot", "valvira"))


def test_an_actor_without_dates_resolves_on_any_day() -> None:
    """The directory limits in time only those whose beginning or end it knows."""
    assert {directory().resolve("VM", on).code for on in (date(2015, 11, 30), date(2040, 1, 1))} == {"VM"}


def test_codes_slugs_and_names_belong_to_one_actor_each() -> None:
    """No reference is ambiguous, not even without case, dots, hyphens and spaces."""
    owners: dict[str, set[str]] = {}
    for actor in ACTORS:
        for reference in own_references(actor):
            owners.setdefault(fold(reference), set()).add(actor.code)
    assert {reference: found for reference, found in owners.items() if len(found) > 1} == {}
    for pieces in (codes(ACTORS), [actor.slug for actor in ACTORS]):
        assert len(set(pieces)) == len(ACTORS)


def test_two_actors_of_one_name_stop_the_index() -> None:
    """A directory in which a name is ambiguous answers nothing."""
    first, double = directory().by_code("01"), replace(directory().by_code("VM"), slug="itauusimaa")
    with pytest.raises(Fault, match="itauusimaa means both 01 and VM"):
        Resolver((first, double), ()).match("Lappi")


def test_slugs_are_the_finnish_short_name_in_plain_letters() -> None:
    """One rule: lower-case ASCII letters of the Finnish short name, nothing between them."""
    assert [actor.slug for actor in ACTORS] == [fold(actor.name.fi) for actor in ACTORS]
    assert all(actor.slug.isascii() and actor.slug.isalpha() and actor.slug.islower() for actor in ACTORS)


def test_official_finnish_names_are_in_the_genitive() -> None:
    """A county's official name bends its region's name as Finnish does."""
    assert ", ".join(actor.official_name.fi.removesuffix(" hyvinvointialue") for actor in counties()) == (
        "Itä-Uudenmaan, Keski-Uudenmaan, Länsi-Uudenmaan, Vantaan ja Keravan, Varsinais-Suomen, Satakunnan, "
        "Kanta-Hämeen, Pirkanmaan, Päijät-Hämeen, Kymenlaakson, Etelä-Karjalan, Etelä-Savon, Pohjois-Savon, "
        "Pohjois-Karjalan, Keski-Suomen, Etelä-Pohjanmaan, Pohjanmaan, Keski-Pohjanmaan, Pohjois-Pohjanmaan, "
        "Kainuun, Lapin"
    )


def test_a_county_is_told_whole() -> None:
    """One county as data: names, languages, area, bodies and council term."""
    data = directory().by_code("01").as_data()
    marks = data.pop("marks")
    assert data == {
        "code": "01",
        "slug": "itauusimaa",
        "kind": "county",
        "name": {"fi": "Itä-Uusimaa", "sv": "Östra Nyland", "en": "East Uusimaa"},
        "official_name": {
            "fi": "Itä-Uudenmaan hyvinvointialue",
            "sv": "Östra Nylands välfärdsområde",
            "en": "Wellbeing services county of East Uusimaa",
        },
        "languages": ["fi", "sv"],
        "bilingual": True,
        "area": "E-S",
        "university_hospital": False,
        "council": {"fi": "aluevaltuusto", "sv": "välfärdsområdesfullmäktige", "en": "county council"},
        "executive": {"fi": "aluehallitus", "sv": "välfärdsområdesstyrelse", "en": "county executive"},
        "council_term_from": "2025-06-01",
        "in_being_from": None,
        "in_being_until": None,
        "successor": None,
        "succession": None,
        "unsettled": [],
    }
    assert isinstance(marks, dict)
    assert marks["official_name.fi"] == {"source": "91/2022 1 §", "status": "statute"}


@pytest.mark.parametrize(
    ("area", "members"),
    [
        ("E-S", ("01", "02", "03", "04", "09", "10", "11", "90", "HUS")),
        ("I-S", ("12", "13", "14", "15")),
        ("S-S", ("07", "08", "16")),
        ("L-S", ("05", "06", "17")),
        ("P-S", ("18", "19", "20", "21")),
    ],
)
def test_each_collaborative_area_has_its_members_by_decree(area: str, members: tuple[str, ...]) -> None:
    """The members are those of decree 91/2022 1 §."""
    assert codes(directory().members(area)) == members


def test_areas_divide_the_steered_and_hold_one_university_hospital_each() -> None:
    """Every steered subject belongs to one area, and each area has one host with a university hospital."""
    groups = [directory().members(area.code) for area in directory().actors(Kind.COLLABORATIVE_AREA)]
    assert sorted(codes(tuple(chain.from_iterable(groups)))) == sorted(codes(steered()))
    hosts = [[actor.code for actor in group if actor.university_hospital] for group in groups]
    assert hosts == [["HUS"], ["13"], ["08"], ["05"], ["19"]]


def test_the_bilingual_counties_are_those_that_serve_in_both_languages() -> None:
    """The group of 612/2021 39 § lists exactly the steered who are bilingual, Helsinki and HUS among them."""
    assert codes(directory().members("BILINGUAL")) == tuple(actor.code for actor in steered() if actor.bilingual)
    assert directory().by_code("BILINGUAL").mark("members").status is Status.SECONDARY


def test_the_parties_of_a_case_are_the_members_or_the_subject_itself() -> None:
    """An area and a group act through each member; everybody else acts alone."""
    assert directory().parties("E-S") == ("01", "02", "03", "04", "09", "10", "11", "90", "HUS")
    assert directory().parties("BILINGUAL") == ("01", "03", "04", "05", "10", "17", "18", "90", "HUS")
    assert [directory().parties(code) for code in ("15", "90", "HUS", "FI")] == [("15",), ("90",), ("HUS",), ("FI",)]
    with pytest.raises(NotFound):
        directory().parties("X-S")


def test_only_an_area_and_a_group_have_members() -> None:
    """A county has no members, and a code that nobody has is refused."""
    assert directory().members("01") == ()
    with pytest.raises(NotFound):
        directory().members("X-S")


def test_bilingual_subjects_are_marked() -> None:
    """Seven counties, Helsinki and HUS serve in Finnish and Swedish; Lapland serves the Sámi too."""
    bilingual = " ".join(actor.code for actor in steered() if actor.bilingual)
    assert bilingual == "01 03 04 05 10 17 18 90 HUS"
    others = {actor.code: actor.languages for actor in steered() if not actor.bilingual}
    assert others.pop("21") == ("fi", "smi")
    assert set(others.values()) == {("fi",)}


def test_helsinki_and_hus_have_bodies_of_their_own() -> None:
    """A city council, and a meeting of members that no election fills."""
    helsinki, hus = directory().by_code("90"), directory().by_code("HUS")
    assert helsinki.council == Label("kaupunginvaltuusto", "stadsfullmäktige", "city council")
    assert hus.council == Label("yhtymäkokous", "sammanslutningens stämma", "General Meeting")
    assert (helsinki.council_term_from, hus.council_term_from) == (date(2025, 6, 1), None)


def test_every_piece_carries_a_source_and_what_is_not_settled_stays_visible() -> None:
    """Each name in each language has a source; the open ones are named."""
    for actor in ACTORS:
        marked = dict(actor.marks)
        fields = ["name", "official_name", *(["council", "executive"] if actor.council else [])]
        assert {f"{field}.{language}" for field in fields for language in ("fi", "sv", "en")} <= marked.keys()
        assert all(mark.source for mark in marked.values())
    assert {actor.code: actor.unsettled for actor in ACTORS if actor.unsettled} == {
        "HUS": ("name.en", "official_name.en", "council.en", "executive.en", "council_term_from"),
        **dict.fromkeys(("E-S", "I-S", "S-S", "L-S", "P-S"), ("name.en", "official_name.en")),
        "AVI": ("languages",),
        "HAO": ("languages",),
    }
    assert directory().by_code("01").mark("languages").status is Status.SECONDARY
