"""How certain a source is: each step of the walk up the tree, what it weakens, turns, or makes unknown."""

from __future__ import annotations

import pytest

from kg.extract.certainty.factuality import judge
from tests.extract.made import DE, doc, token

KIEW = "Kiew/=/PROPN/{}/nsubj//LOC"


def judged(text: str, form: str, *roots: str) -> str:
    """The factuality with "hearsay" and "if"; - where the extractor abstains."""
    parsed = doc(text)
    found = judge(token(parsed, form), {token(parsed, root).i for root in roots}, DE)
    parts = [str(found.factuality or "-"), "hearsay" * found.hearsay, "if" * found.conditional]
    return " ".join(part for part in parts if part)


FIN = "/VERB/0/ROOT/Fin.Ind.3"
PERFECT = "getötet/töten/VERB/0/ROOT/Part haben/=/AUX/3/aux/Inf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{KIEW.format(2)} tötete/töten{FIN}.Past Rebellen/Rebell/NOUN/2/obj", "CT+"),
        # negation: of the verb, of a subject or object, none, two
        (f"{KIEW.format(2)} tötete/töten{FIN}.Past Rebellen/Rebell/NOUN/2/obj nicht/=/PART/2/advmod", "CT-"),
        (f"{KIEW.format(2)} tötete/töten{FIN}.Past keine/kein/DET/4/det Rebellen/Rebell/NOUN/2/obj", "CT-"),
        (f"Niemand/niemand/PRON/2/nsubj tötete/töten{FIN}.Past", "CT-"),
        (f"Niemand/niemand/PRON/2/nsubj tötete/töten{FIN}.Past keinen/keiner/PRON/2/obj", "CT+"),
        (
            f"{KIEW.format(2)} tötete/töten{FIN}.Past nicht/=/PART/2/advmod "
            "nur/=/ADV/5/advmod Rebellen/Rebell/NOUN/2/obj",
            "CT+",
        ),
        # hedges
        (f"{KIEW.format(2)} tötete/töten{FIN}.Past wahrscheinlich/=/ADV/2/advmod Rebellen/Rebell/NOUN/2/obj", "PR+"),
        (
            f"{KIEW.format(2)} tötete/töten{FIN}.Past wohl/=/ADV/2/advmod nicht/=/PART/2/advmod",
            "PR-",
        ),
        (f"{KIEW.format(2)} tötete/töten{FIN}.Past kaum/=/ADV/2/advmod", "PR-"),
        (f"{KIEW.format(2)} tötete/töten{FIN}.Past angeblich/=/ADV/2/advmod", "PR+ hearsay"),
        (
            f"{KIEW.format(2)} tötete/töten{FIN}.Past aller/all/DET/4/det Voraussicht/=/NOUN/2/obl nach/=/ADP/4/case",
            "PR+",
        ),
        (
            f"{KIEW.format(2)} tötete/töten{FIN}.Past auf/=/ADP/5/case keinen/kein/DET/5/det Fall/=/NOUN/2/obl",
            "CT-",
        ),
        # modal verbs, mood, future
        (f"{KIEW.format(3)} könnte/können/AUX/3/aux/Fin.Sub.3.Past töten/=/VERB/0/ROOT/Inf", "U"),
        (f"{KIEW.format(3)} kann/können/AUX/3/aux/Fin.Ind.3.Pres töten/=/VERB/0/ROOT/Inf", "PS+"),
        (f"{KIEW.format(3)} dürfte/dürfen/AUX/3/aux/Fin.Ind.3.Pres töten/=/VERB/0/ROOT/Inf", "PR+"),
        (f"{KIEW.format(3)} muss/müssen/AUX/3/aux/Fin.Ind.3.Pres töten/=/VERB/0/ROOT/Inf", "PR+"),
        (f"{KIEW.format(3)} soll/sollen/AUX/3/aux/Fin.Ind.3.Pres {PERFECT}", "PR+ hearsay"),
        (f"{KIEW.format(3)} soll/sollen/AUX/3/aux/Fin.Ind.3.Pres töten/=/VERB/0/ROOT/Inf", "PR+"),  # a plan
        (f"{KIEW.format(3)} wird/werden/AUX/3/aux/Fin.Ind.3.Pres töten/=/VERB/0/ROOT/Inf", "PR+"),
        (
            "Rebellen/Rebell/NOUN/3/nsubj:pass werden/=/AUX/3/aux:pass/Fin.Ind.3.Pres getötet/töten/VERB/0/ROOT/Part",
            "CT+",
        ),
        (f"{KIEW.format(3)} hätte/haben/AUX/3/aux/Fin.Sub.3.Past getötet/töten/VERB/0/ROOT/Part", "U"),
        (f"{KIEW.format(3)} würde/werden/AUX/3/aux/Fin.Sub.3.Past töten/=/VERB/0/ROOT/Inf", "U"),
        ("Bitte/bitte/INTJ/2/discourse töte/töten/VERB/0/ROOT/Fin.Imp Rebellen/Rebell/NOUN/2/obj", "U"),
        # questions and conditions
        (f"{KIEW.format(2)} tötete/töten{FIN}.Past Rebellen/Rebell/NOUN/2/obj ?/=/PUNCT/2/punct", "U if"),
        (
            f"Angenommen/angenommen/VERB/3/advcl/Part {KIEW.format(3)} tötete/töten{FIN}.Past",
            "U if",
        ),
        (f"Tötete/töten{FIN}.Past {KIEW.format(1)} Rebellen/Rebell/NOUN/1/obj", "U if"),  # no statement begins so
        (f"Sollte/sollen/AUX/3/aux/Fin.Sub.3.Past {KIEW.format(3)} töten/=/VERB/0/ROOT/Inf", "U if"),
    ],
)
def test_the_clause(text: str, expected: str) -> None:
    form = next(t.text for t in doc(text) if t.lemma_ == "töten")
    assert expected == judged(text, form)


