"""Verbs of saying: source, addressee, content and who passes it on, by a row of the table."""

from __future__ import annotations

import pytest

from kg.extract.attribution import verb_cues
from tests.extract.made import DE, doc, forms, token


def found(text: str, verb: str) -> str:
    """ "Class source > roots to addressee via others"; - is no cue."""
    parsed = doc(text)
    cue = verb_cues.find(token(parsed, verb), DE)
    if cue is None:
        return "-"
    to = f" to {forms(cue.addressees)}" if cue.addressees else ""
    via = f" via {forms(cue.via)}" if cue.via else ""
    return f"{cue.row.type} {forms(cue.sources)} > {forms(cue.roots)}{to}{via}"


KIEW = "Kiew/=/PROPN/2/nsubj//LOC"
MOSKAU = "Moskau/=/PROPN/2/{}//LOC"
KILLED = "tötete/töten/VERB/2/ccomp/Fin.Ind"


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (f"{KIEW} bestreitet/bestreiten er/=/PRON/4/nsubj {KILLED}", "bestreitet", "Denial Kiew > tötete"),
        (f"{KIEW} bestreitet/bestreiten den/der/DET/4/det Angriff/=/NOUN/2/obj", "bestreitet", "Denial Kiew > Angriff"),
        (f"{KIEW} bestreitet/bestreiten das/=/PRON/2/obj", "bestreitet", "Denial Kiew > das"),
        (f"{KIEW} schläft/schlafen", "schläft", "-"),
        (
            "Kiew/=/PROPN/2/nsubj//LOC und/=/CCONJ/4/cc bestreitet/bestreiten/VERB/0 Oslo/=/PROPN/1/conj//LOC",
            "bestreitet",
            "Denial  > ",
        ),
        (  # the passive's agent
            "Angriff/=/NOUN/5/nsubj:pass wurde/werden/AUX/5/aux:pass von/=/ADP/4/case Kiew/=/PROPN/5/obl:agent//LOC "
            "bestritten/bestreiten/VERB/0/ROOT/Part",
            "bestritten",
            "Denial Kiew > Angriff",
        ),
        (  # nobody says it
            "Es/es/PRON/2/nsubj heißt/sagen er/=/PRON/4/nsubj " + KILLED,
            "heißt",
            "Assertion  > tötete",
        ),
        (  # a dative is told, an accusative said
            f"{KIEW} sagte/sagen {MOSKAU.format('iobj')} er/=/PRON/5/nsubj tötete/töten/VERB/2/ccomp",
            "sagte",
            "Assertion Kiew > tötete to Moskau",
        ),
        (
            f"{KIEW} fordert/auffordern {MOSKAU.format('obj')} abzuziehen/abziehen/VERB/2/xcomp/Inf",
            "fordert",
            "Demand Kiew > abzuziehen to Moskau",
        ),
        (
            "Moskau/=/PROPN/3/nsubj:pass//LOC wird/werden/AUX/3/aux:pass aufgefordert/auffordern/VERB/0/ROOT/Part "
            "abzuziehen/abziehen/VERB/3/xcomp/Inf",
            "aufgefordert",
            "Demand  > abzuziehen to Moskau",
        ),
        (  # an adposition of the row
            f"{KIEW} warnt/warnen vor/=/ADP/4/case Angriffen/Angriff/NOUN/2/obl",
            "warnt",
            "Warning Kiew > Angriffen",
        ),
        (f"{KIEW} warnt/warnen mit/=/ADP/4/case Angriffen/Angriff/NOUN/2/obl", "warnt", "Warning Kiew > "),
        (  # whom it is about, if nothing else is there
            f"{KIEW} kritisierte/kritisieren den/der/DET/4/det Minister/=/NOUN/2/obj",
            "kritisierte",
            "Accusation Kiew > Minister",
        ),
        (  # what for, hung on the object
            f"{KIEW} kritisierte/kritisieren Minister/=/NOUN/2/obj für/=/ADP/5/case Reise/=/NOUN/3/nmod",
            "kritisierte",
            "Accusation Kiew > Reise",
        ),
        (  # an infinitive that the parser takes for a circumstance
            "Moskau/=/PROPN/3/nsubj:pass//LOC wird/werden/AUX/3/aux:pass aufgefordert/auffordern/VERB/0/ROOT/Part "
            "abzuziehen/abziehen/VERB/3/advcl/Inf//VVIZU",
            "aufgefordert",
            "Demand  > abzuziehen to Moskau",
        ),
        (  # a pronoun before a noun for the subject
            "Stadt/=/NOUN/2/nsubj/Sing schlug/vorschlagen/VERB/0/ROOT/Fin er/=/PRON/2/nsubj/Nom.Prs "
            "abzuziehen/abziehen/VERB/2/xcomp/Inf",
            "schlug",
            "Demand er > abzuziehen Stadt",
        ),
        (  # in two words
            f"{KIEW} stellt/stellen Wahl/=/NOUN/2/obj in/=/ADP/5/case Frage/=/NOUN/2/obl",
            "stellt",
            "NonConfirmation Kiew > Wahl",
        ),
        (  # with an article the noun is no part of the verb
            f"{KIEW} stellt/stellen Wahl/=/NOUN/2/obj auf/=/ADP/6/case die/der/DET/6/det Frage/=/NOUN/2/obl",
            "stellt",
            "-",
        ),
        (  # "ließ verlauten", where the first is an auxiliary
            "Kiew/=/PROPN/3/nsubj//LOC ließ/lassen/AUX/3/aux/Fin verlauten/=/VERB/0/ROOT/Inf "
            "er/=/PRON/5/nsubj komme/kommen/VERB/3/ccomp/Fin.Sub.3.Pres",
            "verlauten",
            "Assertion Kiew > komme",
        ),
        (  # more than one of the same mind
            f"{KIEW} fordert/fordern ebenso/=/ADV/5/advmod wie/=/CCONJ/5/case Oslo/=/PROPN/2/obl//LOC "
            "Abzug/=/NOUN/2/obj",
            "fordert",
            "Demand Kiew Oslo > Abzug",
        ),
        (  # a main clause beside a phrase that is the content
            f"{KIEW} warnt/warnen vor/=/ADP/4/case Angriffen/Angriff/NOUN/2/obl "
            "Oslo/=/PROPN/6/nsubj//LOC schweigt/schweigen/VERB/2/ccomp/Fin.Ind",
            "warnt",
            "Warning Kiew > Angriffen",
        ),
        (  # nobody is named, but a clause has a subject
            "Ärzte/Arzt/NOUN/2/obj warnen/=/VERB/0/ROOT/Fin vor/=/ADP/4/case Angriffen/Angriff/NOUN/2/obl",
            "warnen",
            "Warning Ärzte > Angriffen",
        ),
        (  # the source is the one who likes it
            "Angriff/=/NOUN/2/nsubj gefällt/gefallen Moskau/=/PROPN/2/obl:arg//LOC",
            "gefällt",
            "Approval Moskau > Angriff",
        ),
        (  # a thing said cannot say
            "Angriff/=/NOUN/2/nsubj dementiert/dementieren Moskau/=/PROPN/2/obj//LOC",
            "dementiert",
            "Denial Moskau > Angriff",
        ),
        (  # the reflexive verb is another
            f"{KIEW} weigert/weigern sich/=/PRON/2/obj///PRF abzuziehen/abziehen/VERB/2/xcomp/Inf",
            "weigert",
            "Refusal Kiew > abzuziehen",
        ),
        (f"{KIEW} weigert/weigern abzuziehen/abziehen/VERB/2/xcomp/Inf", "weigert", "-"),
        (  # "wie" makes the clause above the content
            "Wie/wie/SCONJ/3/mark Kiew/=/PROPN/3/nsubj//LOC mitteilte/mitteilen/VERB/4/advcl/Fin "
            "starben/sterben/VERB/0/ROOT/Fin Kinder/Kind/NOUN/4/nsubj",
            "mitteilte",
            "Assertion Kiew > starben",
        ),
        (  # a main clause before "sagte er"
            "Lage/=/NOUN/3/nsubj sei/sein/AUX/3/cop/Fin.Sub.3.Pres ernst/=/ADJ/0 ,/=/PUNCT/5/punct "
            "sagte/sagen/VERB/3/parataxis/Fin.Ind Meier/=/PROPN/5/nsubj//PER",
            "sagte",
            "Assertion Meier > ernst",
        ),
        (  # whom the source relies on
            f"{KIEW} berichtet/berichten unter/=/ADP/4/case Berufung/=/NOUN/2/obl "
            "auf/=/ADP/6/case Tass/=/PROPN/4/nmod//ORG "
            "von/=/ADP/8/case Kämpfen/Kampf/NOUN/2/obl",
            "berichtet",
            "Assertion Kiew > Kämpfen via Tass",
        ),
        (  # by another preposition it is no source
            f"{KIEW} berichtet/berichten unter/=/ADP/4/case Berufung/=/NOUN/2/obl "
            "mit/=/ADP/6/case Tass/=/PROPN/4/nmod//ORG",
            "berichtet",
            "Assertion Kiew > ",
        ),
        (  # with this object the verb says nothing
            "Verein/=/PROPN/2/nsubj//ORG bestreitet/bestreiten ein/=/DET/4/det Heimspiel/=/NOUN/2/obj",
            "bestreitet",
            "-",
        ),
        (  # that it is planned is no announcement of anybody
            "Treffen/=/NOUN/3/nsubj:pass ist/sein/AUX/3/aux:pass geplant/planen/VERB/0/ROOT/Part",
            "geplant",
            "-",
        ),
        (  # where to read more
            "Meier/=/PROPN/2/nsubj//PER ging/gehen (/=/PUNCT/5/punct Tass/=/PROPN/5/nsubj//ORG "
            "berichtete/berichten/VERB/2/parataxis/Fin.Ind )/=/PUNCT/5/punct",
            "berichtete",
            "-",
        ),
        (  # a relative clause that the parser hung on the verb
            f"{KIEW} berichtet/berichten ,/=/PUNCT/5/punct das/der/PRON/5/nsubj///PRELS "
            "schläft/schlafen/VERB/2/ccomp/Fin.Ind",
            "berichtet",
            "Assertion Kiew > ",
        ),
        (  # what came of it
            f"{KIEW} kritisiert/kritisieren den/der/DET/4/det Angriff/=/NOUN/2/obj so/=/ADV/8/advmod "
            "dass/=/SCONJ/8/mark er/=/PRON/8/nsubj endet/enden/VERB/2/ccomp/Fin.Ind",
            "kritisiert",
            "Accusation Kiew > Angriff",
        ),
        (  # how it was done
            "Zeugen/Zeuge/NOUN/2/nsubj sahen/sehen wie/=/ADV/6/advmod Kiew/=/PROPN/6/nsubj//LOC Oslos/=/NOUN/6/obj "
            "attackierte/attackieren/VERB/2/ccomp/Fin.Ind",
            "attackierte",
            "Accusation Kiew >  to Oslos",
        ),
    ],
)
def test_find(text: str, verb: str, expected: str) -> None:
    assert expected == found(text, verb)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Vorwurf", "Denial Kiew > Vorwurf"),  # the row for what one is accused of
        ("Forderung", "Refusal Kiew > Forderung"),  # that for what is asked
        ("Lohnforderung", "Refusal Kiew > Lohnforderung"),
        ("Angriff", "Denial Kiew > "),  # neither: the last row, which takes clauses
    ],
)
def test_the_class_of_the_object_chooses_the_row(noun: str, expected: str) -> None:
    assert expected == found(f"{KIEW} weist/zurückweisen {noun}/=/NOUN/2/obj", "weist")


