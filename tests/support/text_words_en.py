"""Words to put into an English text: those that any grammar names, written down without the tables of the proof."""

from __future__ import annotations

# Where a word is put: see `text_words.PLACES`.
PLACES_EN = {
    "denied": "verb",
    "doubted": "verb",
    "rumoured": "sentence",
    "conditional": "sentence",
    "conditional behind": "end",
    "taken back": "end",
    "denied behind": "end",
    "former": "verb",
    "planned": "verb",
    "an adverb": "verb",
    "a day": "sentence",
}
_WORDS = {
    "denied": "no longer|never|does not|refuses to|refused to|has yet to|failed to|has never|cannot|declined to",
    "doubted": "reportedly|allegedly|supposedly|perhaps|is said to have|may have|might have|possibly",
    "rumoured": "Rumour has it that|Some people say that|It is claimed that|According to unconfirmed reports,",
    "conditional": "If approved,|If the council agrees,|Provided that it is paid for,|Unless the court objects,",
    "conditional behind": ", if approved|, subject to approval|, provided that it is paid for|, if all goes well",
    "taken back": ", but later pulled out|, but has since withdrawn|, until it was cancelled|, but it was cancelled",
    "denied behind": ", which is not true|, but that was denied|, a claim that is false|, but the deal fell through",
    "former": "formerly|once|previously|used to|at one time|originally",
    "planned": "plans to|will|hopes to|intends to|wants to|is set to|is expected to|aims to|is to",
    "an adverb": "also|now|currently|successfully|again",
    "a day": "On Tuesday,|This week,|As everyone knows,|In the meantime,",
}
USUAL_EN = {kind: tuple(words.split("|")) for kind, words in _WORDS.items()}
