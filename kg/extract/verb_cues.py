"""Verbs of saying: "Moskau bestreitet den Einsatz", "Wie die Polizei mitteilte, …", "er sagte, sie sei krank"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.cue import (
    CALLED,
    SENTENTIAL,
    Cue,
    compound_head,
    is_content,
    is_event_noun,
    is_reported,
    is_zu_infinitive,
    people,
)
from kg.extract.restrictions import is_actor
from kg.extract.subjects import is_reflexive, subject_and_objects
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

ATTACHED = frozenset(("parataxis", "conj", "advcl", "appos", "dep", "acl", "acl:relcl", "xcomp", "ccomp"))
"""Relations by which the parser may join a content to the verb of saying or to a word of its clause."""
BARE_DATIVE = frozenset(("iobj", "obl:arg"))


def find(verb: Token, lexicon: Lexicon) -> Cue | None:
    """The verb as a word of saying, by the first row whose content is there."""
    lemma = _whole_lemma(verb, lexicon)
    key = (REFLEXIVE if is_reflexive(verb) else "") + lemma  # "sich befinden" says nothing
    fitting = [row for row in lexicon.claims.get(("verb", key), []) if _object_fits(verb, row, lexicon)]
    if not fitting:
        return None
    # "sorgte sich um" and "sorgte sich, dass" may be two rows
    tried = [(row, tuple(_content(verb, row, lexicon))) for row in fitting]
    row, roots = next((t for t in tried if t[1]), tried[0])
    sources = [s for s in _sources(verb, row, lexicon) if all(s.i != r.i for r in roots)]
    clausal = any(syntax.is_predicate(r) for r in roots)
    return Cue(
        verb,
        row,
        tuple(t for s in sources for t in people(s, lexicon) if not lexicon.cue("falsehood", *syntax.words(t))),
        tuple(_joined_actors(_addressees(verb, row, lexicon), lexicon)),
        roots,
        tuple(_relied_on(verb, lexicon)),
        "indirect" if clausal or ("quote" in row.content and not roots) else "reported",
    )


def _joined_actors(heads: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Phrases with those joined to them that are actors too."""
    for head in heads:
        yield from (t for t in syntax.coordinated(head) if t.i == head.i or is_actor(t, lexicon))


def _whole_lemma(verb: Token, lexicon: Lexicon) -> str:
    """The verb with a part that is spelled apart: "gab bekannt", "stellte klar"."""
    for child in verb.children:
        whole = child.lower_ + verb.lemma_
        if child.dep_ in ("advmod", "xcomp", "compound:prt", "obl") and ("verb", whole) in lexicon.claims:
            return whole
    return verb.lemma_


