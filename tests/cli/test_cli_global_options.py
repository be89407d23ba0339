"""The names that --lang, --engine and --format understand."""

from __future__ import annotations

import os

import pytest

from cityGraph.cli.global_options import SourceName, settings
from support.process import inside, refusal


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        *((each, "zh-Hans") for each in ("zh", "cn", "zh-CN", "zh_CN.UTF-8", "zh-hans", "ZH-Hans-TW", "sg", "Hans")),
        *((each, "zh-Hant") for each in ("zh-TW", "tw", "hk", "zh-HK", "zh-Hant", "ZH-HANT-CN", "hant")),
        *((each, "en") for each in ("en", "EN", "en-US", "en_GB.UTF-8")),
    ],
)
def test_a_language_is_understood_by_its_usual_names(
    capfd: pytest.CaptureFixture[str], typed: str, language: str
) -> None:
    assert inside(capfd, "ask", "95", "--lang", typed) == inside(capfd, "ask", "95", "--lang", language)


@pytest.mark.parametrize("typed", ["fr", "fr-CN", "", "C.UTF-8", "us", "zzh", "中文"])
def test_another_language_is_wrong_usage_that_lists_those_there_are(
    capfd: pytest.CaptureFixture[str], typed: str
) -> None:
    assert "'zh-Hant', 'zh-Hans', 'en'" in refusal(inside(capfd, "--lang", typed, "ask"), 2)


def test_the_case_of_a_format_and_an_engine_does_not_matter(capfd: pytest.CaptureFixture[str]) -> None:
    plain = inside(capfd, "find", "太鋼", "--format", "json")
    assert plain.out.startswith("[")
    assert inside(capfd, "find", "太鋼", "--format", "JSON", "--engine", "OxiGraph") == plain


def test_urls_in_the_environment_are_not_split_at_their_colons() -> None:
    parts = ["a.ttl", "http://host:8000/query", "b.ttl"]
    assert SourceName().split_envvar_value(os.pathsep.join([*parts, ""])) == parts


def test_there_are_no_settings_outside_of_a_command() -> None:
    assert settings(None) == {}
