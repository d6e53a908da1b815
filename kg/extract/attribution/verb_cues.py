"""Verbs of saying: "Moskau bestreitet den Einsatz", "Wie die Polizei mitteilte, …", "er sagte, sie sei krank"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract import hints, syntax
from kg.extract.attribution.authors import authors
from kg.extract.attribution.cue import SENTENTIAL, Cue, asked, compound_head, is_event_noun, is_zu_infinitive, people
from kg.extract.attribution.datives import BARE_DATIVE
from kg.extract.attribution.noun_sources import anybody_in
from kg.extract.attribution.separated import has_pronoun, parts, whole_lemma
from kg.extract.attribution.verb_contents import content, has_case, speaker_and_rest
from kg.extract.attribution.verdicts import of_demand
from kg.extract.certainty.acts import of_advice, of_own_act
from kg.extract.participants.fits import fits
from kg.extract.participants.restrictions import is_actor
from kg.lang.lexicon import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.tree import Token
    from kg.lang.lexicon import ClaimFrame, Lexicon


ANNOUNCED = "Announcement"
DEMAND = "Demand"
REFERENCE = 6
"""Words of a reference in brackets, at most."""


def find(verb: Token, lexicon: Lexicon) -> Cue | None:
    """The verb as a word of saying, by the first row whose content is there."""
    lemma = whole_lemma(verb, lexicon)
    upper = verb.head
    if verb.dep_ in ("xcomp", "advmod") and ("verb", verb.lower_ + upper.lemma_) in lexicon.claims:
        return None  # the first part of "ließ wissen"
    key = (REFLEXIVE if has_pronoun(verb, lexicon) else "") + lemma  # "sich befinden" says nothing
    rows = lexicon.claims.get(("verb", key))
    fitting = [row for row in rows if fits(verb, row, lexicon)] if rows else []
    if not fitting or _only_happens(verb, lemma, lexicon):
        return None
    row, roots = _first_with_content(verb, fitting, lexicon)
    if _says_nothing(verb, lemma, row, roots, lexicon):
        return None
    row = of_own_act(of_demand(row, roots, lexicon), roots, lexicon)
    row = of_advice(row, roots, _own_addressees(verb, row, lexicon), lexicon)
    sources = [s for s in _sources(verb, row, lexicon) if s not in roots]
    sources += _jointly(verb, lexicon) if sources and row.source == "nsubj" else []
    clausal = any(map(syntax.is_predicate, roots))
    named = any(not lexicon.cue("nobody", t.lower_) for t in sources)
    medium = () if named else tuple(_medium(verb, row, lexicon))
    return Cue(
        verb,
        row,
        tuple([t for s in sources for t in people(s, lexicon) if not lexicon.cue("falsehood", t.lemma_, t.lower_)]),
        tuple(_joined_actors(_addressees(verb, row, lexicon), lexicon)),
        roots,
        tuple(_relied_on(verb, lexicon)),
        "indirect" if clausal or ("quote" in row.content and not roots) else "reported",
        medium=medium,
    )


def _first_with_content(
    verb: Token, rows: Sequence[ClaimFrame], lexicon: Lexicon
) -> tuple[ClaimFrame, tuple[Token, ...]]:
    """Of rows like "sorgte sich um" and "sorgte sich, dass" the one whose content is there, else the first."""
    for row in rows:
        roots = tuple(asked(root, lexicon) for root in content(verb, row, lexicon))
        if roots:
            return row, roots
    return rows[0], ()


def may_tell(lemma: str, form: str, lexicon: Lexicon) -> bool:
    """Whether a verb is one of saying, with its pronoun or with another word that it may stand with."""
    ends, begins = parts(lexicon)
    own = ("verb", lemma) in lexicon.claims or ("verb", REFLEXIVE + lemma) in lexicon.claims
    return own or lemma in ends or form in begins


def _only_happens(verb: Token, lemma: str, lexicon: Lexicon) -> bool:
    """As in "Das Treffen wurde abgesagt", "Eine Feier ist geplant": what becomes of it, whoever said so."""
    happens = lexicon.cue("implicative", lemma) or lexicon.cue("plan", lemma)
    return bool(happens) and syntax.is_passive(verb) and not syntax.children(verb, "obl:agent")


def _says_nothing(verb: Token, lemma: str, row: ClaimFrame, roots: Sequence[Token], lexicon: Lexicon) -> bool:
    """As in "belegte den *ersten Platz*", "bestritt das *Spiel*", or of a mere name: "der Tower *genannte* Turm"."""
    if _is_in_brackets(verb, roots) or _is_state_of_things(verb, lemma, row, roots, lexicon):
        return True
    heads = [root.lemma_ for root in roots if not syntax.is_predicate(root)]
    if heads and all(lemma in _unsaid(head, lexicon) for head in heads):
        return True
    if row.object or not lexicon.cue("names", lemma) or syntax.feature(verb, "VerbForm") != "Part":
        return False
    about = any(lexicon.cue("called", syntax.preposition(c)) for c in verb.children)  # "wird *als Grund* genannt"
    return not about and not syntax.children(verb, "obl:agent") and syntax.is_passive(verb)


def _is_state_of_things(verb: Token, lemma: str, row: ClaimFrame, roots: Sequence[Token], lexicon: Lexicon) -> bool:
    """As in "*Der Ausbau* droht *zu scheitern*", "Die Läufer *sind gefordert*": nobody threatens nor demands."""
    if lexicon.cue("raising", lemma) and (row.type == ANNOUNCED or (roots and all(map(is_zu_infinitive, roots)))):
        subject = syntax.subject(verb)
        text = subject is not None and lexicon.is_a(subject.lemma_, ("document",))
        return subject is not None and subject.pos_ == "NOUN" and not (text or _is_somebody(subject, lexicon))
    if row.type != DEMAND or not lexicon.cue("challenges", lemma) or not syntax.is_passive(verb):
        return False
    still = all(lexicon.cue("being", c.lemma_) for c in verb.children if c.dep_ in ("aux", "aux:pass"))
    return still and not syntax.children(verb, "obl:agent") and not any(is_event_noun(r, lexicon) for r in roots)


def _is_somebody(noun: Token, lexicon: Lexicon) -> bool:
    return is_actor(noun, lexicon) and not is_event_noun(noun, lexicon)


@cache
def _unsaid(noun: str, lexicon: Lexicon) -> list[str]:
    """The verbs that are no words of saying with a noun as their content."""
    return lexicon.cue("unsaid", compound_head(noun, "unsaid", lexicon)).split("/")


def _is_in_brackets(verb: Token, roots: Sequence[Token]) -> bool:
    """As in "Der Minister trat zurück (*wir berichteten*)": where to read more, and nobody's words."""
    if verb.i + 1 >= verb.sent.end or verb.nbor(1).text != ")":
        return False
    before = (i for i in range(verb.i - 1, max(verb.sent.start, verb.i - REFERENCE) - 1, -1))
    opens = next((i for i in before if verb.doc[i].text == "("), None)
    return opens is not None and all(not opens < root.i < verb.i for root in roots)


