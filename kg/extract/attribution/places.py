"""Which dependents of a word of saying stand in which place: subject, object, clause, "über …", for `sayings`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.attribution.circumstances import is_circumstance
from kg.extract.attribution.cue import is_genitive, is_reported, is_zu_infinitive
from kg.extract.participants.restrictions import is_actor
from kg.extract.participants.subjects import is_reflexive_pronoun, subject_and_objects
from kg.extract.tree import Token

if TYPE_CHECKING:
    from kg.lang.lexicon import Lexicon

Filled = dict[str, list[Token]]
"""Place to the heads of what stands there."""
SUBJECT, OBJECT, DATIVE, GENITIVE, POSSESSIVE = "subject", "object", "dative", "genitive", "possessive"
CLAUSE, MANNER, APPOSITION, COMPLEMENT, MAIN = "clause", "manner", "apposition", "complement", "main"
PLACES = frozenset((SUBJECT, OBJECT, DATIVE, GENITIVE, POSSESSIVE, CLAUSE, MANNER, APPOSITION, COMPLEMENT, MAIN))
"""Places that are no preposition."""
SAID = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis"))
OF_NOUN = frozenset(("ccomp", "xcomp", "acl", "parataxis", "csubj", "appos"))
OBLIQUE = frozenset(("obl", "obl:arg", "obl:agent", "nmod", "advmod", "obj", "iobj", "advcl", "xcomp"))
PREDICATED = frozenset(("advmod", "xcomp", "obl"))
SHARED = frozenset(("xcomp", "conj"))
"""Relations of a clause whose subject may stand in the clause above: "wir bitten, es *zu prüfen*"."""
DATIVES = frozenset(("iobj", "obl:arg", "obl"))
APART = frozenset(("-", "–", ";"))
"""Marks behind which a clause stands by itself."""
STEPS = 3
"""Clauses to go up for a subject, at most."""


def of_verb(verb: Token, lexicon: Lexicon) -> Filled:
    """The filled places of a verb; those of the passive are named as in the active."""
    found: Filled = defaultdict(list)
    passive = syntax.is_passive(verb)
    subject, objects = _bare(verb, lexicon)
    if subject is not None:
        found[OBJECT if passive else SUBJECT].append(subject)
    if passive and subject is not None and lexicon.cue("dummy", subject.lower_):
        del found[OBJECT]  # "Es wurde gesagt, dass …"
    accusative = [o for o in objects if o.dep_ not in DATIVES and syntax.case(o) != "Dat"]
    found[DATIVE] += [o for o in objects if o not in accusative]
    found[OBJECT] += accusative[:1] if not passive else accusative
    found[MANNER] += accusative[1:] if not passive else []  # "nennt es *einen Fehler*"
    taken = {t.i for t in (subject, *objects) if t is not None}
    for child in verb.children:
        if child.i in taken or is_reflexive_pronoun(child) or is_addressed(child, lexicon):
            continue
        place = _place(child, lexicon)
        if passive and lexicon.cue("passive_agent", place) and is_actor(child, lexicon):
            place = SUBJECT  # "wurde von Ihnen beschlossen", which the parser calls an oblique
        if place:
            found[place].append(child)
    if not found[CLAUSE]:
        found[CLAUSE] += _loose_clause(verb, lexicon)
    if not found[CLAUSE] and not found[OBJECT] and _is_put_in(verb):
        found[CLAUSE].append(verb.head)
    return found


def _is_put_in(verb: Token) -> bool:
    """Whether the verb stands between commas in what it says: "Das ist, *finde* ich, nicht gut"."""
    first = verb.left_edge.i
    if verb.dep_ != "parataxis" or first == 0 or not syntax.is_predicate(verb.head):
        return False
    return any(verb.doc[i].text == "," for i in (first, first - 1))


def _bare(verb: Token, lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    """Subject and bare objects without those addressed; a personal pronoun in the nominative is the subject."""
    subject, objects = subject_and_objects(verb, lexicon, None)
    bare = [t for t in (subject, *objects) if t is not None and _is_bare(t, lexicon)]
    named = next((t for t in bare if lexicon.cue("nominative", t.lower_)), None)
    subject = named or _personal(verb, bare, lexicon) or (subject if subject in bare else None)
    objects = [t for t in bare if t is not subject]
    objects += [c for c in verb.children if c.dep_ == "expl" and subject is not None and c.i > verb.left_edge.i]
    return subject or _understood(verb, lexicon), list(dict.fromkeys(o for o in objects if o is not subject))


def _is_bare(token: Token, lexicon: Lexicon) -> bool:
    return not (is_addressed(token, lexicon) or preposition(token, lexicon) or is_reflexive_pronoun(token))


def _personal(verb: Token, bare: list[Token], lexicon: Lexicon) -> Token | None:
    """Of a plural verb "Sie" rather than "das", which its number says already: "Das wissen *Sie*"."""
    parsed = syntax.subject(verb)
    if parsed is None or syntax.is_passive(verb):
        return None
    if parsed in bare and parsed.tag_ == tags.PERSONAL:
        return parsed  # the number of "Sie" is a guess
    plural = syntax.feature(syntax.finite(verb), "Number") == "Plur"
    free = parsed not in bare or (plural and bool(lexicon.cue("anaphor", parsed.lower_)))
    return next((t for t in bare if free and t.tag_ == tags.PERSONAL and t.dep_ == "obj"), None)


def is_addressed(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase only calls somebody: "Das sage ich Ihnen, *liebe Kollegen*, …"."""
    if not lexicon.cue("address", noun.lemma_) or any(c.dep_ == "det" for c in noun.children):
        return False
    first, last = noun.subtree[0], noun.subtree[-1]
    opened = first.i == noun.sent.start or first.is_punct or first.nbor(-1).is_punct
    return opened and last.i + 1 < len(noun.doc) and (last.is_punct or last.nbor().is_punct)


