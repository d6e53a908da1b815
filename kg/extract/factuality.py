"""How certain a source is of an event: what stands between the event and the source's word of saying, or the root.

FactBank (Saurí and Pustejovsky 2009): certainty (certain, probable, possible, uncommitted) and polarity. The walk goes from
the event up the tree; each step may weaken the certainty or turn the polarity, and a step that no table knows makes it
unknown: the extractor then abstains.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.cue import is_zu_infinitive
from kg.lang.lexicon import Lexicon
from kg.model import Factuality

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ORDER = ("CT", "PR", "PS", "U", "")
"""From certain to unknown; the weakest on the way counts."""
VERBAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass"))
DEFINITE = frozenset(("Def", "Dem", "Prs"))


@dataclass(frozen=True, slots=True)
class Judgement:
    """Certainty ("" is unknown) and polarity; whether the text gives it as hearsay ("soll", "angeblich")."""

    certainty: str = "CT"
    positive: bool = True
    hearsay: bool = False
    conditional: bool = False

    def weakened(self, certainty: str) -> Judgement:
        """At most so certain."""
        return replace(self, certainty=max(self.certainty, certainty, key=ORDER.index))

    def turned(self) -> Judgement:
        """The other polarity."""
        return replace(self, positive=not self.positive)

    def with_value(self, value: str) -> Judgement:
        """After a word of the tables: "CT-" turns, "PR+" weakens, "U" leaves open."""
        if value.endswith("-") and value != "-":
            return self.weakened(value[:2]).turned()
        return self.weakened(value.rstrip("+") if value else "")

    @property
    def factuality(self) -> Factuality | None:
        """The value of FactBank, or None where the extractor abstains."""
        if not self.certainty:
            return None
        if self.certainty == "U":
            return Factuality.UNCOMMITTED
        return Factuality(self.certainty + ("+" if self.positive else "-"))


def judge(trigger: Token, roots: Collection[int], lexicon: Lexicon) -> Judgement:
    """The factuality of what `trigger` says, up to one of the tokens `roots` (of a reported content), or the root."""
    reported = bool(roots)
    found = Judgement()
    node = trigger
    if trigger.pos_ in ("NOUN", "PROPN"):
        found = _nominal(node, found, lexicon)
        found = _clause(node, found, lexicon, reported) if syntax.is_predicate(node) else found
    elif trigger.dep_ == "amod":
        found = _hedged(node, found, lexicon)
    else:
        found = _clause(node, found, lexicon, reported)
    while node.i not in roots and node.head.i != node.i:
        found, node = _step(node, found, lexicon, reported)
        if found.certainty == "":
            break
    if node.head.i == node.i and not reported and _is_open(node.sent, trigger, lexicon):
        found = replace(found.weakened("U"), conditional=True)
    return found


def _is_open(sentence: Span, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the whole sentence asks or supposes: "Ein Treffen noch vor Weihnachten?", "Angenommen, sie griffen an"."""
    if sentence.text.rstrip(' \n"“”»«').endswith("?"):
        return True
    words = [t for t in sentence if not t.is_punct and not t.is_space]
    if words and lexicon.cue("conditional", words[0].lower_) and words[0].pos_ != "SCONJ":
        return True
    before = " ".join(t.lower_ for t in words if t.i < trigger.i)
    return any(kind == "conditional" and phrase in before for kind, phrase, _ in lexicon.phrases)


