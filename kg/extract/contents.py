"""What is said: the event of a frame with its time, the words of a content, what "diese Berichte" points back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.clauses import has_own_finite
from kg.extract.cue import CALLED, PASSING, Cue, compound_head, is_apart
from kg.extract.events import Frame
from kg.extract.mentions import char_span, first_part, mention
from kg.extract.restrictions import is_time
from kg.extract.sentence import Sentence
from kg.model import Claim, Event, Participant, Span, Speaker, Statement, Time

if TYPE_CHECKING:
    from kg.extract.tree import Doc, Token
    from kg.lang.lexicon import Lexicon


def participants(tokens: Sequence[Token], sentence: Sentence) -> tuple[Participant, ...]:
    """The phrases with these heads."""
    return tuple(Participant(mention(t, sentence.lexicon, sentence.number)) for t in tokens)


def statement(cue: Cue) -> Statement | None:
    """The words of a cue's content: quotations, else its clauses, else its phrase."""
    doc = cue.token.doc
    if cue.quotes:
        return Statement(tuple(char_span(doc, s.start, s.end) for s in cue.quotes))
    clauses = [root for root in cue.roots if syntax.is_predicate(root)]
    heads = sorted(clauses or cue.roots, key=lambda t: t.i)
    spans = [span for root in heads for span in _words(root, cue)]
    return Statement(tuple(spans)) if spans else None


def clauses_of(cue: Cue) -> list[Cue]:
    """The cue for each full clause that it says: "sagte, *die Lage sei ernst* und *der Minister müsse gehen*"."""
    if cue.quotes or not all(map(syntax.is_predicate, cue.roots)):
        return [cue]
    clauses = [clause for root in cue.roots for clause in (root, *_joined(root)) if clause.i != cue.token.i]
    return [replace(cue, roots=(clause,)) for clause in clauses] if len(clauses) > len(cue.roots) else [cue]


def _joined(root: Token) -> list[Token]:
    """The clauses joined to one that have a subject and a finite verb of their own."""
    joined = (c for c in root.children if c.dep_ == "conj" and not is_apart(c))
    full = [c for c in joined if syntax.own_subject(c) is not None and has_own_finite(c)]
    return [clause for c in full for clause in (c, *_joined(c))]


def _words(root: Token, cue: Cue) -> Iterator[Span]:
    """The subtree of a content, without the cue's own phrase and the commas and conjunctions around it."""
    of_himself = cue.row.pos == "adposition"  # "Nach eigenen Angaben besitzt *der Verein* zwei Häuser"
    who = [s for s in cue.sources if not (of_himself and s.head.i == root.i)]
    own = {cue.token.i} | {t.i for s in (*who, *cue.addressees) for t in s.subtree}
    own |= {t.i for clause in _joined(root) for t in clause.subtree if not cue.quotes}
    if cue.row.pos in PASSING:
        own |= {t.i for t in cue.token.head.subtree}
    if cue.token.i != root.i and any(node.i == cue.token.i for node in root.subtree):
        own |= {t.i for t in cue.token.subtree}
    if root.i in own:  # "sagte Meier, der Iran müsse …", where the parser hung the clause on the speaker
        own -= {t.i for t in root.subtree}
    own |= {t.i for c in root.children if is_apart(c) for t in c.subtree}
    places = sorted(t.i for t in root.subtree if t.i not in own and not t.is_space)
    runs = _runs(places)
    chosen = runs if cue.row.pos in PASSING else [run for run in runs if root.i in run]
    for run in chosen:
        span = _trimmed(run, root.doc)
        if span is not None:
            yield span


def _trimmed(run: list[int], doc: Doc) -> Span | None:
    """Without the commas and conjunctions around it."""
    while run and (doc[run[0]].is_punct or (doc[run[0]].dep_ in ("mark", "cc") and doc[run[0]].pos_ != "PRON")):
        run = run[1:]
    while run and doc[run[-1]].is_punct:
        run = run[:-1]
    return char_span(doc, run[0], run[-1] + 1) if run else None


def trimmed_runs(places: Sequence[int], root: Token) -> tuple[Span, ...]:
    """The longest stretch of neighbours that has the root of a clause, as a text."""
    runs = [run for run in _runs(sorted(places)) if root.i in run]
    return tuple(span for run in runs if (span := _trimmed(run, root.doc)) is not None)


