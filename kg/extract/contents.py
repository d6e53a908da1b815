"""What is said: the event of a frame with its time, the words of a content, what "diese Berichte" points back to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract import syntax
from kg.extract.attribution.cue import CALLED, PASSING, Cue, compound_head, is_apart
from kg.extract.certainty.clauses import has_own_finite
from kg.extract.certainty.relatives import deeds_of, frames_before
from kg.extract.frames.events import Frame
from kg.extract.mentions import char_span, first_part, states_of
from kg.extract.participants.restrictions import is_time
from kg.extract.participants.sharers import CRIMES
from kg.extract.sentence import Sentence
from kg.model import Claim, Event, Participant, Span, Speaker, Statement, Time

if TYPE_CHECKING:
    from kg.extract.times import Expression
    from kg.extract.tree import Doc, Token
    from kg.lang.lexicon import ClaimFrame, Lexicon


def participants(tokens: Sequence[Token], sentence: Sentence) -> tuple[Participant, ...]:
    """The phrases with these heads."""
    if not tokens:
        return ()
    return tuple([Participant(m) for t in tokens for m in states_of(t, sentence.lexicon, sentence.number)])


def statement(cue: Cue, left: Collection[Token] = ()) -> Statement | None:
    """The words of a cue's content but those left out: quotations, else its clauses, else its phrase."""
    doc = cue.token.doc
    if cue.quotes:
        return Statement(tuple(char_span(doc, s.start, s.end) for s in cue.quotes))
    clauses = [root for root in cue.roots if syntax.is_predicate(root)]
    heads = sorted(dict.fromkeys(clauses or cue.roots), key=lambda t: t.i)
    spans = [span for root in heads for span in _words(root, cue, left)]
    return Statement(tuple(spans)) if spans else None


def clauses_of(cue: Cue) -> list[Cue]:
    """The cue for each full clause that it says: "sagte, *die Lage sei ernst* und *der Minister müsse gehen*"."""
    if cue.quotes or not all(map(syntax.is_predicate, cue.roots)):
        return [cue]
    clauses = [clause for root in cue.roots for clause in (root, *_joined(root)) if clause.i != cue.token.i]
    return [replace(cue, roots=(clause,)) for clause in clauses] if len(clauses) > len(cue.roots) else [cue]


def _joined(root: Token) -> list[Token]:
    """The clauses joined to one that have a subject and a finite verb of their own."""
    found = []
    for child in root.children:
        if child.dep_ != "conj" or is_apart(child):
            continue
        if syntax.own_subject(child) is not None and has_own_finite(child):
            found += [child, *_joined(child)]
    return found


def _words(root: Token, cue: Cue, left: Collection[Token]) -> Iterator[Span]:
    """The subtree of a content, without the cue's own phrase and the commas and conjunctions around it."""
    of_himself = cue.row.pos == "adposition"  # "Nach eigenen Angaben besitzt *der Verein* zwei Häuser"
    own = {cue.token, *left}
    for other in (*cue.sources, *cue.addressees):
        if not (of_himself and other.head is root and other in cue.sources):
            own.update(other.subtree)
    for clause in _joined(root) if not cue.quotes else ():
        own.update(clause.subtree)
    if cue.row.pos in PASSING:
        own.update(cue.token.head.subtree)
    if cue.token is not root and cue.token in root.subtree:
        own.update(cue.token.subtree)
    if root in own:  # "sagte Meier, der Iran müsse …", where the parser hung the clause on the speaker
        own.difference_update(root.subtree)
    for child in root.children:
        if child.dep_ == "conj" and is_apart(child):
            own.update(child.subtree)
    runs = _runs([t for t in root.subtree if t not in own and not t.is_space])
    for run in runs:
        kept = cue.row.pos in PASSING or root in run or left  # "*Er habe* nie *gelogen*"
        span = _trimmed(run, root) if kept else None
        if span is not None:
            yield span


def _trimmed(run: Sequence[Token], root: Token) -> Span | None:
    """Without the commas and conjunctions around it; not without those of a clause in it: "*Ob er kam*, sei unklar"."""
    words = list(run)
    while words and (words[0].is_punct or _joins(words[0], root)):
        del words[0]
    while words and words[-1].is_punct:
        del words[-1]
    return char_span(words[0].doc, words[0].i, words[-1].i + 1) if words else None


def _joins(word: Token, root: Token) -> bool:
    return word.pos_ != "PRON" and (word.dep_ == "cc" or (word.dep_ == "mark" and word.head.i == root.i))


def trimmed_runs(words: Sequence[Token], root: Token) -> tuple[Span, ...]:
    """The longest stretch of neighbours that has the root of a clause, as a text."""
    runs = [run for run in _runs(words) if root in run]
    return tuple(span for run in runs if (span := _trimmed(run, root)) is not None)


def _runs(words: Sequence[Token]) -> list[list[Token]]:
    """Words in text order in runs of neighbours."""
    runs: list[list[Token]] = []
    behind = -1
    for word in words:
        if word.i == behind:
            runs[-1].append(word)
        else:
            runs.append([word])
        behind = word.i + 1
    return runs


