"""Who does it to whom: subject and bare objects of a verb, where the parser mixed them up set right by agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax, tags
from kg.extract.attribution.datives import is_feminine_dative
from kg.extract.participants.joined import joined_subjects, together
from kg.extract.participants.restrictions import is_actor, is_measured, is_time
from kg.extract.tree import SUBJECTS, once
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon

OFFICIAL = frozenset(("Decision", "Detention", "Investigation", "Release"))
"""Events that courts and the police do."""
AUTHORITIES = ("court", "police")
PAIR = 2
BARE = frozenset(("obj", "iobj", "obl:arg", "obl", "nsubj", "nsubj:pass"))


def subject_and_objects(verb: Token, lexicon: Lexicon, understood: Token | None) -> tuple[Token | None, list[Token]]:
    """Subject and bare objects, where the parser mixed them up set right by agreement with the verb.

    "Zivile Ziele hat die Armee angegriffen": the verb is singular, so that "die Armee" is its subject.
    """
    return _with_own_subject(verb, lexicon) if understood is None else _set_right(verb, lexicon, understood)


@once
def _with_own_subject(verb: Token, lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    return _set_right(verb, lexicon, None)


def _set_right(verb: Token, lexicon: Lexicon, understood: Token | None) -> tuple[Token | None, list[Token]]:
    subject = syntax.subject(verb) or understood
    subject = _not_beside(subject, verb, lexicon) or understood
    beside = [c.i for c in (*joined_subjects(verb, subject), *together(verb, lexicon))]
    objects = [c for c in verb.children if c.dep_ in BARE and c.i not in beside and is_object(c, subject, lexicon)]
    objects = objects or _mistaken_appositions(subject, verb, lexicon)
    own = syntax.own_subject(verb)
    mistaken = own is not None and not objects and (understood is not None or own.dep_ == "nsubj:pass")
    if own is not None and mistaken and syntax.is_governed_infinitive(verb):
        return understood, [own]  # "ihm wird vorgeworfen, *Geiseln* getötet zu haben"
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
        return others[0] if others else None
    if subject.pos_ == "NOUN":
        for other in others:
            if other.pos_ == "PRON" and lexicon.cue("nominative", other.lower_):
                return other
    return subject


def _before_article(verb: Token) -> Token | None:
    """The noun of a relative clause whose pronoun the tagger took for an article: "der Bus, *der* Kinder brachte"."""
    if verb.dep_ != "acl:relcl":
        return None
    words = [t for t in verb.subtree if not t.is_punct and not t.is_space]
    if (
        not words
        or words[0].tag_ != tags.ARTICLE
        or words[0].head.head.i != verb.i
        or syntax.preposition(words[0].head)
    ):
        return None
    return None if any(syntax.is_relative(t) for t in words) else verb.head


def _beside_antecedent(
    subject: Token, before: Token, objects: list[Token], verb: Token, lexicon: Lexicon
) -> tuple[Token | None, list[Token]]:
    """Subject and objects of a relative clause without its pronoun: the noun before it is one of them."""
    article = next(t for t in verb.subtree if t.tag_ == tags.ARTICLE)
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
    near = [o for o in objects if o.dep_ in ("obj", "nsubj", "nsubj:pass")]
    if not near:
        return None
    if (twin := _second_subject(subject, near, verb, lexicon)) is not None:
        return twin
    oblique = is_oblique(subject, lexicon)
    if oblique or is_feminine_dative(subject, lexicon):
        # "Seinen Vorgänger verhaftete der General", "Dem Pakt stimmt die Basis zu", "Der Armee droht die Partei"
        rows = lexicon.own_rows(verb.lemma_)
        alone = oblique or (bool(rows) and not any(row.obj for row in rows))  # "Der Union droht *eine Krise*"
        able = (o for o in near if not is_oblique(o, lexicon) and (alone or is_actor(o, lexicon)))
        nominative = next(able, None)
        if nominative is not None:
            return nominative
    if lexicon.cue("fronted_object", subject.lower_):  # "Das beschloss die Kommission"
        acting = [o for o in near if is_actor(o, lexicon)]
        if len(acting) == 1 and not _is_accusative(acting[0], lexicon):
            return acting[0]
    wanted = syntax.feature(syntax.finite(verb), "Number")
    # the number of a name is a guess: "Die UN forderten die Rebellen auf"
    named = (bool(subject.ent_type_) and subject.pos_ != "NOUN") or subject.pos_ == "PROPN"
    # a plural that looks like its lemma is as much of a guess: "Die Armee will die Stadt nicht beschossen haben"
    named = named or (subject.text == subject.lemma_ and syntax.feature(subject, "Number") == "Plur")
    if named or not wanted or _number(subject) in ("", wanted):
        return None
    return next((o for o in near if _number(o) == wanted), None)


def _second_subject(subject: Token, near: list[Token], verb: Token, lexicon: Lexicon) -> Token | None:
    """Who acts, where the parser took both for subjects: "Eine Vereinbarung traf *das Museum* mit der Bank"."""
    if not lexicon.nominal(subject.lemma_)[0] or is_actor(subject, lexicon):
        return None
    later = [o for o in near if o.dep_ == "nsubj" and o.i > syntax.finite(verb).i > subject.i and o.pos_ != "PRON"]
    acting = [o for o in later if is_actor(o, lexicon) or o.ent_type_ == "ORG"]
    return acting[0] if len(acting) == len(later) == 1 and not _is_accusative(acting[0], lexicon) else None


def may_be_fronted(first: Token, second: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether what looks like the subject may be the object: a thing before the verb, and somebody after it.

    No article may say otherwise: that of a masculine singular has a form of its own for either.
    """
    main = first.dep_ == "nsubj" and second.dep_ == "obj" and first.i < syntax.finite(verb).i < second.i
    if not main or is_actor(first, lexicon) or not is_actor(second, lexicon):
        return False
    articles = [c for noun in (first, second) for c in noun.children if c.dep_.startswith("det")]
    return not any(syntax.feature(c, "Gender") == "Masc" and syntax.feature(c, "Number") == "Sing" for c in articles)


