"""The picture that an invocation asks for: by its as-of axes, its profile and its county."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.frame.invocation import Invocation
from cli.picture.assemble import picture_of
from cli.picture.gather import gather, public_only
from cli.picture.model import Picture
from cli.picture.telling import Teller
from engine.errors import InputRejected, NotFound

if TYPE_CHECKING:
    from cli.wiring import Record


def made(
    run: Invocation, profile: str = "all", county: str | None = None, *, with_secret: bool = False
) -> tuple[Picture, str | None]:
    """Makes the picture, and gives the code of the county that was asked for.

    Raises:
        NotFound: nobody, or none of the 23, is known by that reference.
        InputRejected: a county's profile without a county.
    """
    code = county_code(run, county)
    if profile == "county" and code is None:
        raise InputRejected(
            "picture-county-missing",
            "The profile of a county needs one: name it with --county.",
            try_next="ohjaus picture build --out DIR --profile county --county REF",
        )
    with run.record(with_secret=with_secret) as record:
        return picture_in(run, record, profile), code


def picture_in(run: Invocation, record: Record, profile: str = "all") -> Picture:
    """Makes the picture of an open record."""
    material = gather(run, record)
    declarations, directory = run.wiring.declarations, run.wiring.directory
    if profile == "public":
        material = public_only(material, declarations)
    return picture_of(material, declarations, directory, profile=profile)


def county_code(run: Invocation, reference: str | None) -> str | None:
    """Gives the code of one of the 23 by whatever a person calls it; None for None.

    Raises:
        NotFound: nobody is known by it, or it is none of the 23.
    """
    if reference is None:
        return None
    found = run.wiring.directory.resolve(reference)
    known = {one.code for one in run.wiring.directory.steered()}
    if found.code not in known:
        raise NotFound(
            "picture-county-unknown",
            f"{found.code} is none of the counties, Helsinki and HUS.",
            try_next="ohjaus actor list --kind county",
            details={"subject": found.code},
        )
    return found.code


def teller(run: Invocation, picture: Picture) -> Teller:
    """Gives who tells the picture in the language of the invocation."""
    return Teller(run.words, picture.names, part=picture.part)


def seen_as(run: Invocation, known_at: str) -> Invocation:
    """Gives the same invocation looking from another point of the log."""
    other = Invocation(run.peeked)
    other.given = {**run.given, "known_at": known_at}
    return other