def _medium(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> Iterator[Token]:
    """Where it is said: "Im Bericht wird gefordert, …", "heißt es auf der Webseite", "hieß es bei der Polizei"."""
    classes = ("document",) if row.source == "nsubj" else ("document", "actor")
    for child in verb.children:
        before = child.adposition
        if not before or child.dep_ not in ("obl", "obl:arg", "nmod"):
            continue
        from_ = bool(row.source) and row.source != "nsubj" and lexicon.cue("genitive", before)  # "hieß es vom Sprecher"
        if not (from_ or lexicon.cue("place", before)):
            continue
        told = authors(child, lexicon)[0] is not child  # "in einer *Anweisung des Ministers* aufgefordert"
        if told or lexicon.is_a(child.lemma_, classes) or lexicon.cue("report", child.lemma_):
            yield child


def _joined_actors(heads: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Phrases with those joined to them that are actors too."""
    for head in heads:
        yield from (t for t in syntax.coordinated(head) if t.i == head.i or is_actor(t, lexicon))


def _relied_on(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """As in "berichteten Medien unter Berufung auf den Geheimdienst": who passed it on to the source."""
    if "relies" not in hints.kinds(verb, lexicon):
        return
    for child in verb.children:
        wanted = lexicon.cue("relies", child.lemma_)
        if wanted:
            # hung on the verb: "berichtet unter Berufung auf einen Arzt, dass …"
            beside = (c for c in verb.children if c.left_edge.i == child.i + 1)
            for name in (*child.children, *beside):
                if syntax.preposition(name) == wanted:
                    yield from people(name, lexicon)


def _sources(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    passive = syntax.is_passive(verb)
    if row.source == "nsubj":
        subject, _ = speaker_and_rest(verb, lexicon)
        if passive:
            return syntax.children(verb, "obl:agent")
        if verb.dep_ == "conj" and syntax.own_subject(verb) is None and subject is not None:
            # "Den Plan nannte *Meier* falsch und forderte …", whose subject the parser took for an object
            first, _ = speaker_and_rest(verb.head, lexicon) if syntax.is_predicate(verb.head) else (subject, [])
            subject = first if first is not None and not syntax.is_passive(verb.head) else subject
        if subject is None and verb.dep_ == "xcomp" and lexicon.cue("lets", verb.head.lemma_):
            subject = syntax.subject(verb.head)  # "*Meier* ließ über seine Anwältin dementieren, dass …"
        return anybody_in(verb, subject, lexicon) or ([subject] if subject is not None else [])
    if row.source == "dative":
        return [c for c in verb.children if c.dep_ in BARE_DATIVE and not syntax.preposition(c)]
    if row.source == "obj":
        # "Der Sender zitierte Meier mit den Worten …", where the parser sees two subjects
        return syntax.children(verb, "nsubj:pass" if passive else "obj") or syntax.children(verb, "nsubj")[1:]
    phrases = [c for c in verb.children if row.source and has_case(c, row.source)]
    return [author for phrase in phrases for author in authors(phrase, lexicon)]


def _jointly(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who says the same: "fordert *ebenso wie die Grünen* …", "verlangte *zusammen mit dem Verband* …"."""
    found: list[Token] = []
    if "joins" not in hints.kinds(verb, lexicon):
        return found
    for child in (c for c in verb.children if c.dep_ in ("obl", "nmod", "advcl") and is_actor(c, lexicon)):
        for case in (c for c in child.children if lexicon.cue("joins", c.lower_)):
            around = [verb.doc[i].lower_ for i in (case.i - 1, case.i + 1) if 0 <= i < len(verb.doc)]
            found += [child] if lexicon.cue("jointly", *around) else []
    return found


def _addressees(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    found = _own_addressees(verb, row, lexicon)
    if found:
        return found
    told = [c for c in verb.children if c.adposition and lexicon.cue("told_to", c.adposition)]
    return [c for c in told if c.adposition not in row.content and is_actor(c, lexicon)]


def _own_addressees(verb: Token, row: ClaimFrame, lexicon: Lexicon) -> list[Token]:
    """Where the row says that the addressee stands."""
    if not row.addressee:
        return []
    subject, objects = speaker_and_rest(verb, lexicon)
    bare = [o for o in objects if is_actor(o, lexicon) and not is_event_noun(o, lexicon)]
    if row.addressee == "dative":
        marked = [o for o in objects if o.dep_ in BARE_DATIVE]
        marked = marked or [o for o in objects if syntax.case(o) == "Dat"]  # which the parser often guesses
        if syntax.is_passive(verb):  # "Klien wurde vorgeworfen, …": a name shows no dative
            marked = marked or [c for c in syntax.children(verb, "nsubj:pass") if is_actor(c, lexicon)]
        clausal = subject is not None and any(c.dep_ in SENTENTIAL for c in verb.children)
        return marked or (bare if len(objects) > 1 or clausal else [])[:1]
    if row.addressee == "obj":
        return syntax.children(verb, "nsubj:pass") if syntax.is_passive(verb) else bare[:1]
    if syntax.is_passive(verb) and lexicon.cue("passive_agent", row.addressee):
        return []  # "Vom Rat werden Folgen gefordert"
    return [c for c in verb.children if syntax.preposition(c) == row.addressee and not is_event_noun(c, lexicon)]
