"""Events: verbs and nouns of the tables with the phrases that fill their roles, whether they happened or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.arguments import Fillers, noun_fillers, participle_fillers, verb_fillers, with_far_phrases
from kg.extract.restrictions import fulfils, is_idiom
from kg.extract.subjects import is_reflexive
from kg.lang.lexicon import REFLEXIVE, Lexicon, NounFrame, VerbFrame

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
        if row.reflexive != reflexive and not (reflexive and not row.obj):
            continue
        roles = verb_fillers(verb, row, lexicon, understood)
        roles = with_far_phrases(verb, row.obl, roles, lexicon)
        if roles and fulfils(with_idioms(verb, row, roles, lexicon), row.needs, lexicon):
            roles = mutual(row.event, roles)
            return Frame(verb, row.event, _both(verb, roles) if row.reflexive else roles, row.rule)
    return None


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
            for role in {row.obl.get(adposition, ""), row.obj if not adposition else ""} - {""}:
                found.setdefault(role, []).append(child)
    return found


def _participle(participle: Token, lexicon: Lexicon) -> Frame | None:
    """An attribute: "die entsandten Soldaten"."""
    lemmas = (participle.lemma_, lexicon.verb_of(participle.lower_))
    rows = next((lexicon.verbs[lemma] for lemma in lemmas if lemma in lexicon.verbs), [])
    for row in rows:
        roles = participle_fillers(participle, row, lexicon)
        if roles and not row.reflexive and fulfils(roles, row.needs, lexicon):
            return Frame(participle, row.event, roles, row.rule)
    return None


def understood_subject(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who does what an infinitive says, by the word that governs it (control: PTB and UD `xcomp`).

    "Er versprach zu kommen": he. "Sie forderte ihn auf zu gehen": the addressee. "Soldaten, entsandt nach Mali": the
    noun. None where the governing word does not say.
    """
    if verb.dep_ in ("acl", "acl:relcl") and syntax.feature(verb, "VerbForm") == "Part":
        return verb.head
    governor = verb.head
    if verb.dep_ == "conj" and governor.dep_ in ("xcomp", "ccomp", "advcl"):
        return understood_subject(governor, lexicon)
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or not syntax.is_predicate(governor):
        return None
    rows = lexicon.claims.get(("verb", governor.lemma_)) or lexicon.claims.get(("verb", REFLEXIVE + governor.lemma_))
    if rows and rows[0].control != "source":
        return _addressee(governor) if rows[0].control == "addressee" else None
    return syntax.subject(governor) or understood_subject(governor, lexicon)


def _addressee(verb: Token) -> Token | None:
    if syntax.is_passive(verb):
        return syntax.subject(verb)
    return next((c for c in verb.children if c.dep_ in ("iobj", "obl:arg", "obj")), None)


def _noun(noun: Token, lexicon: Lexicon) -> Frame | None:
    row, first = lexicon.nominal(noun.lemma_)
    for candidate in row:
        roles = noun_fillers(noun, candidate, lexicon)
        roles = with_far_phrases(noun, candidate.obl, roles, lexicon)
        roles = _with_verb(noun, candidate, roles, lexicon)
        if roles and fulfils(roles, candidate.needs, lexicon, first):
            return Frame(noun, candidate.event, mutual(candidate.event, roles), candidate.rule)
    return None


def _with_verb(noun: Token, row: NounFrame, roles: Fillers, lexicon: Lexicon) -> Fillers:
    """The subject of a light verb acts in its noun: "Russland führte einen Angriff auf Kiew"."""
    verb = noun.head
    if noun.dep_ not in ("obj", "obl") or "agent" in roles or not lexicon.cue("light", verb.lemma_):
        return roles
    subject = syntax.subject(verb)
    role = row.adjective
    if subject is None or not role or syntax.is_passive(verb) or role in roles:
        return roles
    return dict(sorted({**roles, role: syntax.coordinated(subject)}.items()))
