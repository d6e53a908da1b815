"""German grammar that a table cannot hold."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_separable_verbs", assigns=["token.lemma"], requires=["token.dep", "token.lemma"])
def separable_verbs(doc: Doc) -> Doc:
    """Give a separable verb its whole lemma: in "Kiew teilte das mit" the lemma of "teilte" is "mitteilen".

    The pipeline's last word on lemmas; the particle keeps its own. A verb in one word ("mitzuteilen") has it already.
    """
    for token in doc:
        if token.dep_ == "compound:prt" and token.head.pos_ in ("VERB", "AUX"):
            particle = token.lower_
            if not token.head.lemma_.startswith(particle):
                token.head.lemma_ = particle + token.head.lemma_
    return doc
