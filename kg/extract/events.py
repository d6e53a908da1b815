"""Events: verbs and nouns of the tables with the phrases that fill their roles, whether they happened or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.arguments import Fillers, participle_fillers, verb_fillers, with_far_phrases
from kg.extract.nominals import event_noun
from kg.extract.restrictions import fulfils, is_idiom
from kg.extract.subjects import is_reflexive, understood_subject
from kg.lang.lexicon import Lexicon, VerbFrame

if TYPE_CHECKING:
    from kg.extract.tree import Span, Token


SYMMETRIC = frozenset(("Meeting", "Negotiation", "Agreement", "Cooperation"))


@dataclass(frozen=True, slots=True)
class Frame:
    """An event as the syntax shows it: roles are filled by tokens, the heads of their phrases."""

    trigger: Token
    type: str
    roles: Fillers
    rule: str
    noun: Token | None = None
    """Of a verb that says little itself the noun that names the event: "saß in *Haft*", "forderte *Menschenleben*"."""


def find(sentence: Span, lexicon: Lexicon) -> list[Frame]:
    """The events of a sentence in text order; a word without a row, or whose needs are not met, is none."""
    found: dict[int, Frame] = {}
    for token in sentence:
        if token.dep_ == "amod" and token.pos_ in ("ADJ", "VERB"):
            frame = _participle(token, lexicon)
        elif token.pos_ == "VERB":
            frame = _verb(token, lexicon)
        elif token.pos_ in ("NOUN", "PROPN") and not token.ent_type_:
            frame = _noun(token, lexicon)
        else:
            continue
        if frame is not None:
            found[token.i] = frame
    return list(_merged(found).values())


def _merged(found: dict[int, Frame]) -> dict[int, Frame]:
    """One event of a verb and the noun that it only carries: "hielt ein Manöver ab"."""
    for place, frame in list(found.items()):
        head = frame.trigger.head.i
        carried = frame.trigger.dep_ in ("obj", "obl", "nsubj:pass") and head in found and head != place
        if carried and found[head].type == frame.type:
            upper = found[head]
            roles = {**frame.roles, **upper.roles}
            found[head] = replace(upper, roles=dict(sorted(roles.items())))
            del found[place]
    return found


def _verb(verb: Token, lexicon: Lexicon) -> Frame | None:
    reflexive = is_reflexive(verb)
    understood = understood_subject(verb, lexicon)
    for row in lexicon.verbs.get(verb.lemma_, ()):
        if row.reflexive != reflexive and not (reflexive and (not row.obj or _has_object(verb))):
            continue
        roles = verb_fillers(verb, row, lexicon, understood)
        roles = with_far_phrases(verb, row.obl, roles, lexicon)
        whole = with_idioms(verb, row, roles, lexicon)
        if roles and fulfils(whole, row.needs, lexicon):
            roles = mutual(row.event, roles)
            roles = _both(verb, roles) if row.reflexive else roles
            return Frame(verb, row.event, roles, row.rule, _naming(verb, row, whole, lexicon))
    return None


def _naming(verb: Token, row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Token | None:
    """The noun that a verb like "sitzen" needs for this meaning."""
    if not lexicon.cue("bleached", verb.lemma_):
        return None
    needed = [t for role, _ in row.needs for t in roles.get(role, ()) if t.head.i == verb.i]
    return next((t for t in needed if lexicon.cue("names_event", lexicon.noun_class(t.lemma_))), None)


def _has_object(verb: Token) -> bool:
    """Whether "sich" is not the only object: "erschoss *zwölf Menschen* und sich selbst"."""
    return any(c.dep_ == "obj" and c.pos_ != "PRON" for c in verb.children)


def _both(verb: Token, roles: Fillers) -> Fillers:
    """One alone cannot meet: "Im Juni trafen sich Kim und Putin unterzeichnete einen Pakt" lacks a full stop."""
    agents = roles.get("agent", [])
    if len(agents) != 1 or syntax.feature(agents[0], "Number") != "Sing":
        return roles
    for clause in verb.children:
        second = syntax.own_subject(clause) if clause.dep_ in ("conj", "parataxis") else None
        joined = second is not None and any(c.dep_ == "cc" for c in second.children)
        if second is not None and joined and agents[0].i < second.i < clause.i:
            return {**roles, "agent": [agents[0], second]}
    return roles


def mutual(event: str, roles: Fillers) -> Fillers:
    """Both sides of what is mutual are its agents: "traf in Istanbul den Präsidenten"."""
    if event not in SYMMETRIC or "partner" not in roles:
        return roles
    both = sorted([*roles.get("agent", []), *roles["partner"]], key=lambda t: t.i)
    return dict(sorted({"agent": both, **{r: t for r, t in roles.items() if r not in ("agent", "partner")}}.items()))


def with_idioms(verb: Token, row: VerbFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The roles with the nouns that only make an idiom, which a row may ask for: "um*s Leben* kommen"."""
    found = {role: list(tokens) for role, tokens in roles.items()}
    for child in verb.children:
        if is_idiom(child, lexicon):
            adposition = syntax.preposition(child)
            bare = {row.obj, row.dative} if not adposition else set()
            for role in {row.obl.get(adposition, ""), *bare} - {""}:
                found.setdefault(role, []).append(child)
    return found


def _participle(participle: Token, lexicon: Lexicon) -> Frame | None:
    """An attribute: "die entsandten Soldaten"."""
    lemmas = (participle.lemma_, lexicon.verb_of(participle.lower_))
    rows = next((lexicon.verbs[lemma] for lemma in lemmas if lemma in lexicon.verbs), [])
    for row in rows:
        roles = participle_fillers(participle, row, lexicon)
        if roles and not row.reflexive and fulfils(with_idioms(participle, row, roles, lexicon), row.needs, lexicon):
            return Frame(participle, row.event, roles, row.rule)
    return None


def _noun(noun: Token, lexicon: Lexicon) -> Frame | None:
    found = event_noun(noun, lexicon)
    if found is None:
        return None
    row, roles = found
    return Frame(noun, row.event, mutual(row.event, roles), row.rule)