def test_joined_sources_are_all_sources() -> None:
    text = (
        f"{KIEW} bestreiten/=/VERB/0/ROOT/Fin und/=/CCONJ/4/cc "
        "Oslo/=/PROPN/1/conj//LOC den/der/DET/6/det Angriff/=/NOUN/2/obj"
    )
    assert "Denial Kiew Oslo > Angriff" == found(text, "bestreiten")


@pytest.mark.parametrize(
    ("content", "expected"),
    [("Angriff/=/NOUN/2/obj", "reported"), (f"er/=/PRON/4/nsubj {KILLED}", "indirect"), ("", "indirect")],
)
def test_a_clause_is_indirect_speech_and_a_noun_a_report(content: str, expected: str) -> None:
    cue = verb_cues.find(doc(f"{KIEW} bestreitet/bestreiten {content}")[1], DE)
    assert cue is not None
    assert expected == cue.speech


@pytest.mark.parametrize(
    "text",
    [
        # "wie" on the subject
        "Es/=/PRON/2/nsubj regnete/regnen/VERB/0/ROOT/Fin ,/=/PUNCT/5/punct wie/=/ADP/5/case Kiew/=/PROPN/6/nsubj//LOC "
        "sagte/sagen/VERB/2/conj/Fin",
        # the main clause below it
        "Wie/wie/ADP/2/case Kiew/=/PROPN/3/nsubj//LOC sagte/sagen/VERB/0/ROOT/Fin ,/=/PUNCT/5/punct "
        "regnete/regnen/VERB/3/conj/Fin",
        # the verb right after what is said
        "Es/=/PRON/2/nsubj regnete/regnen/VERB/0/ROOT/Fin ,/=/PUNCT/4/punct sagte/sagen/VERB/2/conj/Fin "
        "Kiew/=/PROPN/4/nsubj//LOC",
        "Es/=/PRON/2/nsubj regnete/regnen/VERB/0/ROOT/Fin ,/=/PUNCT/5/punct so/=/ADV/5/advmod "
        "sagte/sagen/VERB/2/conj/Fin Kiew/=/PROPN/5/nsubj//LOC",
    ],
)
def test_a_clause_that_only_says_who_says_so(text: str) -> None:
    cue = verb_cues.find(token(doc(text), "sagte"), DE)
    assert cue is not None
    assert ("Kiew", "regnete") == (forms(cue.sources), forms(cue.roots))


def test_a_joined_verb_is_not_said() -> None:
    text = (
        "Es/=/PRON/2/nsubj regnete/regnen/VERB/0/ROOT/Fin und/=/CCONJ/4/cc Kiew/=/PROPN/5/nsubj//LOC "
        "sagte/sagen/VERB/2/conj"
    )
    cue = verb_cues.find(token(doc(text), "sagte"), DE)
    assert cue is None or not cue.roots