def antecedents(cue: Cue, sentence: Sentence) -> Iterator[Event | Statement]:
    """The events of the sentence before that "diese Informationen" or "das" means."""
    lexicon = sentence.lexicon
    yield from (event(frame, sentence) for frame in frames_before(cue, sentence))
    for root in cue.roots:
        head = compound_head(root.lemma_, "anaphor", lexicon)
        bare = root.pos_ in ("PRON", "DET") and not root.children  # the tagger may take "das" for an article
        pronoun = bare and lexicon.cue("anaphor", root.lower_)
        if pronoun and any(map(_says_itself, cue.token.children)):
            continue  # "*Das* meldete der Sender, Oslo habe Truppen entsandt": the clause says what
        if lexicon.cue("deed", root.lemma_) and _points_back(root, lexicon):
            own = [event(frame, sentence) for frame in deeds_of(cue, sentence)]
            yield from own or (
                e for e in _told(sentence.before, "", lexicon) if isinstance(e, Event) and e.type in CRIMES
            )
        elif pronoun or (lexicon.cue("anaphor", head) and _points_back(root, lexicon)):
            if _may_call(cue.row, lexicon):
                return  # "bezeichnete den Bericht als …": what it is called decides, and no table has the word
            yield from _told(sentence.before, "" if pronoun else head, lexicon)


def _may_call(row: ClaimFrame, lexicon: Lexicon) -> bool:
    """Whether a word of saying has other rows for what a thing is called."""
    rows = lexicon.claims.get((row.pos, row.lemma), ())
    return not row.object and any(other.object in CALLED for other in rows)


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
    noun = frame.trigger
    if noun not in tokens or not sentence.lexicon.nominal(noun.lemma_)[1]:
        return participants(tokens, sentence)
    own = Participant(first_part(noun, sentence.lexicon, sentence.number))
    return (own, *participants([t for t in tokens if t is not noun], sentence))


def event(frame: Frame, sentence: Sentence) -> Event:
    """The record of a frame."""
    word = frame.noun or frame.trigger
    trigger = char_span(word.doc, word.i, word.i + 1)
    roles = [(role, _fillers(tokens, frame, sentence)) for role, tokens in frame.roles.items()]
    shorter = _apart(frame, sentence.lexicon) if len(roles) > 1 else {}
    if shorter:
        roles = [(role, tuple([_cut(p, shorter) for p in people])) for role, people in roles]
    return Event(frame.type, trigger, tuple(roles), _time(frame, sentence) if sentence.expressions else None)


def _apart(frame: Frame, lexicon: Lexicon) -> dict[int, int]:
    """Where the phrases of fillers end before an attribute that fills a role itself: "Panzer | *an Israel*".

    Not in "Hafen von Setúbal", which is its name. The places are those of the characters at which a filler and the
    preposition of its attribute begin.
    """
    fillers = {t.i: t for tokens in frame.roles.values() for t in tokens}
    return {
        t.head.idx: t.left_edge.idx
        for t in fillers.values()
        if t.head.i in fillers
        and t.head.i < t.i
        and t.dep_ == "nmod"
        and t.adposition
        and not lexicon.cue("genitive", t.adposition)
    }


def _cut(participant: Participant, shorter: dict[int, int]) -> Participant:
    """The phrase without an attribute that stands behind its head."""
    whole = participant.mention
    begin, end = whole.span.begin, whole.span.end
    last = next((last for head, last in shorter.items() if begin <= head < last < end), end)
    text = whole.span.text[: last - begin].rstrip()
    if last == end or not text:
        return participant
    # of "der Abzug der Amerikaner *aus Mali*" they are not Mali's
    kept = tuple([m for m in whole.modifiers if m[1].span.begin < last])
    return replace(participant, mention=replace(whole, span=Span(begin, begin + len(text), text), modifiers=kept))


def _time(frame: Frame, sentence: Sentence) -> Time | None:
    """The time expression of the event's clause, the nearest to the trigger.

    "Die Festnahme bestätigte die Polizei am Dienstag": that is when the police spoke.
    """
    clause = syntax.clause(frame.trigger)
    told = clause.i != frame.trigger.i and any(cue.token.i == clause.i for cue in sentence.cues)
    near = []
    for expression in sentence.expressions:
        head = _head(expression, clause.doc)
        if syntax.clause(head) is not clause:
            continue
        own = syntax.within(head, frame.trigger)
        if own or not told:
            near.append((not own, abs(expression.begin - frame.trigger.i), expression.time))
    if near:
        return min(near, key=lambda n: n[:2])[2]
    return _shared_time(clause, sentence)


def _head(expression: Expression, doc: Doc) -> Token:
    """Its first word whose head is outside."""
    words = doc.tokens[expression.begin : expression.end]
    for word in words:
        if not expression.begin <= word.head.i < expression.end:
            return word
    return words[0]


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
