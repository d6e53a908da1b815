"""Verbs of saying: "Moskau bestreitet den Einsatz", "Wie die Polizei mitteilte, …", "er sagte, sie sei krank"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clauses import is_unmarked_report
from kg.extract.cue import (
    CALLED,
    SENTENTIAL,
    Cue,
    compound_head,
    is_content,
    is_event_noun,
    is_genitive,
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
    lemma = whole_lemma(verb, lexicon)
    upper = verb.head
    if verb.dep_ in ("xcomp", "advmod") and ("verb", verb.lower_ + upper.lemma_) in lexicon.claims:
        return None  # the first part of "ließ wissen"
    key = (REFLEXIVE if is_reflexive(verb) else "") + lemma  # "sich befinden" says nothing
    if syntax.is_passive(verb) and lexicon.cue("implicative", lemma) and not syntax.children(verb, "obl:agent"):
        return None  # "Das Treffen wurde abgesagt": what became of it, whoever said so
    fitting = [row for row in lexicon.claims.get(("verb", key), []) if _object_fits(verb, row, lexicon)]
    if not fitting:
        return None
    # "sorgte sich um" and "sorgte sich, dass" may be two rows
    tried = [(row, tuple(_content(verb, row, lexicon))) for row in fitting]
    row, roots = next((t for t in tried if t[1]), tried[0])
    sources = [s for s in _sources(verb, row, lexicon) if all(s.i != r.i for r in roots)]
    clausal = any(syntax.is_predicate(r) for r in roots)
    named = any(not lexicon.cue("nobody", t.lower_) for t in sources)
    medium = () if named else tuple(_medium(verb, row, lexicon))
    return Cue(
        verb,
        row,
        tuple(t for s in sources for t in people(s, lexicon) if not lexicon.cue("falsehood", *syntax.words(t))),
        tuple(_joined_actors(_addressees(verb, row, lexicon), lexicon)),
        roots,
        tuple(_relied_on(verb, lexicon)),
        "indirect" if clausal or ("quote" in row.content and not roots) else "reported",
        medium=medium,
    )


def _medium(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    """Where it is said: "Im Bericht wird gefordert, …", "heißt es auf der Webseite", "hieß es bei der Polizei"."""
    classes = ("document",) if row.source == "nsubj" else ("document", "actor")
    for child in verb.children:
        there = child.dep_ in ("obl", "obl:arg", "nmod") and lexicon.cue("place", syntax.preposition(child))
        if there and (lexicon.is_a(child.lemma_, classes) or lexicon.cue("report", child.lemma_)):
            yield child


def _joined_actors(heads: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Phrases with those joined to them that are actors too."""
    for head in heads:
        yield from (t for t in syntax.coordinated(head) if t.i == head.i or is_actor(t, lexicon))


def whole_lemma(verb: Token, lexicon: Lexicon) -> str:
    """The verb with a part that is spelled apart: "gab bekannt", "stellte klar"."""
    for child in verb.children:
        whole = child.lower_ + verb.lemma_
        if child.dep_ in ("advmod", "xcomp", "compound:prt", "obl") and ("verb", whole) in lexicon.claims:
            return whole
    if verb.i > verb.sent.start and verb.nbor(-1).pos_ == "ADJ":  # "Wie das Amt *bekannt* gab", hung on the noun
        whole = verb.nbor(-1).lower_ + verb.lemma_
        return whole if ("verb", whole) in lexicon.claims else verb.lemma_
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
    phrases = [c for c in verb.children if row.source and _has_case(c, row.source)]
    return [author for phrase in phrases for author in _authors(phrase, lexicon)]


def _has_case(phrase: Token, adposition: str) -> bool:
    """Whether the phrase has the adposition, if only after another: "*wie aus* einer Mitteilung hervorgeht"."""
    return syntax.preposition(phrase) == adposition or any(
        c.dep_ == "case" and c.lemma_ == adposition for c in phrase.children
    )


