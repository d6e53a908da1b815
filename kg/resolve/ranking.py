"""Which of the entities before it a pronoun or a definite noun means, by weights learned from annotated news.

Mention ranking (Denis and Baldridge 2008, EMNLP; Durrett and Klein 2013, EMNLP): each entity that the article has named
gets the sum of the weights of what it and the phrase have in common; the best one is meant if the sum is positive, that
is, if it is likelier than that the phrase means none of them. What the rules of coreference would say is a feature.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from kg.lang.lexicon import NONE, Lexicon
from kg.lang.weights import Weights
from kg.model import Mention, Span
from kg.resolve.antecedents import THINGS, is_in_clause_of
from kg.resolve.candidates import NEUTER, PERSON, ends
from kg.resolve.chains import Chain, Names
from kg.resolve.linking import kind_of

NAME = "antecedents.tsv"
NOUN = "noun"
POSSESSIVE, FEMININE = "possessive", "Fem"
PRONOMINAL = frozenset(("pronoun", "possessive"))
SAME, ENDING, LONGER, WORD, UNLIKE = "same", "end", "longer", "word", "no"
"""How a noun repeats what an entity was called: "der Bus" as "der Bus", "der Reisebus", … or not at all."""
MATCH = "match"
DISTANCES = ("0", "1", "2", "3", "6", "6", "6", "far")
"""How many sentences back, as far as they are told apart."""
MOST = 5
"""Counts above are not told apart."""
REACH = 3
"""Sentences back that a pronoun reaches."""
NEAR = 6
"""Sentences back in which a noun may mean what was called quite otherwise."""
SHORT = 3
"""A noun that is not longer is no end of a compound."""
CLEAR = 50
"""By how much the likeliest must surpass the next: of links with less, two in five were right."""
BIAS = "bias"
DISAGREES = ("number", "gender")


class Context(NamedTuple):
    """What is known besides a phrase and an entity."""

    text: str
    within: Collection[Span]
    """The phrases that are part of another."""
    ruled: str
    """The IRI of whom the rules would take, or empty."""


class Pair(NamedTuple):
    """A phrase and an entity before it."""

    mention: Mention
    chain: Chain
    agrees: str
    """Whether number and gender agree."""
    rank: int
    """How many entities that may be meant are as near."""
    back: str
    """Sentences between them."""


class Noun(NamedTuple):
    """What a noun tells itself."""

    head: str
    of: str
    """Its class."""
    before: str
    """The word before the phrase."""
    alone: str
    """Whether it is the whole phrase."""
    inner: str
    """The relations of what stands in the phrase with it."""


Option = tuple[Chain, list[str]]
"""An entity that a phrase may mean, with the features of both."""


def best(options: Iterable[Option], table: Weights) -> Chain | None:
    """The likeliest entity, or None if none is likely, or another nearly as much; the weights are hundredths.

    Another is one of another noun: of "nordkoreanische Truppen … Truppen" either will do.
    """
    scored = sorted(((table.score(features), -i, chain) for i, (chain, features) in enumerate(options)), reverse=True)
    if not scored or scored[0][0] <= 0:
        return None
    most, _, likeliest = scored[0]
    noun = likeliest.first.mention.head
    others = (score for score, _, chain in scored[1:] if chain.first.mention.head != noun or chain.kind == PERSON)
    return likeliest if most - next(others, -CLEAR) >= CLEAR else None


def options(mention: Mention, chains: Iterable[Chain], context: Context, lexicon: Lexicon) -> Iterator[Option]:
    """The entities that a phrase may mean.

    Args:
        mention: a pronoun, a possessive or a definite noun.
        chains: the entities before it, the nearest first.
        context: what is known besides.
        lexicon: the words of the language.
    """
    of = _of_noun if mention.form == NOUN else _of_pronoun
    return of(mention, chains, context, lexicon)


def _of_pronoun(mention: Mention, chains: Iterable[Chain], context: Context, _: Lexicon) -> Iterator[Option]:
    """Whom a pronoun or a possessive may mean, as far back as it reaches."""
    # "er", "sie" of one, "sie" of many, "sein", "ihr"
    whose = f"{mention.form[:4]} {mention.gender[:1] or NONE}{mention.number[:1] or NONE}"
    rank = 0
    for chain in chains:
        back = mention.sentence - chain.last.sentence
        if back > REACH:
            return
        agrees = _agreement(mention, chain)
        if mention.form == POSSESSIVE and _is_anothers(mention, chain):
            continue
        if agrees not in DISAGREES:
            rank += 1
        elif chain.kind in THINGS:
            continue
        yield chain, _shared(Pair(mention, chain, agrees, min(rank, MOST), DISTANCES[back]), whose, context)


def _is_anothers(possessive: Mention, chain: Chain) -> bool:
    """As in "*Die Anwältin* forderte *seine* Freilassung", "*Der Mann* gab *ihren* Namen an"."""
    if chain.several or not chain.gender:
        return False
    if not possessive.gender:
        return chain.gender == FEMININE
    return chain.kind == PERSON and chain.gender != possessive.gender


def _of_noun(mention: Mention, chains: Iterable[Chain], context: Context, lexicon: Lexicon) -> Iterator[Option]:
    """Whom or what a definite noun may mean: a person or something else; from afar what shares its word or class."""
    noun = _noun(mention, context.text, lexicon)
    kind = kind_of(mention.head, True, lexicon)
    rank = 0
    for chain in chains:
        agrees = _agreement(mention, chain)
        if agrees in DISAGREES or (kind and (kind == PERSON) != (chain.kind == PERSON)):
            continue
        rank += 1
        names = chain.names(lexicon)
        match = _match(noun.head, names)
        back = mention.sentence - chain.last.sentence
        if back > NEAR and match == UNLIKE and noun.of not in names.classes:
            continue
        pair = Pair(mention, chain, agrees, min(rank, MOST), DISTANCES[min(back, len(DISTANCES) - 1)])
        yield chain, [*_shared(pair, NOUN, context), *_nominal(pair, noun, names, match)]


def _noun(mention: Mention, text: str, lexicon: Lexicon) -> Noun:
    """What the noun tells itself, once for all entities."""
    alone = "alone" if " " not in mention.span.text else "with more"
    inner = "+".join(sorted({relation for relation, _ in mention.modifiers})) or NONE
    return Noun(mention.head, lexicon.noun_class(mention.head) or NONE, _before(mention, text), alone, inner)


def _before(mention: Mention, text: str) -> str:
    """The word before a phrase, mostly its article: "dieser"."""
    words = text[max(0, mention.span.begin - 12) : mention.span.begin].rsplit(maxsplit=1)
    return words[-1].lower() if words else NONE


def _agreement(mention: Mention, chain: Chain) -> str:
    """Whether number and gender agree: yes, open, or what does not."""
    plural = mention.number == "Plur"
    hers = mention.form == "possessive" and mention.gender == "Fem"  # "ihr" is of a woman or of several
    if not hers and plural != chain.several:
        return "number"
    if plural or not mention.gender or not chain.gender or (mention.form == NOUN and mention.gender == NEUTER):
        return "open"  # "das Kind"
    return "yes" if mention.gender == chain.gender else "gender"


def _shared(pair: Pair, whose: str, context: Context) -> list[str]:
    """What both pronouns and nouns have in common with an entity."""
    mention, chain, agrees, rank, back = pair
    form, kind, last = mention.form[:4], chain.kind, chain.last
    found = [
        BIAS,
        whose,
        f"{whose} {agrees}",
        f"{form} {agrees} {kind}",
        f"{whose} {kind} {agrees}",
        f"{whose} back {back}",
        f"{form} last {last.form} {last.subject} back {back}",
        f"{form} count {min(len(chain.mentions), MOST)}",
        f"{whose} rank {rank} {agrees}",
        f"{form} {kind} named {chain.named}",
        f"{form} first {min(chain.first.mention.sentence, 2)}",
        f"{form} subjects {mention.subject} {last.subject} back {back}",
        *_known(chain, context, form, back),
    ]
    if last.span in context.within:
        found.append(f"{form} within back {back}")
    if back == "0":
        comma = "," in context.text[last.span.end : mention.span.begin]
        found.append(f"{form} subjects {mention.subject} {last.subject} comma {comma}")
        if is_in_clause_of(mention, last, context.text):
            found.append(f"{form} same clause")
    return found


def _known(chain: Chain, context: Context, form: str, back: str) -> Iterator[str]:
    """What the rules would say."""
    if not context.ruled:
        yield f"{form} no rule"
    elif chain.key == context.ruled:
        yield f"{form} rule"
        yield f"{form} rule {chain.kind}"
        yield f"{form} rule back {back}"
    else:
        yield f"{form} other by rule"


def _nominal(pair: Pair, of: Noun, names: Names, match: str) -> list[str]:
    """What a noun has in common with an entity."""
    _, chain, _, rank, back = pair
    noun, kind, alone, inner = of.head, chain.kind, of.alone, of.inner
    found = [
        f"{MATCH} {match}",
        f"{MATCH} {match} {alone}",
        f"{MATCH} {match} {kind}",
        f"{MATCH} {match} back {back}",
        f"{MATCH} {match} {of.before}",
        f"{MATCH} {match} {alone} {of.before}",
        f"{MATCH} {match} with {inner}",
        f"class {of.of} match {match}",
        f"class {of.of} {kind}",
        f"class {of.of} {kind} named {chain.named}",
        f"noun {noun}",
        f"noun {noun} {kind}",
        f"noun {noun} {alone}",
        f"with {inner}",
    ]
    for other in names.classes:
        found += (f"class {of.of} is {other}", f"noun {noun} is {other}")
    found += [f"noun {noun} is called {other}" for other in names.nouns]
    if of.of in names.classes:
        found += (f"same class {match}", f"same class {alone}")
    if match == UNLIKE:
        found.append(f"no match rank {rank} {kind} {alone}")
        found.append(f"no match count {min(len(chain.mentions), MOST)} {alone}")
        found.append(f"no match {kind} {of.of} back {back}")
    return found


def _match(noun: str, names: Names) -> str:
    """How a noun repeats what an entity was called."""
    if noun in names.nouns:
        return SAME
    if len(noun) > SHORT and any(ends(noun, other) for other in names.nouns):
        return ENDING  # "der Reisebus … der Bus"
    if any(len(other) > SHORT and ends(other, noun) for other in names.nouns):
        return LONGER
    return WORD if len(noun) > SHORT and any(ends(noun, word) for word in names.words) else UNLIKE


def is_rankable(mention: Mention) -> bool:
    """Whether a phrase is of a form that the weights were learned for."""
    if mention.form == NOUN:
        return mention.definite and not mention.name and mention.number != "Plur"
    return mention.form in PRONOMINAL and mention.person == "3"
