"""Quotations: where they begin and end, whose they are, and speech without a word of saying."""

from __future__ import annotations

import pytest

from kg.extract.attribution import cues, quotes
from kg.extract.attribution.cue import Cue
from tests.extract.made import DE, doc, forms

FLAT = "{}/=/X/0/dep"


def plain(text: str) -> str:
    """Words without syntax."""
    return " ".join(FLAT.format(word) for word in text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„ Wir wissen davon nichts “ sagte er", ["Wir wissen davon nichts"]),
        ("» Wir wissen davon nichts « sagte er", ["Wir wissen davon nichts"]),
        ("« Wir wissen davon nichts » sagte er", ["Wir wissen davon nichts"]),
        ("“ Wir wissen davon nichts ” sagte er", ["Wir wissen davon nichts"]),
        ('" Wir wissen davon nichts " sagte er', ["Wir wissen davon nichts"]),
        ("„ Wir wissen davon nichts ” sagte er", ["Wir wissen davon nichts"]),
        (
            "„ Wir wissen davon nichts “ sagte er „ und wollen auch nicht “",
            ["Wir wissen davon nichts", "und wollen auch nicht"],
        ),
        ("„ Fake News “ sagte er", []),  # a word in quotes
        ("„ Wir wissen davon nichts sagte er", []),  # open
        ("„ Wir wissen davon ⏎⏎ nichts mehr “", []),  # over paragraphs
        ("„ Wir wissen ⏎ davon nichts “", ["Wir wissen\n davon nichts"]),  # a line break is no paragraph
        ("„ Wir wissen » von ihm « leider nichts “", ["Wir wissen » von ihm « leider nichts"]),  # one in another
        # the same marks within
        ("„ Wir wissen von „ Kreisen “ leider nichts “", ["Wir wissen von „ Kreisen “ leider nichts"]),
        ("„ Wir wissen von „ Kreisen “ leider nichts", ["Wir wissen von „ Kreisen"]),  # closed once
        ("Wir wissen davon nichts “", []),
        ("“ Wir wissen davon nichts “", []),  # opens twice
        # a name in a compound is closed within the word
        ("Der „ Merkur“-Bericht stimmt „ Wir wissen davon nichts “", ["Wir wissen davon nichts"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    parsed = doc(plain(text))
    spans = [span.text.replace(" \n ", "\n ") for span in quotes.quotations(parsed)]
    assert expected == spans


def quote(begin: int, head: int, relation: str = "ccomp") -> str:
    """Six tokens: a quotation in its marks whose verb hangs on `head`."""
    verb = begin + 2
    return (
        f"„/=/PUNCT/{verb}/punct Wir/wir/PRON/{verb}/nsubj schlafen/=/VERB/{head}/{relation if head else 'ROOT'}/Fin "
        f"hier/=/ADV/{verb}/advmod gut/=/ADV/{verb}/advmod “/=/PUNCT/{verb}/punct"
    )


def attached(*sentences: str) -> list[tuple[str, str, list[str], str]]:
    """Each cue: its word, the way of speech, its quotations and sources."""
    parsed = doc(*sentences)
    found = [c for s in parsed.sents for c in cues.find(s, DE)]
    made = quotes.attach(parsed, list(quotes.quotations(parsed)), found, DE)
    return [(c.token.text, c.speech, [q.text for q in c.quotes], forms(c.sources)) for c in made]


WORDS = "Wir schlafen hier gut"


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (  # the verb in the same sentence
            [f"{quote(1, 8)} ,/=/PUNCT/8/punct sagte/sagen/VERB/0/ROOT/Fin Meier/=/PROPN/8/nsubj//PER"],
            [("sagte", "direct", [WORDS], "Meier")],
        ),
        (  # whom the quotation addresses is not who speaks
            [
                "Meier/=/PROPN/2/nsubj//PER sagte/sagen/VERB/0/ROOT/Fin :/=/PUNCT/2/punct „/=/PUNCT/7/punct "
                "Herr/=/NOUN/2/nsubj Präsident/=/NOUN/5/flat schlafen/=/VERB/2/ccomp/Fin Sie/=/PRON/7/nsubj "
                "“/=/PUNCT/7/punct"
            ],
            [("sagte", "direct", ["Herr Präsident schlafen Sie"], "Meier")],
        ),
        (  # no word of saying before the colon, but somebody who acts
            ["Meier/=/PROPN/2/nsubj//PER lächelte/lächeln/VERB/0/ROOT/Fin :/=/PUNCT/2/punct", quote(1, 0)],
            [("schlafen", "direct", [WORDS], "Meier")],
        ),
        (  # no verb at all
            ["Sprecher/=/NOUN/0 :/=/PUNCT/1/punct", quote(1, 0)],
            [("schlafen", "direct", [WORDS], "Sprecher")],
        ),
        (  # nobody's
            ["Fazit/=/NOUN/0 :/=/PUNCT/1/punct", quote(1, 0)],
            [("schlafen", "direct", [WORDS], "")],
        ),
        (  # whose it is
            ["Seine/sein/DET/2/det:poss Sicht/=/NOUN/0 :/=/PUNCT/2/punct", quote(1, 0)],
            [("schlafen", "direct", [WORDS], "Seine")],
        ),
        (  # the parser sees two subjects, one of which can speak
            [
                "Plan/=/NOUN/2/nsubj verstieß/verstoßen/VERB/0/ROOT/Fin Meier/=/PROPN/2/nsubj//PER :/=/PUNCT/2/punct",
                quote(1, 0),
            ],
            [("schlafen", "direct", [WORDS], "Meier")],
        ),
        (  # "laut" begins another report
            [
                quote(1, 0),
                "Laut/laut/ADP/2/case Meier/=/PROPN/3/obl//PER regnet/regnen/VERB/0/ROOT/Fin es/=/PRON/3/nsubj",
            ],
            [("schlafen", "direct", [WORDS], ""), ("Laut", "indirect", [], "Meier")],
        ),
        (  # a colon at the end of the sentence before
            ["Meier/=/PROPN/2/nsubj//PER sagte/sagen/VERB/0/ROOT/Fin :/=/PUNCT/2/punct", quote(1, 0)],
            [("sagte", "direct", [WORDS], "Meier")],
        ),
        (  # no colon: whose it is, is not told
            ["Meier/=/PROPN/2/nsubj//PER sagte/sagen/VERB/0/ROOT/Fin ./=/PUNCT/2/punct", quote(1, 0)],
            [("sagte", "indirect", [], "Meier"), ("schlafen", "direct", [WORDS], "")],
        ),
        (  # the verb right behind, in a sentence of its own
            [quote(1, 0), "sagte/sagen/VERB/0/ROOT/Fin Meier/=/PROPN/1/nsubj//PER"],
            [("sagte", "direct", [WORDS], "Meier")],
        ),
        ([quote(1, 0)], [("schlafen", "direct", [WORDS], "")]),
        (  # two pieces, one claim
            [
                f"{quote(1, 7)} sagte/sagen/VERB/0/ROOT/Fin Meier/=/PROPN/7/nsubj//PER {quote(9, 7, 'parataxis')}",
            ],
            [("sagte", "direct", [WORDS, WORDS], "Meier")],
        ),
        (  # a verb that cannot carry a quotation
            [f"{quote(1, 8)} ,/=/PUNCT/8/punct lachte/lachen/VERB/0/ROOT/Fin Meier/=/PROPN/8/nsubj//PER"],
            [("schlafen", "direct", [WORDS], "")],
        ),
    ],
)
def test_attach(sentences: list[str], expected: list[tuple[str, str, list[str], str]]) -> None:
    assert expected == attached(*sentences)


def test_a_quotation_takes_the_cue_that_it_hangs_on() -> None:
    text = (
        "Roth/=/PROPN/2/nsubj//PER betonte/betonen/VERB/0/ROOT/Fin ,/=/PUNCT/5/punct Meier/=/PROPN/5/nsubj//PER "
        f"sagte/sagen/VERB/2/ccomp/Fin {quote(6, 2)}"
    )
    assert [WORDS] == {word: found for word, _, found, _ in attached(text)}["betonte"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er/er/PRON/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres krank/=/ADJ/0", "krank"),
        ("Er/er/PRON/3/nsubj ist/sein/AUX/3/cop/Fin.Ind.3.Pres krank/=/ADJ/0", ""),
        ("Er/er/PRON/3/nsubj wäre/sein/AUX/3/cop/Fin.Sub.3.Past krank/=/ADJ/0", ""),  # unreal, not reported
        ("Ich/ich/PRON/3/nsubj habe/haben/AUX/3/aux/Fin.Sub.1.Pres gelogen/lügen/VERB/0/ROOT/Part", ""),
        (  # no main clause
            "Wer/wer/PRON/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres "
            "krank/=/ADJ/4/csubj fehlt/fehlen/VERB/0/ROOT/Fin.Ind",
            "",
        ),
        (  # joined to one that is none
            "Er/er/PRON/2/nsubj staunt/staunen/VERB/0/ROOT/Fin.Ind dass/=/SCONJ/5/mark sie/=/PRON/5/nsubj "
            "schläft/schlafen/VERB/2/ccomp/Fin.Ind und/=/CCONJ/8/cc sie/=/PRON/8/nsubj "
            "komme/kommen/VERB/5/conj/Fin.Sub.3.Pres",
            "",
        ),
    ],
)
def test_free_speech(text: str, expected: str) -> None:
    (sentence,) = doc(text).sents
    assert expected == forms(c.token for c in quotes.free_speech(sentence, [], DE))