def under(upper: str, dep: str, *, mark: str = "zu/=/PART/{}/mark", verb: str = "VERB") -> str:
    """A clause with "töten" under an upper verb."""
    head = f"Kiew/=/PROPN/2/nsubj//LOC {upper}/{verb}/0/ROOT/Fin.Ind.3.Past"
    return f"{head} {mark.format(4)} töten/=/VERB/2/{dep}/Inf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (under("versuchte/versuchen", "xcomp"), "U"),
        (under("versäumte/versäumen", "xcomp"), "CT-"),
        (under("wagte/wagen", "xcomp"), "CT+"),
        (under("plant/planen", "xcomp"), "PR+"),
        (under("schien/scheinen", "xcomp"), "PR+"),
        (under("jubelte/jubeln", "xcomp"), "-"),  # no table knows it
        (under("wagte/wagen", "xcomp") + " nicht/=/PART/2/advmod", "CT-"),
        (under("versäumte/versäumen", "xcomp") + " nicht/=/PART/2/advmod", "CT+"),
        (under("kam/kommen", "advcl", mark="um/=/SCONJ/{}/mark"), "U"),
        (under("kam/kommen", "advcl", mark="ohne/=/SCONJ/{}/mark"), "CT-"),
        (under("floh/fliehen", "advcl", mark="nachdem/=/SCONJ/{}/mark"), "CT+"),
        (under("floh/fliehen", "advcl", mark="wenn/=/SCONJ/{}/mark"), "U if"),
        (under("floh/fliehen", "advcl", mark="falls/=/SCONJ/{}/mark"), "U if"),
        (under("floh/fliehen", "advcl", mark="ehe/=/SCONJ/{}/mark"), "U"),  # no table knows it
        (under("floh/fliehen", "advcl", mark="nachdem/=/SCONJ/{}/mark") + " nicht/=/PART/2/advmod", "CT+"),
    ],
)
def test_clauses_under_others(text: str, expected: str) -> None:
    assert expected == judged(text, "töten")


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (  # a relative clause says its own
            "Die/der/DET/2/det/Def Soldaten/Soldat/NOUN/6/nsubj ,/=/PUNCT/5/punct die/der/PRON/5/nsubj/Rel "
            "töteten/töten/VERB/2/acl:relcl/Fin.Ind fliehen/=/VERB/0/ROOT/Fin.Ind",
            "töteten",
            "CT+",
        ),
        (  # whatever becomes of the soldiers
            "Die/der/DET/2/det/Def Soldaten/Soldat/NOUN/6/nsubj ,/=/PUNCT/5/punct die/der/PRON/5/nsubj/Rel "
            "töteten/töten/VERB/2/acl:relcl/Fin.Ind fliehen/=/VERB/0/ROOT/Fin.Ind nicht/=/PART/6/advmod",
            "töteten",
            "CT+",
        ),
        (  # of nobody
            "Keine/kein/DET/2/det Soldaten/Soldat/NOUN/0/ROOT ,/=/PUNCT/5/punct die/der/PRON/5/nsubj/Rel "
            "töteten/töten/VERB/2/acl:relcl/Fin.Ind",
            "töteten",
            "U",
        ),
        (  # an infinitive is as open as its noun
            "Plan/=/NOUN/0 zu/=/PART/3/mark töten/=/VERB/1/acl/Inf",
            "töten",
            "PR+",
        ),
        ("Freude/=/NOUN/0 zu/=/PART/3/mark töten/=/VERB/1/acl/Inf", "töten", "-"),
        (  # joined verbs share the auxiliary
            "Er/er/PRON/3/nsubj soll/sollen/AUX/3/aux/Fin.Ind gehen/=/VERB/0/ROOT/Inf und/=/CCONJ/5/cc "
            "töten/=/VERB/3/conj/Inf",
            "töten",
            "PR+",
        ),
        (
            "Er/er/PRON/2/nsubj ging/gehen/VERB/0/ROOT/Fin.Ind und/=/CCONJ/4/cc tötete/töten/VERB/2/conj/Fin.Ind "
            "nicht/=/PART/2/advmod",
            "tötete",
            "CT+",  # the negation of the first is its own
        ),
        ("getötete/töten/VERB/2/amod/Part Soldaten/Soldat/NOUN/0", "getötete", "CT+"),
    ],
)
def test_attributes_and_joined_verbs(text: str, form: str, expected: str) -> None:
    assert expected == judged(text, form)


