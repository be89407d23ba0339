"""Mutants of the text: one place changed, so that the text no longer says a claim, or so that it still does.

The claim follows the text: its positions and quotes are those that a person would enter from the changed text. So only
what the words say can tell. The words put in are of two lists: words that any grammar names, written down without a look
at the tables of the proof (`USUAL`), and forms drawn from those tables (`known_words`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from cityGraph.model.claim import Claim, Entity, Value
from cityGraph.model.positions import Position, Range, parts, position, written
from cityGraph.proof.mentions import Mentions
from cityGraph.proof.prover import Prover
from cityGraph.proof.tables import table
from cityGraph.proof.text import Text, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .mutants import Mutator

NEUTRAL = ("an adverb", "a day", "a comma", "a blank line")
# What is put in, and where: "verb" is right before the words of the relation, "clause" the start of their sentence part,
# "sentence" the start of their sentence.
USUAL: dict[str, tuple[str, tuple[str, ...]]] = {
    "denied": (
        "verb",
        (
            *(
                "不",
                "沒",
                "沒有",
                "無",
                "未",
                "非",
                "不再",
                "不會",
                "不是",
                "不曾",
                "並非",
                "並不",
                "並未",
                "從未",
                "從不",
            ),
            *(
                "尚未",
                "絕不",
                "決不",
                "毫不",
                "完全不",
                "根本不",
                "未能",
                "未嘗",
                "不肯",
                "不願",
                "不太",
                "難以",
                "無法",
            ),
            *(
                "無意",
                "拒絕",
                "拒不",
                "不打算",
                "不準備",
                "還沒",
                "仍未",
                "至今未",
                "遲遲未",
                "一直沒有",
                "未必",
                "勿",
                "毋須",
            ),
        ),
    ),
    "doubted": (
        "clause",
        (
            *("據傳", "據說", "聽說", "傳說", "可能", "也許", "或許", "大概", "恐怕", "似乎", "有人說", "有人建議"),
            *("有傳言稱", "網傳", "坊間流傳", "消息人士透露", "業內人士猜測", "專家建議", "理論上", "疑似", "說不定"),
            *("據不願具名的人士透露", "有網友稱", "市場傳聞", "想必", "興許", "按理說", "看樣子", "道聽途說"),
        ),
    ),
    "conditional": (
        "clause",
        (
            *(
                "若獲批,",
                "如果獲得批准,",
                "倘若資金到位,",
                "一旦條件成熟,",
                "假如一切順利,",
                "只要上級同意,",
                "除非生變,",
            ),
            *(
                "要是談得攏,",
                "在獲得批准的前提下,",
                "如能獲批,",
                "若條件允許,",
                "假使有人出資,",
                "待批准後,",
                "萬一談成,",
            ),
        ),
    ),
    "taken back": (
        "verb",
        (
            *(
                "放棄",
                "停止",
                "取消",
                "暫緩",
                "終止",
                "中止",
                "擱置",
                "撤回",
                "叫停",
                "暫停",
                "否決",
                "推遲",
                "婉拒",
                "撤銷",
            ),
            *("放棄了", "取消了", "停止了", "謝絕", "宣布不再", "收回", "拖延", "阻撓", "反對", "忘記", "禁止"),
        ),
    ),
    "former": (
        "verb",
        ("曾", "曾經", "原", "一度", "過去", "以前", "從前", "早年", "當年", "原本", "原來", "往年", "起初"),
    ),
    "planned": (
        "verb",
        (
            *(
                "將",
                "擬",
                "有望",
                "計劃",
                "打算",
                "預計",
                "準備",
                "即將",
                "力爭",
                "爭取",
                "有意",
                "希望",
                "考慮",
                "可望",
            ),
            *("將要", "擬於明年", "計劃於年底", "明年", "正謀劃", "志在", "承諾", "醞釀", "想"),
        ),
    ),
    "an adverb": (
        "verb",
        (
            *(
                "進一步",
                "積極",
                "不斷",
                "大力",
                "全面",
                "深入",
                "著力",
                "認真",
                "扎實",
                "繼續",
                "正式",
                "全力",
                "切實",
                "率先",
            ),
            *(
                "共同",
                "同時",
                "首次",
                "也",
                "還",
                "始終",
                "一直",
                "穩步",
                "有序",
                "持續",
                "成功",
                "高效",
                "統一",
                "主動",
                "隨即",
            ),
        ),
    ),
    "a day": ("sentence", ("今天,", "日前,", "當天,", "上午,", "這一年,", "據悉,", "據了解,", "春日裡,", "眾所周知,")),
}
_MOODS = {"denied": "denied", "doubted": "hearsay", "former": "former", "planned": "planned"}
_STARTS = ",。﹔;;,——\n"


@dataclass(frozen=True)
class TextMutant:
    """A changed text, the claim as it stands there, and a line that says how."""

    kind: str
    claim: Claim
    text: Text
    paragraph: int
    how: str
    anchors: dict[str, Position]  # where the changed text has the words of things without a name

    @property
    def neutral(self) -> bool:
        """Whether the text still says the claim."""
        return self.kind in NEUTRAL


@dataclass
class TextVerdicts:
    """How many mutants of each kind were made, and those that were judged wrongly."""

    made: Counter[str]
    wrong: list[tuple[TextMutant, list[str]]]

    def share(self, neutral: bool) -> float:
        """The share of mutants judged rightly: of the neutral ones those accepted, of the others those refused."""
        made = sum(number for kind, number in self.made.items() if (kind in NEUTRAL) == neutral)
        return 1 - sum(mutant.neutral == neutral for mutant, _ in self.wrong) / (made or 1)

    def table(self) -> str:
        """A Markdown table by kind, with each wrong verdict below it."""
        wrong = Counter(mutant.kind for mutant, _ in self.wrong)
        lines = ["| change of the text | mutants | refused | accepted |", "|---|---|---|---|"]
        for kind, number in self.made.items():
            accepted = number - wrong[kind] if kind in NEUTRAL else wrong[kind]
            lines.append(f"| {kind} | {number} | {number - accepted} | {accepted} |")
        lines.append(f"| **all that change what it says** | | {self.share(False):.1%} | |")
        lines.append(f"| **all that change nothing** | | | {self.share(True):.1%} |")
        lines += [
            f"{'refused' if mutant.neutral else 'accepted'}: {mutant.kind}: {mutant.how}; found: {found}"
            for mutant, found in self.wrong
        ]
        return "\n".join(lines)


class TextMutator:
    """Changes the text of a city's claims one place at a time, and judges what the proof says then."""

    def __init__(self, judge: Mutator) -> None:
        self.judge_ = judge
        self.text = judge.text
        self.mentions = Mentions(judge.words, judge.text)

    def judge(self, count: int, seed: int, kinds: tuple[str, ...] = ()) -> TextVerdicts:
        """The verdicts on up to `count` mutants of each kind."""
        random = Random(seed)
        verdicts = TextVerdicts(Counter(), [])
        for kind in kinds or (*USUAL, "another number", "another name", "a comma", "a blank line"):
            claims = list(self.judge_.claims)
            random.shuffle(claims)
            mutants: list[TextMutant] = []
            for _ in range(3):  # a claim may be changed with several words
                for claim in claims:
                    if len(mutants) < count and (mutant := next(self._mutants(random, kind, claim), None)):
                        mutants.append(mutant)
            for mutant in {(each.claim.iri, each.how): each for each in mutants}.values():
                verdicts.made[kind] += 1
                found = self.found(mutant)
                if bool(found) == mutant.neutral:
                    verdicts.wrong.append((mutant, found))
        return verdicts

    def found(self, mutant: TextMutant) -> list[str]:
        """What the proof finds wrong with a claim in the changed text."""
        words = replace(self.judge_.words, anchors=mutant.anchors)
        prover = Prover(words, {self.judge_.source: mutant.text}, self.judge_.prover.in_use)
        mentions = Mentions(words, mutant.text)
        if mutant.paragraph in self.text.paragraphs and len(mutant.text.paragraphs) == len(self.text.paragraphs):
            # The other paragraphs are as they were: their names and cues need not be found again.
            only = Mentions(self.judge_.words, Text({mutant.paragraph: mutant.text.paragraphs[mutant.paragraph]}, ""))
            for what in ("names", "cues"):
                mentions.__dict__[what] = {**getattr(self.mentions, what), **getattr(only, what)}
        prover._mentions[self.judge_.source] = mentions
        return [f"{rule}: {message}" for rule, message in prover.check(mutant.claim)]

    # Making mutants -------------------------------------------------------------------------------------------------

    def _mutants(self, random: Random, kind: str, claim: Claim) -> Iterator[TextMutant]:
        roles = {role: position(where) for role, where in parts(claim.positions or "")}
        if kind in USUAL:
            yield from self._with_word(random, kind, claim, roles)
        elif kind == "another number":
            yield from self._with_digit(random, claim, roles)
        elif kind == "another name":
            yield from self._with_name(random, claim, roles)
        elif kind == "a comma":
            yield from self._with_comma(random, claim, roles)
        else:
            yield self._with_blank_line(random, claim)

    def _with_word(self, random: Random, kind: str, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        if "relation" not in roles or (kind == "planned" and claim.status != "realised"):
            return
        where, words = USUAL[kind]
        word = random.choice(known_words(_MOODS[kind]) if kind in _MOODS and random.random() < 0.4 else words)
        verb = roles["relation"][0]
        paragraph = self.text.paragraphs[verb.paragraph]
        at = verb.start
        if where != "verb":
            here = self.text.sentence(verb)
            first = min(each.start for each in (verb, roles["subject"][0]) if each.inside(here))
            at = here.start
            if where == "clause":
                at = max(at, *(paragraph.rfind(each, 0, first) + 1 for each in _STARTS))
        elif (subject := roles["subject"][0]).inside(
            Range(verb.paragraph, verb.end, len(paragraph))
        ) and kind == "planned":
            return  # a noun such as 鏈主 before its holder: no verb to plan
        yield from self._replaced(kind, claim, Range(verb.paragraph, at, at), word)

    def _with_digit(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        if not isinstance(claim.object, Value) or claim.object.language:
            return
        where = roles["object"][-1]
        words = self.text.words((where,)) or ""
        digits = [at for at, character in enumerate(words) if character.isdigit()]
        if digits:
            at = random.choice(digits)
            digit = random.choice([each for each in "123456789" if each != words[at]])
            start = where.start + at
            yield from self._replaced("another number", claim, Range(where.paragraph, start, start + 1), digit)

    def _with_name(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        role = random.choice(["subject", "object"])
        thing = claim.subject if role == "subject" else claim.object
        if not isinstance(thing, Entity) or len(roles[role]) > 1 or thing.iri in self.judge_.words.anchors:
            return
        own = self.judge_.words.names.get(thing.iri, frozenset())
        others = [each for each in self.judge_.by_kind[thing.kind] if each != thing]
        names = sorted(
            {name for each in others for name in self.judge_.words.names.get(each.iri, ()) if name not in own}
        )
        if names:
            yield from self._replaced("another name", claim, roles[role][0], random.choice(names))

    def _with_comma(self, random: Random, claim: Claim, roles: dict[str, Position]) -> Iterator[TextMutant]:
        where = roles["object"][0]
        paragraph = self.text.paragraphs[where.paragraph]
        commas = [at for at, character in enumerate(paragraph) if character == ","]
        if commas:
            at = random.choice(commas)
            yield from self._replaced("a comma", claim, Range(where.paragraph, at, at + 1), "\uff0c")

    def _with_blank_line(self, random: Random, claim: Claim) -> TextMutant:
        """A new paragraph of one line, above the claim or below it."""
        numbers = [number for number in self.text.paragraphs if number > 2]
        new = random.choice(numbers)
        paragraphs = {number + (number >= new): words for number, words in self.text.paragraphs.items()}
        paragraphs[new] = "本報訊"

        def moved(place: Range) -> Range:
            return place._replace(paragraph=place.paragraph + (place.paragraph >= new))

        text = Text(dict(sorted(paragraphs.items())), "")
        how = f"{_name(claim)}: above {new}"
        return TextMutant("a blank line", _follow(claim, moved, None), text, new, how, self._anchors(moved))

    def _anchors(self, moved: Callable[[Range], Range]) -> dict[str, Position]:
        return {thing: tuple(map(moved, where)) for thing, where in self.judge_.words.anchors.items()}

    def _replaced(self, kind: str, claim: Claim, where: Range, words: str) -> Iterator[TextMutant]:
        """The claim and the text with other words at a place; nothing if they would stand amid words of the claim."""
        number, start, end = where
        ranges = [each for _, place in parts(claim.positions or "") for each in position(place)]
        within = [each for each in ranges if each.paragraph == number and each.start < start and end < each.end]
        if within and start == end:
            return
        paragraph = self.text.paragraphs[number]
        text = Text({**self.text.paragraphs, number: paragraph[:start] + words + paragraph[end:]}, "")
        by = len(words) - (end - start)

        def moved(place: Range) -> Range:
            if place.paragraph != number:
                return place
            behind = place.start >= end and (place.start > start or start == end)
            first = place.start + (by if behind else 0)
            return Range(number, first, place.end + (by if place.end >= end and place.end > start else 0))

        context = paragraph[max(0, start - 6) : start], paragraph[end : end + 8]
        how = f"{_name(claim)}: {context[0]}[{words}]{context[1]}"
        yield TextMutant(kind, _follow(claim, moved, text), text, number, how, self._anchors(moved))


def known_words(mood: str) -> list[str]:
    """Forms of the proof's own table that give a mood to what stands behind them, as 繁體 and 简体 share them."""
    rows = [
        row for row in table("moods", "zh") if row["mood"] == mood and row["reach"] in ("clause", "plan", "sentence")
    ]
    return [form for row in rows for form in row["word"].split("|") if "#" not in form]


def _follow(claim: Claim, moved: Callable[[Range], Range], text: Text | None) -> Claim:
    """The claim with its positions and quotes where the changed text has them."""
    roles = "; ".join(
        f"{role} {written(tuple(moved(each) for each in position(where)))}"
        for role, where in parts(claim.positions or "")
    )
    evidence = []
    for passage in claim.evidence:
        old = place_of(passage)
        assert old is not None
        new = moved(old)
        phrase = passage.phrase if text is None else text.words((new,)) or ""
        if len(phrase) > 24:  # a person would quote less
            last = moved(position(dict(parts(claim.positions or ""))["object"])[-1])
            new = Range(new.paragraph, max(new.start, last.end - 24), max(new.start, last.end - 24) + 24)
            phrase = text.words((new,)) or "" if text else phrase
        evidence.append(passage.replace(paragraph=new.paragraph, start=new.start, end=new.end, phrase=phrase))
    return claim.replace(positions=roles, evidence=tuple(evidence))


def _name(claim: Claim) -> str:
    return claim.iri.rsplit("/", 1)[1]