def _step(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> tuple[Judgement, Token]:
    """One arc up, with what the arc and the upper word do to the certainty."""
    upper = node.head
    dep = node.dep_
    if dep in VERBAL:
        return _embedded(upper, found, lexicon, reported), upper
    if dep == "advcl":
        return _adverbial(node, found, lexicon), upper
    if dep in ("acl:relcl", "acl"):
        return _attributive(node, found, lexicon), upper
    if dep == "conj" and is_zu_infinitive(node) and not is_zu_infinitive(upper):
        return _embedded(upper, found, lexicon, reported), upper  # a content that the parser joined to its verb
    noun = node.pos_ in ("NOUN", "PROPN")
    if noun and (dep in ("appos", "flat", "dep") or (dep == "conj" and upper.pos_ == "VERB")):
        return found.weakened(""), upper  # "bestritt die Festnahme und die Durchsuchung", badly attached
    if dep in ("conj", "parataxis", "list", "amod", "appos", "flat"):
        return found, upper
    if dep in ("root", "ROOT"):
        return found, upper
    return _argument(node, found, lexicon, reported), upper


def _clause(predicate: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """Negation, modal verbs, mood, future, hedges and question mark of a predicate's own clause."""
    found = _phrases(predicate, _hedged(predicate, found, lexicon), lexicon)
    found = _modal(predicate, found, lexicon, reported)
    if _is_unreal(predicate, lexicon) and not (reported and syntax.feature(predicate, "VerbForm") == "Part"):
        found = found.weakened("U")
    if _is_negated(predicate, lexicon):
        found = found.turned()
    for child in predicate.children:
        if child.dep_ == "mark" and lexicon.cue("without", *syntax.words(child)):
            found = found.turned()  # "ohne anzugreifen"
    if _is_question(predicate) or _is_order(predicate) or _is_inverted_condition(predicate, lexicon):
        found = found.weakened("U")
    if _is_inverted_condition(predicate, lexicon) or _condition(predicate, lexicon):
        found = replace(found.weakened("U"), conditional=True)
    return found


def _is_negated(predicate: Token, lexicon: Lexicon) -> bool:
    negations = 0
    for child in predicate.children:
        if lexicon.cue("negation", *syntax.words(child)):
            after = child.nbor(1) if child.i + 1 < len(child.doc) else child
            negations += not lexicon.cue("negation_off", after.lower_)  # "nicht nur"
        elif child.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent", "obl", "iobj"):
            negations += any(lexicon.cue("negation", *syntax.words(c)) for c in child.children if c.dep_ != "conj")
    return negations % 2 == 1


def _hedged(node: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    for child in node.children:
        if child.dep_ not in ("advmod", "amod", "obl", "nmod", "parataxis"):
            continue
        value = lexicon.cue("hedge", *_attribute_words(child, lexicon)) or _said_attribute(child, lexicon)
        if value:
            found = found.with_value(value)
        value = lexicon.cue("hearsay", *syntax.words(child))
        if value:
            found = replace(found.with_value(value), hearsay=True)
    return found


def _attribute_words(child: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """An attribute without its ending too: "mögliche", "geplanten"."""
    bare = [child.lower_.removesuffix(ending) for ending in lexicon.cues.get("adjective_ending", ())]
    return (*syntax.words(child), *(bare if child.dep_ == "amod" else ()))


def _said_attribute(child: Token, lexicon: Lexicon) -> str:
    """The value of a participle that says what was said of the noun: "der geforderte Abzug" (U)."""
    if child.dep_ != "amod":
        return ""
    verb = lexicon.verb_of(child.lower_)
    rows = lexicon.claims.get(("verb", verb), []) if verb else []
    value = rows[0].factuality if rows else ""
    return value or lexicon.cue("plan", verb) or lexicon.cue("implicative", verb)


def _phrases(predicate: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """Cues of several words in the clause: "aller Voraussicht nach", "auf keinen Fall"."""
    for kind, phrase, value in lexicon.phrases_in(t.lower_ for t in predicate.subtree):
        if kind == "negation" and value == "-":
            found = found.turned()
        elif kind in ("hedge", "conditional", "purpose"):
            found = found.with_value(value)
        elif kind == "hearsay":
            found = replace(found.with_value(value), hearsay=True)
        del phrase
    return found


def _modal(predicate: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    for child in (*predicate.children, *((predicate,) if predicate.pos_ == "AUX" else ())):
        if child.dep_ not in ("aux", "aux:pass") and child.i != predicate.i:
            continue
        value = lexicon.cue("modal", child.lower_, child.lemma_)
        if lexicon.cue("future", child.lemma_) and not lexicon.cue("unreal", child.lower_):
            found = found.weakened("PR") if _is_future(child, predicate) else found
        elif value == "hearsay":
            found = _should(predicate, found, lexicon)
        elif value:
            found = found.with_value(value)
    if not _has_own_finite(predicate) and predicate.dep_ == "conj" and syntax.is_predicate(predicate.head):
        return _shared(predicate.head, found, lexicon, reported)
    return found


def _shared(head: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """What a joined verb shares with the first: "soll festgenommen und verhört werden"."""
    shared = _modal(head, Judgement(), lexicon, reported)
    shared = shared.weakened("U") if _is_unreal(head, lexicon) and not reported else shared
    turned = any(
        lexicon.cue("negation", *syntax.words(c)) and c.i < head.i for c in head.children if c.dep_ == "advmod"
    )
    found = replace(found.weakened(shared.certainty), hearsay=found.hearsay or shared.hearsay)
    return found.weakened("U") if turned else found


def _has_own_finite(predicate: Token) -> bool:
    return syntax.mood(predicate) != "" or any(syntax.feature(c, "VerbForm") == "Fin" for c in predicate.children)


def _should(predicate: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """ "soll": hearsay with a past infinitive ("soll getötet haben"), a plan without ("soll entsandt werden")."""
    past = any(c.dep_ == "aux" and lexicon.cue("perfect", c.lower_) for c in predicate.children)
    return replace(found.weakened("PR"), hearsay=found.hearsay or past)


def _is_future(auxiliary: Token, predicate: Token) -> bool:
    """ "werden" with an infinitive: "wird entsenden", "wird entsandt werden", but not "wird entsandt"."""
    if auxiliary.dep_ == "aux:pass":
        return False
    return syntax.feature(predicate, "VerbForm") == "Inf" or any(
        c.dep_ in ("aux:pass", "cop") and syntax.feature(c, "VerbForm") == "Inf" for c in predicate.children
    )


def _is_unreal(predicate: Token, lexicon: Lexicon) -> bool:
    finite = syntax.finite(predicate)
    return (syntax.mood(predicate) == "Sub" and syntax.feature(finite, "Tense") == "Past") or bool(
        lexicon.cue("unreal", finite.lower_)
    )


def _is_question(predicate: Token) -> bool:
    """A direct question, or an indirect one ("ob")."""
    return predicate.dep_ in ("ROOT", "conj") and predicate.sent.text.rstrip(' \n"“”»«').endswith("?")


def _is_order(predicate: Token) -> bool:
    return syntax.mood(predicate) == "Imp"


def _condition(predicate: Token, lexicon: Lexicon) -> bool:
    return any(c.dep_ == "mark" and lexicon.cue("conditional", *syntax.words(c)) for c in predicate.children)


def _is_inverted_condition(predicate: Token, lexicon: Lexicon) -> bool:
    """A condition by word order: "Sollten sich die Angaben bestätigen, …", "Sollte es regnen, …"."""
    finite = syntax.finite(predicate)
    first = min((t for t in predicate.subtree if not t.is_punct and not t.is_space), key=lambda t: t.i)
    if first.i != finite.i:
        return False
    # "Verhängte Japan Sanktionen, stünden 300 Arbeitsplätze auf dem Spiel": German begins no statement with its verb
    starts = all(t.is_punct or t.is_space for t in predicate.sent if t.i < first.i) and syntax.mood(predicate) != ""
    return starts or bool(lexicon.cue("inversion", finite.lower_))


def _embedded(upper: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """A clause under a verb that is no word of saying: "versuchten zu fliehen", "gelang es"."""
    value = lexicon.cue("implicative", *_verb_words(upper)) or lexicon.cue("raising", *_verb_words(upper))
    value = value or lexicon.cue("plan", *_verb_words(upper)) or lexicon.cue("modal", upper.lemma_)
    if not value or value == "hearsay":
        return found.weakened("")
    return _clause(upper, found.with_value(value), lexicon, reported)


def _verb_words(verb: Token) -> tuple[str, ...]:
    reflexive = any(c.tag_ == "PRF" for c in verb.children)
    return (("sich " + verb.lemma_,) if reflexive else ()) + (verb.lemma_,)


def _adverbial(node: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """An adverbial clause: its conjunction decides ("nachdem": a fact; "wenn", "um": open; others: unknown)."""
    marks = [c for c in node.children if c.dep_ == "mark"]
    if any(lexicon.cue("as_said", c.lower_) for c in node.children):
        return found  # "Wie die Polizei mitteilte, …"
    for mark in marks:
        words = syntax.words(mark)
        if lexicon.cue("conditional", *words):
            return replace(found.weakened("U"), conditional=True)
        if lexicon.cue("purpose", *words) or lexicon.cue("question", *words):
            return found.weakened("U")
        if lexicon.cue("without", *words):
            return found
        if lexicon.cue("factive", *words):
            return found
    if found.conditional:
        return found
    return found.weakened("") if marks or syntax.mood(node) else found


def _attributive(node: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """A relative clause or a participle says its own; an infinitive under a noun is as open as the noun ("Versuch")."""
    noun = node.head
    if any(lexicon.cue("negation", *syntax.words(c)) for c in noun.children):
        return found.weakened("U")
    if node.dep_ == "acl" and syntax.feature(node, "VerbForm") != "Part":
        value = lexicon.cue("implicative", noun.lemma_) or lexicon.cue("plan", noun.lemma_)
        return found.with_value(value)
    return found


def _nominal(noun: Token, found: Judgement, lexicon: Lexicon) -> Judgement:
    """An event noun's own words: "kein Angriff", "ein möglicher Angriff", "ohne Angriff"."""
    for child in noun.children:
        words = syntax.words(child)
        if child.dep_ in ("det", "advmod", "amod") and lexicon.cue("negation", *words):
            found = found.turned()
        if child.dep_ == "case" and lexicon.cue("without", *words):
            found = found.turned()
    return _hedged(noun, found, lexicon)


def _argument(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """An event noun under a verb or a noun: "verhinderte den Angriff", "der Beginn des Angriffs"."""
    upper = node.head
    words = _verb_words(upper) if upper.pos_ == "VERB" else syntax.words(upper)
    value = lexicon.cue("implicative", *words) or lexicon.cue("plan", *words)
    adposition = syntax.preposition(node)
    if not adposition and node.dep_ in ("iobj", "obl:arg"):
        return found.weakened("")  # "stimmte der Entsendung zu", "erteilte einem Beitritt eine Absage"
    if adposition and adposition == lexicon.cue("happen", upper.lemma_):
        return _clause(upper, found, lexicon, reported)  # "es kam zu Kämpfen"
    if adposition and not value:
        # "nach dem Angriff": it happened; "über einen Angriff": who knows
        if not lexicon.cue("factive", adposition):
            return found.weakened("")
        around = _clause(upper, Judgement(), lexicon, reported) if syntax.is_predicate(upper) else Judgement()
        return found if _is_definite(node) else found.weakened(around.certainty)  # "bei einem Angriff müsste …"
    if not syntax.is_predicate(upper):
        if value:
            return found.with_value(value)
        return found if _is_definite(node) and upper.ent_type_ == "" else found.weakened("")
    if value:
        return _clause(upper, found.with_value(value), lexicon, reported)
    if ("verb", upper.lemma_) in lexicon.claims or _shows(upper, lexicon):
        return found.weakened("")  # what stands by a word of saying may be what is said, whatever the parser thinks
    around = _clause(upper, Judgement(), lexicon, reported)
    if around != Judgement() and not around.hearsay:
        return found.weakened("")
    if around.hearsay:
        return replace(found.weakened(around.certainty), hearsay=True)
    if _is_definite(node):
        return found
    known = upper.lemma_ in lexicon.verbs or lexicon.cue("light", upper.lemma_)
    return found if known else found.weakened("")


def _shows(verb: Token, lexicon: Lexicon) -> bool:
    """ "Fotos, die Bewegungen zeigen": the document claims it."""
    subject = syntax.subject(verb)
    if subject is not None and syntax.is_relative(subject):
        subject = syntax.antecedent(subject)
    return subject is not None and lexicon.is_a(subject.lemma_, ("document",))


def _is_definite(noun: Token) -> bool:
    if any(syntax.feature(c, "Definite") == "Ind" for c in noun.children):
        return False
    for child in noun.children:
        if child.dep_ == "det:poss" or (child.dep_ == "nmod" and syntax.feature(child, "Case") == "Gen"):
            return True
        if child.dep_ == "det" and DEFINITE & {syntax.feature(child, "Definite"), syntax.feature(child, "PronType")}:
            return True
    return any(child.dep_ == "case" and child.text.lower() != child.lemma_.lower() for child in noun.children)