def _runs(places: Sequence[int]) -> list[list[int]]:
    """The places in runs of neighbours."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def antecedents(cue: Cue, sentence: Sentence) -> Iterator[Event | Statement]:
    """The events of the sentence before that "diese Informationen" or "das" means."""
    called = sentence.lexicon.claims.get((cue.row.pos, cue.row.lemma), [])
    if not cue.row.object and any(row.object in CALLED for row in called):
        return  # "bezeichnete den Bericht als …": what it is called decides, and no table has the word
    cataphoric = any(_says_itself(c) for c in cue.token.children)
    for root in cue.roots:
        head = compound_head(root.lemma_, "anaphor", sentence.lexicon)
        bare = root.pos_ in ("PRON", "DET") and not root.children  # the tagger may take "das" for an article
        pronoun = bare and sentence.lexicon.cue("anaphor", root.lower_)
        if pronoun and cataphoric:
            continue  # "*Das* meldete der Sender, Oslo habe Truppen entsandt": the clause says what
        if pronoun or (sentence.lexicon.cue("anaphor", head) and _points_back(root, sentence.lexicon)):
            yield from _told(sentence.before, "" if pronoun else head, sentence.lexicon)


def _says_itself(clause: Token) -> bool:
    """Whether a clause of a verb of saying is its content, also where the parser only joins the two."""
    return clause.dep_ in ("ccomp", "conj") and syntax.is_predicate(clause) and not syntax.children(clause, "cc")


def _told(before: Sequence[Claim], noun: str, lexicon: Lexicon) -> list[Event | Statement]:
    """The contents that a noun may mean: a Vorwurf an accusation, a Forderung a demand, a Bericht anything told."""
    wanted = "Demand" if lexicon.cue("demand", noun) else "Accusation" if lexicon.cue("charge", noun) else ""
    told = [c for c in before if not wanted or c.type == wanted]
    if noun:
        told = [c for c in told if c.source is not Speaker.NARRATOR]
    contents = [c.content for c in told if not isinstance(c.content, Claim)]
    events: list[Event | Statement] = [c for c in contents if isinstance(c, Event)]
    return list(dict.fromkeys(events or contents))


def _points_back(noun: Token, lexicon: Lexicon) -> bool:
    dem = any(syntax.feature(c, "PronType") == "Dem" for c in noun.children)
    own = [c for c in noun.children if not any(is_time(t, lexicon) for t in (c, *c.children))]
    bare = not any(c.dep_ in ("nmod", "acl", "ccomp", "acl:relcl", "amod") for c in own)
    articles = [c for c in noun.children if syntax.feature(c, "PronType") == "Art"]
    known = any(syntax.feature(c, "Definite") != "Ind" for c in articles)  # not "verlangt *eine* Erklärung"
    return dem or (known and bare)


def _fillers(tokens: Sequence[Token], frame: Frame, sentence: Sentence) -> tuple[Participant, ...]:
    """The phrases of a role; the noun itself stands for its first part ("*Waffen*lieferung")."""
    parts = [t for t in tokens if t.i == frame.trigger.i and sentence.lexicon.nominal(t.lemma_)[1]]
    own = [first_part(t, sentence.lexicon, sentence.number) for t in parts]
    return (*map(Participant, own), *participants([t for t in tokens if t not in parts], sentence))


def event(frame: Frame, sentence: Sentence) -> Event:
    """The record of a frame."""
    word = frame.noun or frame.trigger
    trigger = char_span(word.doc, word.i, word.i + 1)
    roles = tuple((role, _fillers(tokens, frame, sentence)) for role, tokens in frame.roles.items())
    return Event(frame.type, trigger, roles, _time(frame, sentence))


def _time(frame: Frame, sentence: Sentence) -> Time | None:
    """The time expression of the event's clause, the nearest to the trigger.

    "Die Festnahme bestätigte die Polizei am Dienstag": that is when the police spoke.
    """
    doc = frame.trigger.doc
    clause = syntax.clause(frame.trigger)
    told = clause.i != frame.trigger.i and any(cue.token.i == clause.i for cue in sentence.cues)
    near = []
    for expression in sentence.expressions:
        head = next(
            (
                t
                for t in doc[expression.begin : expression.end]
                if t.head.i not in range(expression.begin, expression.end)
            ),
            doc[expression.begin],
        )
        own = syntax.within(head, frame.trigger)
        if syntax.clause(head).i == clause.i and (own or not told):
            near.append((not own, abs(expression.begin - frame.trigger.i), expression.time))
    if near:
        return min(near, key=lambda n: n[:2])[2]
    return _shared_time(clause, sentence)


def _shared_time(clause: Token, sentence: Sentence) -> Time | None:
    """The time in front of joined clauses: "Im Juni trafen sich beide und unterzeichneten einen Pakt"."""
    first = clause.head
    if clause.dep_ not in ("conj", "parataxis") or not syntax.is_predicate(first):
        return None
    for expression in sentence.expressions:
        head = clause.doc[expression.begin]
        fronted = expression.begin <= first.left_edge.i + 1 or syntax.own_subject(clause) is None
        if expression.end <= first.i and syntax.clause(head).i == first.i and fronted:
            return expression.time
    return None
