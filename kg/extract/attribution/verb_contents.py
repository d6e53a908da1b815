"""What a verb of saying says: its clauses, its phrases, what the parser hung elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import hints, syntax, tags
from kg.extract.attribution.behind import CLAUSES, clause_of
from kg.extract.attribution.circumstances import is_circumstance, is_clausal
from kg.extract.attribution.cue import asks, compound_head, is_content, is_event_noun, is_to_be_done
from kg.extract.attribution.datives import BARE_DATIVE
from kg.extract.attribution.loose import ATTACHED, loose_content
from kg.extract.attribution.verdicts import verdict
from kg.extract.certainty.clauses import is_unmarked_report
from kg.extract.participants.restrictions import is_actor
from kg.extract.participants.subjects import subject_and_objects
from kg.extract.tree import SUBJECTS, once
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon

AS_SAID = ("as_said", "said_by")
"""Kinds of words that tell that a clause only says who says so."""
PHRASAL = frozenset(("obl", "obl:arg", "nmod", "advmod"))
LOOKING = frozenset(("Announcement", "Concern", "Demand", "Expectation"))
"""Stances towards what is not yet there."""
PERSON = "PER"
"""The label of names of people."""
QUESTION = "ob"
"""Place of a content that is a question."""
ACTOR = "actor"
"""Place of a content: whom it is about, where the row has no other ("kritisierte *den Minister* scharf")."""


@once
def speaker_and_rest(verb: Token, lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    """Subject and objects; a thing said cannot say: "Eine Durchsuchung dementierte das Geldhaus umgehend"."""
    subject, objects = subject_and_objects(verb, lexicon, None)
    if after := _behind_it(verb, subject, objects, lexicon):
        return after, [subject or after, *(o for o in objects if o.i != after.i)]
    if subject is None:
        return _without_subject(verb, objects, lexicon)
    found = _ahead_of(subject, verb, objects, lexicon) or _instead_of(subject, verb, objects, lexicon)
    if found is None:
        return subject, objects
    # "Für möglich hält es *die Polizei*, dass …": the pronoun is nothing that is said
    if _points_ahead(subject, verb, lexicon):
        return found, [o for o in objects if o.i != found.i]
    return found, [subject if o.i == found.i else o for o in objects]


def _without_subject(verb: Token, objects: list[Token], lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    """Who speaks, of the objects, where the parser found no subject."""
    stray = [c for c in verb.children if c.dep_ in SUBJECTS and c.tag_ == tags.ARTICLE]
    if stray:  # "Das berichteten südkoreanische Medien", with "das" for an article
        said = [o for o in objects if o.dep_ == "obj" and is_actor(o, lexicon)]
        return (said[0], [*stray, *(o for o in objects if o.i != said[0].i)]) if said else (None, objects)
    told = syntax.feature(syntax.finite(verb), "VerbForm") == "Fin" and not syntax.is_passive(verb)
    able = [o for o in objects if o.i < verb.i and o.dep_ == "obj"]
    # "der Angriff, *den* die Armee bestreitet", with the army as an object too
    able = [o for o in able if not (syntax.is_relative(o) and syntax.case(o) == "Acc")]
    # "Vor Gericht hatten Zeugen berichtet, …": a clause has a subject
    named = [o for o in able if o.ent_type_ or (told and is_actor(o, lexicon))]
    things = any(o.i < verb.i and not is_actor(o, lexicon) for o in objects) if told else False
    # "Jede Schuld wies *Meier* von sich"
    named = named or [o for o in objects if things and o.i > verb.i and _is_speaker(o, lexicon)]
    return (named[0], [o for o in objects if o.i != named[0].i]) if named else (None, objects)


def _points_ahead(subject: Token, verb: Token, lexicon: Lexicon) -> bool:
    """As "es" in "Für möglich hält *es* die Polizei, dass …"."""
    return subject.pos_ == "PRON" and subject.i > verb.i and bool(lexicon.cue("points_ahead", subject.lower_))


def _ahead_of(subject: Token, verb: Token, objects: list[Token], lexicon: Lexicon) -> Token | None:
    """Who speaks, behind a pronoun for what is said, or as one: "Der Stadt schlug *er* vor, …"."""
    if _points_ahead(subject, verb, lexicon):
        after = (o for o in objects if o.i > subject.i and o.dep_ == "obj")
        return next((o for o in after if is_actor(o, lexicon)), None)
    if subject.pos_ == "PRON":
        return None
    personal = (o for o in objects if o.pos_ == "PRON" and syntax.feature(o, "PronType") == "Prs")
    return next((o for o in personal if o.dep_ == "nsubj" and syntax.case(o) == "Nom"), None)


def _instead_of(subject: Token, verb: Token, objects: list[Token], lexicon: Lexicon) -> Token | None:
    """Who speaks, as a thing cannot: "Eine Durchsuchung dementierte *das Geldhaus*", "*Die Frage* verneinte sie"."""
    acts = is_actor(subject, lexicon)
    happens = is_event_noun(subject, lexicon)
    if acts and not happens:
        return None
    event = not acts and (happens or bool(lexicon.cue("asks", subject.lemma_)))
    text = lexicon.is_a(subject.lemma_, ("document",))  # "Der Bericht schildert die Folgen"
    for noun in objects:
        if noun.dep_ not in ("obj", "nsubj"):
            continue
        person = noun.ent_type_ == "PER" and subject.i < verb.i < noun.i  # "Die Lage verglich *Kunz* mit …"
        # "Der Grund, *so vermutet die Zeitung*, sei …", with the subject of what is said
        person = person or (noun.i > verb.i > subject.i and bool(lexicon.cue("said_by", verb.nbor(-1).lower_)))
        other = (_is_nominative(noun) or person) and is_actor(noun, lexicon)
        if not is_event_noun(noun, lexicon) if event and not text else other:
            return noun
    return None


def _behind_it(verb: Token, subject: Token | None, objects: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """Who speaks, with a pronoun for what is said as the subject: "So stellt *es* zumindest *sein Anwalt* dar"."""
    if subject is None or not lexicon.cue("nobody", subject.lower_) or not _is_so(verb, lexicon):
        return None
    return next((o for o in objects if o.dep_ == "obj" and o.i > subject.i and is_actor(o, lexicon)), None)


def _is_so(verb: Token, lexicon: Lexicon) -> bool:
    before = (t for t in verb.subtree if t.i < verb.i and syntax.clause(t).i == verb.i)
    return any(lexicon.cue(kind, t.lower_) for t in before for kind in AS_SAID)


def _is_nominative(noun: Token) -> bool:
    """As in "Die Pläne stellte *der Vorsitzende* in Frage", where only the article tells who speaks."""
    male = syntax.feature(noun, "Gender") == "Masc" and syntax.feature(noun, "Number") == "Sing"
    return noun.dep_ == "nsubj" and male and any(c.dep_ == "det" and syntax.case(c) == "Nom" for c in noun.children)


def _is_speaker(noun: Token, lexicon: Lexicon) -> bool:
    """Whether it can only be the subject: a person's name behind the verb, an actor with a nominative article."""
    return noun.ent_type_ == PERSON or (_is_nominative(noun) and is_actor(noun, lexicon))