def is_done_by_office(first: Token, second: Token, verb: Token, event: str, lexicon: Lexicon) -> bool:
    """Whether the object does to the subject what only an authority does: "die Frau, *die* ein Gericht verurteilte"."""
    subject = syntax.own_subject(verb)
    if event not in OFFICIAL or subject is None or second.head.i != verb.i or second.dep_ != "obj":
        return False
    if not lexicon.is_a(second.lemma_, AUTHORITIES) or is_oblique(second, lexicon) or syntax.is_passive(verb):
        return False
    person = first.ent_type_ == "PER" or lexicon.is_a(first.lemma_, ("person", "human"))
    if not person or lexicon.is_a(first.lemma_, (*AUTHORITIES, "official", "force")):
        return False
    # a pronoun or an article of a masculine singular has a form of its own
    articles = [subject, *(c for c in subject.children if c.dep_.startswith("det"))]
    masculine = any(syntax.feature(c, "Gender") == "Masc" and syntax.feature(c, "Number") == "Sing" for c in articles)
    return (syntax.is_relative(subject) or subject.pos_ in ("NOUN", "PROPN")) and not masculine


def _subject_among(objects: list[Token], verb: Token, lexicon: Lexicon) -> tuple[Token | None, list[Token]]:
    """As in "hat die Polizei einen Mann verhaftet" with two objects: of an accusative the other is the subject.

    So is the only one of a verb that takes none: "Am Abend haben *Tausende* demonstriert".
    """
    wanted = syntax.feature(syntax.finite(verb), "Number")
    bare = [o for o in objects if o.dep_ == "obj"]
    accusative = [o for o in bare if _is_accusative(o, lexicon)]
    others = [o for o in bare if o not in accusative and _number(o) == wanted]
    alone = len(bare) == 1 and _takes_none(verb, lexicon) and not is_measured(bare[0], lexicon)
    # "hatten *Experten* mit Kollegen die Krone untersucht": the number of the verb, not the other's
    agrees = len(bare) == PAIR and not accusative and all(o.pos_ == "NOUN" and _number(o) for o in bare)
    first = len(bare) == len(others) == PAIR and _may_precede(others[0], others[1], verb, lexicon)
    if first or ((len(accusative) == 1 or alone or agrees) and len(others) == 1):
        return others[0], [o for o in objects if o.i != others[0].i]
    return None, objects


