"""Phrases that refer: from the head of a noun phrase to a `Mention` with its name, size and the phrases inside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import quantities, syntax
from kg.extract.tree import SUBJECTS
from kg.lang.lexicon import Lexicon
from kg.model import Mention, Quantity, Span

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.extract.tree import Span as DocSpan

OUTSIDE = frozenset(("acl:relcl", "acl", "parataxis", "conj", "cc", "punct", "case", "ccomp", "advcl", "mark"))
"""Children of a head that are no part of its phrase."""
LOOSE = frozenset(("advmod", "cop", "aux", "aux:pass", "nsubj", "nsubj:pass", "obj", "obl", "obl:agent"))
"""Children before a head that belong to its clause: "so ein Sprecher", "auch Frauen"."""
DETERMINERS = frozenset(("det", "det:poss", "case", "punct", "cc", "mark"))
AROUND = DETERMINERS | LOOSE
BARE = frozenset(("NUM", "ADJ", "PRON", "DET"))
"""What stands alone where the noun is left out: "drei", "97 weitere"."""
SEQUENCE = frozenset(("conj", "parataxis"))
"""Relations of a clause that goes on with those of the clause before."""
DEMONYM = "DEM"
ANAPHORIC = frozenset(("Prs", "Dem", "Rel", ""))
SINGULAR, PLURAL, ACCUSATIVE = "Sing", "Plur", "Acc"
DEPTH = 4
"""Genitives in genitives that are followed, at most."""


def char_span(doc: Doc, begin: int, end: int) -> Span:
    """The characters of the tokens from begin to end."""
    start, last = doc.tokens[begin].idx, doc.tokens[end - 1]
    text = doc.text[start : last.idx + len(last.text)]
    words = text.strip()  # the parser may hang white space on a word
    start += text.find(words)
    return Span(start, start + len(words), words)


def mention(token: Token, lexicon: Lexicon, sentence: int = 0, depth: int = 0) -> Mention:
    """The phrase with this head; the same record for the same token, unless something in it was too deep."""
    found = token.mentions.get((sentence, depth))
    if found is None:
        found = _mention(token, lexicon, sentence, depth)
        below = _height(found) if found.modifiers else 0
        whole = depth + below < DEPTH
        token.mentions |= {(sentence, d): found for d in (range(DEPTH - below + 1) if whole else (depth,))}
    return found


def _height(found: Mention) -> int:
    """How many phrases stand in one another."""
    return max(1 + (_height(inner) if inner.modifiers else 0) for _, inner in found.modifiers)


def _mention(token: Token, lexicon: Lexicon, sentence: int, depth: int) -> Mention:
    noun = _left_out(token)
    size = _size(token, lexicon) if noun is not None else None
    if noun is not None and size is not None:
        plain = Span(noun.idx, noun.idx + len(noun.text), noun.text)
        whole = mention(noun, lexicon, sentence, depth)
        return replace(whole, span=plain, modifiers=(), quantity=size, definite=False)
    doc = token.doc
    begin, end = _bounds(token)
    if begin > token.sent.start and lexicon.cue("both", doc[begin - 1].lower_) and doc[begin - 1].head.i == token.i:
        begin -= 1  # "*beide* Parteien", whatever the tagger takes it for
    named = _name(token, lexicon)
    return Mention(
        span=char_span(doc, begin, end),
        head=token.lemma_,
        form=_form(token, lexicon),
        name=named.text if named is not None else "",
        label=named[0].ent_type_ if named is not None else "",
        number=_number(token, lexicon),
        gender=_gender(token, lexicon) if token.dep_ != "det:poss" else lexicon.cue("possessor_gender", token.lemma_),
        person=syntax.feature(token, "Person"),
        modifiers=_modifiers(token, lexicon, sentence, depth) if depth < DEPTH else (),
        quantity=quantities.quantity(token, lexicon),
        sentence=sentence,
        subject=token.dep_ in SUBJECTS,
        definite=any(says_known(c) for c in token.children),
    )


def _left_out(token: Token) -> Token | None:
    """The noun of a bare number: "zwei *Menschen* wurden getötet und *drei* verletzt"."""
    verb = token.head
    if token.pos_ not in BARE or token.dep_ not in (*SUBJECTS, "obj") or verb.dep_ not in SEQUENCE or token.ent_type_:
        return None
    if any(c.dep_ == "nmod" for c in token.children):
        return None  # "zwei *von ihnen*"
    # who is told to do it is not among those to whom it is done: "Ein Mann griff an und verletzte *drei*"
    wanted = ("obj", "nsubj:pass") if token.dep_ == "obj" else (*SUBJECTS, "obj")
    nouns = (c for c in verb.head.children if c.dep_ in wanted and c.pos_ == "NOUN")
    # "Ein *Mensch* wurde getötet, und *drei* wurden verletzt"
    return next((n for n in nouns if any(_counts(c) for c in n.children)), None)


def _counts(child: Token) -> bool:
    return child.dep_ == "nummod" or (child.dep_ == "det" and syntax.feature(child, "Definite") == "Ind")


def _size(token: Token, lexicon: Lexicon) -> Quantity | None:
    """Of a bare number, or of what has one: "drei", "97 weitere"."""
    own = quantities.number(token, lexicon) if token.pos_ == "NUM" else None
    return Quantity(own) if own is not None else quantities.quantity(token, lexicon)


def says_known(token: Token) -> bool:
    """Whether a determiner, also one in a preposition ("im"), says that the thing is known."""
    return syntax.feature(token, "Definite") == "Def" or syntax.feature(token, "PronType") == "Dem"


def first_part(token: Token, lexicon: Lexicon, sentence: int) -> Mention:
    """What the first part of a compound refers to: the weapons of "Waffenlieferung"."""
    rows, first = lexicon.nominal(token.lemma_)
    end = len(token.lemma_) - len(rows[0].lemma) if rows and first else len(token.text)
    text = token.text[:end].rstrip("-")
    return Mention(span=Span(token.idx, token.idx + len(text), text), head=first, form="noun", sentence=sentence)


def _number(token: Token, lexicon: Lexicon) -> str:
    """Of a possessive the number of the possessor: "seinen Worten" are those of one."""
    if token.dep_ == "det:poss":
        return lexicon.cue("possessor_number", token.lemma_)
    number = syntax.feature(token, "Number")
    return SINGULAR if number == PLURAL and _has_singular_article(token, lexicon) else number


def _has_singular_article(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun that looks the same in the plural has an article of the singular: "befragte *den Zeugen*".

    "Den" is an accusative only in the singular.
    """
    article = next((c.lower_ for c in noun.children if c.dep_ == "det"), "")
    single = lexicon.cue("article_case_sing", article)
    if not single or lexicon.cue("article_case_plur", article) == single:
        return False
    adposition = syntax.preposition(noun)
    return single == (lexicon.cue("governs", adposition) if adposition else noun.dep_ == "obj" and ACCUSATIVE)


