"""Scores of a spaCy pipeline on treebanks and on names, with spaCy's own scorer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.vocab import Vocab

from training import names, sources
from training.documents import annotated, with_names
from training.names import Tagged
from training.treebank import Sentence, read
from training.treebank import Token as Word

MERGED = frozenset(("flat", "obl", "nmod", "det", "acl"))
"""Relations whose subtypes differ between treebanks: merged before UAS and LAS are counted."""

CORE = ("nsubj", "obj", "nsubj:pass", "ccomp")
INDIRECT = ("iobj", "obl:arg")
RELATIONS = ("nsubj", "obj", "nsubj:pass", "obl", "ccomp", "acl:relcl")
FEATURES = ("Case", "Number", "Mood", "Tense")
DOCUMENT = 8
"""Sentences that make a text where the treebank is scored from raw text."""

Row = dict[str, float]


JOINED = ("de",)
"""Languages whose lemmas of particle verbs are whole in our pipelines and in parts in the treebanks."""


def whole_lemmas(sentence: Sentence) -> Sentence:
    """The sentence with whole lemmas of separable verbs, which German treebanks split: "teilte … mit": "mitteilen"."""
    if sentence.language not in JOINED:
        return sentence
    particles = {t.head: t.form.lower() for t in sentence.tokens if t.deprel == "compound:prt"}
    words = [replace(t, lemma=particles.get(i, "") + t.lemma) for i, t in enumerate(sentence.tokens, 1)]
    return replace(sentence, tokens=tuple(words))


def gold(nlp: Language, sentences: Iterable[Sentence]) -> list[Example]:
    """One example a sentence, on the treebank's tokens."""
    references = [annotated(nlp.vocab, s.tokens) for s in sentences]
    plain = (Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d]) for d in references)
    return [Example(said, reference) for said, reference in zip(nlp.pipe(plain), references, strict=True)]


def raw(nlp: Language, sentences: Sequence[Sentence]) -> list[Example]:
    """Some sentences a text, from the text alone."""
    examples = []
    for i in range(0, len(sentences), DOCUMENT):
        parts = [annotated(nlp.vocab, _spaced(s.tokens)) for s in sentences[i : i + DOCUMENT]]
        reference = Doc.from_docs(parts, ensure_whitespace=True)
        assert reference is not None
        examples.append(Example(nlp(reference.text), reference))
    return examples


def _spaced(tokens: Sequence[Word]) -> tuple[Word, ...]:
    return (*tokens[:-1], replace(tokens[-1], space=True))


def _label(token: Token, attribute: str) -> str:
    """The relation; white space, which is a token for spaCy and none for UD, counts like punctuation."""
    del attribute
    return "punct" if token.is_space else token.dep_


def _merged(token: Token, attribute: str) -> str:
    label = _label(token, attribute)
    base = label.partition(":")[0]
    return base if base in MERGED else label


def _morph(token: Token, attribute: str) -> int:
    del attribute
    key: int = token.morph.key  # type: ignore[attr-defined]
    return key


def syntax(examples: list[Example], tags: bool) -> Row:
    """All figures of trees, tags and features, in per cent; the treebank's own tags only if they are the pipeline's."""
    scored: dict[str, Any] = {}
    scored |= Scorer.score_token_attr(examples, "pos")
    scored |= Scorer.score_token_attr(examples, "tag") if tags else {}
    scored |= Scorer.score_token_attr(examples, "lemma")
    scored |= Scorer.score_token_attr_per_feat(examples, "morph", getter=_morph)
    full = Scorer.score_deps(examples, "dep", getter=_label, ignore_labels=("punct", "p"))
    merged = Scorer.score_deps(examples, "dep", getter=_merged, ignore_labels=("punct", "p"))
    row: Row = {"UPOS": scored["pos_acc"]}
    if tags:
        row["XPOS"] = scored["tag_acc"]
    feats = scored["morph_per_feat"] or {}
    row |= {name: feats.get(name, {}).get("f", 0.0) for name in FEATURES}
    row |= {"lemma": scored["lemma_acc"] or 0.0, "verb lemma": verb_lemmas(examples)}
    row |= {"UAS": merged["dep_uas"], "LAS": merged["dep_las"], "LAS, all subtypes": full["dep_las"]}
    row |= {name: _f1(examples, (name,)) for name in RELATIONS}
    row["iobj, obl:arg"] = _f1(examples, INDIRECT)
    row["core four"] = _f1(examples, CORE)
    row["sentences"] = Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents)["sents_f"]
    return {name: round(100 * value, 1) for name, value in row.items()}


