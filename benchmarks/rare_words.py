"""Words that turn a sentence round and that few grammars name: how many such changes of a text slip through the proof.

They measure what the tables of the proof do not have. So no word goes from here into a table for its own sake.
"""

from __future__ import annotations

from cityGraph.proof.folded import folded
from cityGraph.proof.tables import table

_WORDS = {
    "denied": (
        "何嘗 豈會 休想 懶得 羞於 不屑於 壓根沒 從來沒 死活不 打死不 "
        "懶於 恥於 無心 無力 無暇 無緣 無從 不願真正 沒能 絕非"
    ),
    "doubted": (
        "依稀 仿佛 貌似 大抵 風聞 耳聞 謠傳 盛傳 姑且 "
        "八成 十有八九 保不準 權且 有傳 據小道消息 有帖子稱 傳言中 道聽途說地"
    ),
    "conditional": (
        "倘談妥, 苟有餘力, 若非生變, 如若談妥, 設若獲准, 但凡有錢, 除非缺錢, 假設批准, 視情況, 條件具備後, 取決於上級,"
    ),
    "taken back": ("棄置 打消 懸置 割捨 甩開 退出 剝離 削減 縮減 解散 冷落 忽略 疏遠 逃避 敷衍 抵制"),
    "denied behind": (
        ",可惜黃了 ,終成泡影 ,不了了之 ,胎死腹中 ,無疾而終 ,竹籃打水一場空 ,純係杜撰 ,查無此事 ,子虛烏有 ,無人相信"
    ),
    "former": ("昔日 昔年 舊時 早先 先前 彼時 當初 前些年 古時 上世紀 民國時 早些年 早年間 從前年間 往日 那時"),
    "planned": (
        "籌謀 圖謀 期盼 渴望 盼望 憧憬 靜待 預備 亟待 伺機 著眼於 瞄準 謀求 嚮往 有心 立志 意在 摩拳擦掌 寄望於 有待"
    ),
}
RARE = {kind: tuple(words.split()) for kind, words in _WORDS.items()}


def unknown(kind: str) -> tuple[str, ...]:
    """The words of a kind that the table of moods does not have."""
    known = {form for row in table("moods", "zh") for form in row["word"].split("|")}
    return tuple(word for word in RARE[kind] if folded(word).strip(",") not in known)
