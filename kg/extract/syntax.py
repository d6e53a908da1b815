"""Questions to a dependency tree (Universal Dependencies) that the tree answers only by several arcs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import tags
from kg.extract.tree import SUBJECTS, once

if TYPE_CHECKING:
    from kg.extract.tree import Token


NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "X", "NUM", "SYM"))
CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass", "parataxis"))
PREDICATES = frozenset(("VERB", "AUX"))
AUXILIARY = frozenset(("aux", "aux:pass", "cop"))


def feature(token: Token, name: str) -> str:
    """The first value of a morphological feature, or the empty string."""
    return token.features.get(name, "")


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of the relations, in text order."""
    return [child for child in token.children if child.dep_ in deps] if token.children else []


def coordinated(token: Token) -> list[Token]:
    """The token and those joined to it, in text order: "Waffen, Munition und Uniformen"."""
    found = [token]
    for child in token.children:
        relation = child.dep_
        if relation == "conj" or (relation == "appos" and _is_listed(child, token)):
            found += coordinated(child)
        elif relation == "nmod" and child.children:
            found += [joined for joined in child.children if joined.dep_ == "conj" and _is_beside(joined, child, token)]
    return found


def _is_listed(child: Token, token: Token) -> bool:
    """Whether an apposition is one of a list: "Premier Jan Meier, *Kanzlerin Eva Kunz* und Minister Ole Huber"."""
    rest = [c for c in token.children if c.dep_ == "appos" and c.i >= child.i]
    joined = [c for last in rest for c in last.children if c.dep_ == "conj"]
    if not any(g.dep_ == "cc" for c in joined for g in c.children):
        return False
    return _is_person(child) and _is_person(token)


def _is_person(noun: Token) -> bool:
    """Whether a phrase has a person's name, in its head or right behind."""
    return noun.ent_type_ == "PER" or any(c.dep_ in ("flat", "appos") and c.ent_type_ == "PER" for c in noun.children)


def _is_beside(joined: Token, genitive: Token, token: Token) -> bool:
    """Whether what the parser joined to a genitive stands beside its noun: "Truppen der NATO und *die Armee*"."""
    if joined.pos_ not in ("NOUN", "PROPN") or genitive.adposition or joined.adposition:
        return False
    if joined.lemma_ == token.lemma_ and joined.lemma_ != genitive.lemma_:
        return True
    cases = [{feature(c, "Case") for c in noun.children if c.dep_ == "det"} for noun in (genitive, joined)]
    if cases[0] != {"Gen"} or "Gen" in cases[1]:
        return False
    if not cases[1]:  # "Anhänger des Clubs und *Ordnungskräfte*": no genitive plural without an article or adjective
        bare = joined.pos_ == "NOUN" and not children(joined, "amod") and feature(joined, "Number") == "Plur"
        return bare and feature(joined, "Case") == feature(token, "Case")
    # a nominative after a preposition is none: "zwischen Anhängern des Clubs und *der Polizei*"
    return cases[1] == {feature(token, "Case")} or (bool(token.adposition) and cases[1] == {"Nom"})


def preposition(token: Token) -> str:
    """The lemma of the adposition of a phrase ("in die Ukraine": in), or the empty string."""
    return token.adposition


def case(token: Token) -> str:
    """Nom, Gen, Dat, Acc or the empty string; the article knows it better than the noun."""
    for child in (*(c for c in token.children if c.dep_.startswith("det")), token):
        found = feature(child, "Case")
        if found:
            return found
    return ""


@once
def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "wurde festgenommen", "ist stationiert"."""
    found = {child.dep_ for child in verb.children}
    if "aux:pass" in found or shares_passive(verb):
        return True
    if "nsubj:pass" in found and "obj" not in found:  # but "ihm wird vorgeworfen, *Geiseln* getötet zu haben"
        return not ("aux" in found and (is_governed_infinitive(verb) or _has_both(verb)))
    bare = feature(verb, "VerbForm") == "Part" and not found & {"aux", "obj"}
    if bare and "nsubj" in found:
        return _is_headline(verb)
    return bare and "obl:agent" in found  # "wie vom Gericht entschieden"


def _has_both(verb: Token) -> bool:
    """Whether another is the subject: "Ein Mann hat zwei *Helfer* verletzt", an object that looks like a passive's."""
    subject = own_subject(verb)
    return subject is not None and subject.dep_ == "nsubj" and subject.i < children(verb, "nsubj:pass")[0].i


