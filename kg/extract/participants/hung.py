"""Phrases that the parser hung elsewhere: on a time, on the verb, on whose it is, on the noun before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.restrictions import counted, is_actor, is_named_place, is_place, is_time
from kg.extract.participants.subjects import BARE, verb_words
from kg.extract.tree import once

OWN = frozenset(("nmod", "det:poss"))
"""Relations of what a noun has to itself."""
HOSTS = frozenset(("obl", "nmod", "obj", "advmod"))
"""Relations of a time that a phrase may hang on."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.tree import Token
    from kg.lang.lexicon import Lexicon


def stray_agent(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who does it, hung on the phrase before: "wurde im Wahlkampf *vom Präsidenten* unterstützt"."""
    if (near := _on_subject(verb, lexicon)) is not None:
        return [near]
    hosts = [c for c in verb.children if c.dep_ in ("obl", "advmod") and c.pos_ == "NOUN" and c.i < verb.i]
    for host in (noun for h in hosts for noun in h.subtree if noun.pos_ == "NOUN"):
        if is_actor(host, lexicon) or is_place(host, lexicon):
            continue  # "in der Zentrale der Bank"
        for child in host.children:
            by = child.dep_ == "nmod" and lexicon.cue("passive_agent", syntax.preposition(child))
            # "von" with an article is no genitive, which would be "des Präsidenten"
            article = any(c.dep_ == "det" or (c.dep_ == "case" and c.lower_ != c.lemma_) for c in child.children)
            if by and article and is_actor(child, lexicon) and not is_named_place(child):
                return [child]
    return []


def _on_subject(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who does it, hung on whom it befalls: "dass ein Helfer *von Unbekannten* verletzt wurde"."""
    for noun in verb.children:
        last = noun.children[-1] if noun.dep_ == "nsubj:pass" and noun.pos_ == "NOUN" and noun.children else None
        if last is None or last.dep_ != "nmod" or not lexicon.cue("passive_agent", last.adposition):
            continue
        close = noun.i < last.left_edge.i and end_of(last) + 1 == verb.i
        # "Mitglieder von Vereinen", "eine Gruppe von Männern", "drei Anhänger von Meier"
        one = any(c.dep_ == "det" for c in noun.children) and syntax.feature(noun, "Number") == "Sing"
        people = is_actor(last, lexicon) and not last.ent_type_ and not is_time(last, lexicon)
        if close and one and people and counted(noun, lexicon).i == noun.i:
            return last
    return None


def doers(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who does what a passive says, not named by the parser as such, or by the verb before.

    "wurde *durch Soldaten* erschossen", "wurde *von einer Einheit* gestellt und erschossen".
    """
    before = syntax.shares_passive(verb) or verb.dep_ == "conj"
    shared = [c for c in verb.head.children if c.dep_ == "obl:agent" and c.i < verb.head.i < verb.i] if before else []
    shared = [c for c in shared if is_actor(c, lexicon) and not is_time(c, lexicon)]
    if shared:
        return shared
    for child in (*verb.children, *hosted(verb, lexicon)):
        adposition = syntax.preposition(child) if child.dep_.startswith(("obl", "nmod")) else ""
        if not adposition or not (lexicon.cue("agent", adposition) or lexicon.cue("passive_agent", adposition)):
            continue
        edge = child.left_edge
        if edge.i > child.sent.start and lexicon.nominal(edge.nbor(-1).lemma_)[0]:
            continue  # "wurde nach dem Verhör *durch die Polizei* freigelassen"
        if is_actor(child, lexicon) and not is_named_place(child) and not is_time(child, lexicon):
            return [child]
    return []


@once
def hosted(head: Token, lexicon: Lexicon) -> list[Token]:
    """Phrases hung on a time: "traf zum ersten Mal *mit Meier* zusammen", "der Angriff um 5 Uhr *auf Kiew*"."""
    found = []
    for time in head.children:
        if time.children and time.dep_ in HOSTS and is_time(time, lexicon):
            parts = [time, *(c for c in time.children if c.dep_ == "appos")]  # "11 Uhr *Ortszeit*"
            found += [c for t in parts for c in t.children if c.dep_ == "nmod" and c.i > t.i and c.adposition]
    return found


def beside(noun: Token, table: dict[str, str], lexicon: Lexicon) -> Iterator[Token]:
    """Phrases of a noun hung on its verb: "tötete bei einem Anschlag in Kiew *auf einen Bus* vier Menschen"."""
    verb = noun.head
    if noun.dep_ != "obl" or verb.pos_ != "VERB" or not noun.adposition or not table:
        return
    rows = lexicon.own_rows(verb.lemma_)
    edge = end_of(noun) + 1
    for child in verb.children:
        own = child.i > noun.i and child.dep_ == "obl" and table.get(child.adposition) in ("agent", "patient")
        if not own or child.left_edge.i != edge or any(child.adposition in row.obl for row in rows):
            continue
        if is_said_of(verb, child.adposition, lexicon) or is_time(child, lexicon):
            continue
        yield child


def shared(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Phrases of joined event nouns with one article: "*ihre* Festnahme und Auslieferung", "Haft und Tod *Kims*"."""
    if noun.dep_ == "conj" and _is_bare_event(noun, lexicon):
        first = noun.head
        owned = any(c.dep_ == "nmod" and not c.adposition for c in noun.children)
        if not owned and lexicon.nominal(first.lemma_)[0]:
            yield from (c for c in first.children if c.dep_ == "det:poss")
    joined = None
    for child in noun.children:
        if child.dep_ in OWN:
            return
        if child.dep_ == "conj" and joined is None:
            joined = child
    if joined is not None and _is_bare_event(joined, lexicon):
        yield from (c for c in joined.children if c.dep_ == "nmod" and c.i > joined.i)


def named_later(owner: Token, noun: Token, lexicon: Lexicon) -> Token:
    """Of a possessive the subject that the phrase stands before: "Nach *seiner* Ankunft sprach *der Minister* …"."""
    verb = noun.head
    if owner.dep_ != "det:poss" or noun.dep_ != "obl" or not noun.adposition or noun.i > verb.i:
        return owner
    subject = syntax.own_subject(verb)
    if subject is None or subject.i < noun.i or subject.pos_ not in ("NOUN", "PROPN") or not is_actor(subject, lexicon):
        return owner
    many = syntax.feature(subject, "Number") == "Plur" or len(syntax.coordinated(subject)) > 1
    woman = syntax.feature(subject, "Gender") == "Fem"
    if lexicon.cue("possessor_number", owner.lemma_):  # "sein": a man's, or what is no woman's
        return owner if many or (woman and subject.pos_ == "NOUN") else subject
    return subject if many or woman or subject.pos_ == "PROPN" else owner


def _is_bare_event(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names an event and has neither article nor preposition."""
    if noun.pos_ != "NOUN" or noun.adposition or any(c.dep_.startswith("det") for c in noun.children):
        return False
    return bool(lexicon.nominal(noun.lemma_)[0])


def is_said_of(verb: Token, adposition: str, lexicon: Lexicon) -> bool:
    """Whether a word of saying takes a phrase with this adposition: "reagierte nach dem Angriff *auf Fragen*"."""
    rows = (row for word in verb_words(verb) for row in lexicon.claims.get(("verb", word), ()))
    bound = any(adposition in (*row.content, row.addressee, row.source) for row in rows)
    return bound or lexicon.cue("takes", *verb_words(verb)) == adposition


def within_owner(owner: Token, table: dict[str, str], lexicon: Lexicon) -> Iterator[tuple[str, Token]]:
    """Roles of phrases hung on whose event it is: "die Einigung der Belegschaft *mit der Leitung*"."""
    for child in owner.children:
        adposition = syntax.preposition(child) if child.dep_ == "nmod" else ""
        if not adposition or not is_actor(child, lexicon) or is_time(child, lexicon):
            continue
        role = table.get(adposition, "") or ("agent" if lexicon.cue("agent", adposition) else "")
        if role in ("agent", "patient", "partner") and not lexicon.cue("genitive", adposition):
            yield role, child


def together(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who is in it with the subject: "reiste zusammen *mit Kunz*", "wurde mit drei weiteren *Männern* verhaftet"."""
    found = []
    for child in verb.children:
        if child.dep_ not in ("obl", "obl:arg") or not lexicon.cue("joins", child.adposition):
            continue
        edge = child.left_edge
        beside = edge.i > edge.sent.start and lexicon.cue("together", edge.nbor(-1).lower_)
        more = any(c.dep_ in ("amod", "det") and lexicon.cue("more_of", c.lemma_) for c in child.children)
        counted = more and any(c.dep_ in ("nummod", "amod", "det") and c.i < child.i for c in child.children)
        people = is_actor(child, lexicon) or not lexicon.noun_class(child.lemma_)
        if (beside or counted) and people and not is_time(child, lexicon):
            found.append(child)
    return found


def members(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Who of them is named: "nahm mehrere Politiker fest, darunter *Jan Meier*", "Netzwerke wie *Facebook*"."""
    near = noun.children
    if noun.dep_ in BARE:
        near = near + [c for c in noun.head.children if c.dep_ == "parataxis" and c.i > noun.i]
    # without a word of its own none says that it is an example
    examples = [c for c in near if c.children and _is_example(c, lexicon)]
    return [joined for child in examples for joined in syntax.coordinated(child)]


def _is_example(phrase: Token, lexicon: Lexicon) -> bool:
    """Whether a phrase names somebody as one of several; "darunter drei Deutsche" counts them again."""
    inner = phrase.children
    if not phrase.ent_type_ and not any(c.ent_type_ == "PER" for c in inner if c.dep_ in ("flat", "appos")):
        return False
    if any(c.dep_ == "nummod" for c in inner):
        return False
    return bool(lexicon.cue("example", phrase.adposition) or lexicon.cue("members", *[c.lower_ for c in inner]))


def towards(head: Token, lexicon: Lexicon) -> Token | None:
    """The place after the word "Richtung": "fuhr *Richtung Kiel*", "rückte in *Richtung der Stadt* vor"."""
    words = lexicon.cues.get("direction", {})
    for token in head.subtree:
        if token.lemma_ not in words or syntax.clause(token).i != head.i:
            continue
        after = token.nbor() if token.i + 1 < token.sent.end else token
        near = (after, *(c for c in token.children if c.dep_ == "nmod"))
        return next((t for t in near if t.i != token.i and is_place(t, lexicon)), None)
    return None


def in_other_clause(token: Token, head: Token) -> bool:
    """Whether a clause or another event noun's phrase lies between the two ("acl:relcl", "advcl", …)."""
    for node in syntax.ancestors(token):
        if node.i == head.i:
            return False
        if node.dep_ in syntax.CLAUSES or node.dep_ == "conj":
            return True
    return True


def end_of(noun: Token) -> int:
    """The place of the last word of a phrase."""
    return noun.subtree[-1].i