def _form(token: Token, lexicon: Lexicon) -> str:
    if token.dep_ == "det:poss":
        return "possessive"
    if token.pos_ == "PRON" or (token.pos_ == "DET" and token.dep_ != "det"):
        return "pronoun" if syntax.feature(token, "PronType") in ANAPHORIC else "noun"  # not "einen von zwei"
    if token.ent_type_ == DEMONYM and token.pos_ == "ADJ":
        return "adjective"
    named = token.ent_type_ and token.ent_type_ != DEMONYM and not _is_title(token, lexicon)
    return "name" if named else "noun"


def _gender(token: Token, lexicon: Lexicon) -> str:
    """That of a noun for a man, of the article, of the ending ("Sprecherin Eva Meier"), else as the tagger has it."""
    endings = tuple(lexicon.cues.get("female_ending", ()))
    if token.pos_ == "NOUN" and any(lexicon.kinds.get(token.lemma_ + ending) == "Person" for ending in endings):
        return "Masc"  # "*der* Anführer der Gruppe": a nominative, which the tagger may take for a genitive
    articles = (syntax.feature(c, "Gender") for c in token.children if c.dep_ == "det")
    known = next((gender for gender in articles if gender), "")
    if known:
        return known
    woman = bool(endings) and token.lower_.endswith(endings) and lexicon.kind(token.lemma_) == "Person"
    return "Fem" if woman else syntax.feature(token, "Gender")


def _bounds(token: Token) -> tuple[int, int]:
    """First token and end of the phrase: without article, preposition, relative clause and what is joined by "und"."""
    begin = end = token.i
    for child in token.children:
        if child.dep_ in OUTSIDE or _set_off(child, token):
            continue
        if child.i < token.i and child.dep_ not in AROUND:
            begin = min(begin, _bounds(child)[0] if child.pos_ in syntax.NOMINAL else child.left_edge.i)
        if child.i > token.i:
            left = min((c.i for c in child.children if c.dep_ in ("case", "det")), default=child.i)
            if left <= end + 2 or child.dep_ in ("flat", "appos", "nmod"):
                end = max(end, _bounds(child)[1] - 1)
    if token.ent_type_ and token.ent_type_ != DEMONYM:
        name = _entity(token)
        if name is not None:
            begin, end = min(begin, name.start), max(end, name.end - 1)
    while begin < token.i and (doc_token := token.doc[begin]).dep_ in DETERMINERS and doc_token.head.i == token.i:
        begin += 1
    return begin, end + 1