def test_speech_under_a_word_of_saying_is_not_free() -> None:
    (sentence,) = doc(
        "Er/er/PRON/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres krank/=/ADJ/0 ,/=/PUNCT/5/punct "
        "sagte/sagen/VERB/3/parataxis/Fin.Ind Meier/=/PROPN/5/nsubj//PER"
    ).sents
    found: list[Cue] = list(cues.find(sentence, DE))
    assert ["sagte"] == [c.token.text for c in found]
    assert [] == list(quotes.free_speech(sentence, found, DE))


def free(*sentences: str, goes_on: bool) -> list[tuple[str, str]]:
    """The speech without a word of saying of the last sentence, with its kind."""
    parsed = doc(*sentences)
    return [(c.token.text, c.speech) for c in quotes.free_speech(parsed.sents[-1], [], DE, goes_on=goes_on)]


@pytest.mark.parametrize(
    ("sentence", "goes_on", "expected"),
    [
        ("Er/=/PRON/2/nsubj schlafe/schlafen/VERB/0/ROOT/Fin.Sub.3.Pres.Sing", False, [("schlafe", "free")]),
        # a plural in the past subjunctive, only after reported speech
        ("Sie/=/PRON/2/nsubj schliefen/schlafen/VERB/0/ROOT/Fin.Sub.3.Past.Plur", True, [("schliefen", "free")]),
        ("Sie/=/PRON/2/nsubj schliefen/schlafen/VERB/0/ROOT/Fin.Sub.3.Past.Plur", False, []),
        ("Sie/=/PRON/2/nsubj schliefe/schlafen/VERB/0/ROOT/Fin.Sub.3.Past.Sing", True, []),
        (  # a singular only with an auxiliary
            "Er/=/PRON/3/nsubj hätte/haben/AUX/3/aux/Fin.Sub.3.Past.Sing geschlafen/schlafen/VERB/0/ROOT/Part",
            True,
            [("geschlafen", "free")],
        ),
        (
            "Er/=/PRON/3/nsubj hätte/haben/AUX/3/aux/Fin.Sub.3.Past.Sing geschlafen/schlafen/VERB/0/ROOT/Part",
            False,
            [],
        ),
        (  # a condition
            "Sie/=/PRON/2/nsubj schliefen/schlafen/VERB/0/ROOT/Fin.Sub.3.Past.Plur wenn/=/SCONJ/4/mark "
            "schneite/schneien/VERB/2/advcl/Fin",
            True,
            [],
        ),
        (  # no condition of the article, but its consequence; the tagger takes "würden" for an indicative
            "Sie/=/PRON/3/nsubj würden/werden/AUX/3/aux/Fin.Ind.3.Pres.Plur schlafen/=/VERB/0/ROOT/Inf "
            "wenn/=/SCONJ/5/mark schneite/schneien/VERB/3/advcl/Fin",
            True,
            [("schlafen", "free")],
        ),
        # a past that looks like the mood of another verb: "rasen", "rasten"
        ("Er/=/PRON/2/nsubj raste/rasten/VERB/0/ROOT/Fin.Sub.3.Pres.Sing", False, []),
        ("Er/=/PRON/2/nsubj raste/rasten/VERB/0/ROOT/Fin.Sub.3.Pres.Sing", True, [("raste", "free")]),
        (
            "Er/=/PRON/3/nsubj soll/sollen/AUX/3/aux/Fin.Ind.3.Pres schlafen/=/VERB/0/ROOT/Inf",
            False,
            [("schlafen", "hearsay")],
        ),
        ("Er/=/PRON/2/nsubj schläft/schlafen/VERB/0/ROOT/Fin.Ind.3.Pres", True, []),
    ],
)
def test_free_speech_and_hearsay(sentence: str, goes_on: bool, expected: list[tuple[str, str]]) -> None:
    assert expected == free(sentence, goes_on=goes_on)


