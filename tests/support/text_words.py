"""Words to put into a text: those that any grammar of Chinese names, written down without the tables of the proof.

The key says what a word does to the verb behind it; "an adverb" and "a day" change nothing.
"""

from __future__ import annotations

# Where a word is put: "verb" is right before the words of the relation, "part" the start of their part between commas,
# "sentence" the start of their sentence, "end" where their sentence or its part before a semicolon ends.
PLACES = {
    "denied": "verb",
    "doubted": "part",
    "conditional": "part",
    "taken back": "verb",
    "denied behind": "end",
    "former": "verb",
    "planned": "verb",
    "an adverb": "verb",
    "a day": "sentence",
}
_WORDS = {
    "denied": (
        "不 沒 沒有 無 未 非 不再 不會 不是 不曾 並非 並不 並未 從未 從不 尚未 絕不 決不 毫不 "
        "完全不 根本不 未能 未嘗 不肯 不願 不太 難以 無法 無意 拒絕 拒不 不打算 不準備 還沒 仍未 "
        "至今未 遲遲未 一直沒有 未必 勿 毋須"
    ),
    "doubted": (
        "據傳 據說 聽說 傳說 可能 也許 或許 大概 恐怕 似乎 有人說 有人建議 有傳言稱 網傳 坊間流傳 "
        "消息人士透露 業內人士猜測 專家建議 理論上 疑似 說不定 據不願具名的人士透露 有網友稱 市場傳聞 "
        "想必 興許 按理說 看樣子 道聽途說"
    ),
    "conditional": (
        "若獲批, 如果獲得批准, 倘若資金到位, 一旦條件成熟, 假如一切順利, 只要上級同意, 除非生變, "
        "要是談得攏, 在獲得批准的前提下, 如能獲批, 若條件允許, 假使有人出資, 待批准後, 萬一談成,"
    ),
    "taken back": (
        "放棄 停止 取消 暫緩 終止 中止 擱置 撤回 叫停 暫停 否決 推遲 婉拒 撤銷 放棄了 取消了 "
        "停止了 謝絕 宣布不再 收回 拖延 阻撓 反對 忘記 禁止"
    ),
    "denied behind": (
        ",但此事已被取消 ,後來告吹 的說法不實 ,結果未果 ,消息遭到否認 的計劃已擱置 的傳言並不屬實 ,此事純屬虛構 "
        ",但最終沒有成功 ,最後落空 ,不過這是謠言 的決定被撤銷 ,後被叫停 的方案遭否決 ,這並非事實 ,但並未兌現"
    ),
    "former": "曾 曾經 原 一度 過去 以前 從前 早年 當年 原本 原來 往年 起初",
    "planned": (
        "將 擬 有望 計劃 打算 預計 準備 即將 力爭 爭取 有意 希望 考慮 可望 將要 擬於明年 "
        "計劃於年底 明年 正謀劃 志在 承諾 醞釀 想"
    ),
    "an adverb": (
        "進一步 積極 不斷 大力 全面 深入 精心 認真 扎實 繼續 正式 全力 切實 率先 共同 同時 首次 "
        "也 還 始終 一直 穩步 有序 持續 悉心 高效 統一 主動 隨即"
    ),
    "a day": "今天, 日前, 當天, 上午, 這一年, 據悉, 據了解, 春日裡, 眾所周知,",
}
USUAL = {kind: tuple(words.split()) for kind, words in _WORDS.items()}
