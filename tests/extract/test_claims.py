"""Events and words of saying put together: who says it, how, how certain; and what is no claim."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import extraction
from kg.model import Claim, Document, Event, Participant, Statement
from tests.extract.made import parsed

KIEW = "Kiew/=/PROPN/2/nsubj//LOC"
SAID = "/VERB/0/ROOT/Fin.Ind.3"


def killed(head: int, verb: int, finite: str = "tötete/töten/VERB/{}/ccomp/Fin.Ind") -> str:
    """Five tokens: ", dass Moskau Rebellen tötete" with the verb at its place."""
    return (
        f",/=/PUNCT/{verb}/punct dass/=/SCONJ/{verb}/mark Moskau/=/PROPN/{verb}/nsubj//LOC "
        f"Rebellen/Rebell/NOUN/{verb}/obj {finite.format(head)}"
    )


def shown(claim: Claim) -> str:
    source = claim.source.mention.span.text if isinstance(claim.source, Participant) else f"({claim.source})"
    content = claim.content
    if isinstance(content, Claim):
        what = f"[{shown(content)}]"
    elif isinstance(content, Statement):
        what = f"“{content.text}”"
    else:
        what = content.type
    via = "".join(f" via {p.mention.span.text}" for p in claim.via)
    return f"{source}{via} {claim.type} {claim.factuality} {what}"


def found(*sentences: str, published: date | None = None) -> list[str]:
    return [shown(c) for c in claims(*sentences, published=published)]


def claims(*sentences: str, published: date | None = None) -> tuple[Claim, ...]:
    made = parsed(*sentences)
    article = Document("https://example.org/1", made.text, ((0, len(made.text)),), date=published, language="de")
    return extraction(article, made).claims


def saying(verb: str, mood: str = SAID, rest: str = "") -> str:
    return f"{KIEW} {verb}{mood} {killed(2, 7)} {rest}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # nobody says it but the article
            f"Moskau/=/PROPN/2/nsubj//LOC tötete/töten{SAID} Rebellen/Rebell/NOUN/2/obj",
            ["(narrator) Assertion CT+ Killing"],
        ),
        (saying("sagt/sagen"), ["Kiew Assertion CT+ Killing"]),
        (saying("bestreitet/bestreiten"), ["Kiew Denial CT- Killing"]),
        (saying("befürchtet/befürchten"), ["Kiew Concern PS+ Killing"]),
        (  # what is denied not to have been
            saying("bestreitet/bestreiten", rest="nicht/=/PART/7/advmod"),
            ["Kiew Denial CT+ Killing"],
        ),
        (  # the negated word is another class
            saying("bestätigt/bestätigen", rest="nicht/=/PART/2/advmod"),
            ["Kiew NonConfirmation U Killing"],
        ),
        # not said: possible, open, unreal
        (saying("bestreitet/bestreiten", rest="vielleicht/=/ADV/2/advmod"), []),
        (saying("bestritte/bestreiten", "/VERB/0/ROOT/Fin.Sub.3.Past"), []),
        (saying("bestreitet/bestreiten", rest="?/=/PUNCT/2/punct"), []),
        (saying("sagt/sagen", rest="nicht/=/PART/2/advmod"), []),
        (  # the noun that a verb denies is no claim of its own
            f"{KIEW} bestreitet/bestreiten{SAID} Vorwurf/=/NOUN/2/obj "
            "des/der/DET/5/det/Gen Angriffs/Angriff/NOUN/3/nmod/Gen "
            "auf/=/ADP/7/case Moskau/=/PROPN/5/nmod//LOC",
            ["Kiew Denial CT- Attack"],
        ),
        (  # a way, not a source
            "Laut/laut/ADP/2/case Tass/=/PROPN/4/obl//ORG Kiew/=/PROPN/4/nsubj//LOC sagt/sagen/VERB/0/ROOT/Fin.Ind.3 "
            + killed(4, 9),
            ["Kiew via Tass Assertion CT+ Killing"],
        ),
        (
            "Laut/laut/ADP/2/case Polizei/=/NOUN/3/obl tötete/töten/VERB/0/ROOT/Fin.Ind.3 Kiew/=/PROPN/3/nsubj//LOC "
            "Rebellen/Rebell/NOUN/3/obj",
            ["Polizei Assertion CT+ Killing"],
        ),
        (  # hearsay
            f"Moskau/=/PROPN/2/nsubj//LOC tötete/töten{SAID} angeblich/=/ADV/2/advmod Rebellen/Rebell/NOUN/2/obj",
            ["(unnamed) Assertion PR+ Killing"],
        ),
        ("Kiew/=/PROPN/2/nsubj//LOC schläft/schlafen", []),
    ],
)
def test_claims(text: str, expected: list[str]) -> None:
    assert expected == found(text)


def test_a_claim_in_a_claim() -> None:
    text = (
        f"Oslo/=/PROPN/2/nsubj//LOC sagt/sagen{SAID} ,/=/PUNCT/6/punct dass/=/SCONJ/6/mark Kiew/=/PROPN/6/nsubj//LOC "
        f"bestreitet/bestreiten/VERB/2/ccomp/Fin.Ind.3 {killed(6, 11)}"
    )
    assert "Oslo Assertion CT+ [Kiew Denial CT- Killing]" in found(text)
    assert not [line for line in found(text) if line.startswith(("(narrator)", "Kiew"))]


def test_joined_sources_make_a_claim_each() -> None:
    text = (
        "Kiew/=/PROPN/4/nsubj//LOC und/=/CCONJ/3/cc Oslo/=/PROPN/1/conj//LOC "
        f"bestreiten/=/VERB/0/ROOT/Fin.Ind.3 {killed(4, 9)}"
    )
    assert ["Kiew Denial CT- Killing", "Oslo Denial CT- Killing"] == [x for x in found(text) if x.endswith("Killing")]


def test_what_is_said_of_a_day_to_come_is_at_most_probable() -> None:
    text = f"Moskau/=/PROPN/2/nsubj//LOC tötet/töten{SAID}.Pres Rebellen/Rebell/NOUN/2/obj {{}}/=/NOUN/2/obl"
    published = date(2024, 10, 21)
    assert ["(narrator) Assertion PR+ Killing"] == found(text.format("2024-10-22"), published=published)
    assert ["(narrator) Assertion CT+ Killing"] == found(text.format("2024-10-21"), published=published)
    assert ["(narrator) Assertion CT+ Killing"] == found(text.format("2024-10-22"))


def test_this_means_the_events_of_the_sentence_before() -> None:
    first = f"Moskau/=/PROPN/2/nsubj//LOC tötete/töten{SAID} Rebellen/Rebell/NOUN/2/obj"
    denies = f"{KIEW} bestreitet/bestreiten{SAID} das/=/PRON/2/obj"
    between = "Es/es/PRON/2/nsubj regnet/regnen"
    assert ["(narrator) Assertion CT+ Killing", "Kiew Denial CT- Killing"] == found(first, denies)
    assert found(first, denies) == found(first, between, denies)
    assert "Kiew Denial CT- Killing" not in found(denies, first)


def test_free_reported_speech_is_the_last_speakers() -> None:
    said = f"{KIEW} sagt/sagen{SAID} {killed(2, 7)}"
    free = "Er/er/PRON/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres krank/=/ADJ/0"
    assert "Kiew Assertion CT+ “Er sei krank”" == found(said, free)[-1]


def test_free_reported_speech_that_goes_on_in_the_sentence_is_no_claim_about_a_claim() -> None:
    said = f"{KIEW} sagt/sagen{SAID} {killed(2, 7)}"
    free = (
        "Er/er/PRON/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres krank/=/ADJ/0 und/=/CCONJ/6/cc"
        " werde/werden/AUX/6/aux/Fin.Sub.3.Pres schweigen/=/VERB/3/conj"
    )
    assert all(not isinstance(claim.content, Claim) for claim in claims(said, free))


SICK = "Er/er/PRON/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres krank/=/ADJ/0"
BLAMES = f"Oslo/=/PROPN/2/nsubj//LOC kritisiert/kritisieren{SAID} Meier/=/PROPN/2/obj//PER"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        # a word of saying with a phrase
        ([f"{KIEW} verkündet/verkünden{SAID} Rücktritt/=/NOUN/2/obj"], "Kiew Assertion CT+"),
        ([f"{KIEW} sagt/sagen{SAID} {killed(2, 7)}", BLAMES], "Oslo Accusation CT+"),  # what it tells is a reproach
        (  # an act that gives its reasons
            ["Gericht/=/NOUN/2/nsubj//ORG verurteilt/verurteilen/VERB/0/ROOT/Fin.Ind.3.Past Meier/=/PROPN/2/obj//PER"],
            "Gericht Assertion CT+",
        ),
        (  # nobody is named
            [
                f"{KIEW} sagt/sagen{SAID} {killed(2, 7)}",
                "Berichten/Bericht/NOUN/3/obl zufolge/=/ADP/1/case regnet/regnen/VERB/0/ROOT/Fin.Ind.3",
            ],
            "(unnamed) Assertion CT+",
        ),
        (  # a word of saying that says no more
            [
                f"{KIEW} sagt/sagen{SAID} {killed(2, 7)}",
                f"Oslo/=/PROPN/2/nsubj//LOC bekräftigt/bekräftigen{SAID} Ziele/Ziel/NOUN/2/obj",
            ],
            "Oslo Assertion CT+",
        ),
        (  # two who agree
            [
                f"{KIEW} sagt/sagen{SAID} {killed(2, 7)}",
                f"Rat/=/NOUN/2/nsubj//ORG unterzeichnet/unterzeichnen{SAID} Vertrag/=/NOUN/2/obj",
            ],
            "Rat Assertion CT+",
        ),
    ],
)
def test_who_goes_on_to_speak(before: list[str], expected: str) -> None:
    assert f"{expected} “Er sei krank”" == found(*before, SICK)[-1]


def test_what_is_joined_to_a_saying_is_of_its_speaker() -> None:
    before = f"Oslo/=/PROPN/2/nsubj//LOC sagt/sagen{SAID} {killed(2, 7)}"
    joined = "er/=/PRON/10/nsubj sei/sein/AUX/10/cop/Fin.Sub.3.Pres krank/=/ADJ/2/parataxis"
    assert "Kiew Assertion CT+ “er sei krank”" in found(before, f"{KIEW} sagt/sagen{SAID} {killed(2, 7)} {joined}")


@pytest.mark.parametrize(("adverb", "expected"), [("Zudem", "Kiew"), ("Gestern", "(unnamed)")])
def test_what_is_demanded_besides_is_of_who_spoke_before(adverb: str, expected: str) -> None:
    before = f"{KIEW} sagt/sagen{SAID} {killed(2, 7)}"
    demanded = (
        f"{adverb}/{adverb.lower()}/ADV/3/advmod wird/werden/AUX/3/aux:pass/Fin.Ind.3.Pres "
        "gefordert/fordern/VERB/0/ROOT/Part "
        "dass/=/SCONJ/6/mark er/=/PRON/6/nsubj gehe/gehen/VERB/3/ccomp/Fin.Sub.3.Pres"
    )
    assert found(before, demanded)[-1].startswith(f"{expected} Demand")


def test_who_is_quoted_speaks_of_himself() -> None:
    text = (
        "„/=/PUNCT/3/punct Wir/wir/PRON/3/nsubj/1 glauben/=/VERB/10/ccomp/Fin.Ind.1 "
        f"{killed(3, 8)} “/=/PUNCT/3/punct sagt/sagen/VERB/0/ROOT/Fin.Ind.3 Meier/=/PROPN/10/nsubj//PER"
    )
    assert ["Meier Expectation PR+ Killing"] == [line for line in found(text) if "Killing" in line]


def test_what_a_relative_clause_tells_is_not_what_is_said_of_its_noun() -> None:
    text = (
        f"Oslo/=/PROPN/2/nsubj//LOC lobt/loben{SAID} Meier/=/PROPN/2/obj//PER ,/=/PUNCT/6/punct "
        f"der/=/PRON/6/nsubj/Rel bestreitet/bestreiten/VERB/3/acl:relcl/Fin.Ind.3.Past {killed(6, 11)}"
    )
    assert "Meier Denial CT- Killing" in found(text)


def test_a_verb_that_only_carries_an_event_is_no_statement_of_its_own() -> None:
    text = (
        f"{KIEW} sagt/sagen{SAID} ,/=/PUNCT/8/punct dass/=/SCONJ/8/mark Verhandlungen/Verhandlung/NOUN/8/nsubj "
        "mit/=/ADP/7/case Oslo/=/PROPN/5/nmod//LOC {}/VERB/2/ccomp/Fin.Ind"
    )
    assert ["Kiew Assertion CT+ Negotiation"] == found(text.format("scheiterten/scheitern"))
    assert "Kiew Assertion CT+ “Verhandlungen mit Oslo nützten”" in found(text.format("nützten/nützen"))


def test_a_quotation_is_one_claim_of_the_sentence_with_its_cue() -> None:
    colon = "Meier/=/PROPN/2/nsubj//PER sagte/sagen/VERB/0/ROOT/Fin.Ind :/=/PUNCT/2/punct"
    quoted = (
        "„/=/PUNCT/5/punct Gestern/gestern/ADV/5/advmod Moskau/=/PROPN/5/nsubj//LOC Rebellen/Rebell/NOUN/5/obj "
        "tötete/töten/VERB/0/ROOT/Fin.Ind “/=/PUNCT/5/punct"
    )
    made = claims(colon, quoted)
    words = "Gestern Moskau Rebellen tötete"
    assert [f"Meier Assertion CT+ “{words}”", "Meier Assertion CT+ Killing"] == [shown(c) for c in made]
    assert ["direct", "direct"] == [c.speech for c in made]
    assert [None, words] == [c.quotation.text if c.quotation else None for c in made]


def test_a_quotation_without_a_cue_is_one_claim_too() -> None:
    begin = "„/=/PUNCT/2/punct Kiew/=/PROPN/2/nsubj//LOC schläft/schlafen/VERB/0/ROOT/Fin.Ind ./=/PUNCT/2/punct"
    end = "Minsk/=/PROPN/2/nsubj//LOC schweigt/schweigen/VERB/0/ROOT/Fin.Ind ./=/PUNCT/2/punct “/=/PUNCT/2/punct"
    (claim,) = (c for c in claims(begin, end) if c.speech == "direct")
    assert claim.sentence.text.startswith("„")


def test_an_adverb_reports_all_of_its_clause() -> None:
    text = (
        "Moskau/=/PROPN/3/nsubj//LOC demnach/=/ADV/3/advmod begann/beginnen/VERB/0/ROOT/Fin.Ind "
        "Angriff/=/NOUN/3/obj auf/=/ADP/6/case Kiew/=/PROPN/4/nmod//LOC"
    )
    assert ["(unnamed) Assertion CT+ Attack"] == found(text)


def test_a_reproach_ends_with_its_speaker() -> None:
    blame = "Kiew/=/PROPN/2/nsubj//LOC kritisierte/kritisieren/VERB/0/ROOT/Fin.Ind Minsk/=/PROPN/2/obj//LOC"
    other = "Moskau/=/PROPN/2/nsubj//LOC bekräftigte/bekräftigen/VERB/0/ROOT/Fin.Ind Ziele/Ziel/NOUN/2/obj"
    free = "Es/=/PRON/2/nsubj regne/regnen/VERB/0/ROOT/Fin.Sub.3.Pres.Sing"
    (claim,) = (c for c in claims(blame, other, free) if c.speech == "free")
    assert "Moskau Assertion" in shown(claim)


def test_a_record_says_where_it_comes_from() -> None:
    (killing,) = claims(saying("bestreitet/bestreiten"))
    assert "claims.tsv:bestreiten:Denial events.tsv:töten:Killing" == killing.rule
    assert killing.cue is not None and "bestreitet" == killing.cue.text
    assert isinstance(killing.content, Event)
    assert "tötete" == killing.content.trigger.text
    assert [("agent", ["Moskau"]), ("patient", ["Rebellen"])] == [
        (role, [p.mention.span.text for p in people]) for role, people in killing.content.roles
    ]


def test_sentences_and_mentions_of_the_extraction() -> None:
    made = parsed("Es/es/PRON/2/nsubj regnet/regnen ⏎⏎/=/SPACE/2/dep", f"{KIEW} schweigt/schweigen")
    found_ = extraction(Document("x", made.text, (), language="de"), made)
    assert ["Es regnet", "Kiew schweigt"] == [s.text for s in found_.sentences]
    assert all(made.text[s.begin : s.end] == s.text for s in found_.sentences)
    assert [("Es", 0), ("Kiew", 1)] == [(m.span.text, m.sentence) for m in found_.mentions]


@pytest.mark.parametrize(("verb", "expected"), [("berichtet/berichten", False), ("bestätigt/bestätigen", True)])
def test_what_the_next_sentence_ascribes_to_somebody_is_no_plain_fact(verb: str, expected: bool) -> None:
    told = (
        "Moskau/=/PROPN/2/nsubj//LOC entsandte/entsenden/VERB/0/ROOT/Fin.Ind Soldaten/Soldat/NOUN/2/obj "
        "nach/=/ADP/5/case Mali/=/PROPN/2/obl//LOC"
    )
    by = f"Das/der/PRON/2/obj {verb}/VERB/0/ROOT/Fin.Ind Kiew/=/PROPN/2/nsubj//LOC"
    assert claims(told)[0].plain
    assert claims(told, by)[0].plain is expected
