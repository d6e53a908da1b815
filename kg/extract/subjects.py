"""Who does it to whom: subject and bare objects of a verb, where the parser mixed them up set right by agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.restrictions import is_actor, is_time
from kg.extract.tree import SUBJECTS, once
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

BARE = frozenset(("obj", "iobj", "obl:arg", "obl", "nsubj", "nsubj:pass"))


def subject_and_objects(verb: Token, lexicon: Lexicon, understood: Token | None) -> tuple[Token | None, list[Token]]:
    """Subject and bare objects, where the parser mixed them up set right by agreement with the verb.

    "Zivile Ziele hat die Armee angegriffen": the verb is singular, so that "die Armee" is its subject.
    """
    subject = syntax.subject(verb) or understood
    subject = _not_beside(subject, verb, lexicon) or understood
    objects = [c for c in verb.children if c.dep_ in BARE and _is_object(c, subject, lexicon)]
    objects = objects or _mistaken_appositions(subject, verb, lexicon)
    own = syntax.own_subject(verb)
    before = _before_article(verb)
    if before is not None and subject is not None and own is not None:
        return _beside_antecedent(subject, before, objects, verb, lexicon)
    if own is not None and not objects and _goes_on(verb, own, lexicon):
        return syntax.subject(verb.head), [own]
    if subject is None and not syntax.is_passive(verb):
        return _subject_among(objects, verb, lexicon)
    if own is None and objects and syntax.shares_passive(verb):
        return None, objects  # "wurden zehn getötet und 110 weitere verletzt": what looks like an object
    if own is None or subject is None:
        return subject, objects
    other = _real_subject(subject, objects, verb, lexicon)
    if other is None:
        return subject, objects
    return other, [subject if o is other else o for o in objects]


def _not_beside(subject: Token | None, verb: Token, lexicon: Lexicon) -> Token | None:
    """The subject, if no pronoun can only be it: "*Er* wurde der Beihilfe für schuldig befunden"."""
    if subject is None:
        return None
    others = [c for c in verb.children if c.dep_ in SUBJECTS and c.i != subject.i]
    if is_measured(subject, lexicon):  # "Sie wurde zu drei Jahren Haft verurteilt"
        return next(iter(others), None)
    sure = (c for c in others if c.pos_ == "PRON" and lexicon.cue("nominative", c.lower_))
    return next(sure, subject) if subject.pos_ == "NOUN" else subject


@once
def is_measured(noun: Token, lexicon: Lexicon) -> bool:
    """Whether the noun only says of what a time before it is: "drei Jahre *Haft*"."""
    if noun.i == noun.sent.start or noun.pos_ != "NOUN" or any(not c.is_punct for c in noun.children if c.i < noun.i):
        return False
    before = noun.nbor(-1)
    spent = bool(lexicon.cue("names_event", lexicon.noun_class(noun.lemma_)))  # not "vor drei Jahren Raketen"
    return spent and before.pos_ == "NOUN" and is_time(before, lexicon)


def _before_article(verb: Token) -> Token | None:
    """The noun of a relative clause whose pronoun the tagger took for an article: "der Bus, *der* Kinder brachte"."""
    words = [t for t in verb.subtree if not t.is_punct and not t.is_space] if verb.dep_ == "acl:relcl" else []
    if not words or words[0].tag_ != "ART" or words[0].head.head.i != verb.i or syntax.preposition(words[0].head):
        return None
    return None if any(syntax.is_relative(t) for t in words) else verb.head


def _beside_antecedent(
    subject: Token, before: Token, objects: list[Token], verb: Token, lexicon: Lexicon
) -> tuple[Token | None, list[Token]]:
    """Subject and objects of a relative clause without its pronoun: the noun before it is one of them."""
    article = next(t for t in verb.subtree if t.tag_ == "ART")
    wanted = syntax.feature(syntax.finite(verb), "Number")
    acts = is_actor(subject, lexicon) and not is_actor(before, lexicon)
    both = _number(subject) == _number(before)
    if lexicon.cue("accusative", article.lower_) or (acts if both else _number(subject) == wanted):
        return subject, [before, *objects]
    return before, [subject, *objects]


def _goes_on(verb: Token, own: Token, lexicon: Lexicon) -> bool:
    """Whether the one before still acts: "Er unterlag und hatte *das Ergebnis* nie anerkannt", taken for a subject."""
    upper = syntax.subject(verb.head) if verb.dep_ == "conj" and syntax.is_predicate(verb.head) else None
    if upper is None or syntax.is_passive(verb) or is_actor(own, lexicon) or not is_actor(upper, lexicon):
        return False
    words = (t for t in verb.subtree if not t.is_punct and not t.is_space and t.dep_ != "cc")
    first = next(words, verb)
    return first.i == syntax.finite(verb).i and first.i < own.i < verb.i


def _mistaken_appositions(subject: Token | None, verb: Token, lexicon: Lexicon) -> list[Token]:
    """As in "Gestern nannte Meier, der Sprecher, *die Berichte* falsch": a thing is no apposition of a person."""
    if subject is None or subject.ent_type_ != "PER" or subject.i < verb.i:
        return []
    things = (c for c in subject.children if c.dep_ == "appos" and c.pos_ == "NOUN" and not c.ent_type_)
    return [c for c in things if not is_actor(c, lexicon) and any(d.dep_ == "det" for d in c.children)]


def _real_subject(subject: Token, objects: list[Token], verb: Token, lexicon: Lexicon) -> Token | None:
    """Which of the objects is the subject: by its article, by what it means, or by the number of the verb."""
    near = [o for o in objects if o.dep_ in ("obj", "nsubj")]
    if _is_accusative(subject, lexicon):  # "Seinen Vorgänger verhaftete der General"
        nominative = next((o for o in near if not _is_accusative(o, lexicon)), None)
        if nominative is not None:
            return nominative
    if lexicon.cue("fronted_object", subject.lower_):  # "Das beschloss die Kommission"
        acting = [o for o in near if is_actor(o, lexicon)]
        if len(acting) == 1 and not _is_accusative(acting[0], lexicon):
            return acting[0]
    wanted = syntax.feature(syntax.finite(verb), "Number")
    # the number of a name is a guess: "Die UN forderten die Rebellen auf"
    named = bool(subject.ent_type_) or subject.pos_ == "PROPN"
    # a plural that looks like its lemma is as much of a guess: "Die Armee will die Stadt nicht beschossen haben"
    named = named or (subject.text == subject.lemma_ and syntax.feature(subject, "Number") == "Plur")
    if named or not wanted or _number(subject) in ("", wanted):
        return None
    return next((o for o in near if _number(o) == wanted), None)


def may_be_fronted(first: Token, second: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether what looks like the subject may be the object: a thing before the verb, and somebody after it.

    No article may say otherwise: that of a masculine singular has a form of its own for either.
    """
    main = first.dep_ == "nsubj" and second.dep_ == "obj" and first.i < syntax.finite(verb).i < second.i
    if not main or is_actor(first, lexicon) or not is_actor(second, lexicon):
        return False
    articles = [c for noun in (first, second) for c in noun.children if c.dep_.startswith("det")]
    return not any(syntax.feature(c, "Gender") == "Masc" and syntax.feature(c, "Number") == "Sing" for c in articles)


