"""Phrases that the parser hung elsewhere: on a time, on the verb, on whose it is, on the noun before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.joined import is_whole
from kg.extract.participants.restrictions import counted, is_actor, is_named_place, is_place, is_time
from kg.extract.participants.subjects import verb_words
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
    first = verb.head
    shared = [c for c in first.children if c.dep_ == "obl:agent" and c.i < first.i < verb.i] if before else []
    shared = [c for c in shared if is_actor(c, lexicon) and not is_time(c, lexicon) and not is_whole(c)]
    if not shared and before and first.i < verb.i and syntax.is_passive(first):
        shared = [t for t in doers(first, lexicon) or stray_agent(first, lexicon) if t.i < first.i]
    if shared:
        return shared
    for child in (*verb.children, *hosted(verb, lexicon)):
        adposition = syntax.preposition(child) if child.dep_.startswith(("obl", "nmod")) else ""
        if not adposition or not (lexicon.cue("agent", adposition) or lexicon.cue("passive_agent", adposition)):
            continue
        edge = child.left_edge
        if edge.i > child.sent.start and lexicon.nominal(edge.nbor(-1).lemma_)[0]:
            continue  # "wurde nach dem Verhör *durch die Polizei* freigelassen"
        if is_whole(child) or is_named_place(child) or is_time(child, lexicon):
            continue
        if is_actor(child, lexicon):
            return [child]
    # "konnte nach kurzer Flucht *von der Polizei* gestellt und festgenommen werden"
    both = before and syntax.is_passive(verb.head)
    shared = (doers(verb.head, lexicon) or stray_agent(verb.head, lexicon)) if both else []
    return [c for c in shared if c.i < verb.head.i < verb.i]


def behind_subject(verb: Token, subject: Token, table: dict[str, str], lexicon: Lexicon) -> Iterator[tuple[str, Token]]:
    """Roles of phrases hung on a subject behind its verb: "stimmten nur elf Abgeordnete *für den Minister*"."""
    if subject.i < syntax.finite(verb).i or subject.head.i != verb.i or not is_actor(subject, lexicon):
        return
    for child in subject.children:
        role = table.get(child.adposition, "") if child.dep_ == "nmod" and child.i > subject.i else ""
        ambiguous = any(lexicon.cue(kind, child.adposition) for kind in ("place", "genitive"))
        if role in ("agent", "patient", "topic") and not ambiguous and not is_time(child, lexicon):
            yield role, child


def partitive(verb: Token, subject: Token | None) -> Token | None:
    """Of whom a number is a part, taken for who does it: "*von denen* zwei verletzt wurden", "zwei *von ihnen*"."""
    if subject is None or subject.ent_type_ or not (subject.pos_ == "NUM" or subject.features.get("PronType") == "Ind"):
        return None
    for child in verb.children:
        if child.dep_ not in ("obl:agent", "obl") or not child.adposition:
            continue
        first = syntax.is_relative(child) or (child.pos_ in ("NOUN", "PRON") and child.left_edge.i == child.sent.start)
        beside = child.pos_ == "PRON" and child.left_edge.i == subject.i + 1
        if (first or beside) and syntax.feature(child, "Number") == "Plur":
            return child
    return None


@once
def hosted(head: Token, lexicon: Lexicon) -> list[Token]:
    """Phrases hung on a time: "traf zum ersten Mal *mit Meier* zusammen", "der Angriff um 5 Uhr *auf Kiew*".

    And on a word that joins phrases: "ermittelt *weder* gegen Meier noch gegen Kunz".
    """
    found = []
    for time in head.children:
        if time.children and time.dep_ == "advmod" and lexicon.cue("pairs", time.lower_):
            found += [c for c in time.children if c.adposition]
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
    if owner.dep_ != "det:poss" or syntax.feature(owner, "Person") in ("1", "2"):
        return owner
    whole = noun  # "Berichten über *seine* Festnahme trat *der Minister* entgegen"
    while whole.dep_ == "nmod" and whole.head.pos_ == "NOUN":
        whole = whole.head
    verb = whole.head
    # a dative that the parser takes for a first subject: "*Berichten* über seine Festnahme widersprach *Meier*"
    second = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i), None)
    twice = whole.dep_ == "nsubj" and whole.i < verb.i and second is not None
    if noun.i > verb.i or not (twice or _stands_before(whole, verb, lexicon)):
        return owner
    subject = second if twice else syntax.own_subject(verb)
    if subject is None or subject.i < noun.i or subject.pos_ not in ("NOUN", "PROPN") or not is_actor(subject, lexicon):
        return owner
    many = syntax.feature(subject, "Number") == "Plur" or len(syntax.coordinated(subject)) > 1
    woman = syntax.feature(subject, "Gender") == "Fem"
    if lexicon.cue("possessor_number", owner.lemma_):  # "sein": a man's, or what is no woman's
        return owner if many or (woman and subject.pos_ == "NOUN") else subject
    return subject if many or woman or subject.pos_ == "PROPN" else owner


def _stands_before(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is a phrase or an object before the subject: "*Ihren Einsatz* beendet die Truppe am Montag"."""
    if noun.dep_ == "obj":
        return noun.left_edge.i == verb.left_edge.i
    if noun.dep_ != "obl" or noun.adposition:
        return noun.dep_ == "obl"
    # "*Während* seines Besuchs lobte er …", which the parser takes for a conjunction
    return any(
        c.dep_ == "mark" and lexicon.cue("during", c.lower_) and c.i + 1 == noun.left_edge.i for c in verb.children
    )


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
        target = table.get(adposition) == "patient" and lexicon.is_a(child.lemma_, ("place", "target"))
        if not adposition or not (target or is_actor(child, lexicon)) or is_time(child, lexicon):
            continue  # "der Angriff der Rebellen *auf das Dorf*"
        role = table.get(adposition, "") or ("agent" if lexicon.cue("agent", adposition) else "")
        if role in ("agent", "patient", "partner") and not lexicon.cue("genitive", adposition):
            yield role, child


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