def _understood(verb: Token, lexicon: Lexicon) -> Token | None:
    """The subject of the clause above: "Wir haben versprochen, das *zu prüfen*"."""
    node = verb
    for _ in range(STEPS):
        if node.dep_ not in SHARED or node.head.i == node.i or syntax.mood(node):
            return None
        node = node.head
        found = syntax.subject(node)
        if found is not None:
            return None if lexicon.cue("dummy", found.lower_) else found
    return None


def _place(child: Token, lexicon: Lexicon) -> str:
    said_before = preposition(child, lexicon)
    if child.dep_ in SAID and syntax.is_predicate(child):
        apart = child.dep_ == "parataxis" and child.left_edge.i > 0 and child.left_edge.nbor(-1).text in APART
        return "" if apart or is_circumstance(child, lexicon) else CLAUSE
    if said_before and child.dep_ in OBLIQUE:
        return said_before
    if child.dep_ in PREDICATED and (child.pos_ in ("ADJ", "VERB") or child.dep_ == "xcomp"):
        return MANNER
    return CLAUSE if child.dep_ in ("advcl", "conj") and _is_content_clause(child, lexicon) else ""


def _is_content_clause(clause: Token, lexicon: Lexicon) -> bool:
    """A clause with "dass" or "ob", in reported mood, or an infinitive with "zu" that no "um" introduces."""
    if any(lexicon.cue("complementizer", c.lower_) for c in clause.children if c.dep_ == "mark"):
        return True
    return is_reported(clause, lexicon) or (clause.dep_ == "advcl" and is_zu_infinitive(clause))


def _loose_clause(verb: Token, lexicon: Lexicon) -> list[Token]:
    """A clause that the parser hung on a phrase of the verb: "Erzählen Sie den *Leuten*, dass …"."""
    below = [n for c in verb.children if not syntax.is_predicate(c) for n in c.subtree if n.i > verb.i or c.i > verb.i]
    clauses = (c for n in below for c in n.children if c.dep_ in ("acl", "ccomp", "xcomp", "advcl"))
    return [c for c in clauses if syntax.is_predicate(c) and _is_content_clause(c, lexicon)][:1]


def preposition(token: Token, lexicon: Lexicon) -> str:
    """The preposition of a phrase, or that within an adverb: "darüber", "wozu", "hierfür"."""
    return syntax.preposition(token) or lexicon.cue("prepositional", token.lower_)


def of_noun(noun: Token, lexicon: Lexicon) -> Filled:
    """The filled places of a noun."""
    found: Filled = defaultdict(list)
    for child in noun.children:
        said_before = preposition(child, lexicon)
        if child.dep_ == "det:poss":
            found[POSSESSIVE].append(child)
        elif is_genitive(child, lexicon) and not said_before:
            found[GENITIVE].append(child)
        elif child.dep_ == "appos" and not syntax.is_predicate(child):
            found[APPOSITION].append(child)
        elif said_before and child.dep_ in ("nmod", "obl", "advmod"):
            found[said_before].append(child)
        elif child.dep_ in OF_NOUN and syntax.is_predicate(child) and not _is_participle(child):
            found[CLAUSE].append(child)
    return found


def _is_participle(clause: Token) -> bool:
    """Whether a clause is only a participle: "die gestern *erhobene* Forderung"."""
    return syntax.feature(clause, "VerbForm") == "Part" and not any(c.dep_.startswith("aux") for c in clause.children)