def _subject_among(objects: list[Token], verb: Token, lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    """As in "hat die Polizei einen Mann verhaftet" with two objects: of an accusative the other is the subject."""
    wanted = syntax.feature(syntax.finite(verb), "Number")
    bare = [o for o in objects if o.dep_ == "obj"]
    accusative = [o for o in bare if _is_accusative(o, lexicon)]
    others = [o for o in bare if o not in accusative and _number(o) == wanted]
    if len(accusative) == 1 and len(others) == 1:
        return others[0], [o for o in objects if o.i != others[0].i]
    return None, objects


def _is_accusative(noun: Token, lexicon: Lexicon) -> bool:
    """Whether an article says so: "einen", "seinen"."""
    return any(c.dep_.startswith("det") and lexicon.cue("accusative", c.lower_) for c in noun.children)


def _number(noun: Token) -> str:
    """Of a relative pronoun the number of its noun; of joined nouns the plural."""
    if syntax.is_relative(noun):
        before = syntax.antecedent(noun)
        noun = before if before is not None else noun
    many = len(syntax.coordinated(noun)) > 1 or noun.pos_ == "NUM"
    return "Plur" if many else syntax.feature(noun, "Number")


def _is_object(child: Token, subject: Token | None, lexicon: Lexicon) -> bool:
    if subject is not None and child.i == subject.i:
        return False
    if syntax.preposition(child) or is_reflexive_pronoun(child) or is_time(child, lexicon):
        return False
    if is_measured(child, lexicon) or child.pos_ == "ADV":
        return False
    return child.dep_ != "obl" or syntax.case(child) == "Dat"


def shared_objects(verb: Token, lexicon: Lexicon) -> list[Token]:
    """What stands before two infinitives or participles belongs to both: "konnte *ihn* stellen und festnehmen"."""
    first = verb.head
    finite = syntax.feature(syntax.finite(verb), "VerbForm") == "Fin"  # but "soll die Frau entführt und ermordet haben"
    own = finite or any(c.dep_ in SUBJECTS for c in verb.children)
    last = syntax.feature(first, "VerbForm") in ("Inf", "Part")
    if verb.dep_ != "conj" or own or not last or syntax.is_passive(verb):
        return []
    before = (c for c in first.children if c.dep_ == "obj" and c.i < first.i < verb.i)
    return [c for c in before if _is_object(c, None, lexicon)]


def elliptical(verb: Token) -> list[Token]:
    """The object of "veröffentlichte im Netz Ton- und Bildaufnahmen", which the parser joined to the phrase before."""
    for phrase in verb.children:
        for joined in syntax.coordinated(phrase)[1:] if phrase.dep_ == "obl" else ():
            if any(t.text.endswith("-") and len(t.text) > 2 for t in verb.doc.tokens[phrase.i : joined.i]):
                return [joined]
    return []


def borrowed(verb: Token, understood: Token | None, lexicon: Lexicon, own: list[Token]) -> list[Token]:
    """The objects with what the parser gave to the verb above: "warf dem Norden vor, Waffen zu liefern".

    Its own ones may be the last of a list: "beschuldigt den Norden, *Raketen* und Waffen zu liefern".
    """
    upper = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or syntax.own_subject(verb) is not None:
        return []
    between = [
        c for c in upper.children if c.dep_ in ("obj", "obl") and upper.i < c.i < verb.i and _is_bare(c, lexicon)
    ]
    things = []
    for noun in between:
        if understood is not None and noun.i == understood.i:
            things += [t for t in syntax.coordinated(noun)[1:] if not is_actor(t, lexicon)]
        elif not own:
            things.append(noun)
    return [*things, *own]


def _is_bare(noun: Token, lexicon: Lexicon) -> bool:
    bare = noun.dep_ in ("obj", "obl") and noun.pos_ in ("NOUN", "PROPN")
    return bare and not syntax.preposition(noun) and not is_time(noun, lexicon)


def is_reflexive_pronoun(token: Token) -> bool:
    """Whether the token is "sich"."""
    return token.tag_ == "PRF" or syntax.feature(token, "Reflex") == "Yes"


@once
def is_reflexive(verb: Token) -> bool:
    """Whether the verb has a reflexive pronoun: "trafen sich"."""
    return any(is_reflexive_pronoun(c) and not syntax.preposition(c) for c in verb.children)  # not "um sich schießen"


def understood_subject(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who does what an infinitive says, by the word that governs it (control: PTB and UD `xcomp`).

    "Er versprach zu kommen": he. "Sie forderte ihn auf zu gehen": the addressee. "Soldaten, entsandt nach Mali": the
    noun. None where the governing word does not say.
    """
    governor = verb.head
    # not "*Ihm* wurde vorgeworfen, beteiligt gewesen zu sein", badly attached
    attribute = verb.dep_ in ("acl", "acl:relcl")
    stray = attribute and governor.pos_ == "VERB" and any(c.dep_ == "mark" for c in verb.children)
    if attribute and syntax.feature(verb, "VerbForm") == "Part" and not stray:
        return governor
    if verb.dep_ == "conj" and governor.dep_ in ("xcomp", "ccomp", "advcl"):
        return understood_subject(governor, lexicon)
    if (attribute or verb.dep_ in ("xcomp", "ccomp")) and governor.pos_ == "NOUN" and not syntax.is_predicate(governor):
        return _owner(governor, lexicon) if syntax.feature(verb, "VerbForm") == "Inf" else None
    if not (stray or verb.dep_ in ("xcomp", "ccomp", "advcl")) or not syntax.is_predicate(governor):
        return None
    if lexicon.cue("lets", governor.lemma_):
        return _let(verb, governor, lexicon) or syntax.subject(governor) or understood_subject(governor, lexicon)
    rows = lexicon.claims.get(("verb", governor.lemma_)) or lexicon.claims.get(("verb", REFLEXIVE + governor.lemma_))
    if rows and rows[0].control != "source":
        return _addressee(governor) if rows[0].control == "addressee" else None
    subject = syntax.subject(governor)
    if subject is not None and lexicon.cue("nobody", subject.lower_):
        return _addressee(governor)  # "Den Rebellen gelang es, …"
    return subject or understood_subject(governor, lexicon)


def _let(verb: Token, governor: Token, lexicon: Lexicon) -> Token | None:
    """Who does what somebody lets be done: "ließ sich *von einem Fahrer* bringen"."""
    near = (*verb.children, *governor.children)
    phrases = (*near, *(c for noun in near if noun.dep_ == "obj" for c in noun.children if c.dep_ == "nmod"))
    by = (c for c in phrases if lexicon.cue("passive_agent", syntax.preposition(c)) and is_actor(c, lexicon))
    return next(by, None)


def _owner(noun: Token, lexicon: Lexicon) -> Token | None:
    """Whose plan, right or attempt it is: "die Entscheidung *Oslos*, zu verhandeln", "*Oslo* wagt den Versuch, …"."""
    rows = lexicon.claims.get(("noun", noun.lemma_), ())
    if any(row.control == "addressee" for row in rows[:1]):
        return None  # "die Aufforderung der Polizei, das Haus zu verlassen"
    for child in noun.children:
        adposition = syntax.preposition(child)
        if child.dep_ == "nmod" and (not adposition or lexicon.cue("passive_agent", adposition)):
            return child if is_actor(child, lexicon) else None
    verb = noun.head
    if noun.dep_ not in ("obj", "obl") or not syntax.is_predicate(verb):
        return next(iter(syntax.children(noun, "det:poss")), None)
    return None if syntax.is_passive(verb) else syntax.subject(verb)


def _addressee(verb: Token) -> Token | None:
    if syntax.is_passive(verb):
        return syntax.subject(verb)
    return next((c for c in verb.children if c.dep_ in ("iobj", "obl:arg", "obj")), None)