def _set_off(child: Token, head: Token) -> bool:
    """Whether a comma or bracket sets an apposition off: "Jan Peskow, Sprecher des Präsidenten", "Meier, im Jahr …"."""
    tokens = child.doc.tokens
    if child.dep_ in ("nmod", "obl") and child.adposition:
        return child.i > head.i + 1 and tokens[head.i + 1].text in (",", "(")
    if child.dep_ != "appos":
        return False
    between = tokens[min(child.i, head.i) + 1 : max(child.i, head.i)]
    return any(t.is_punct and t.text not in '„“”"»«-' for t in between)


def _entity(token: Token) -> DocSpan | None:
    """The name that the token stands in."""
    if not token.ent_type_:
        return None
    begin, end = token.i, token.i + 1
    while token.doc[begin].ent_iob_ == "I" and begin > 0:
        begin -= 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    return token.doc[begin:end]


def _name(token: Token, lexicon: Lexicon) -> DocSpan | None:
    """The name of what a phrase refers to: its head's, or that of an apposition ("der Sprecher Jan Meier")."""
    own = _entity(token)
    if own is not None and own[0].ent_type_ != DEMONYM and not _is_titled(token, lexicon):
        return own
    kind = lexicon.noun_class(token.lemma_)
    if kind and not lexicon.is_a(token.lemma_, ("actor", "place")):
        return None  # "das Konto Koslins" is not called so
    seated = lexicon.is_a(token.lemma_, ("organization", "force"))
    for child in token.children:
        # "Staatsanwaltschaft Braunschweig" is no town
        place = child.ent_type_ == "LOC" and seated
        if child.dep_ in ("appos", "flat") and child.ent_type_ and child.ent_type_ != DEMONYM and not place:
            return _entity(child)
    if not lexicon.is_a(token.lemma_, ("human",)):
        return None
    after = token.nbor() if lexicon.is_a(token.lemma_, ("official",)) and token.i + 1 < len(token.doc) else token
    if after.i != token.i and after.ent_type_ == "PER" and after.ent_iob_ == "B":
        return _entity(after)  # "Außenminister Modibo Sangho", whatever the tree says
    for child in token.children:
        if child.dep_ == "nmod" and (stray := _stray_name(child, lexicon)) is not None:
            return stray
    return None


def _stray_name(noun: Token, lexicon: Lexicon) -> DocSpan | None:
    """A person's name hung on what is no person: "der Präsident der Republik Kongo, *Jan Meier*, …"."""
    if noun.ent_type_ == "PER" or lexicon.is_a(noun.lemma_, ("human",)):
        return None
    for child in noun.children:
        if child.dep_ in ("flat", "appos") and child.ent_type_ == "PER" and child.ent_iob_ == "B":
            return _entity(child)
        if child.dep_ == "nmod" and (found := _stray_name(child, lexicon)) is not None:
            return found
    return None


def _is_titled(token: Token, lexicon: Lexicon) -> bool:
    """Whether the name of a noun is that of the person behind it: "NPR-Journalist *Juan Williams*"."""
    if token.pos_ != "NOUN":
        return False
    person = any(c.dep_ in ("appos", "flat") and c.ent_type_ == "PER" and c.ent_iob_ == "B" for c in token.children)
    return person or _is_title(token, lexicon)


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    """Whether the head is an office that the recogniser took into a name: "NATO-Generalsekretär" as an organisation."""
    return token.pos_ == "NOUN" and lexicon.is_a(token.lemma_, ("official",))


def _modifiers(token: Token, lexicon: Lexicon, sentence: int, depth: int) -> tuple[tuple[str, Mention], ...]:
    found: list[tuple[str, Mention]] = []
    for child in token.children:
        relation = _relation(child, token, lexicon)
        if relation:
            found += [(relation, mention(t, lexicon, sentence, depth + 1)) for t in syntax.coordinated(child)]
    if token.dep_ != "conj" and token.pos_ in syntax.NOMINAL:
        others = (t for t in syntax.coordinated(token)[1:] if t.pos_ in syntax.NOMINAL)
        found += [("joined", mention(t, lexicon, sentence, depth + 1)) for t in others]
    return tuple(found)


def _relation(child: Token, token: Token, lexicon: Lexicon) -> str:
    if child.dep_ == "amod":
        return "adjective" if child.ent_type_ == DEMONYM else ""
    if child.dep_ == "det:poss":
        return "possessive"
    if child.dep_ in ("appos", "compound", "flat") and child.pos_ in syntax.NOMINAL and child.ent_iob_ != "I":
        return "apposition"
    if child.dep_ != "nmod":
        return ""
    adposition = syntax.preposition(child)
    if not adposition or lexicon.cue("genitive", adposition):
        return "genitive"
    if lexicon.cue("origin", adposition):
        return "genitive" if child.ent_type_ == "LOC" else ""
    return "location" if lexicon.cue("place", adposition) and child.ent_type_ == "LOC" else ""
