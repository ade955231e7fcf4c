"""Stating at recording that an act, a note or a document is less public than it is otherwise: never more public.

`--publicity secret --secrecy-ground "24.1 § 7"` is about the whole act; `--secret-doc` about one document of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cli.frame.command import option
from engine.errors import InputRejected, Refused
from engine.law import Label

if TYPE_CHECKING:
    from engine.envelope import DocumentRef

_F = TypeVar("_F", bound=Callable[..., Any])

ALWAYS_SHOWN: Final = frozenset({"diary_number_assigned"})
"""Facts of which nothing can be secret: the register of matters is public (621/1999 6 § 1 mom. 1 kohta)."""

_CLASS = Label(
    "internal (sisäinen) tai secret (salassa pidettävä), kun muutoin julkisempi",
    "internal (intern) eller secret (sekretessbelagd), då den annars är mer offentlig",
    "internal or secret, where it would be more public otherwise",
)
_GROUND = Label(
    'salassapitoperuste, kuten "24.1 § 7"; `ohjaus explain publicity` luettelee ne',
    'sekretessgrund, såsom "24.1 § 7"; `ohjaus explain publicity` räknar upp dem',
    'ground of secrecy, such as "24.1 § 7"; `ohjaus explain publicity` lists them',
)
_SECRET_DOC = Label(
    "asiakirja kuten --doc, mutta salassa pidettävä perusteella --secrecy-ground",
    "en handling som --doc, men sekretessbelagd på --secrecy-ground",
    "a document as with --doc, but secret on the --secrecy-ground",
)


def publicity_options(*, briefly: bool = True, documents: bool = False) -> Callable[[_F], _F]:
    """Adds the options to a command; `briefly` lets the ground be named as --ground too, `documents` single ones."""

    def decorate(function: _F) -> _F:
        if documents:
            secret = option("--secret-doc", "secret_docs", multiple=True, metavar="KIND=REF", about=_SECRET_DOC)
            function = secret(function)
        names = ("--secrecy-ground", "--ground") if briefly else ("--secrecy-ground",)
        function = option(*names, "secrecy_ground", metavar="GROUND", about=_GROUND)(function)
        return option("--publicity", metavar="internal|secret", about=_CLASS)(function)

    return decorate


def stated(
    publicity: str | None, ground: str | None, *, fact: str, declared: str, documents: bool = False
) -> tuple[str | None, str | None]:
    """Gives the class and the ground as they are recorded, None where nothing was stated of the act itself.

    Raises:
        InputRejected: `publicity-unknown`, `ground-unknown`, `ground-lacking`, `ground-alone`.
        Refused: `publicity-lower`, it would be more public; `publicity-fixed`, nothing of this fact can be secret.
    """
    from engine.publicity import Publicity
    from procedures.publicity import publicity_table

    known = None if ground is None else publicity_table().ground(ground).id
    if publicity is None:
        if known is not None and not documents:
            raise InputRejected(
                "ground-alone",
                "A ground of secrecy says nothing without --publicity secret.",
                details={"given": ground or ""},
            )
        return None, None
    if publicity not in set(Publicity):
        raise InputRejected(
            "publicity-unknown",
            f"{publicity!r} is no class of publicity: {', '.join(Publicity)}.",
            details={"given": publicity, "known": ", ".join(Publicity)},
        )
    if Publicity(publicity).rank < Publicity(declared).rank:
        raise Refused(
            "publicity-lower",
            f"{fact} is {declared} by its declaration; it can be made less public, not {publicity}.",
            details={"fact": fact, "declared": declared, "given": publicity},
        )
    if publicity == Publicity.SECRET and fact in ALWAYS_SHOWN:
        raise Refused(
            "publicity-fixed",
            f"{fact} is an entry of the case register, which is public.",
            basis=("621/1999 6 § 1 mom. 1 kohta",),
            details={"fact": fact},
        )
    if publicity == Publicity.SECRET and known is None:
        raise InputRejected(
            "ground-lacking",
            "What is secret is secret on a ground of the law; name it with --secrecy-ground.",
            try_next="ohjaus explain publicity",
        )
    return publicity, known


def made_secret(documents: Iterable[DocumentRef], ground: str | None) -> tuple[DocumentRef, ...]:
    """Gives documents as secret on a ground.

    Raises:
        InputRejected: `ground-lacking`, `ground-unknown`.
    """
    import msgspec

    from engine.publicity import Publicity
    from procedures.publicity import publicity_table

    listed = tuple(documents)
    if listed and ground is None:
        raise InputRejected(
            "ground-lacking",
            "What is secret is secret on a ground of the law; name it with --secrecy-ground.",
            try_next="ohjaus explain publicity",
        )
    if not listed or ground is None:
        return ()
    known = publicity_table().ground(ground).id
    return tuple(msgspec.structs.replace(one, publicity=str(Publicity.SECRET), ground=known) for one in listed)
