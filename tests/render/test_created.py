"""How the answer of new reads: what was written, and commands that can be copied."""

from __future__ import annotations

import pytest

from cityGraph.model.created import Created
from cityGraph.render.columns import width
from cityGraph.render.created import created_text
from support.process import LANGUAGES, controls

MADE = Created(
    "my city", "乙市", "yishi", ("README.md", "texts/a.txt"), ('suggest "my city"', 'build "my city" --check')
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_stands_on_one_line_with_what_it_does(language: str) -> None:
    text = created_text(MADE, language, 90, "citygraph --lang en")
    lines = text.splitlines()
    assert lines[-2].startswith('  citygraph --lang en suggest "my city"         ')
    assert lines[-1].startswith('  citygraph --lang en build "my city" --check   ')
    assert all(width(line) <= 90 for line in lines)
    assert "乙市" in lines[0]
    assert "README.md" in lines[1]


def test_where_both_do_not_fit_what_it_does_stands_below() -> None:
    lines = created_text(MADE, "en", 40).splitlines()
    assert lines[-4:] == [
        '  citygraph suggest "my city"',
        "    propose claims that the texts prove",
        '  citygraph build "my city" --check',
        "    check each cell by the texts",
    ]


def test_a_name_of_a_file_commands_no_terminal() -> None:
    assert not controls(created_text(MADE.replace(folder="a\x1b[31m", files=("b\x1b[0m",)), "en", 80))


def test_json_has_all_of_it() -> None:
    assert MADE.as_json() == {
        "folder": "my city",
        "city": "乙市",
        "id": "yishi",
        "files": ["README.md", "texts/a.txt"],
        "next": ['suggest "my city"', 'build "my city" --check'],
        "notes": [],
    }
