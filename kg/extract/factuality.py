"""How certain a source is of an event: what stands between the event and the source's word of saying, or the root.

FactBank (Saurí and Pustejovsky 2009): certainty (certain, probable, possible, uncommitted) and polarity. The walk goes
from the event up the tree; each step may weaken the certainty or turn the polarity, and a step that no table knows
makes it unknown: the extractor then abstains.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clauses import clause, has_own_finite, hedged
from kg.extract.cue import is_zu_infinitive
from kg.extract.judgement import Judgement
from kg.extract.subjects import is_reflexive
from kg.lang.lexicon import REFLEXIVE, Lexicon

if TYPE_CHECKING:
    from kg.extract.tree import Span, Token

VERBAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass"))
DEFINITE = frozenset(("Def", "Dem", "Prs"))


def judge(trigger: Token, roots: Collection[int], lexicon: Lexicon) -> Judgement:
    """The factuality of what `trigger` says, up to one of the tokens `roots` (of a reported content), or the root."""
    reported = bool(roots)
    found = Judgement()
    node = trigger
    if trigger.pos_ in ("NOUN", "PROPN"):
        found = _nominal(node, found, lexicon)
        found = clause(node, found, lexicon, reported) if syntax.is_predicate(node) else found
    elif trigger.dep_ == "amod":
        found = hedged(node, found, lexicon)
    else:
        found = clause(node, found, lexicon, reported)
    while node.i not in roots and node.head.i != node.i:
        found, node = _step(node, found, lexicon, reported)
        if found.certainty == "":
            break
    if node.head.i == node.i and not reported and _is_open(node.sent, trigger, lexicon):
        found = replace(found.weakened("U"), conditional=True)
    return found


def _is_open(sentence: Span, trigger: Token, lexicon: Lexicon) -> bool:
    """Whether the whole sentence asks or supposes: "Ein Treffen im Mai?", "Angenommen, sie griffen an"."""
    if sentence.text.rstrip(' \n"“”»«').endswith("?"):
        return True
    if trigger.head.i == trigger.i and sentence.start and _last_mark(sentence) == ":":
        return True  # what a colon announces is whatever the words before say of it
    words = [t for t in sentence if not t.is_punct and not t.is_space]
    if words and lexicon.cue("as_said", words[0].lower_):
        return True  # "Wie die Agentur meldete, …" with a clause that the parser did not join
    if words and lexicon.cue("conditional", words[0].lower_) and words[0].pos_ != "SCONJ":
        return True
    before = " ".join(t.lower_ for t in words if t.i < trigger.i)
    return any(kind == "conditional" and phrase in before for kind, phrase, _ in lexicon.phrases)


def _last_mark(sentence: Span) -> str:
    """The mark before the sentence."""
    before = [t for t in sentence.doc.tokens[max(0, sentence.start - 3) : sentence.start] if not t.is_space]
    return before[-1].text if before else ""


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
    if dep == "conj" and ("verb", upper.lemma_) in lexicon.claims and not has_own_finite(node):
        return found.weakened(""), upper  # "Nie habe man, versicherte er, jemanden entführt", badly attached
    if dep in ("conj", "parataxis", "list", "amod", "appos", "flat"):
        return found, upper
    if dep in ("root", "ROOT"):
        return found, upper
    return _argument(node, found, lexicon, reported), upper


def _embedded(upper: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """A clause under a verb that is no word of saying: "versuchten zu fliehen", "gelang es"."""
    value = lexicon.cue("implicative", *_verb_words(upper)) or lexicon.cue("raising", *_verb_words(upper))
    value = value or lexicon.cue("plan", *_verb_words(upper)) or lexicon.cue("modal", upper.lemma_)
    if not value or value == "hearsay":
        return found.weakened("")
    return clause(upper, found.with_value(value), lexicon, reported)


def _verb_words(verb: Token) -> tuple[str, ...]:
    return ((REFLEXIVE + verb.lemma_,) if is_reflexive(verb) else ()) + (verb.lemma_,)


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
    return hedged(noun, found, lexicon)


def _argument(node: Token, found: Judgement, lexicon: Lexicon, reported: bool) -> Judgement:
    """An event noun under a verb or a noun: "verhinderte den Angriff", "der Beginn des Angriffs"."""
    upper = node.head
    words = _verb_words(upper) if upper.pos_ == "VERB" else syntax.words(upper)
    value = lexicon.cue("implicative", *words) or lexicon.cue("plan", *words)
    adposition = syntax.preposition(node)
    if not adposition and node.dep_ in ("iobj", "obl:arg"):
        return found.weakened("")  # "stimmte der Entsendung zu", "erteilte einem Beitritt eine Absage"
    if adposition and adposition == lexicon.cue("happen", upper.lemma_):
        return clause(upper, found, lexicon, reported)  # "es kam zu Kämpfen"
    if adposition and not value:
        # "nach dem Angriff": it happened; "über einen Angriff": who knows
        if not lexicon.cue("factive", adposition):
            return found.weakened("")
        if lexicon.cue("ground", adposition) and lexicon.cue("blames", upper.lemma_):
            return found.weakened("")  # "wegen Unterstützung einer Vereinigung verurteilt"
        around = clause(upper, Judgement(), lexicon, reported) if syntax.is_predicate(upper) else Judgement()
        return found if _is_definite(node) else found.weakened(around.certainty)  # "bei einem Angriff müsste …"
    if not syntax.is_predicate(upper):
        if value:
            return found.with_value(value)
        return found if _is_definite(node) and upper.ent_type_ == "" else found.weakened("")
    if value:
        return clause(upper, found.with_value(value), lexicon, reported)
    if ("verb", upper.lemma_) in lexicon.claims or _shows(upper, lexicon):
        return found.weakened("")  # what stands by a word of saying may be what is said, whatever the parser thinks
    around = clause(upper, Judgement(), lexicon, reported)
    if around != Judgement() and not around.hearsay:
        return found.weakened("")
    if around.hearsay:
        return replace(found.weakened(around.certainty), hearsay=True)
    if _is_definite(node):
        return found
    known = upper.lemma_ in lexicon.verbs or lexicon.cue("light", upper.lemma_)
    return found if known else found.weakened("")


def _shows(verb: Token, lexicon: Lexicon) -> bool:
    """As in "Fotos, die Bewegungen zeigen": the document claims it."""
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
