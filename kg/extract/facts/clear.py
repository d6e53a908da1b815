"""Which phrases are clear enough for a fact: they name or describe somebody, and nothing has strayed into them.

A parser joins what stands side by side ("sechs Polizisten Xie Yang"), a recogniser takes half of a name or the wrong
kind; the phrase shows it more often than not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.mentions import mention
from kg.extract.participants.restrictions import is_actor, is_named_place, is_time
from kg.extract.tree import once

if TYPE_CHECKING:
    from kg.extract.sentence import Sentence
    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon
    from kg.model import Mention

LONG = 8
"""Words of a phrase; in a longer one something has strayed in."""
MANY = 3
"""Joined phrases; the longer the list, the likelier that the parser lost its way."""
OFFICIALS = ("official", "deputy", "judge")
MISNAMED = {"crowd": ("PER",)} | dict.fromkeys(OFFICIALS, ("ORG", "LOC", "MISC"))
"""Names that no such noun has: "Anhänger Saddam Husseins" are not he, "Industrieminister al-Hassani" is no body."""
OPENING = "„“\"»«‚‘›‹'"
PERSON = "PER"
NAMES = ("PROPN", "X")


def are_clear(fillers: list[Token], sides: int, sentence: Sentence) -> bool:
    """Whether the phrases of a role are so many as it has, each joined phrase by phrase, and none a stray word."""
    chains: list[list[int]] = []
    for token in fillers:
        if not any(token.i in chain for chain in chains):
            chains.append([t.i for t in syntax.coordinated(token)])
    if len(chains) > sides or len(fillers) > MANY or (len(chains) > 1 and len(fillers) > sides):
        return False
    if any(_is_torn(chain, sentence) for chain in chains) or any(_is_half(t) for t in fillers):
        return False
    return not _touch(fillers) and all(_is_clear(t, sentence) for t in fillers)


def _is_torn(chain: list[int], sentence: Sentence) -> bool:
    """Whether it is open what is joined to what: "nahmen Meier, einen Anwalt, und Kunz, *einen Arzt*, fest"."""
    tokens = [sentence.span.doc.tokens[i] for i in sorted(chain)]
    if len(tokens) == 1:
        return False
    if any(sentence.lexicon.cue("alternative", c.lower_) for t in tokens for c in syntax.children(t, "cc")):
        return True  # "die Partei *oder* ihr Vorsitzender"
    aside = any(c.dep_ == "appos" and any(t.is_punct for t in c.children) for t in tokens for c in t.children)
    return aside or tokens[0].dep_ == "appos" or not syntax.children(tokens[-1], "cc")


def _is_half(token: Token) -> bool:
    """Whether it shares its second part with the word before: "der *Kirchen- und* Staatskritiker Emil Groß"."""
    return token.i > 1 and token.nbor(-1).dep_ == "cc" and token.nbor(-2).text.endswith("-")


def _touch(fillers: list[Token]) -> bool:
    """Whether two of them are one name that was torn: "hat die *Genfer* *Konvention* unterzeichnet"."""
    return any(a.i + 1 == b.i for a in fillers for b in fillers)


def _is_clear(token: Token, sentence: Sentence) -> bool:
    """Whether the phrase names or describes somebody or something, and nothing has strayed into it."""
    if (token.pos_ not in ("NOUN", "PROPN") and not token.ent_type_) or is_time(token, sentence.lexicon):
        return False  # "er", "beide", "410": who is meant would be a guess
    adposition = syntax.preposition(token)
    if token.dep_ == "conj" and adposition and adposition != syntax.preposition(token.head):
        return False  # "das Legen von Bränden zur Rodung und zur Gewinnung von Flächen verboten"
    for child in token.children:
        stray = child.dep_ in ("nmod", "obl", "appos", "flat") and (not syntax.preposition(child) or child.i < token.i)
        if stray and is_time(child, sentence.lexicon):
            return False  # "hat die Staatsanwaltschaft Mitte März Anklage erhoben"
        if is_named_place(token) and child.dep_ == "det" and syntax.feature(child, "Definite") == "Ind":
            return False  # "gegen einen Mittelfranken"
    if any(t.i < token.i and syntax.feature(t, "VerbForm") == "Fin" for t in token.subtree):
        return False  # "die Polizei ging am Sonntag gegen Demonstranten vor", all of it a phrase to the parser
    return _is_whole(token, sentence) and _is_short(token, sentence) and _is_well_named(token, sentence)


def _is_short(token: Token, sentence: Sentence) -> bool:
    """Whether nothing hangs on the phrase that may belong elsewhere: "drohte *den Leuten mit Folgen*" as one."""
    lexicon = sentence.lexicon
    phrase = mention(token, lexicon, sentence.number).span
    inside = [t for t in token.subtree if phrase.begin <= t.idx < phrase.end]
    if len(inside) > LONG or any(mark in phrase.text for mark in OPENING):
        return False  # "die Zeitung „Der": where a title ends, the parser does not see
    own = {t.i for t in syntax.coordinated(token)}
    if any(t.dep_ == "cc" and t.i > inside[-1].i and t.head.head.i not in own for t in token.subtree):
        return False  # "Gespräche *zwischen Meier* und Kunz"
    adpositions = [t for t in inside if t.dep_ == "case" and not lexicon.cue("genitive", t.lower_)]
    own_case = sum(t.head.i == token.i for t in adpositions)
    return len(adpositions) - own_case <= (0 if is_actor(token, lexicon) else 1)


def _is_whole(token: Token, sentence: Sentence) -> bool:
    """Whether the phrase begins and ends where it should, and says itself what it is of."""
    phrase = mention(token, sentence.lexicon, sentence.number)
    inside = [t for t in token.subtree if phrase.span.begin <= t.idx < phrase.span.end]
    if not inside or inside[0].pos_ == "ADP" or (inside[0].dep_.startswith("obl") and inside[0].i != token.i):
        return False  # "hat *am 29. Juni illegal Migranten* gebracht", "bei *Treffen anwesende Vertreter*"
    if any(t.pos_ == "PRON" or syntax.is_relative(t) for t in inside):
        return False  # "die Hälfte *von ihnen*", "auf *deren* Gestaltung sich beide geeinigt haben"
    after = sentence.span.doc.tokens[inside[-1].i + 1 : inside[-1].i + 2]
    cut = bool(inside[-1].ent_type_) and any(t.pos_ in NAMES for t in after)
    return not cut  # "*East Harbour* Parish Office": half of a name


def _is_well_named(token: Token, sentence: Sentence) -> bool:
    """Whether the phrase and the name in it are what they seem."""
    lexicon = sentence.lexicon
    phrase = mention(token, lexicon, sentence.number)
    text = phrase.span.text
    if phrase.form == "noun" and phrase.label in MISNAMED.get(lexicon.noun_class(token.lemma_), ()):
        return False
    if " " not in phrase.name and "-" in phrase.name and text != phrase.name:
        return False  # "Amtsgericht Berlin-Tiergarten", "Concepta-Entwickler Andreas Martin": half of the name
    if phrase.number == "Sing" and not phrase.name and lexicon.cue("troops", lexicon.head(token.lemma_)):
        return False  # "sprach den Soldaten frei": one soldier is not the troops
    if phrase.label == "ORG" and any(_is_part(c, token) for c in token.children):
        return False  # "die Republikanische Partei *dieses Bundesstaates*" is not the whole party
    if phrase.label == "LOC" and not token.ent_type_ and lexicon.is_a(token.lemma_, ("place",)):
        return False  # "das *Land* Berlin" is not the government in Berlin
    if _is_of_two_kinds(phrase, token) or _is_of_many(phrase, token, lexicon):
        return False
    return not text.endswith("-") and (text[:1].isalnum() or text[:1] in OPENING)


def _is_part(child: Token, name: Token) -> bool:
    """Whether it says of what place or body it is, beside the name: "die SPD in Hessen"."""
    return child.dep_ == "nmod" and child.i > name.i and name.ent_type_ != "" and child.ent_iob_ != "I"


def _is_of_two_kinds(phrase: Mention, token: Token) -> bool:
    """Whether the recogniser takes the same word for a person elsewhere in the article: "Ingrao, S. 63. Eva Ingrao"."""
    if not phrase.name or phrase.label == PERSON:
        return False
    return not _persons(token.doc.tokens[0]).isdisjoint(phrase.name.split())


@once
def _persons(first: Token) -> frozenset[str]:
    """The words of the names of persons in a text, by its first."""
    return frozenset(t.text for t in first.doc.tokens if t.ent_type_ == PERSON)


def _is_of_many(phrase: Mention, token: Token, lexicon: Lexicon) -> bool:
    """Whether number and noun do not fit: "sechs *Polizisten* Xie Yang", "der *Isländer*", who is not all of them."""
    if phrase.form == "noun" and phrase.number == "Plur" and phrase.label == PERSON and token.ent_type_ == "":
        return not syntax.children(token, "conj") and not any(len(syntax.coordinated(c)) > 1 for c in token.children)
    figure = phrase.span.text.partition(" ")[0].isdigit()
    if phrase.number == "Sing" and (figure or (phrase.quantity is not None and phrase.quantity.size > 1)):
        return True  # "So wurde er *2014 Kommissionspräsident*"
    kind = "" if phrase.name else lexicon.kind(token.lemma_)
    if phrase.number == "Sing" and (kind == "Group" or (kind == "Unit" and not phrase.definite)):
        return True  # "einen *Demonstranten*", "ein *Scharfschütze*": one of them, whom the graph takes for all
    if phrase.number == "Plur" and any(c.dep_ == "amod" and syntax.children(c, "conj") for c in token.children):
        return True  # "*belgische und niederländische* Behörden"
    return phrase.number == "Sing" and not phrase.name and token.ent_type_ == "DEM" and token.pos_ == "NOUN"
