"""The types of declared fields: what a value given as text is meant to be."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin


def plain_type(annotation: object) -> object:
    """Gives a type without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return plain_type(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kept = [one for one in get_args(annotation) if one is not NoneType]
        return plain_type(kept[0]) if len(kept) == 1 else annotation
    return annotation


def list_of(annotation: object) -> object:
    """Gives the type of a list's members; None for what is no list."""
    plain = plain_type(annotation)
    if get_origin(plain) in (list, tuple, set, frozenset):
        return get_args(plain)[0]
    return None