def _relied_on(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """As in "berichteten Medien unter Berufung auf den Geheimdienst": who passed it on to the source."""
    for child in verb.children:
        wanted = lexicon.cue("relies", child.lemma_)
        if wanted:
            for name in child.children:
                if syntax.preposition(name) == wanted:
                    yield from people(name, lexicon)


def _object_fits(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the object is of the class that the row asks for: a Forderung is refused, a Vorwurf denied."""
    if not row.object:
        return True
    if row.object in CALLED:
        words = [w for t in verb.subtree if syntax.clause(t).i == verb.i for w in syntax.words(t)]
        return bool(lexicon.cue(row.object, *words))
    nouns = [c for c in verb.children if c.dep_ in ("obj", "nsubj:pass", "obl", "nsubj", *BARE_DATIVE)]
    return any(lexicon.cue(row.object, compound_head(noun.lemma_, row.object, lexicon)) for noun in nouns)


def _bare(verb: Token, lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    """Subject and objects; a thing said cannot say: "Eine Durchsuchung dementierte das Geldhaus umgehend"."""
    subject, objects = subject_and_objects(verb, lexicon, None)
    stray = [c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ == "ART"]
    if subject is None and stray:  # "Das berichteten südkoreanische Medien", with "das" for an article
        said = [o for o in objects if o.dep_ == "obj" and is_actor(o, lexicon)]
        return (said[0], [*stray, *(o for o in objects if o.i != said[0].i)]) if said else (None, objects)
    if subject is None:
        named = [o for o in objects if o.i < verb.i and o.ent_type_ and o.dep_ == "obj"]
        return (named[0], [o for o in objects if o.i != named[0].i]) if named else (None, objects)
    if is_event_noun(subject, lexicon):
        for noun in objects:
            if noun.dep_ in ("obj", "nsubj") and not is_event_noun(noun, lexicon):
                return noun, [subject if o.i == noun.i else o for o in objects]
    return subject, objects


def _sources(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    passive = syntax.is_passive(verb)
    if row.source == "nsubj":
        subject, _ = _bare(verb, lexicon)
        if passive:
            return syntax.children(verb, "obl:agent")
        return [subject] if subject is not None else []
    if row.source == "dative":
        return [c for c in verb.children if c.dep_ in BARE_DATIVE and not syntax.preposition(c)]
    if row.source == "obj":
        return syntax.children(verb, "nsubj:pass" if passive else "obj")
    return [c for c in verb.children if row.source and syntax.preposition(c) == row.source]


def _addressees(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    _, objects = _bare(verb, lexicon)
    bare = [o for o in objects if is_actor(o, lexicon) and not is_event_noun(o, lexicon)]
    if row.addressee == "dative":
        marked = [o for o in objects if o.dep_ in BARE_DATIVE or syntax.case(o) == "Dat"]
        return marked or (bare if len(objects) > 1 else [])[:1]
    if row.addressee == "obj":
        return syntax.children(verb, "nsubj:pass") if syntax.is_passive(verb) else bare[:1]
    if not row.addressee:
        return []
    if syntax.is_passive(verb) and lexicon.cue("passive_agent", row.addressee):
        return []  # "Vom Rat werden Folgen gefordert"
    return [c for c in verb.children if syntax.preposition(c) == row.addressee and not is_event_noun(c, lexicon)]


def _content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    as_said = any(lexicon.cue("as_said", c.lower_) for c in verb.children) and syntax.own_subject(verb) is not None
    if as_said and verb.head.i != verb.i:
        yield verb.head  # "Wie die Polizei mitteilte, wurden zwei Menschen verletzt."
        return
    able = bool(row.content & {"ccomp", "xcomp", "quote"})
    clauses = [c for c in verb.children if able and c.dep_ in SENTENTIAL and not _is_circumstance(c, lexicon)]
    subject, _ = _bare(verb, lexicon)
    clauses = [c for c in clauses if subject is None or c.i != subject.i]
    yield from clauses
    nouns = list(_nominal_content(verb, row, lexicon))
    yield from nouns
    solid = [n for n in nouns if n.pos_ not in ("PRON", "DET")]
    if not clauses and not solid and row.content & {"ccomp", "xcomp", "quote"}:
        yield from _loose_content(verb, row, lexicon)


def _is_circumstance(clause: Token, lexicon: Lexicon) -> bool:
    """A clause of time, ground or condition is not what is said: "Während Kiew schwieg, forderte Moskau …"."""
    marks = [w for c in clause.children if c.dep_ == "mark" for w in syntax.words(c)]
    first = clause.left_edge
    if not marks and first.dep_ == "cc" and syntax.own_subject(clause) and syntax.mood(clause) == "Ind":
        return True  # "…, und der Präsident besuchte Rom" is joined, not said
    return any(lexicon.cue(kind, *marks) for kind in ("factive", "conditional", "without"))


def _nominal_content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    passive = syntax.is_passive(verb)
    subject, objects = _bare(verb, lexicon)
    if "obj" in row.content:
        yield from (s for s in syntax.children(verb, "nsubj:pass") if passive and is_content(s, lexicon))
        for noun in objects:
            plain = noun.dep_ in ("obj", "nsubj") and is_content(noun, lexicon)
            if plain and not (row.addressee == "obj" and not is_event_noun(noun, lexicon)):
                yield noun
    if "dative" in row.content:
        yield from (o for o in objects if o.dep_ in BARE_DATIVE)
    if "genitive" in row.content:
        yield from (o for o in objects if syntax.case(o) == "Gen")
    if "nsubj" in row.content and subject is not None:
        yield subject
    strays = [c for c in subject.children if c.i > verb.i] if subject is not None and subject.i > verb.i else []
    for child in (*verb.children, *strays):
        if child.dep_ in ("obl", "obl:arg", "nmod", "advmod") and syntax.preposition(child) in row.content:
            actor = row.addressee == syntax.preposition(child) and not is_event_noun(child, lexicon)
            if not actor:
                yield child


def _loose_content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    """A content that the parser hung elsewhere: on the addressee, or as a clause beside the verb.

    "appellierten an die Entführer, ihn freizulassen"; "…, nachdem Kiew erklärt hatte, Moskau habe angegriffen".
    """
    above = {node.i for node in syntax.ancestors(verb)} | {t.i for t in verb.subtree if not syntax.is_predicate(t)}
    for node in verb.sent:
        if node.i <= verb.i or node.dep_ not in ATTACHED or node.head.i not in above or not syntax.is_predicate(node):
            continue
        if is_reported(node, lexicon) or (is_zu_infinitive(node) and "xcomp" in row.content):
            yield node
            return
    if verb.dep_ in ("nsubj", "nsubj:pass", "csubj") and syntax.is_predicate(verb.head):
        yield verb.head  # "Das berichteten Medien Moskau habe beschlossen …": a full stop is missing
    if verb.dep_ in ("parataxis", "dep", "conj", "advcl") and not syntax.children(verb, "mark"):
        head = verb.head
        if is_reported(head, lexicon) or verb.dep_ == "parataxis":
            yield head  # "Die Lage sei ernst, sagte er."