def has_case(phrase: Token, adposition: str) -> bool:
    """Whether the phrase has the adposition, if only after another: "*wie aus* einer Mitteilung hervorgeht"."""
    return syntax.preposition(phrase) == adposition or any(
        c.dep_ == "case" and c.lemma_ == adposition for c in phrase.children
    )


def content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    """The heads of what the verb says by a row of the table."""
    if _is_as_said(verb, row, lexicon):  # "Wie die Polizei mitteilte, wurden zwei Menschen verletzt."
        below = [c for c in verb.children if c.dep_ in ATTACHED and c.i > verb.i and syntax.is_predicate(c)]
        yield from below[:1] if verb.head.i == verb.i else [verb.head]
        return
    able = not row.content.isdisjoint(CLAUSES) or _points(verb, row, lexicon)
    clauses = list(_clauses(verb, row, lexicon)) if able or QUESTION in row.content else []
    if QUESTION in row.content:  # "konnte nicht sagen, *ob er kam*"; not "hat nie gesagt, *dass er kam*"
        clauses = [c for c in clauses if asks(c) or any(m.lower_ in row.content for m in syntax.children(c, "mark"))]
    nouns = [n for n in _nominal_content(verb, row, lexicon) if n not in clauses]
    clauses = [c for c in clauses if not _is_beside(c, nouns)]
    yield from clauses
    yield from nouns
    told = [c for noun in nouns for c in _of_noun(verb, noun, lexicon)]
    yield from told
    if not able:
        yield from (c for noun in nouns for c in clause_of(verb, noun, lexicon) if c not in told)
    solid = [n for n in nouns if n.pos_ not in ("PRON", "DET")]
    loose: list[Token] = []
    if not clauses and able and (not solid or not any(is_event_noun(n, lexicon) for n in solid)):
        loose += loose_content(verb, row, lexicon)
    yield from loose
    if not (clauses or nouns or loose):
        for noun in _deeper(verb, row):
            yield noun
            yield from _of_noun(verb, noun, lexicon)
    if ACTOR in row.content and not (clauses or nouns or loose):
        yield from _about(verb, lexicon)


