"""Phrases that refer: from the head of a noun phrase to a `Mention` with its name, size and the phrases inside it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extract import quantities, syntax
from kg.extract.names import DEMONYM, entity, is_member, is_title, name
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import Lexicon
from kg.model import Mention, Quantity, Span

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token

OUTSIDE = frozenset(("acl:relcl", "acl", "parataxis", "conj", "cc", "punct", "case", "ccomp", "advcl", "mark", "cop"))
"""Children of a head that are no part of its phrase."""
LOOSE = frozenset(("advmod", "cop", "aux", "aux:pass", "nsubj", "nsubj:pass", "obj", "obl", "obl:agent"))
"""Children before a head that belong to its clause: "so ein Sprecher", "auch Frauen"."""
DETERMINERS = frozenset(("det", "det:poss", "case", "punct", "cc", "mark"))
APART = frozenset(("appos", "nmod", "obl"))
"""Children that a comma may set off."""
CLOSE = frozenset(("flat", "appos", "nmod"))
"""Children behind a head that are part of its phrase, however far off."""
AROUND = DETERMINERS | LOOSE
BARE = frozenset(("NUM", "ADJ", "PRON", "DET"))
"""What stands alone where the noun is left out: "drei", "97 weitere"."""
SEQUENCE = frozenset(("conj", "parataxis"))
"""Relations of a clause that goes on with those of the clause before."""
COUNTED = SUBJECTS | {"obj"}
UNDERGOING = frozenset(("obj", "nsubj:pass"))
WITHIN = frozenset(("amod", "det:poss", "appos", "compound", "flat", "nmod"))
"""Relations of phrases in a phrase."""
JOINING = frozenset(("conj", "appos", "nmod"))
"""Relations of children in which what is joined to a noun may be found."""
ANAPHORIC = frozenset(("Prs", "Dem", "Rel", ""))
SINGULAR, PLURAL, ACCUSATIVE = "Sing", "Plur", "Acc"
DEPTH = 4
"""Genitives in genitives that are followed, at most."""


def char_span(doc: Doc, begin: int, end: int) -> Span:
    """The characters of the tokens from begin to end."""
    tokens = doc.tokens
    start, last = tokens[begin].idx, tokens[end - 1]
    text = last.text if end == begin + 1 else doc.text[start : last.idx + len(last.text)]
    words = text.strip()  # the parser may hang white space on a word
    if len(words) < len(text):
        start += text.find(words)
    return Span(start, start + len(words), words)


def mention(token: Token, lexicon: Lexicon, sentence: int = 0, depth: int = 0) -> Mention:
    """The phrase with this head; the same record for the same token, unless something in it was too deep."""
    if token.mention is not None:
        known, least, most = token.mention
        if known.sentence == sentence and least <= depth <= most:
            return known
    found = _mention(token, lexicon, sentence, depth)
    below = _height(found) if found.modifiers else 0
    # with the depths at which it is the same
    token.mention = (found, 0, DEPTH - below) if depth + below < DEPTH else (found, depth, depth)
    return found


def _height(found: Mention) -> int:
    """How many phrases stand in one another."""
    height = 1
    for _, inner in found.modifiers:
        if inner.modifiers:
            height = max(height, 1 + _height(inner))
    return height


def _mention(token: Token, lexicon: Lexicon, sentence: int, depth: int) -> Mention:
    if token.pos_ in BARE and (counted := _counted(token, lexicon, sentence, depth)) is not None:
        return counted
    begin, end = _bounds(token)
    before = token.doc.tokens[begin - 1]
    if before.head is token and begin > token.sent.start and lexicon.cue("both", before.lower_):
        begin -= 1  # "*beide* Parteien", whatever the tagger takes it for
    named = name(token, lexicon)
    # by place, not by name: that is half as dear, and every noun of a text gets one
    return Mention(
        char_span(token.doc, begin, end),
        token.lemma_,
        _form(token, lexicon),
        named.text if named is not None else "",
        token.doc.tokens[named.start].ent_type_ if named is not None else "",
        _number(token, lexicon),
        _gender(token, lexicon),
        token.features.get("Person", ""),
        _modifiers(token, lexicon, sentence, depth) if depth < DEPTH else (),
        quantities.quantity(token, lexicon),
        sentence,
        token.dep_ in SUBJECTS,
        _is_known(token),
    )


def _counted(token: Token, lexicon: Lexicon, sentence: int, depth: int) -> Mention | None:
    """What a bare number counts: "zwei *Menschen* wurden getötet und *drei* verletzt"."""
    noun = _left_out(token)
    size = _size(token, lexicon) if noun is not None else None
    if noun is None or size is None:
        return None
    plain = Span(noun.idx, noun.idx + len(noun.text), noun.text)
    whole = mention(noun, lexicon, sentence, depth)
    return replace(whole, span=plain, modifiers=(), quantity=size, definite=False)


def _left_out(token: Token) -> Token | None:
    """The noun of a bare number."""
    verb = token.head
    if verb.dep_ not in SEQUENCE or token.dep_ not in COUNTED or token.ent_type_:
        return None
    if any(c.dep_ == "nmod" for c in token.children):
        return None  # "zwei *von ihnen*"
    # who is told to do it is not among those to whom it is done: "Ein Mann griff an und verletzte *drei*"
    wanted = UNDERGOING if token.dep_ == "obj" else COUNTED
    nouns = (c for c in verb.head.children if c.dep_ in wanted and c.pos_ == "NOUN")
    # "Ein *Mensch* wurde getötet, und *drei* wurden verletzt"
    return next((n for n in nouns if any(_counts(c) for c in n.children)), None)


def _counts(child: Token) -> bool:
    return child.dep_ == "nummod" or (child.dep_ == "det" and syntax.feature(child, "Definite") == "Ind")


def _size(token: Token, lexicon: Lexicon) -> Quantity | None:
    """Of a bare number, or of what has one: "drei", "97 weitere"."""
    own = quantities.number(token, lexicon) if token.pos_ == "NUM" else None
    return Quantity(own) if own is not None else quantities.quantity(token, lexicon)


def _is_known(noun: Token) -> bool:
    for child in noun.children:  # noqa: SIM110  asked of each phrase
        if says_known(child):
            return True
    return False


def says_known(token: Token) -> bool:
    """Whether a determiner, also one in a preposition ("im"), says that the thing is known."""
    features = token.features
    return bool(features) and (features.get("Definite") == "Def" or features.get("PronType") == "Dem")


def first_part(token: Token, lexicon: Lexicon, sentence: int) -> Mention:
    """What the first part of a compound refers to: the weapons of "Waffenlieferung"."""
    rows, first = lexicon.nominal(token.lemma_)
    end = len(token.lemma_) - len(rows[0].lemma) if rows and first else len(token.text)
    text = token.text[:end].rstrip("-")
    return Mention(span=Span(token.idx, token.idx + len(text), text), head=first, form="noun", sentence=sentence)


def states_of(token: Token, lexicon: Lexicon, sentence: int) -> list[Mention]:
    """What a phrase refers to: of an adjective of two states both of them, "*iranisch-irakische* Gespräche"."""
    whole = mention(token, lexicon, sentence)
    first, hyphen, second = token.text.partition("-")
    if not (hyphen and whole.form == "adjective"):
        return [whole]
    begins = ((token.idx, first), (token.idx + len(first) + 1, second))
    return [replace(whole, span=Span(begin, begin + len(text), text), modifiers=()) for begin, text in begins]


def _number(token: Token, lexicon: Lexicon) -> str:
    """Of a possessive the number of the possessor: "seinen Worten" are those of one."""
    if token.dep_ == "det:poss":
        return lexicon.cue("possessor_number", token.lemma_)
    number = token.features.get("Number", "")
    return SINGULAR if number == PLURAL and _has_singular_article(token, lexicon) else number


def _has_singular_article(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun that looks the same in the plural has an article of the singular: "befragte *den Zeugen*".

    "Den" is an accusative only in the singular, and of no feminine: "drohte *den Regierungen*".
    """
    if noun.features.get("Gender") == "Fem":
        return False
    for child in noun.children:
        if child.dep_ == "det":
            article = child.lower_
            break
    else:
        return False
    single = lexicon.cue("article_case_sing", article)
    if not single or lexicon.cue("article_case_plur", article) == single:
        return False
    adposition = syntax.preposition(noun)
    return single == (lexicon.cue("governs", adposition) if adposition else noun.dep_ == "obj" and ACCUSATIVE)