def test_who_means_to_act_says_so_if_nobody_spoke() -> None:
    parsed = doc(
        "Kiew/=/PROPN/3/nsubj//LOC wolle/wollen/AUX/3/aux/Fin.Sub.3.Pres.Sing verhandeln/=/VERB/0/ROOT/Inf",
    )
    made = [list(quotes.free_speech(parsed.sents[-1], [], DE, spoken=spoken)) for spoken in (True, False)]
    assert [[()], [("Kiew",)]] == [[tuple(t.text for t in c.sources) for c in cues] for cues in made]


def test_what_tells_a_reproach_is_a_reproach() -> None:
    (sentence,) = doc("Er/=/PRON/2/nsubj schlafe/schlafen/VERB/0/ROOT/Fin.Sub.3.Pres.Sing").sents
    kinds = [cue.row.type for blames in (False, True) for cue in quotes.free_speech(sentence, [], DE, blames=blames)]
    assert ["Assertion", "Accusation"] == kinds


def test_a_clause_around_a_quotation_is_said_too() -> None:
    said = (
        "Kiew/=/PROPN/2/nsubj//LOC sagte/sagen/VERB/0/ROOT/Fin der/=/DET/4/det Angriff/=/NOUN/9/nsubj "
        "sei/sein/AUX/9/cop/Fin.Sub „/=/PUNCT/9/punct ein/=/DET/9/det schwerer/=/ADJ/9/amod Fehler/=/NOUN/2/ccomp "
        "dieser/=/DET/11/det Leute/=/NOUN/9/nmod “/=/PUNCT/9/punct"
    )
    parsed = doc(said)
    made = quotes.attach(parsed, list(quotes.quotations(parsed)), list(cues.find(parsed.sents[0], DE)), DE)
    attack = next(t for t in parsed if t.text == "Angriff")
    assert ["sagte"] == [c.token.text for c in cues.governing(attack, made)]
