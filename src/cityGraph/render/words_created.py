"""The words of the answer of `new`, in the languages of the interface."""

from __future__ import annotations

CREATED_WORDS = {
    "zh-Hant": {
        "written": "{city} · id {id} · 已寫入 {folder}：",
        "next": "接下來：",
        "suggest": "從原文提出能證明的主張",
        "check": "用原文逐格檢查",
        "build": "寫出圖譜",
        "show": "圖譜怎樣說這個城市",
    },
    "zh-Hans": {
        "written": "{city} · id {id} · 已写入 {folder}：",
        "next": "接下来：",
        "suggest": "从原文提出能证明的主张",
        "check": "用原文逐格检查",
        "build": "写出图谱",
        "show": "图谱怎样说这个城市",
    },
    "en": {
        "written": "{city} · id {id} · written into {folder}:",
        "next": "Next:",
        "suggest": "propose claims that the texts prove",
        "check": "check each cell by the texts",
        "build": "write the graph",
        "show": "what the graph says of the city",
    },
}
