"""The frozen base class of every value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

Item = TypeVar("Item")


@dataclass_transform(frozen_default=True)
class Noun:
    """A frozen value whose fields are the annotations of its class.

    Two nouns are equal if they have the same class and equal fields. A noun does what a frozen dataclass does, without
    the half millisecond of code generation that each dataclass costs at start.

    Attributes:
        fields: The names of the fields, in order. A class attribute.

    Examples:
        >>> from cityGraph import Relation
        >>> Relation("urn:r", "受支持") == Relation(iri="urn:r", label="受支持")
        True
    """

    fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.fields = tuple(cls.__annotations__)

    def __init__(self, *values: Any, **named: Any) -> None:
        given = dict(zip(self.fields, values, strict=False))
        if len(values) > len(self.fields) or given.keys() & named.keys() or named.keys() - set(self.fields):
            wrong = next((name for name in named if name in given or name not in self.fields), None)
            problem = f"{len(values)} values are too many" if wrong is None else f"{wrong!r} is unknown or given twice"
            raise TypeError(f"{type(self).__name__}(): {problem}. Fields: {', '.join(self.fields)}.")
        given.update(named)
        for field in self.fields:
            if field not in given and not hasattr(type(self), field):
                raise TypeError(f"{type(self).__name__}() needs a value for {field!r}.")
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(
            f"{type(self).__name__} is read-only: {name!r} cannot be set. Use .replace({name}=…) for a changed copy."
        )

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is read-only: {name!r} cannot be deleted.")

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field) for field in self.fields)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = ", ".join(f"{field}={_brief(getattr(self, field))}" for field in self.fields)
        return f"{type(self).__name__}({shown})"

    def __str__(self) -> str:
        """Return what the shell prints for the answer of a verb, without a line end; the same as `repr` for others."""
        if "_printed" not in self.__dict__:
            return repr(self)
        from importlib import import_module

        # The verb knows which function writes its answer; this room knows no other.
        text, language = self.__dict__["_printed"]
        module, _, name = text.rpartition(".")
        written: str = getattr(import_module(f"cityGraph.{module}"), name)(self, language, 80)
        return written.rstrip("\n")

    def _repr_html_(self) -> str | None:
        """Return the noun as an HTML table for a notebook, or None if it has a picture to show instead."""
        from .notebook import html

        return None if hasattr(self, "_repr_svg_") else html(self)

    def replace(self, **changes: Any) -> Self:
        """Return a copy with some fields changed.

        Args:
            **changes: The new value of each field to change, by name.

        Returns:
            The copy.

        Raises:
            TypeError: There is no field of this name.

        Examples:
            >>> from cityGraph import Relation
            >>> Relation("urn:r", "受支持").replace(label="supported by").label
            'supported by'
        """
        copy = type(self)(**{field: getattr(self, field) for field in self.fields} | changes)
        if "_printed" in self.__dict__:
            copy.__dict__["_printed"] = self.__dict__["_printed"]
        return copy


def _brief(value: Any) -> str:
    """Return the `repr` of a field; of a list of nouns, or of anything long, only how many there are."""
    if isinstance(value, tuple) and value and isinstance(value[0], Noun):
        return f"<{len(value)} {type(value[0]).__name__}>"
    return f"<{len(value)} items>" if isinstance(value, tuple | dict) and len(value) > 10 else repr(value)


class Listing(Noun, Generic[Item]):
    """A noun that is a sequence: it has the length and the items of one of its fields.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.claims(cg.open(), "晶科")
        >>> len(found) == len(found.claims), found[0] == found.claims[0]
        (True, True)
    """

    _listed: ClassVar[str]  # the name of this field, which holds a tuple

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items())

    def __getitem__(self, index: int) -> Item:
        return self._items()[index]

    def __len__(self) -> int:
        return len(self._items())

    def _items(self) -> tuple[Item, ...]:
        items: tuple[Item, ...] = getattr(self, self._listed)
        return items
