"""What all verbs share: how they take the names of options, and what their answers print."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Verb = TypeVar("Verb", bound="Callable[..., Any]")
# An option as the shell spells it, and the keyword of Python that takes several.
_PLURALS = {"kind": "kinds", "relation": "relations", "status": "statuses", "avoid_kind": "avoid_kinds"}
_PLURALS |= {"source": "sources"}
_LISTS = frozenset((*_PLURALS.values(), "avoid", "expand"))


class OfRelation(TypedDict, total=False):
    """What verbs also take, spelled as in the shell.

    Attributes:
        relation: The same as ``relations``; a name or several.
    """

    relation: str | Iterable[str]


class OfKind(TypedDict, total=False):
    """What verbs also take, spelled as in the shell.

    Attributes:
        kind: The same as ``kinds``; a name or several.
        status: The same as ``statuses``; a name or several.
    """

    kind: str | Iterable[str]
    status: str | Iterable[str]


class OfEdge(OfKind, OfRelation, total=False):
    """What verbs on edges also take, spelled as in the shell."""


class OfSource(OfEdge, total=False):
    """What verbs on edges and their sources also take, spelled as in the shell.

    Attributes:
        source: The same as ``sources``; a name or several.
    """

    source: str | Iterable[str]


def verb(text: str = "") -> Callable[[Verb], Verb]:
    """Return a decorator that every verb with options or an answer to print has.

    The verb takes each option under both of its names, ``kind`` as in the shell and ``kinds``, and a single name in
    the place of a list. Lists of names stand for the names in them. Its answer prints as in the shell.

    Args:
        text: The function that writes the answer as text, as ``room.module.function``. Empty if the answer has none.

    Returns:
        The decorator.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open(language="en")
        >>> one = cg.neighbors(city, "TISCO", relation="supports", status="plan")
        >>> one == cg.neighbors(city, "TISCO", relations=["supports"], statuses=["plan"])
        True
        >>> "Taiyuan" in str(one)
        True
    """

    def decorated(function: Verb) -> Verb:
        code = function.__code__
        known = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        takes_names = bool(code.co_flags & 0x04)

        @wraps(function)
        def called(city: Any, *names: Any, **options: Any) -> Any:
            if takes_names:
                names = tuple(each for name in names for each in ((name,) if isinstance(name, str) else name))
            answer = function(city, *names, **_spelled(function.__name__, options, known))
            if text and isinstance(answer, Noun):
                answer.__dict__["_printed"] = (text, city.language)
            return answer

        return called  # type: ignore[return-value]

    return decorated


def _spelled(name: str, options: dict[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    """Return the options under the names that a verb has for them, with a list where it takes a list."""
    spelled: dict[str, Any] = {}
    for option, value in options.items():
        plural = _PLURALS.get(option, option)
        taken = plural if option not in known and plural in known else option
        if taken not in known:
            raise TypeError(f"{name}() got an unexpected keyword argument {option!r}")
        if taken in spelled:
            other = next(each for each in options if each != option and taken in (each, _PLURALS.get(each)))
            raise TypeError(f"{name}() got both {other!r} and {option!r}; give one of them")
        spelled[taken] = (value,) if taken in _LISTS and isinstance(value, str) else value
    return spelled