def is_governed_infinitive(verb: Token) -> bool:
    """Whether it is an active infinitive with "zu" below another verb: what seems to be its subject is its object."""
    if verb.dep_ != "xcomp" or any(c.dep_ == "aux:pass" for c in verb.children):
        return False
    words = (verb, *(c for c in verb.children if c.dep_ == "aux"))
    if any(feature(w, "VerbForm") == "Fin" for w in words):
        return False
    return any(w.tag_ == tags.TO_INFINITIVE for w in words) or any(c.tag_ == tags.TO for c in verb.children)


def _is_headline(verb: Token) -> bool:
    """Whether a participle with a subject lacks its auxiliary: "*Mann* verhaftet", "er *verhaftet* und belegt wurde".

    Of joined participles the last may have it for all; else only a headline has none, where nouns lack their articles.
    """
    found = {c.dep_: c for c in verb.children}
    if verb.dep_ == "conj" or found["nsubj"].i > verb.i:
        return False
    joined = [c for c in verb.children if c.dep_ == "conj" and feature(c, "VerbForm") == "Part"]
    last = {g.dep_ for c in joined for g in c.children}
    if "aux:pass" in last or "aux" in last:
        return "aux:pass" in last
    bare = found["nsubj"].pos_ == "NOUN" and not any(c.dep_ == "det" for c in found["nsubj"].children)
    return bare and found.keys().isdisjoint(("mark", "xcomp", "ccomp"))


def shares_passive(verb: Token) -> bool:
    """As in "wurde festgenommen und *verhört*", "wurden zehn getötet und 110 weitere *verletzt*"."""
    # the tagger takes "vernommen" for an infinitive
    if verb.dep_ != "conj" or verb.head.dep_ == "amod":
        return False
    if feature(verb, "VerbForm") not in ("Inf", "Part") and not _looks_finite(verb):
        return False
    return not any(child.dep_ in ("aux", "aux:pass", "mark") for child in verb.children) and is_passive(verb.head)


def _looks_finite(verb: Token) -> bool:
    """Whether a participle at the end of its clause looks like a present: "wurden verhört, *verurteilt*, versetzt"."""
    own = any(child.dep_ in SUBJECTS or child.dep_ == "obj" for child in verb.children)
    if own or feature(verb, "Tense") != "Pres" or verb.i + 1 >= len(verb.doc):
        return False
    after = verb.doc[verb.i + 1]
    return feature(finite(verb.head), "Tense") == "Past" and (after.is_punct or after.dep_ == "cc")


def shared_phrases(verb: Token) -> list[Token]:
    """What stands before both: "wurden *in Kabul* fünf getötet und zwei verletzt"."""
    if verb.dep_ != "conj":
        return []
    first = verb.head
    both = own_subject(verb) is None and is_passive(verb) and is_passive(first)
    if not both and not shares_passive(verb):
        return []
    found = [c for c in first.children if c.dep_ == "obl" and c.i < min(first.i, verb.i)]
    return found + shared_phrases(first)


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a noun or adjective with a copula."""
    if token.dep_ in AUXILIARY:
        return False
    return token.pos_ in PREDICATES or token.is_clause


def clause(token: Token) -> Token:
    """The predicate of the clause that the token stands in, itself if it is one, else the root of the sentence."""
    node = token
    while node.head is not node and not is_predicate(node):
        node = node.head
    return node


def ancestors(token: Token) -> list[Token]:
    """The token, then its heads up to the root."""
    found = [token]
    while token.head is not token:
        token = token.head
        found.append(token)
    return found


@once
def own_subject(predicate: Token) -> Token | None:
    """The subject among the children, or among those of the auxiliary; a noun rather than "es" or a stray article."""
    found = []
    for child in predicate.children:
        if child.dep_ in SUBJECTS:
            found.append(child)
        elif child.dep_ in AUXILIARY and child.is_clause:
            found += [c for c in child.children if c.dep_ in SUBJECTS]
    if not found:
        return None
    found = [c for c in found if c.tag_ != tags.ARTICLE]
    if len(found) < 2:
        return found[0] if found else None
    # nor an adverb: "*Tags* darauf beschuldigte der Hauptmann …", "*Nahe* der Stadt wurden vier Wagen beschossen"
    return next((c for c in found if c.pos_ not in ("ADP", "ADV", "DET", "PRON") or is_relative(c)), found[0])


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun."""
    # "dessen" may be either: "Dem,Rel"
    return token.tag_ in tags.RELATIVE or token.features.get("PronType", "").endswith("Rel")