def _points(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """As in "besteht *darauf*, dass …"."""
    words = [c.lower_ for c in verb.children if c.dep_ == "advmod"]
    return any(lexicon.cue("prepositional", word) in row.content for word in words)


def _clauses(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    """The clauses below the verb that are said; below a part of it too: "gab zu *bedenken*, dass …"."""
    subject, _ = speaker_and_rest(verb, lexicon)
    parts = [c for c in verb.children if c.lower_ + verb.lemma_ == row.lemma.removeprefix(REFLEXIVE)]
    for child in verb.children:
        if child is subject or child in parts or not is_clausal(child, lexicon):
            continue
        if not is_circumstance(child, lexicon) and not _goes_on(child):
            yield child
    for part in parts:
        yield from syntax.children(part, "ccomp")


def _goes_on(clause: Token) -> bool:
    """Whether a clause has the subject of the one before: "Er wies das zurück, *droht aber mit Krieg*"."""
    if clause.dep_ != "ccomp" or clause.i < clause.head.i or syntax.mood(clause) != "Ind":
        return False
    first = next((t for t in clause.subtree if not t.is_punct), clause)
    begins = first.i == syntax.finite(clause).i
    return begins and syntax.own_subject(clause) is None and not syntax.children(clause, "mark")


def _is_beside(clause: Token, nouns: Sequence[Token]) -> bool:
    """Whether a clause is no content because a phrase is: "geht von Mord aus, *ein Mann wurde verhaftet*"."""
    before = [n for n in nouns if n.i < clause.i and syntax.preposition(n) and n.pos_ in ("NOUN", "PROPN")]
    if not before or clause.i < clause.head.i or syntax.mood(clause) != "Ind" or syntax.children(clause, "mark"):
        return False
    first = next((t for t in clause.subtree if not t.is_punct), clause)
    there = any(t.i == first.i - 2 for t in before[-1].subtree)  # "rechnet mit einem Umzug nach Bonn, *wo* …"
    asks = first.tag_ in tags.ASKING and not there
    return syntax.own_subject(clause) is not None and not asks


def _deeper(verb: Token, row: ClaimFrame) -> Iterator[Token]:
    """A phrase that the parser hung on another: "ging bei dem Brand *von Vorsatz* aus"."""
    for phrase in (c for c in verb.children if c.dep_ == "obl" and c.i > verb.i):
        yield from (c for c in phrase.children if c.dep_ == "nmod" and syntax.preposition(c) in row.content)


def _about(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Whom a verb of blame or praise is about: "kritisierte *den Minister*"."""
    if syntax.is_passive(verb):
        yield from syntax.children(verb, "nsubj:pass")
    else:
        _, objects = speaker_and_rest(verb, lexicon)
        yield from (o for o in objects if o.dep_ == "obj")


def _of_noun(verb: Token, noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """What a noun of saying tells, where the parser hung it on the verb: "trat Berichten entgegen, wonach …"."""
    rows = lexicon.claims.get(("noun", noun.lemma_), ())
    for child in verb.children:
        if child.dep_ in ("advcl", "ccomp") and any(lexicon.cue("report", c.lower_) for c in child.children):
            yield child
        shared = child.adposition and child.adposition == lexicon.cue("shares", noun.lemma_)
        if shared and child.left_edge.i == noun.i + 1:
            yield child  # "bestritt jede Beteiligung *an dem Anschlag*"
        if not rows:
            continue
        if child.i > noun.i and is_unmarked_report(child, lexicon):
            yield child  # "distanzierte sich von dem Bericht, seine Truppen hätten geschossen"
        behind = child.dep_ in ("obl", "obl:arg") and child.left_edge.i == noun.i + 1
        if behind and any(child.adposition in row.content for row in rows):
            yield child


def _is_as_said(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether the clause only says who says so: "wie die Polizei mitteilte", "…, so schätzen die Forscher, …"."""
    if hints.kinds(verb, lexicon).isdisjoint(AS_SAID):
        return False
    subject = syntax.own_subject(verb)
    if subject is None and not any(has_case(c, row.source) for c in verb.children):
        return False  # "wie aus dem Bericht hervorgeht" has no subject
    if subject is not None and any(c.pos_ == "NOUN" for c in syntax.children(verb, "obj")):
        return False  # "Zeugen sahen, wie er *die Frau* attackierte": how he did it
    first = next((t for t in verb.subtree if not t.is_punct and not t.is_space), verb)  # "wie" may hang on the subject
    own = syntax.clause(first).i == verb.i  # but "*Wie viele* kamen, *weiß* niemand"
    if (own and lexicon.cue("as_said", first.lower_)) or any(lexicon.cue("as_said", c.lower_) for c in verb.children):
        return True
    inserted = verb.sent.start < first.i == verb.i - 1 and verb.nbor(-2).is_punct
    return inserted and bool(lexicon.cue("said_by", first.lower_))


def _nominal_content(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    passive = syntax.is_passive(verb)
    subject, objects = speaker_and_rest(verb, lexicon)
    if "obj" in row.content:
        about = syntax.children(verb, "nsubj:pass") if passive else []
        about = syntax.children(verb, "nsubj") if is_to_be_done(verb, lexicon) else about
        yield from (s for s in about if is_content(s, lexicon) or _is_looked_for(s, row))
        # "forderte *ein Ende* der Gewalt", which may be a time
        ends = [c for c in syntax.children(verb, "obj") if syntax.children(c, "nmod") and c not in objects]
        ends += [c for c in syntax.children(verb, "obl") if not passive and _is_bare(c, lexicon)]
        for noun in (*objects, *ends):
            able = is_content(noun, lexicon) or bool(subject is not None and _is_looked_for(noun, row))
            taken = noun.dep_ == "obl:arg" and not row.addressee and is_event_noun(noun, lexicon)
            plain = able and (taken or noun.dep_ in ("obj", "nsubj", "appos") or noun in ends)
            if plain and not (row.addressee == "obj" and not is_event_noun(noun, lexicon)):
                yield noun
            if row.addressee == "dative" and noun.dep_ in BARE_DATIVE:  # "wirft dem Minister *Einmischung* vor"
                yield from (c for c in noun.children if c.dep_ == "appos" and is_content(c, lexicon))
    if "dative" in row.content:
        # "*Berichten* über einen Angriff widersprach ein Sprecher", taken for a second subject
        yield from (o for o in objects if o.dep_ in BARE_DATIVE or (o.dep_ == "nsubj" and is_event_noun(o, lexicon)))
        bare = [c for c in verb.children if c.dep_ == "obl" and not syntax.preposition(c) and row.object]
        yield from (c for c in bare if lexicon.cue(row.object, compound_head(c.lemma_, row.object, lexicon)))
    if "genitive" in row.content:
        genitives = [o for o in objects if syntax.case(o) == "Gen"]
        # "bezichtigte ihn vor der Kamera *der Ermordung* zweier Männer", hung on the noun before
        hung = (c for o in verb.children if o.dep_ in PHRASAL for c in syntax.children(o, "nmod"))
        hung = (c for c in hung if not c.adposition and syntax.case(c) == "Gen" and is_event_noun(c, lexicon))
        yield from genitives or [c for c in hung if c.i > verb.i]
    if "nsubj" in row.content and subject is not None:
        yield subject
    strays = [c for c in subject.children if c.i > verb.i] if subject is not None and subject.i > verb.i else []
    # "begründete den Schritt mit …", "lobte den Minister für …", where the parser hung the phrase on the noun
    for noun in objects:
        if noun.children and ("obj" not in row.content or not is_content(noun, lexicon)):
            strays += [c for c in noun.children if c.i > noun.i]
    for child in (*verb.children, *strays):
        if child.adposition not in row.content or child.dep_ not in PHRASAL:
            continue
        if row.addressee != child.adposition or is_event_noun(child, lexicon):
            yield child
    yield from verdict(verb, row, lexicon)


def _is_bare(noun: Token, lexicon: Lexicon) -> bool:
    """As in "*Den Vorwurf*, gelogen zu haben, wies er zurück", which the parser takes for a phrase of time."""
    return not noun.adposition and syntax.case(noun) == "Acc" and ("noun", noun.lemma_) in lexicon.claims


def _is_looked_for(noun: Token, row: ClaimFrame) -> bool:
    """Whether a word for people is what is feared, expected or asked for: "fürchtet *neue Bündnisse*"."""
    given = row.addressee == "dative"  # "bot *der Opposition* den Rücktritt an"
    return row.type in LOOKING and not given and noun.pos_ == "NOUN" and not noun.ent_type_
