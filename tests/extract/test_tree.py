"""A parsed text as plain objects: the same answers as spaCy's."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token as SpacyToken

from kg.extract.tree import Token, morphology, reading, tree
from tests.extract.made import VOCAB, parsed

NAMES = (
    "i",
    "idx",
    "text",
    "lower_",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "ent_iob_",
    "is_space",
    "is_alpha",
)
WORDS = st.sampled_from(["Kiew", "und", ",", "„", "\n\n", "300", "Ärzte", "G20", "…"])


@st.composite
def docs(draw: st.DrawFn) -> SpacyDoc:
    """Random words in random trees, also with arcs that cross."""
    words = draw(st.lists(WORDS, min_size=1, max_size=8))
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    heads = [draw(st.integers(0, i)) for i in range(len(words))]
    return SpacyDoc(VOCAB, words=words, spaces=spaces, heads=heads, deps=["dep"] * len(words))


def answers(token: Token | SpacyToken) -> list[object]:
    """What a token says of itself and its place."""
    own: list[object] = [getattr(token, name) for name in NAMES]
    return [*own, token.head.i, [c.i for c in token.children], sorted(t.i for t in token.subtree), token.left_edge.i]


@given(docs())
def test_tokens_and_spans_answer_as_spacys(made: SpacyDoc) -> None:
    own = tree(made)
    assert made.text == own.text
    assert [answers(token) for token in made] == [answers(token) for token in own]
    spans = [(s.start, s.end, s.start_char, s.end_char, s.text) for s in made.sents]
    assert spans == [(s.start, s.end, s.start_char, s.end_char, s.text) for s in own.sents]
    assert [t.sent.start for t in made] == [t.sent.start for t in own]


def test_features_and_names() -> None:
    made = parsed("Jan/=/PROPN/3/nsubj/Nom.Sing/PER Meier/=/PROPN/1/flat/Nom/+PER schläft/schlafen")
    jan, meier, sleeps = tree(made)
    assert {"Case": "Nom", "Number": "Sing"} == jan.features
    assert ["B", "I", "O"] == [jan.ent_iob_, meier.ent_iob_, sleeps.ent_iob_]
    assert {} == sleeps.features


def test_nothing_is_left_for_the_garbage_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        with reading(parsed("Es/es/PRON/2/nsubj nieselt/nieseln heute/=/ADV/2/advmod")) as own:
            assert 3 == len(own[1].subtree)
        del own
        left = [thing for thing in gc.get_objects() if type(thing) is Token]  # a look at `__class__` makes torch warn
        assert not [token for token in left if token.text == "nieselt"]
    finally:
        gc.enable()


def test_slices() -> None:
    made = parsed("Es/es/PRON/2/nsubj regnet/regnen heute/=/ADV/2/advmod")
    own = tree(made)
    assert ("regnet heute", 2, "regnet") == (own[1:3].text, len(own[1:3]), own[1:3].root.text)
    assert [made[-1].text] == [t.text for t in own[1:3][1:]]


def test_there_is_nothing_before_the_first_token() -> None:
    first, second = tree(parsed("Es/es/PRON/2/nsubj regnet/regnen"))
    assert second is first.nbor()
    for token, distance in ((first, -1), (second, 1)):
        with pytest.raises(IndexError):
            token.nbor(distance)


@pytest.mark.parametrize(
    ("features", "expected"),
    [("Case=Nom|Number=Sing", {"Case": "Nom", "Number": "Sing"}), ("PronType=Int,Rel", {"PronType": "Int"}), ("", {})],
)
def test_morphology(features: str, expected: dict[str, str]) -> None:
    assert expected == morphology(features)


def test_an_empty_text_has_no_sentences() -> None:
    own = tree(SpacyDoc(VOCAB, words=[]))
    assert ([], "", 0) == (list(own.sents), own.text, len(own))