def _form(token: Token, lexicon: Lexicon) -> str:
    if token.dep_ == "det:poss":
        return "possessive"
    if token.pos_ == "PRON" or (token.pos_ == "DET" and token.dep_ != "det"):
        # not "einen von zwei", "*einer* der Angreifer"
        whole = any(c.dep_ == "nmod" for c in token.children)
        return "pronoun" if syntax.feature(token, "PronType") in ANAPHORIC and not whole else "noun"
    if token.pos_ == "ADJ" and (token.ent_type_ == DEMONYM or lexicon.cue("body_adjective", token.lemma_)):
        return "adjective"
    named = token.ent_type_ and token.ent_type_ != DEMONYM and not is_title(token, lexicon)
    return "name" if named else "noun"


def _gender(token: Token, lexicon: Lexicon) -> str:
    """That of a noun for a man, of the article, of the ending ("Sprecherin Eva Meier"), else as the tagger has it."""
    if token.dep_ == "det:poss":
        return lexicon.cue("possessor_gender", token.lemma_)
    if token.pos_ == "NOUN" and _is_a_mans(token.lemma_, lexicon):
        return "Masc"  # "*der* Anführer der Gruppe": a nominative, which the tagger may take for a genitive
    for child in token.children:
        if child.dep_ == "det" and (known := child.features.get("Gender", "")):
            return known
    return "Fem" if _is_a_womans(token.lower_, token.lemma_, lexicon) else token.features.get("Gender", "")