ATTACK = "Angriff/=/NOUN/{}/{}/Sing"
DEF, INDEF = "der/=/DET/{}/det/Def.Art", "ein/=/DET/{}/det/Indef.Art"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an event noun's own words
        (ATTACK.format(0, "ROOT"), "CT+"),
        (f"kein/=/DET/2/det {ATTACK.format(0, 'ROOT')}", "CT-"),
        (f"möglicher/möglich/ADJ/2/amod {ATTACK.format(0, 'ROOT')}", "PS+"),
        (f"mutmaßlicher/mutmaßlich/ADJ/2/amod {ATTACK.format(0, 'ROOT')}", "PR+ hearsay"),
        (f"geforderter/fordern/VERB/2/amod {ATTACK.format(0, 'ROOT')}", "U"),
        (f"vereitelter/vereiteln/VERB/2/amod {ATTACK.format(0, 'ROOT')}", "CT-"),
        (f"schwerer/schwer/ADJ/2/amod {ATTACK.format(0, 'ROOT')}", "CT+"),
        (f"ohne/=/ADP/2/case {ATTACK.format(0, 'ROOT')}", "CT-"),
        (f"ohne/=/ADP/2/case {ATTACK.format(3, 'obl')} floh/fliehen/VERB/0/ROOT/Fin.Ind", "CT-"),
        (f"{ATTACK.format(0, 'ROOT')} ?/=/PUNCT/1/punct", "U if"),
        # under a verb
        (f"Kiew/=/PROPN/2/nsubj//LOC verhinderte/verhindern/VERB/0/ROOT/Fin.Ind {ATTACK.format(2, 'obj')}", "CT-"),
        (f"Kiew/=/PROPN/2/nsubj//LOC plant/planen/VERB/0/ROOT/Fin.Ind {ATTACK.format(2, 'obj')}", "PR+"),
        (
            "Kiew/=/PROPN/2/nsubj//LOC verübte/verüben/VERB/0/ROOT/Fin.Ind "
            f"{INDEF.format(4)} {ATTACK.format(2, 'obj')}",
            "CT+",
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC besang/besingen/VERB/0/ROOT/Fin.Ind "
            f"{INDEF.format(4)} {ATTACK.format(2, 'obj')}",
            "U",
        ),
        (
            f"Kiew/=/PROPN/2/nsubj//LOC besang/besingen/VERB/0/ROOT/Fin.Ind {DEF.format(4)} {ATTACK.format(2, 'obj')}",
            "CT+",
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC bestritt/bestreiten/VERB/0/ROOT/Fin.Ind "
            f"{DEF.format(4)} {ATTACK.format(2, 'obj')}",
            "-",
        ),
        (f"Kiew/=/PROPN/2/nsubj//LOC half/helfen/VERB/0/ROOT/Fin.Ind {DEF.format(4)} {ATTACK.format(2, 'iobj')}", "U"),
        # what a document shows is its claim
        (f"Fotos/Foto/NOUN/2/nsubj zeigen/=/VERB/0/ROOT/Fin.Ind {DEF.format(4)} {ATTACK.format(2, 'obj')}", "-"),
        # with a preposition
        (
            "Kiew/=/PROPN/2/nsubj//LOC floh/fliehen/VERB/0/ROOT/Fin.Ind nach/=/ADP/5/case "
            f"dem/der/DET/5/det/Def {ATTACK.format(2, 'obl')}",
            "CT+",
        ),
        (
            "Kiew/=/PROPN/2/nsubj//LOC lachte/lachen/VERB/0/ROOT/Fin.Ind über/=/ADP/5/case "
            f"den/der/DET/5/det/Def {ATTACK.format(2, 'obl')}",
            "U",
        ),
        (
            "Es/es/PRON/2/nsubj kam/kommen/VERB/0/ROOT/Fin.Ind zu/=/ADP/4/case Angriff/=/NOUN/2/obl",
            "CT+",
        ),
        (
            "Es/es/PRON/2/nsubj kam/kommen/VERB/0/ROOT/Fin.Ind nicht/=/PART/2/advmod "
            "zu/=/ADP/5/case Angriff/=/NOUN/2/obl",
            "CT-",
        ),
        (  # where something was done
            "Kiew/=/PROPN/2/nsubj//LOC lachte/lachen/VERB/0/ROOT/Fin.Ind.3.Past in/=/ADP/5/case "
            "einem/ein/DET/5/det/Indef.Dat Angriff/=/NOUN/2/obl/Dat",
            "CT+",
        ),
        # under a noun
        (f"Reaktion/=/NOUN/0 auf/=/ADP/4/case einen/ein/DET/4/det/Indef {ATTACK.format(1, 'nmod')}", "CT+"),
        (f"Beginn/=/NOUN/0 des/der/DET/3/det/Def {ATTACK.format(1, 'nmod')}", "CT+"),
        (f"Gefahr/=/NOUN/0 eines/ein/DET/3/det/Indef {ATTACK.format(1, 'nmod')}", "PS+"),
        (f"Frage/=/NOUN/0 eines/ein/DET/3/det/Indef {ATTACK.format(1, 'nmod')}", "U"),
        (f"Lied/=/NOUN/0 eines/ein/DET/3/det/Indef {ATTACK.format(1, 'nmod')}", "U"),
    ],
)
def test_nouns(text: str, expected: str) -> None:
    assert expected == judged(text, "Angriff")


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        # of what nobody plans a definite phrase says that it happened
        (f"Kritik/=/NOUN/0 an/=/ADP/4/case dem/der/DET/4/det/Def {ATTACK.format(1, 'nmod')}", "Attack", "-"),
        (f"Lied/=/NOUN/0 von/=/ADP/4/case dem/der/DET/4/det/Def {ATTACK.format(1, 'nmod')}", "Attack", "CT+"),
        (f"Lied/=/NOUN/0 von/=/ADP/4/case dem/der/DET/4/det/Def {ATTACK.format(1, 'nmod')}", "Withdrawal", "U"),
        (f"Lied/=/NOUN/0 von/=/ADP/4/case ein/=/DET/4/det/Indef {ATTACK.format(1, 'nmod')}", "Attack", "U"),
        (f"Plan/=/NOUN/0 von/=/ADP/4/case dem/der/DET/4/det/Def {ATTACK.format(1, 'nmod')}", "Attack", "PR+"),
    ],
)
def test_what_is_presupposed(text: str, event: str, expected: str) -> None:
    parsed = doc(text)
    assert expected == str(judge(token(parsed, "Angriff"), set(), DE, event).factuality or "-")


REPORTED = (
    "Moskau/=/PROPN/2/nsubj//LOC versucht/versuchen/VERB/0/ROOT/Fin.Ind ,/=/PUNCT/6/punct Kiew/=/PROPN/6/nsubj//LOC "
    "{}/AUX/6/aux/Fin.Sub.3.{} getötet/töten/VERB/2/ccomp/Part {}?/=/PUNCT/2/punct"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REPORTED.format("habe/haben", "Pres", ""), "CT+"),  # the walk ends at the root of the content
        (REPORTED.format("hätte/haben", "Past", ""), "CT+"),  # the mood of reported speech is no unreality
        (REPORTED.format("habe/haben", "Pres", "nicht/=/PART/6/advmod "), "CT-"),
    ],
)
def test_up_to_the_root_of_what_is_said(text: str, expected: str) -> None:
    assert expected == judged(text, "getötet", "getötet")
