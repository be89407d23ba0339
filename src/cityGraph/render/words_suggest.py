"""The words of the answer of `suggest`, in the languages of the interface."""

from __future__ import annotations

SUGGEST_WORDS = {
    "zh-Hant": {
        "things": "{n} 個事物，寫入 {file}",
        "one_things": "1 個事物，寫入 {file}",
        "no_things": "沒有新的事物：{file}",
        "claims": "{n} 條主張，原文都能證實，寫入 {file}",
        "one_claims": "1 條主張，原文能證實，寫入 {file}",
        "no_claims": "沒有新的主張：{file}",
        "more": "… 另有 {n} 行",
        "next": "請逐行對照引文。認可的行，移到 things.csv 與 claims.csv：先事物，後主張。",
    },
    "zh-Hans": {
        "things": "{n} 个事物，写入 {file}",
        "one_things": "1 个事物，写入 {file}",
        "no_things": "没有新的事物：{file}",
        "claims": "{n} 条主张，原文都能证实，写入 {file}",
        "one_claims": "1 条主张，原文能证实，写入 {file}",
        "no_claims": "没有新的主张：{file}",
        "more": "… 另有 {n} 行",
        "next": "请逐行对照引文。认可的行，移到 things.csv 与 claims.csv：先事物，后主张。",
    },
    "en": {
        "things": "{n} things in {file}",
        "one_things": "1 thing in {file}",
        "no_things": "No things in {file}",
        "claims": "{n} claims in {file}, each proved by its text",
        "one_claims": "1 claim in {file}, proved by its text",
        "no_claims": "No claims in {file}",
        "more": "… {n} more rows",
        "next": "Read each row beside its quote. Move what you accept to things.csv and claims.csv, things first.",
    },
}