def _may_precede(first: Token, second: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether of two alike the first acts, both behind the finite verb: "haben *Zöllner* neun Männer gefasst"."""
    behind = syntax.finite(verb).i < first.i
    return behind and is_actor(first, lexicon) and not is_oblique(first, lexicon) and not is_oblique(second, lexicon)


def _takes_none(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the tables know the verb only without an object."""
    rows = lexicon.own_rows(verb.lemma_)
    return bool(rows or lexicon.cue("partakes", verb.lemma_)) and not any(row.obj or row.dative for row in rows)


def _is_accusative(noun: Token, lexicon: Lexicon) -> bool:
    """Whether an article says so, also of an apposition: "einen", "Kunz, *den* früheren Minister"."""
    parts = (noun, *(c for c in noun.children if c.dep_ == "appos"))
    articles = (c for part in parts for c in part.children if c.dep_.startswith("det"))
    return any(lexicon.cue("accusative", c.lower_) for c in articles)


def is_oblique(noun: Token, lexicon: Lexicon) -> bool:
    """Whether its form or an article says that it is no subject: "einen", "seinem", "ihm"."""
    if noun.pos_ == "PRON" and lexicon.cue("dative", noun.lower_):
        return True
    articles = [c.lower_ for c in noun.children if c.dep_.startswith("det")]
    return any(lexicon.cue("accusative", article) or lexicon.cue("dative", article) for article in articles)


def _number(noun: Token) -> str:
    """Of a relative pronoun the number of its noun; of joined nouns the plural."""
    if syntax.is_relative(noun):
        before = syntax.antecedent(noun)
        noun = before if before is not None else noun
    many = len(syntax.coordinated(noun)) > 1 or noun.pos_ == "NUM"
    return "Plur" if many else syntax.feature(noun, "Number")


def is_object(child: Token, subject: Token | None, lexicon: Lexicon) -> bool:
    """Whether a child is a bare object, no time and no "sich"."""
    if child.adposition or child.pos_ == "ADV" or (subject is not None and child.i == subject.i):
        return False
    if child.tag_ == tags.ARTICLE and child.dep_ not in SUBJECTS:
        return False  # but "die Bank, *die* Kunz schloss" is a pronoun
    if is_reflexive_pronoun(child) or is_time(child, lexicon) or is_measured(child, lexicon):
        return False
    return child.dep_ != "obl" or syntax.case(child) == "Dat"


def is_reflexive_pronoun(token: Token) -> bool:
    """Whether the token is "sich"."""
    return token.tag_ == tags.REFLEXIVE or token.features.get("Reflex") == "Yes"


@once
def is_reflexive(verb: Token) -> bool:
    """Whether the verb has a reflexive pronoun: "trafen sich", not "um sich schießen"."""
    return any(is_reflexive_pronoun(c) for c in verb.children if c.pos_ == "PRON" and not c.adposition)


@once
def verb_words(verb: Token) -> tuple[str, ...]:
    """How tables spell a verb: with its reflexive pronoun first."""
    return (REFLEXIVE + verb.lemma_, verb.lemma_) if is_reflexive(verb) else (verb.lemma_,)
