"""German grammar on documents made by hand: what each component changes, and what it must leave alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.lang.de import grammar

NLP = spacy.blank("de")
TABLE = Path(grammar.__file__).parent / "verbs.tsv"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres"


def made(words: str, **fields: str) -> Doc:
    heads = [int(head) for head in fields.pop("heads", "").split()] or None
    return Doc(NLP.vocab, words=words.split(), heads=heads, **{k: v.split() for k, v in fields.items()})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lemma", "pos", "expected"),
    [("teilen", "VERB", "mitteilen"), ("mitteilen", "VERB", "mitteilen"), ("Teil", "NOUN", "Teil")],
)
def test_separable_verbs(lemma: str, pos: str, expected: str) -> None:
    doc = made("teilte mit", heads="0 0", deps="ROOT compound:prt", pos=f"{pos} ADP", lemmas=f"{lemma} mit")
    assert [expected, "mit"] == [token.lemma_ for token in grammar.separable_verbs(doc)]


@pytest.mark.parametrize(
    ("form", "morph", "mood"),
    [
        ("plane", PRESENT, "Sub"),
        ("sei", PRESENT, "Sub"),
        ("plant", PRESENT, "Ind"),
        ("will", PRESENT, "Ind"),
        ("habe", PRESENT.replace("3", "1"), "Ind"),  # "ich habe"
        ("plante", PRESENT.replace("Pres", "Past"), "Ind"),
    ],
)
def test_subjunctive(form: str, morph: str, mood: str) -> None:
    doc = made(form, pos="VERB", lemmas="x", morphs=morph)
    assert [mood] == grammar.subjunctive(doc)[0].morph.get("Mood")


@pytest.mark.parametrize(
    ("preposition", "auxiliary", "expected"),
    [("von", "aux:pass", "obl:agent"), ("von", "aux", "obl"), ("in", "aux:pass", "obl")],
)
def test_passive_agents(preposition: str, auxiliary: str, expected: str) -> None:
    doc = made(
        f"wurde {preposition} Polizisten verhaftet",
        heads="3 2 3 3",
        deps=f"{auxiliary} case obl ROOT",
        lemmas=f"werden {preposition} Polizist verhaften",
    )
    assert expected == grammar.passive_agents(doc)[2].dep_


@pytest.mark.parametrize(
    ("form", "pos", "lemma", "expected"),
    [
        ("griffen", "VERB", "griffen", "greifen"),
        ("gehört", "VERB", "hören", "hören"),  # one of two infinitives: the model chooses
        ("griffen", "NOUN", "Griff", "Griff"),
        ("twitterte", "VERB", "twittern", "twittern"),
    ],
)
def test_verb_lemmas(form: str, pos: str, lemma: str, expected: str) -> None:
    correct = grammar.verb_lemmas(NLP, "kg_verb_lemmas")
    assert expected == correct(made(form, pos=pos, lemmas=lemma))[0].lemma_


def test_verbs_table_is_well_formed() -> None:
    lines = [line for line in TABLE.read_text(encoding="utf8").splitlines() if not line.startswith("#")]
    assert "form\tinfinitives" == lines[0]
    rows = [line.split("\t") for line in lines[1:]]
    assert not [row for row in rows if 2 != len(row) or not all(row)]
    forms = [form for form, _ in rows]
    assert sorted(set(forms)) == forms
    assert not [form for form in forms if unicodedata.normalize("NFC", form) != form]


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "expected"),
    [
        ("durchsuchten", "durchsuchen", "VERB", True),
        ("teilte", "mitteilen", "VERB", True),
        ("arbeiteten", "arbeiten", "VERB", True),
        ("warten", "warten", "VERB", False),
        ("bitten", "bitten", "VERB", False),
        ("dürften", "dürfen", "AUX", False),
    ],
)
def test_weak_preterites(form: str, lemma: str, pos: str, expected: bool) -> None:
    doc = made(form, lemmas=lemma, pos=pos)
    assert expected is grammar.is_weak_preterite(doc[0])
    doc[0].set_morph("Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")  # type: ignore[attr-defined]
    assert expected is ("Past" in grammar.subjunctive(doc)[0].morph.get("Tense"))


def test_an_adposition_before_an_adverb_hangs_on_the_noun() -> None:
    doc = made(
        "nach offiziell bestätigten Angaben operiert",
        heads="1 2 3 4 4",
        deps="case advmod amod obl ROOT",
        pos="ADP ADV ADJ NOUN VERB",
    )
    assert "Angaben" == grammar.adpositions(doc)[0].head.text


def test_an_adposition_before_an_adverb_of_the_verb_stays() -> None:
    doc = made("bis gestern operiert", heads="1 2 2", deps="case advmod ROOT", pos="ADP ADV VERB")
    assert "gestern" == grammar.adpositions(doc)[0].head.text


@pytest.mark.parametrize(
    ("tag", "expected"), [("APPO", ("obl", "case", "Meldungen")), ("ADV", ("nsubj", "advmod", "frei"))]
)
def test_an_adposition_behind_its_noun(tag: str, expected: tuple[str, str, str]) -> None:
    doc = made(
        "Meldungen nach ist er frei",
        heads="4 4 4 4 4",
        deps="nsubj advmod cop nsubj ROOT",
        pos="NOUN ADP AUX PRON ADJ",
        tags=f"NN {tag} VAFIN PPER ADJD",
    )
    noun, adposition = grammar.adpositions(doc)[:2]
    assert expected == (noun.dep_, adposition.dep_, adposition.head.text)


def test_an_adposition_above_its_noun_changes_places_with_it() -> None:
    doc = made(
        "er ist Berichten zufolge frei",
        heads="4 4 3 4 4",
        deps="nsubj cop obl advmod ROOT",
        pos="PRON AUX NOUN ADP ADJ",
        tags="PPER VAFIN NN APPO ADJD",
    )
    noun, adposition = grammar.adpositions(doc)[2:4]
    assert ("frei", "obl", "case", "Berichten") == (noun.head.text, noun.dep_, adposition.dep_, adposition.head.text)


@given(
    st.permutations(range(6)),
    st.lists(st.integers(0, 5), min_size=6, max_size=6),
    st.lists(st.sampled_from(("NOUN", "ADP", "ADV", "ADJ", "VERB")), min_size=6, max_size=6),
)
def test_adpositions_leave_a_tree(order: list[int], places: list[int], kinds: list[str]) -> None:
    """Whatever tree the parser gives: a word that is above itself would be searched for ever."""
    above = {order[0]: order[0], **{order[i]: order[places[i] % i] for i in range(1, 6)}}
    heads = [above[i] for i in range(6)]
    doc = made(
        "a b c d e f",
        heads=" ".join(map(str, heads)),
        deps=" ".join(
            "ROOT" if heads[i] == i else "case" if kind == "ADP" and i % 2 else "obl" for i, kind in enumerate(kinds)
        ),
        pos=" ".join(kinds),
        tags=" ".join("APPO" if kind == "ADP" else "NN" for kind in kinds),
    )
    for token in grammar.adpositions(doc):
        path = [token]
        while path[-1].head != path[-1]:
            path.append(path[-1].head)
            assert len(path) <= len(doc)


def test_a_phrase_before_a_postposition_is_no_subject() -> None:
    doc = made(
        "Kiew zufolge starben Menschen", heads="2 0 2 2", deps="nsubj case ROOT nsubj", pos="PROPN ADP VERB NOUN"
    )
    assert ["obl", "nsubj"] == [grammar.adpositions(doc)[i].dep_ for i in (0, 3)]


def test_a_phrase_before_an_insertion_is_of_the_clause_around_it() -> None:
    doc = made(
        "Armee , glaubt er , hat angegriffen",
        heads="2 0 2 2 2 6 2",
        deps="nsubj punct ROOT nsubj punct aux ccomp",
        pos="NOUN PUNCT VERB PRON PUNCT AUX VERB",
        tags="NN $, VVFIN PPER $, VAFIN VVPP",
    )
    army, speaker = (grammar.insertions(doc)[i] for i in (0, 3))
    assert ("angegriffen", "nsubj", "glaubt") == (army.head.text, army.dep_, speaker.head.text)


def test_a_clause_before_the_verb_of_saying_stays() -> None:
    doc = made(
        "kam , sagte er , wurde gelacht",
        heads="2 0 2 2 2 6 2",
        deps="advcl punct ROOT nsubj punct aux:pass ccomp",
        pos="VERB PUNCT VERB PRON PUNCT AUX VERB",
        tags="VVFIN $, VVFIN PPER $, VAFIN VVPP",
    )
    assert "sagte" == grammar.insertions(doc)[0].head.text


@given(st.permutations(range(7)), st.lists(st.integers(0, 6), min_size=7, max_size=7))
def test_insertions_leave_a_tree(order: list[int], places: list[int]) -> None:
    """Whatever tree the parser gives."""
    above = {order[0]: order[0], **{order[i]: order[places[i] % i] for i in range(1, 7)}}
    heads = [above[i] for i in range(7)]
    doc = made(
        "Armee , glaubt er , hat angegriffen",
        heads=" ".join(map(str, heads)),
        deps=" ".join(
            "ROOT" if heads[i] == i else dep
            for i, dep in enumerate(["nsubj", "punct", "conj", "nsubj", "punct", "aux", "ccomp"])
        ),
        pos="NOUN PUNCT VERB PRON PUNCT AUX VERB",
        tags="NN $, VVFIN PPER $, VAFIN VVPP",
    )
    for token in grammar.insertions(doc):
        path = [token]
        while path[-1].head != path[-1]:
            path.append(path[-1].head)
            assert len(path) <= len(doc)


@pytest.mark.parametrize(("relations", "expected"), [("aux aux", "VERB"), ("aux cop", "ADJ"), ("cop advmod", "ADJ")])
def test_participles_with_an_auxiliary_are_verbs(relations: str, expected: str) -> None:
    doc = made(
        "hat sie vorgeworfen", heads="2 2 2", deps=f"{relations} ROOT", pos="AUX PRON ADJ", morphs="x=y x=y Degree=Pos"
    )
    assert expected == grammar.participles(doc)[2].pos_


@pytest.mark.parametrize(("relation", "expected"), [("obj", "xcomp"), ("cc", "conj"), ("nsubj", "conj")])
def test_an_infinitive_is_not_joined_to_a_participle(relation: str, expected: str) -> None:
    doc = made(
        "vorgeworfen Waffen liefern",
        heads="0 2 0",
        deps=f"ROOT {relation} conj",
        pos="VERB NOUN VERB",
        lemmas="vorwerfen Waffe liefern",
        morphs="VerbForm=Part x=y VerbForm=Fin",
    )
    assert expected == grammar.infinitives(doc)[2].dep_
