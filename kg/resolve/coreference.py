"""Which mentions of an article are the same: short names of a person, pronouns, offices ("der Machthaber")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from kg.lang.weights import Weights
from kg.model import Entity, Mention, Span
from kg.resolve import ranking
from kg.resolve.antecedents import GENDERS, PERSON, THINGS, Search, antecedent, as_named, may_name, parts
from kg.resolve.appositions import appositions
from kg.resolve.candidates import Actors, Candidate, Candidates, ends
from kg.resolve.chains import Chain, Chains
from kg.resolve.descriptions import JOINED, both, counted, described, is_both, listed, short_form, together
from kg.resolve.linking import Linker
from kg.resolve.named import TOPIC, Named
from kg.resolve.people import is_called
from kg.resolve.persons import Persons
from kg.resolve.ranking import PRONOMINAL, is_rankable
from kg.resolve.things import is_thing

FIRST = "1"
SOURCE = "source"
IN_TEXT = attrgetter("span.begin", "span.end")
NOBODY = Actors()
UNWEIGHED = Weights()


class Discourse:
    """The entities of one article, in text order."""

    def __init__(
        self,
        linker: Linker,
        mentions: Iterable[Mention],
        text: str = "",
        actors: Actors = NOBODY,
        table: Weights = UNWEIGHED,
    ) -> None:
        """What an article speaks of.

        Args:
            linker: the knowledge of the language.
            mentions: all mentions, in any order.
            text: of the article, for the abbreviations in brackets.
            actors: the phrases of whom the claims tell that they do something.
            table: the weights by which the rules are overruled; none leaves it to the rules.
        """
        self.linker = linker
        self.text = text
        self.suspects, self.speaking = actors.suspects, actors.speaking
        self.table = table
        self.short_forms: dict[str, Entity] = {}
        self.candidates = Candidates()
        self.groups: list[Candidate] = []
        """Those that "und" joins, as whom "sie" and "die beiden" mean."""
        self.speaker: Entity | None = None
        """Who spoke last."""
        self.mentions = ordered = sorted(mentions, key=IN_TEXT)
        self.persons = Persons(linker, ordered)
        self.genders = self.persons.genders
        self.named = Named(linker, self.persons, self.candidates, lambda other: self.entity(other, "agent", None))
        self.chains = Chains(self.candidates.all, self.genders)
        self.asked: Collection[Span] | None = {m.span for m in actors.partakers} | actors.speaking
        """The phrases that are ranked as they come, as most are never asked for; none says that all are."""
        self._meant: dict[Span, Entity | None] = {}
        """Whom the weights take a phrase for."""
        self.within = parts(ordered)
        self.appositions = appositions(ordered, text, linker.lexicon)
        self._read([*ordered, *(m for m in actors.partakers if m.form == "possessive")])
        self.speaker = self.asked = None

    def _read(self, mentions: Iterable[Mention]) -> None:
        """Learn what each mention means, in text order."""
        begins = {span.begin for span in self.speaking}
        for mention in map(self.persons.called, sorted(mentions, key=IN_TEXT)):
            speaks = mention.span.begin in begins and mention.span in self.speaking
            if mention.form in PRONOMINAL:
                self._learn_pronoun(mention, speaks)
                continue
            if not speaks and self._is_new_thing(mention):
                self.candidates.add(Candidate(mention, None, link=self.linker.agent))
                continue
            found = self.entities(mention, SOURCE if speaks else "agent", None)
            if len(found) > 1:
                self.groups.append(Candidate(mention, found[0], found[1:]))
            if found:
                self._learn(mention, found[0])
                self.speaker = found[0] if speaks else self.speaker

    def _is_new_thing(self, mention: Mention) -> bool:
        """Whether a mention can only be of the thing that it names, which is linked if it is asked for."""
        if not is_thing(mention, self.linker) or mention.head in self.short_forms:
            return False
        if self.appositions and mention.span in self.appositions:
            return False
        if mention.number == "Plur" and mention.definite and self.groups:
            return False
        return not (is_both(mention, self.linker.lexicon) or short_form(mention, self.text))

    def _learn(self, mention: Mention, entity: Entity) -> None:
        if entity.kind == PERSON:
            if self._is_predicate(mention):
                return
            if mention.form == "noun" and mention.gender in GENDERS:
                self.genders.setdefault(entity.iri, mention.gender)
        elif (short := short_form(mention, self.text)) and self.linker.gazetteer.organization(short) is None:
            self.short_forms.setdefault(short, entity)
        self.candidates.add(Candidate(mention, entity))
        if mention.modifiers and entity.kind not in THINGS:
            self._learn_joined(mention, entity)

    def _learn_joined(self, mention: Mention, entity: Entity) -> None:
        """Those that "und" joins to a mention."""
        others = [m for relation, m in mention.modifiers if relation == JOINED]
        joined = [e for m in others if (e := self.entity(m, "agent", None)) is not None and e.kind not in THINGS]
        if joined and len({e.iri for e in (entity, *joined)}) == 1 + len(others):
            span = Span(mention.span.begin, others[-1].span.end, "")
            self.groups.append(Candidate(replace(mention, span=span), entity, tuple(joined)))

    def _is_predicate(self, mention: Mention) -> bool:
        """Whether a noun for a person only says what somebody is, without an article: "war als *Juristin* tätig"."""
        if mention.form != "noun" or mention.number != "Sing":
            return False
        if mention.name or mention.definite or mention.modifiers or mention.quantity:
            return False
        before = self.text[: mention.span.begin].rsplit(maxsplit=1)[-1:]
        return bool(before) and not self.linker.lexicon.cue("indefinite", before[0].lower())

    def _learn_pronoun(self, pronoun: Mention, speaks: bool) -> None:
        """What a pronoun means is named once more, and its gender known: "Meier kam. *Sie* …"."""
        named = may_name(pronoun)
        meant = self._antecedent(pronoun, says=speaks) if named or pronoun.form == "possessive" else ()
        self.speaker = meant[0] if speaks and meant else self.speaker
        found = as_named(pronoun, meant) if named else None
        if found is None:
            return
        if found.entity.kind == PERSON and pronoun.gender in GENDERS:
            self.genders.setdefault(found.entity.iri, pronoun.gender)
        if found.joined:
            self.groups.append(found)
        else:
            self.candidates.add(found)

    def entities(self, mention: Mention, role: str, speaker: Entity | None) -> tuple[Entity, ...]:
        """All that a mention refers to: both of "Meier und Kunz" for "sie" and "die beiden"."""
        two = is_both(mention, self.linker.lexicon)
        if mention.form in PRONOMINAL and mention.person != FIRST and not two:
            return self._antecedent(mention, says=role == SOURCE)
        if mention.modifiers:
            if (whole := counted(mention)) is not None and (meant := self._antecedent(whole)):
                return meant
            names = listed(mention)
            if len(names) > 1:
                return tuple(e for m in names if (e := self.entity(m, role, speaker)) is not None)
        if two:
            pair = both(mention, self.candidates.all, self.groups, self.linker.lexicon)
            if pair or mention.form in PRONOMINAL:
                return pair
        elif self.groups and (pair := together(mention, self.groups)):
            return pair
        found = self.entity(mention, role, speaker)
        return (found,) if found is not None else ()

    def entity(self, mention: Mention, role: str, speaker: Entity | None) -> Entity | None:
        """The one that a mention refers to, or None; `speaker` is who says "wir" and "ich"."""
        if mention.form in PRONOMINAL:
            if mention.person == FIRST:
                return speaker
            meant = self._antecedent(mention, says=role == SOURCE)
            return meant[0] if len(meant) == 1 else None
        mention = self.persons.called(mention)
        named = self.appositions.get(mention.span) if self.appositions else None
        if named is not None and named.span != mention.span:
            return self.entity(named, role, speaker)
        if (whole := self.short_forms.get(mention.name or mention.head)) is not None:
            return whole
        if mention.definite and role != TOPIC:  # not "zum Präsidenten berufen": an office, whoever held it
            known = self.ruled(mention)
            if known is None and self._is_asked(mention) and self.is_open(mention, role):
                known = self._ranked(mention, None)
            if known is not None and self._may_be(known, mention):
                return known
        return self.named.entity(mention, role)

    def _may_be(self, known: Entity, mention: Mention) -> bool:
        """Whether a description does not name another state or body: "der US-Präsident" is no Polish one."""
        of = self.linker.affiliation(mention)
        return known.kind != PERSON or not of or of in (known.affiliation or known.state or of, known.state)

    def _antecedent(self, pronoun: Mention, *, says: bool = False) -> tuple[Entity, ...]:
        """Whom a pronoun means; `says` if it is the subject of a word of saying."""
        says = says or pronoun.span in self.speaking  # "*Sie* will gehen": who wants to and who goes are one
        found = antecedent(pronoun, self._search(says=says))
        if says or len(found) > 1 or not self._is_asked(pronoun) or not is_rankable(pronoun):
            return found  # who speaks the rules know better, as they know who spoke last
        meant = self._ranked(pronoun, found[0] if found else None)
        return (meant,) if meant is not None else ()

    def _is_asked(self, mention: Mention) -> bool:
        """Whether the weights are asked whom it means."""
        return bool(self.table) and (self.asked is None or mention.span in self.asked)

    def is_open(self, mention: Mention, role: str) -> bool:
        """Whether a noun may mean what was named before: it does not, as "der mexikanische Staat", say itself who."""
        if not is_rankable(mention) or is_called("suspect", mention.head, self.linker.lexicon):
            return False  # "der Täter" is only who has done something
        own = self.linker.entity(mention, role)
        return own is None or "#" in own.iri

    def ruled(self, mention: Mention) -> Entity | None:
        """Whom the rules alone take a pronoun or a definite noun for."""
        if mention.form not in PRONOMINAL:
            return described(mention, self.candidates, self.suspects, self.linker.lexicon)
        found = antecedent(mention, self._search())
        return found[0] if len(found) == 1 else None

    def _ranked(self, mention: Mention, ruled: Entity | None) -> Entity | None:
        """Whom a phrase most likely means, by weights; `ruled` is whom the rules would take."""
        if mention.span not in self._meant:
            self._meant[mention.span] = None  # while it is looked for
            chain = ranking.best(self.options(mention, ruled), self.table)
            self._meant[mention.span] = self._named(chain, ruled) if chain is not None else None
        return self._meant[mention.span]

    def others(self, pronoun: Mention, taken: Collection[str]) -> tuple[Entity, ...]:
        """Whom a pronoun most likely means if not one of those: "Meier … Präsidentin Kunz entließ *sie*"."""
        if not taken or pronoun.form not in PRONOMINAL or not is_rankable(pronoun):
            return ()
        known = list(self.options(pronoun, None))
        likeliest = max(known, key=lambda option: self.table.score(option[1]), default=None)
        if likeliest is None or likeliest[0].first.entity.iri not in taken:
            return ()
        free = [option for option in known if option[0].first.entity.iri not in taken]
        chain = ranking.best(free, self.table)
        return (chain.first.entity,) if chain is not None else ()

    def _named(self, chain: Chain, ruled: Entity | None) -> Entity:
        """Who it is: of "Jan Meier … *der Bäcker* … er" the baker, who is Meier."""
        first = chain.first.mention
        if chain.named:
            return chain.first.entity
        if ruled is not None and ends(first.head, *ruled.label.split()):
            return ruled  # "Nordkoreanische *Truppen* … *Truppen* … sie": those of whom more is known
        known = self.entity(first, "agent", None) if is_rankable(first) else None
        return known or chain.first.entity

    def options(self, mention: Mention, ruled: Entity | None) -> Iterator[ranking.Option]:
        """The entities that a phrase may mean, with their features."""
        context = ranking.Context(self.text, self.within, ruled.iri if ruled is not None else "")
        return ranking.options(mention, self.chains.before(mention.span.begin), context, self.linker.lexicon)

    def _search(self, *, says: bool = False) -> Search:
        return Search(self.candidates.all, self.groups, self.genders, self.within, self.text, says, self.speaker)