def _f1(examples: list[Example], labels: tuple[str, ...]) -> float:
    """Labelled F1 of some relations: dependent, head and label."""
    right = said = wanted = 0
    for example in examples:
        aligned = example.alignment.x2y
        reference = {t.i: (t.head.i, t.dep_) for t in example.reference if t.dep_ in labels}
        wanted += len(reference)
        for token in example.predicted:
            if token.dep_ in labels:
                said += 1
                mine, head = aligned[token.i], aligned[token.head.i]
                if len(mine) == len(head) == 1:
                    right += reference.get(int(mine[0])) == (int(head[0]), token.dep_)
    return 2 * right / max(1, said + wanted)


def verb_lemmas(examples: list[Example]) -> float:
    """The share of the gold's full verbs with the right lemma."""
    right = total = 0
    for example in examples:
        aligned = example.alignment.y2x
        for token in example.reference:
            if token.pos_ == "VERB" and len(aligned[token.i]) == 1:
                total += 1
                right += example.predicted[int(aligned[token.i][0])].lemma_ == token.lemma_
    return right / max(1, total)


def named(nlp: Language, sentences: Iterable[Tagged], kinds: Sequence[str]) -> Row:
    """Strict F1 of a pipeline's names by kind, on the corpus's tokens; `all` over `kinds`."""
    references = [gold_names(nlp.vocab, s) for s in sentences]
    plain = (Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d]) for d in references)
    examples = [Example(said, gold) for said, gold in zip(nlp.pipe(plain), references, strict=True)]
    return entities(examples, kinds)


def gold_names(vocab: Vocab, sentence: Tagged) -> Doc:
    """A document with the names of a corpus; what it leaves open is no name."""
    labels = [next(iter(a)) if len(a) == 1 else "O" for a in sentence.allowed]
    return with_names(Doc(vocab, words=list(sentence.words), spaces=_guess(sentence.words)), labels)


def entities(examples: Iterable[Example], kinds: Sequence[str]) -> Row:
    """Strict F1 of names by kind, in per cent; names of other kinds do not count on either side."""
    chosen = [Example(_only(e.predicted, kinds), _only(e.reference, kinds)) for e in examples]
    score = Scorer.score_spans(chosen, "ents")
    row = {"all": score["ents_f"] or 0.0}
    row |= {kind: (score["ents_per_type"] or {}).get(kind, {}).get("f", 0.0) for kind in kinds}
    return {name: round(100 * value, 1) for name, value in row.items()}


def _only(doc: Doc, kinds: Sequence[str]) -> Doc:
    doc.ents = tuple(ent for ent in doc.ents if ent.label_ in kinds)
    return doc


def _guess(words: Sequence[str]) -> list[bool]:
    return [following not in names.NO_SPACE_BEFORE for following in (*words[1:], "")]


def changed(examples: list[Example], change: Callable[[Example], Example], nlp: Language) -> Iterator[Example]:
    """The examples on changed words, annotated anew."""
    for example in examples:
        new = change(Example(example.reference.copy(), example.reference))
        plain = Doc(
            nlp.vocab, words=[t.text for t in new.predicted], spaces=[bool(t.whitespace_) for t in new.predicted]
        )
        yield Example(nlp(plain), new.reference)


def treebank(data: Path, name: str) -> list[Sentence]:
    """The sentences of a treebank to measure on, its labels as they are but for their names."""
    (source,) = [s for s in sources.all_sources() if s.name == name]
    return [whole_lemmas(s) for s in read(data / source.path, name, source.language, repair=False)]
