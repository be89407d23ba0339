"""Define a command that knows the global options and shows examples, and place options that stand before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .global_options import GLOBAL_OPTIONS, GlobalOption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Verb(click.Command):
    """A command with its own options, the global ones, and examples at the end of its help.

    Attributes:
        examples: What to type, each without ``citygraph`` in front.
    """

    examples: tuple[str, ...] = ()

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters.

        Args:
            ctx: The context of the command.

        Returns:
            The command's own, then the global options.
        """
        return [*super().get_params(ctx), *GLOBAL_OPTIONS]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Args:
            ctx: The context of the command.
            args: The arguments.

        Returns:
            What is left of them.

        Raises:
            click.UsageError: An option is not one of this command.
        """
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise no_such_option(error.option_name, self.get_params(ctx), ctx) from None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's own options, then the names of the global ones.

        Args:
            ctx: The context of the command.
            formatter: Takes the text.
        """
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        own = [option.get_help_record(ctx) for option in options if not isinstance(option, GlobalOption)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in own if record])
        with formatter.section("Options of every command (explained by: citygraph --help)"):
            formatter.write_text(", ".join(option.opts[0] for option in GLOBAL_OPTIONS))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples.

        Args:
            ctx: The context of the command.
            formatter: Takes the text.
        """
        del ctx
        if self.examples:
            with formatter.section("Examples"):
                for example in self.examples:
                    formatter.write(f"{' ' * formatter.current_indent}citygraph {example}\n")


def command(*examples: str) -> Callable[[Callable[..., None]], Verb]:
    """Return a decorator that makes a command of a function.

    Args:
        examples: Two or three examples for the help, each without ``citygraph`` in front. A test runs them.

    Returns:
        The decorator.
    """

    def decorated(function: Callable[..., None]) -> Verb:
        verb = click.command(cls=Verb)(function)
        verb.examples = examples
        return verb

    return decorated


def options_behind(args: list[str], first: Iterable[click.Parameter], verbs: Mapping[str, click.Command]) -> list[str]:
    """Move the options that stand before a command behind its name, so that the command reads them.

    Args:
        args: The arguments.
        first: The options that stay in front, such as ``--version``.
        verbs: All commands by name. They are looked up only if an option is no global one.

    Returns:
        The arguments in the new order. ``help`` becomes ``--help``. Without a command they are returned as they are.
    """
    stay = _arities(first)
    known = {**stay, **_arities(GLOBAL_OPTIONS)}
    front: list[str] = []
    moved: list[str] = []
    at = 0
    while at < len(args) and args[at].startswith("-") and args[at] not in ("-", "--"):
        if not all(name in known for name in _names(args[at])):
            known = {**_arities(param for each in verbs.values() for param in each.params), **known}
        end = at + 1 + _values(args[at], known)
        (front if _names(args[at])[0] in stay else moved).extend(args[at:end])
        at = end
    name, rest = args[at : at + 1], args[at + 1 :]
    if not name or name == ["--"]:
        return args
    if name == ["help"]:
        asked = next((each for each in rest if not each.startswith("-") and each != "help"), None)
        return [asked, "--help"] if asked else ["--help"]
    return [*front, *name, *moved, *rest]


def _arities(params: Iterable[click.Parameter]) -> dict[str, int]:
    """Return the number of values that each option takes, by each of its names."""
    options = [param for param in params if isinstance(param, click.Option)]
    return {
        name: 0 if option.is_flag or option.count else option.nargs
        for option in options
        for name in (*option.opts, *option.secondary_opts)
    }


def _names(word: str) -> list[str]:
    """Return the names of the options in a word: several if they are single letters."""
    return [word.partition("=")[0]] if word.startswith("--") else [f"-{letter}" for letter in word[1:]]


def _values(word: str, arities: Mapping[str, int]) -> int:
    """Return how many of the words after it belong to a word that holds options."""
    if word.startswith("--"):
        return 0 if "=" in word else arities.get(word, 0)
    for at, letter in enumerate(word[1:], 2):
        if count := arities.get(f"-{letter}", 0):
            return count if at == len(word) else count - 1
    return 0


def no_such_option(name: str, params: Iterable[click.Parameter], context: click.Context) -> click.UsageError:
    """Return the error for an option that a command does not have.

    Args:
        name: The option as it was typed.
        params: The parameters of the command.
        context: The context of the command.

    Returns:
        The error. It suggests the option that was probably meant, if there is one.
    """
    from .suggestions import OPTION_WORDS, suggest

    names = [
        each for param in params if isinstance(param, click.Option) for each in (*param.opts, *param.secondary_opts)
    ]
    of = "" if context.parent is None else f" for {context.info_name!r}"
    hint = suggest(name, names, OPTION_WORDS) or f" List them with: {context.command_path} --help"
    return click.UsageError(f"No such option {name!r}{of}.{hint}", context)
