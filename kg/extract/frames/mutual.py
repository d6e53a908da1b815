"""Events that two do to each other, or one to himself: whom the verb names once is on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.participants.subjects import is_reflexive_pronoun

if TYPE_CHECKING:
    from kg.extract.participants.arguments import Fillers
    from kg.extract.tree import Token
    from kg.lang.lexicon import VerbFrame

AGENT, PATIENT, KILLING = "agent", "patient", "Killing"
SYMMETRIC = frozenset(("Meeting", "Negotiation", "Agreement", "Cooperation"))


def both(verb: Token, roles: Fillers) -> Fillers:
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


def own_victims(verb: Token, row: VerbFrame, roles: Fillers) -> Fillers:
    """Who kills himself acts too: "habe *sich* selbst getötet", "erschoss zwei Männer und *sich* selbst"."""
    if row.event != KILLING or syntax.is_passive(verb):
        return roles
    if row.reflexive and PATIENT in roles and AGENT not in roles:
        return {AGENT: roles[PATIENT], **roles}
    himself = any(is_reflexive_pronoun(j) for t in roles.get(PATIENT, ()) for j in syntax.coordinated(t))
    if not himself or AGENT not in roles:
        return roles
    others = [t for t in roles[PATIENT] if not is_reflexive_pronoun(t)]
    return {**roles, PATIENT: sorted([*others, *roles[AGENT]], key=lambda t: t.i)}


def mutual(event: str, roles: Fillers) -> Fillers:
    """Both sides of what is mutual are its agents: "traf in Istanbul den Präsidenten"."""
    if event not in SYMMETRIC or "partner" not in roles:
        return roles
    both = sorted([*roles.get("agent", []), *roles["partner"]], key=lambda t: t.i)
    return dict(sorted({"agent": both, **{r: t for r, t in roles.items() if r not in ("agent", "partner")}}.items()))