def _authors(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Whose report it is, if the phrase is one: "aus einer Verlautbarung *der Schutztruppe*"."""
    if not lexicon.cue("report", compound_head(noun.lemma_, "report", lexicon)):
        return [noun]
    return [c for c in noun.children if is_genitive(c, lexicon) and is_actor(c, lexicon)] or [noun]


def _addressees(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    found = _own_addressees(verb, row, lexicon)
    told = [c for c in verb.children if not found and lexicon.cue("told_to", syntax.preposition(c))]
    return found or [c for c in told if syntax.preposition(c) not in row.content and is_actor(c, lexicon)]


def _own_addressees(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    """Where the row says that the addressee stands."""
    subject, objects = _bare(verb, lexicon)
    bare = [o for o in objects if is_actor(o, lexicon) and not is_event_noun(o, lexicon)]
    if row.addressee == "dative":
        marked = [o for o in objects if o.dep_ in BARE_DATIVE or syntax.case(o) == "Dat"]
        if syntax.is_passive(verb):  # "Klien wurde vorgeworfen, …": a name shows no dative
            marked = marked or [c for c in syntax.children(verb, "nsubj:pass") if is_actor(c, lexicon)]
        clausal = subject is not None and any(c.dep_ in SENTENTIAL for c in verb.children)
        return marked or (bare if len(objects) > 1 or clausal else [])[:1]
    if row.addressee == "obj":
        return syntax.children(verb, "nsubj:pass") if syntax.is_passive(verb) else bare[:1]
    if not row.addressee:
        return []
    if syntax.is_passive(verb) and lexicon.cue("passive_agent", row.addressee):
        return []  # "Vom Rat werden Folgen gefordert"
    return [c for c in verb.children if syntax.preposition(c) == row.addressee and not is_event_noun(c, lexicon)]


def _content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    if _is_as_said(verb, row, lexicon):  # "Wie die Polizei mitteilte, wurden zwei Menschen verletzt."
        below = [c for c in verb.children if c.dep_ in ATTACHED and c.i > verb.i and syntax.is_predicate(c)]
        yield from below[:1] if verb.head.i == verb.i else [verb.head]
        return
    able = bool(row.content & {"ccomp", "xcomp", "quote"})
    clauses = [c for c in verb.children if able and _is_clausal(c) and not is_circumstance(c, lexicon)]
    subject, _ = _bare(verb, lexicon)
    clauses = [c for c in clauses if (subject is None or c.i != subject.i) and c.lower_ + verb.lemma_ != row.lemma]
    yield from clauses
    nouns = [n for n in _nominal_content(verb, row, lexicon) if all(n.i != c.i for c in clauses)]
    yield from nouns
    yield from (c for noun in nouns for c in _of_noun(verb, noun, lexicon))
    solid = [n for n in nouns if n.pos_ not in ("PRON", "DET")]
    if not clauses and able and (not solid or not any(is_event_noun(n, lexicon) for n in solid)):
        yield from _loose_content(verb, row, lexicon)


def _of_noun(verb: Token, noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """What a noun of saying tells, where the parser hung it on the verb: "trat Berichten entgegen, wonach …"."""
    rows = lexicon.claims.get(("noun", noun.lemma_), ())
    for child in verb.children:
        if child.dep_ == "advcl" and any(lexicon.cue("report", c.lower_) for c in child.children):
            yield child
        if rows and child.i > noun.i and is_unmarked_report(child, lexicon):
            yield child  # "distanzierte sich von dem Bericht, seine Truppen hätten geschossen"
        behind = child.left_edge.i == noun.i + 1 and child.dep_ in ("obl", "obl:arg")
        if behind and any(syntax.preposition(child) in row.content for row in rows):
            yield child


def _is_as_said(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the clause only says who says so: "wie die Polizei mitteilte", "…, so schätzen die Forscher, …"."""
    if syntax.own_subject(verb) is None and not any(_has_case(c, row.source) for c in verb.children):
        return False  # "wie aus dem Bericht hervorgeht" has no subject
    first = next((t for t in verb.subtree if not t.is_punct and not t.is_space), verb)  # "wie" may hang on the subject
    if lexicon.cue("as_said", first.lower_) or any(lexicon.cue("as_said", c.lower_) for c in verb.children):
        return True
    inserted = verb.sent.start < first.i == verb.i - 1 and verb.nbor(-2).is_punct
    return inserted and bool(lexicon.cue("said_by", first.lower_))


def _is_clausal(child: Token) -> bool:
    """Whether the parser calls the child a clause, or a noun that is one: "beschuldigt, Mitglied zu sein"."""
    return child.dep_ in SENTENTIAL or (child.dep_ in ("obj", "obl") and child.is_clause and is_zu_infinitive(child))


def is_circumstance(clause: Token, lexicon: Lexicon) -> bool:
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
            if row.addressee == "dative" and noun.dep_ in BARE_DATIVE:  # "wirft dem Minister *Einmischung* vor"
                yield from (c for c in noun.children if c.dep_ == "appos" and is_content(c, lexicon))
    if "dative" in row.content:
        yield from (o for o in objects if o.dep_ in BARE_DATIVE)
        bare = [c for c in verb.children if c.dep_ == "obl" and not syntax.preposition(c) and row.object]
        yield from (c for c in bare if lexicon.cue(row.object, compound_head(c.lemma_, row.object, lexicon)))
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
        if is_reported(head, lexicon) or verb.dep_ == "parataxis" or _is_inverted(verb):
            yield head  # "Die Lage sei ernst, sagte er."


def _is_inverted(verb: Token) -> bool:
    """Whether the clause begins with its verb after what is said: "Zwei Menschen starben, teilte die Polizei mit"."""
    subject = syntax.own_subject(verb)
    first = next((t for t in verb.subtree if not t.is_punct and not t.is_space), verb)
    after = verb.head.i < first.i and first.i > verb.sent.start and first.nbor(-1).is_punct
    return after and subject is not None and first.i == syntax.finite(verb).i < subject.i
