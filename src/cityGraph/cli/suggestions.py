"""Suggest what was probably meant by the name of a command or an option that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Words that people try, by the command that does what they mean. A word may stand under several.
VERB_WORDS = {
    "find": "search lookup locate get list ls grep entities 查 查找 搜索 搜尋 尋找 寻找",
    "show": "describe view display detail details open inspect cat entity 顯示 显示",
    "about": "info list ls stats statistics summary overview kinds types count counts sources 統計 统计 概況 概况",
    "neighbors": "links edges ties connections relations related neighbourhood neighborhood near 鄰居 邻居 關係 关系",
    "paths": "route connect connection between distance shortest-path 路徑 路径",
    "compare": "versus vs against side-by-side benchmark 比較 比较 對比 对比 並列 并列",
    "common": "shared share intersection both 共同",
    "central": "rank ranking centrality pagerank top important hubs 中心",
    "communities": "groups clusters cluster community leiden partition 社群 分組 分组",
    "similar": "like alike twins resemble 相似",
    "bridges": "cut articulation brokers",
    "targets": "goals goal indicators kpi 目標 目标",
    "projects": "works construction 項目 项目 工程",
    "timeline": "dates history calendar events years chronology when 時間線 时间线 大事記 大事记",
    "gaps": "missing holes 缺口",
    "claims": "facts statements assertions sentences 主張 主张",
    "cite": "citation citations cites quote quotes bibliography bibtex references reference footnote 引用 出處 出处",
    "diff": "changes changed delta versions difference differences 變化 变化 差異 差异",
    "check": "factcheck fact-check true 核對 核对 查證 查证 核實 核实",
    "validate": "lint verify prove proof shacl 檢查 检查 校驗 校验",
    "ask": "question questions catalogue catalog faq 問 问 提問 提问",
    "query": "sparql select sql 查詢 查询",
    "diagram": "draw graph plot picture image visualize visualise viz chart map svg png 畫 画 圖 图 畫圖 画图",
    "export": "dump save write convert download csv excel xlsx report dossier 匯出 导出 輸出 输出",
    "build": "sheets sheet spreadsheet make compile 建圖 建图 表格 匯入 导入",
    "merge": "unite union combine join fuse dedupe 合併 合并 併入 并入",
    "reconcile": "match matching lookup link names openrefine 比對 比对 對照 对照",
    "suggest": "propose extract annotate draft 建議 建议 提議 提议 抽取",
    "schema": "ontology vocabulary model classes",
    "--help": "manual man usage commands 幫助 帮助",
    "--version": "version 版本",
}
# The same for options.
OPTION_WORDS = {
    "--top": "--limit --max --count --number -n --head",
    "--from": "--input --file --data --graph --endpoint --url -f -i",
    "--lang": "--language --locale --l10n -l",
    "--output": "--out --file --save --to",
    "--quiet": "--silent --no-warnings -s",
    "--format": "--json --csv --type --output-format -t",
    "--version": "-v",
    "--inferred": "--inference",
    "--kind": "--type --class -k",
    "--hops": "--depth --steps --distance",
    "--max-hops": "--depth --hops --steps",
    "--source": "--sources --origin --article",
    "--status": "--state",
    "--relation": "--relations --predicate --edge --property",
}
_NEAR = 0.75  # likeness of a misspelled name (https://docs.python.org/3/library/difflib.html)
_VERY_NEAR = 0.85  # likeness of a misspelled word of the tables


def suggest(typed: str, names: Iterable[str], words: Mapping[str, str]) -> str:
    """Suggest names for one that does not exist.

    Args:
        typed: What was typed.
        names: The names that exist.
        words: Other words for each name, separated by spaces. Names that do not exist are ignored.

    Returns:
        A sentence after a space, such as " Did you mean 'find' or 'about'?". Empty if nothing is near.

    Examples:
        >>> suggest("search", ["find", "paths"], VERB_WORDS), suggest("stats", ["paths"], VERB_WORDS)
        (" Did you mean 'find'?", '')
    """
    found = nearest(typed, list(names), words)
    return f" Did you mean {' or '.join(map(repr, found))}?" if found else ""


def nearest(typed: str, names: list[str], words: Mapping[str, str]) -> list[str]:
    """Return the names that were probably meant: by meaning, else by their beginning, else by spelling.

    Args:
        typed: What was typed.
        names: The names that exist.
        words: Other words for each name, separated by spaces.

    Returns:
        At most three names; none if no name is near.

    Examples:
        >>> nearest("list", ["about", "claims", "find"], VERB_WORDS)
        ['find', 'about']
        >>> nearest("neighbours", ["bridges", "neighbors"], VERB_WORDS), nearest("coffee", ["cite"], VERB_WORDS)
        (['neighbors'], [])
    """
    from difflib import get_close_matches

    word = typed.casefold()
    other = {name: text.split() for name, text in words.items() if name in names}
    bare = word.strip("-")
    plain = {name.strip("-"): name for name in names if len(name.strip("-")) > 1}
    return (
        [name for name in names if name == word]
        or [name for name, each in other.items() if word in each]
        or [name for name in names if len(bare) > 2 and name.startswith(word)][:3]
        or [plain[each] for each in get_close_matches(bare, plain, n=1, cutoff=_NEAR)]
        or [
            name
            for name, each in other.items()
            if get_close_matches(bare, [one.strip("-") for one in each], cutoff=_VERY_NEAR)
        ][:3]
    )
