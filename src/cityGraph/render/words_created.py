"""The words of the answer of `new`, in the languages of the interface."""

from __future__ import annotations

CREATED_WORDS = {
    "zh-Hant": {
        "written": "{city} · id {id} · 已寫入 {folder}：",
        "next": "接下來：",
        "suggest": "從原文提出能證明的主張",
        "check": "用原文逐格檢查",
        "build": "寫出圖譜",
        "about": "圖譜裡有什麼",
    },
    "zh-Hans": {
        "written": "{city} · id {id} · 已写入 {folder}：",
        "next": "接下来：",
        "suggest": "从原文提出能证明的主张",
        "check": "用原文逐格检查",
        "build": "写出图谱",
        "about": "图谱里有什么",
    },
    "en": {
        "written": "{city} · id {id} · written into {folder}:",
        "next": "Next:",
        "suggest": "propose claims that the texts prove",
        "check": "check each cell by the texts",
        "build": "write the graph",
        "about": "what the graph holds",
    },
}
