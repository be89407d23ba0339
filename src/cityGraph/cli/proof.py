"""Define the command `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..model.check import VERDICTS
from .inputs import read_words
from .options import Request, answer_options
from .verb import command

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Verdicts(click.ParamType[tuple[str, ...]]):
    """Verdicts with commas between them."""

    name = "verdicts"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Read verdicts.

        Args:
            value: What was typed.
            param: The option.
            ctx: The context of the command.

        Returns:
            The verdicts.
        """
        if isinstance(value, tuple):
            return value
        wanted = tuple(each.strip() for each in str(value).split(",") if each.strip())
        wrong = next((each for each in wanted if each not in VERDICTS), None)
        if wrong is not None or not wanted:
            self.fail(f"{wrong or value!r} is no verdict. Give one or more of: {','.join(VERDICTS)}.", param, ctx)
        return wanted

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        """List the verdicts that begin as the word being typed, behind those that are typed already.

        Args:
            ctx: The context of the command.
            param: The option.
            incomplete: The word as far as it is typed.

        Returns:
            The completions.
        """
        from click.shell_completion import CompletionItem

        del ctx, param
        before, comma, begun = incomplete.rpartition(",")
        return [CompletionItem(before + comma + each) for each in VERDICTS if each.startswith(begun)]


@command(
    "check 太鋼生產不銹鋼。",
    "check 'China Baowu owns 49% of TISCO.' --lang en",
    "check 太鋼是中國寶武的控股股東。 --format json",
)
@click.argument("text", metavar="TEXT|FILE|-")
@click.option(
    "--fail-on",
    type=_Verdicts(),
    default=(),
    metavar="VERDICTS",
    help="Exit with 1 if a sentence has one of these verdicts, such as differs,planned.",
)
@answer_options
def check(request: Request, text: str, fail_on: tuple[str, ...]) -> None:
    """Compare a text with what the sources say.

    TEXT is one or more sentences in Chinese or English, the name of a file of plain text or Markdown, or - for
    standard input. Each sentence gets a verdict. supported: a source says so. planned: the sentence states a fact, and
    the sources only plan it. differs: the sources give another number, unit, date or direction. not-said: no source
    says this. not-understood: nothing in it is known here. The check goes by words: if a sentence has words that no
    source accounts for, it is never called supported. Read the quotes yourself.
    """
    from ..proof.check import check as compute
    from ..render.check import check_text

    request.choose_format()
    words = read_words(text)
    answer = compute(request.city, words)
    request.write_answer(answer, lambda: check_text(answer, request.city.language, request.columns, request.style))
    if found := answer.of(*fail_on):
        from ..errors import CityGraphError

        several = ", ".join(dict.fromkeys(each.verdict for each in found))
        raise CityGraphError(f"{len(found)} of {len(answer)} sentences: {several}. They are listed above (--fail-on).")
