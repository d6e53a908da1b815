"""Raw news, a sentence at a time, as spaCy tokens."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from sacremoses import MosesDetokenizer
from spacy.language import Language
from spacy.tokens import Doc

from training import names
from training.names import Tagged

JUNK = re.compile(r'"\?|\?["”]?\w|[^\W\d_]\?[^\W\d_]|www\.|https?:|�')
"""What the English news lost when it was scraped: `voted on DeVos"?highly contentious nomination`."""

LONGEST = 60
"""Words; a longer "sentence" is a list or an error of splitting."""


def german(nlp: Language, path: Path, seed: int = 3) -> list[Doc]:
    """The sentences of a file with one a line, in a fixed random order, each text once."""
    lines = list(dict.fromkeys(line.strip() for line in path.read_text(encoding="utf8").splitlines()))
    random.Random(seed).shuffle(lines)
    return [doc for doc in map(nlp.make_doc, lines) if _usable(doc)]


def english(nlp: Language, path: Path, words: int, seed: int = 3) -> list[Doc]:
    """Sentences of the news articles in a ZIP file with one CSV, up to a number of words, articles in random order."""
    csv.field_size_limit(10**9)
    with zipfile.ZipFile(path) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf8", "replace")
    sentencizer = nlp.create_pipe("sentencizer")
    articles = [row["text"] or "" for row in csv.DictReader(io.StringIO(text))]
    random.Random(seed).shuffle(articles)
    docs: dict[str, Doc] = {}
    count = 0
    for article in nlp.pipe(articles):
        for sentence in sentencizer(article).sents:
            doc = sentence.as_doc()
            if _usable(doc) and not JUNK.search(doc.text) and doc.text not in docs:
                docs[doc.text] = doc
                count += len(doc)
        if count > words:
            break
    return list(docs.values())


def _usable(doc: Doc) -> bool:
    whole = doc.text.count('"') % 2 == 0  # the sentencizer leaves the opening quote at the end of the sentence before
    return whole and 2 <= len(doc) <= LONGEST and not any(token.is_space for token in doc)


def germeval(nlp: Language, path: Path) -> Iterator[tuple[Doc, Tagged]]:
    """The sentences of GermEval with their gold names, the white space between the tokens made up again."""
    detokenise = MosesDetokenizer(lang="de").detokenize
    for tagged in names.germeval(path):
        text = detokenise(list(tagged.words), unescape=False)
        spaces = list(_spaces(tagged.words, text))
        if len(spaces) == len(tagged.words) and 2 <= len(spaces) <= LONGEST:
            yield Doc(nlp.vocab, words=list(tagged.words), spaces=spaces), tagged


def _spaces(words: tuple[str, ...], text: str) -> Iterator[bool]:
    """Whether a space follows each word in the text; stops where the text does not have the words."""
    place = 0
    for word in words:
        if not text.startswith(word, place):
            return
        place += len(word)
        space = text[place : place + 1] == " "
        place += space
        yield space