@cache
def _is_a_mans(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a noun is for a man, as there is another for a woman."""
    return any(lexicon.kinds.get(lemma + ending) == "Person" for ending in lexicon.cues.get("female_ending", ()))


@cache
def _is_a_womans(form: str, lemma: str, lexicon: Lexicon) -> bool:
    endings = tuple(lexicon.cues.get("female_ending", ()))
    return bool(endings) and form.endswith(endings) and lexicon.kind(lemma) == "Person"


def _bounds(token: Token) -> tuple[int, int]:
    """First token and end of the phrase: without article, preposition, relative clause and what is joined by "und"."""
    begin = end = token.i
    copula = next((c.i for c in token.children if c.dep_ in ("cop", "aux") and c.i < token.i), 0)
    for child in token.children:
        relation = child.dep_
        before = child.i < token.i
        if child.i < copula or (before and relation in APART and child.adposition):
            continue  # "Unter den Toten waren in der Nacht *zwei Polizisten*"
        if relation in OUTSIDE or (before and relation in AROUND) or (relation in APART and _set_off(child, token)):
            continue
        if before:
            begin = min(begin, _bounds(child)[0] if child.pos_ in syntax.NOMINAL else child.left_edge.i)
        elif relation in CLOSE or _left(child) <= end + 2:
            end = max(end, _bounds(child)[1] - 1)
    tokens = token.doc.tokens
    if token.ent_type_ and token.ent_type_ != DEMONYM:
        own = entity(token)
        begin, end = min(begin, own.start), max(end, own.end - 1)
    while begin < token.i and (first := tokens[begin]).dep_ in DETERMINERS and first.head is token:
        begin += 1
    return begin, end + 1


def _left(noun: Token) -> int:
    """Where a phrase begins with its preposition and article."""
    return min((c.i for c in noun.children if c.dep_ in ("case", "det")), default=noun.i)


def _set_off(child: Token, head: Token) -> bool:
    """Whether a comma or bracket sets an apposition off: "Jan Peskow, Sprecher des Präsidenten", "Meier, im Jahr …"."""
    if child.dep_ != "appos":
        return bool(child.adposition) and child.i > head.i + 1 and child.doc.tokens[head.i + 1].text in (",", "(")
    between = child.doc.tokens[min(child.i, head.i) + 1 : max(child.i, head.i)]
    return any(t.is_punct and t.text not in '„“”"»«-' for t in between)


def _modifiers(token: Token, lexicon: Lexicon, sentence: int, depth: int) -> tuple[tuple[str, Mention], ...]:
    found: list[tuple[str, Mention]] = []
    joins = False
    for child in token.children:
        joins = joins or child.dep_ in JOINING
        relation = _relation(child, lexicon) if child.dep_ in WITHIN else ""
        if relation:
            found += [(relation, mention(t, lexicon, sentence, depth + 1)) for t in syntax.coordinated(child)]
    if joins and token.dep_ != "conj" and token.pos_ in syntax.NOMINAL:
        others = [t for t in syntax.coordinated(token)[1:] if t.pos_ in syntax.NOMINAL]
        found += [("joined", mention(t, lexicon, sentence, depth + 1)) for t in others]
    return tuple(found)


def _relation(child: Token, lexicon: Lexicon) -> str:
    if child.dep_ == "amod":
        return "adjective" if child.ent_type_ == DEMONYM else ""
    if child.dep_ == "det:poss":
        return "possessive"
    if child.dep_ in ("appos", "compound", "flat") and child.pos_ in syntax.NOMINAL and child.ent_iob_ != "I":
        return "" if child.children and is_member(child, lexicon) else "apposition"
    if child.dep_ != "nmod":
        return ""
    adposition = syntax.preposition(child)
    if not adposition or lexicon.cue("genitive", adposition):
        return "genitive"
    if lexicon.cue("origin", adposition):
        return "genitive" if child.ent_type_ == "LOC" else ""
    return "location" if lexicon.cue("place", adposition) and child.ent_type_ == "LOC" else ""