def antecedent(pronoun: Token) -> Token | None:
    """The noun of a relative clause's pronoun: "Soldaten, die entsandt wurden"."""
    for node in ancestors(pronoun):
        if node.dep_ == "acl:relcl":
            return _agreeing(pronoun, node)
    return None


def _agreeing(pronoun: Token, relative: Token) -> Token:
    """The noun that the clause hangs on, or the one before it that agrees: "eine Gruppe von Männern, *die flohen*"."""
    head = relative.head
    verb = finite(relative)
    acts = pronoun.dep_ in SUBJECTS and pronoun.head.i == relative.i
    number = (acts and feature(verb, "Number")) or feature(pronoun, "Number")
    feminine = number == "Sing" and feature(pronoun, "Gender")
    if head.pos_ != "NOUN" and head.pos_ in NOMINAL:
        return head
    several = any(child.dep_ == "conj" for child in head.children)
    before = relative.left_edge.i
    if several and number == "Plur" and (passed := _passed(head, before, number)) is not None:
        return passed
    if head.pos_ == "NOUN" and (several or not number or _agrees(head, number, feminine or "")):
        return head
    nouns = [t for t in head.subtree if t.i < before and t.pos_ == "NOUN" and feature(t, "Number")]
    near = next((t for t in reversed(nouns) if number and _agrees(t, number, feminine or "")), None)
    if near is not None and near.dep_ == "conj" and head.pos_ in PREDICATES:
        return near.head  # "wo seine Frau und seine Söhne lebten, *die* heimkehrten"
    return near if near is not None else head


def _passed(head: Token, before: int, number: str) -> Token | None:
    """A plural behind joined singulars: "Mit Kranz und Gebet wurde *der Opfer* gedacht, die gestorben waren"."""
    own = {t.i for t in head.subtree}
    if any(feature(t, "Number") == number for t in coordinated(head)):
        return None
    rest = (t for t in reversed(head.doc.tokens[head.i : before]) if t.i not in own and t.pos_ == "NOUN")
    near = next(rest, None)
    return near if near is not None and feature(near, "Number") == number else None


def _agrees(noun: Token, number: str, gender: str) -> bool:
    """Whether noun and pronoun may go together; of genders only the feminine is sure in all cases."""
    own = feature(noun, "Gender")
    same = not gender or not own or (gender == "Fem") == (own == "Fem")
    return feature(noun, "Number") in ("", number) and same


@once
def subject(predicate: Token) -> Token | None:
    """The subject, shared by a joined verb without its own ("Sie sind stationiert und werden eingesetzt")."""
    found = own_subject(predicate)
    if found is None and predicate.dep_ == "conj" and is_predicate(predicate.head):
        # "… meldeten Zeitungen Pjöngjang habe entschieden": who reports does not decide
        joined = any(child.dep_ == "cc" for child in predicate.children)
        reported = mood(predicate) == "Sub" and mood(predicate.head) == "Ind" and not joined
        return None if reported else subject(predicate.head)
    return found


@once
def finite(predicate: Token) -> Token:
    """The finite verb of a predicate: its auxiliary or itself."""
    for child in predicate.children:
        if child.dep_ in AUXILIARY and child.features.get("VerbForm") == "Fin":
            return child
    return predicate


@once
def mood(predicate: Token) -> str:
    """Ind, Sub or Imp of the finite verb; the empty string for a clause without one."""
    verb = finite(predicate)
    return verb.features.get("Mood", "") if verb.pos_ in PREDICATES else ""


def words(token: Token) -> tuple[str, str]:
    """How tables may spell a token: its lemma and its form in lower case."""
    return token.lemma_, token.lower_


def within(token: Token, root: Token) -> bool:
    """Whether the token is in the subtree of root."""
    return root in ancestors(token)


def is_like_a_name(noun: Token) -> bool:
    """Whether the recogniser took one common noun for a name: "der *Nordbund-Gipfel*", not "Neustädter *Gespräche*"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return noun.pos_ == "NOUN" and noun.ent_iob_ == "B" and after.ent_iob_ != "I"
