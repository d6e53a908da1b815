"""Which triples an extraction makes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KGError
from kg.graph import Graph, expand, quads
from kg.model import Claim, Entity, Extraction, Mention, Participant, Span, Statement, Time
from tests.graph import made
from tests.graph.shown import narrated, nested, short, triples


def test_all_quads_are_in_the_graph_of_the_document() -> None:
    assert {NamedNode("https://example.org/1")} == {q.graph_name for q in quads(made.extraction())}


def test_no_quad_twice_and_no_blank_node() -> None:
    found = list(quads(made.extraction()))
    assert len(found) == len(set(found))
    assert all(isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode | Literal) for q in found)


def test_the_document() -> None:
    found = list(quads(Extraction(made.document())))
    name = made.document().iri
    assert {
        (name, "rdf:type", "kg:Document"),
        (name, "rdf:type", "schema:NewsArticle"),
        (name, "schema:headline", "Streit um „Truppen“"),
        (name, "schema:datePublished", "2024-10-21"),
        (name, "schema:publisher", "Der Bote"),
        (name, "schema:url", "https://example.org/1?a=b%20c"),
        (name, "schema:inLanguage", "de"),
    } == {(short(q.subject), short(q.predicate), short(q.object)) for q in found}
    (headline,) = [q.object for q in found if short(q.predicate) == "schema:headline"]
    assert "de" == getattr(headline, "language", None)


def test_an_article_without_anything_but_its_text() -> None:
    bare = replace(made.document(), url="", title="", date=None, publisher="", language="")
    assert 2 == len(list(quads(Extraction(bare))))


def test_a_passage_has_its_place_in_the_text() -> None:
    found = triples(made.DENIAL)
    assert ("kgd:claim-2", "kg:passage", "https://example.org/1#char=74,148") in found
    for predicate, value in (("beginIndex", "74"), ("endIndex", "148"), ("anchorOf", made.DENIAL.sentence.text)):
        assert ("https://example.org/1#char=74,148", f"nif:{predicate}", value) in found


def test_an_entity() -> None:
    assert {
        ("kgd:Q4346", "rdf:type", "kg:Person"),
        ("kgd:Q4346", "rdf:type", "kg:Actor"),
        ("kgd:Q4346", "rdf:type", "kg:Entity"),
        ("kgd:Q4346", "rdfs:label", "Dmitri Peskow"),
        ("kgd:Q4346", "owl:sameAs", "wd:Q4346"),
        ("kgd:Q4346", "kg:office", "Sprecher des Präsidenten"),
        ("kgd:Q4346", "kg:asserts", "kgd:claim-3.statement"),
    } == {t for t in triples(made.QUOTED) if t[0] == "kgd:Q4346"}


def test_an_entity_belongs_only_to_what_is_described() -> None:
    relation = ("kgd:Q4346", "kg:affiliation", "kgd:Q159")
    assert relation not in triples(made.QUOTED)
    assert relation in triples(made.QUOTED, made.DENIAL)
    related = Extraction(made.document(), claims=(made.QUOTED,), related=(made.RUSSIA,))
    assert relation in {(short(q.subject), short(q.predicate), short(q.object)) for q in quads(related)}


def test_a_size_belongs_to_the_mention_and_is_found_at_the_unit() -> None:
    found = triples(made.ACCUSATION)
    for name in ("https://example.org/1#char=27,40", "kgd:unit-kp-soldat"):
        assert {(name, "kg:size", "1500"), (name, "kg:sizeQualifier", "kg:about")} <= found
    assert ("https://example.org/1#char=27,40", "kg:refersTo", "kgd:unit-kp-soldat") in found
    assert ("kgd:claim-1", "kg:mention", "https://example.org/1#char=27,40") in found


def test_a_word_for_two_is_two_mentions() -> None:
    # "Putin und Kim … Sie unterzeichneten"
    both = (made.who(made.KIM, "Im Juni"), made.who(made.PUTIN, "Im Juni"))
    found = triples(narrated(replace(made.MEETING, roles=(("agent", both),))))
    refers = {(t[0], t[2]) for t in found if t[1] == "kg:refersTo"}
    here = made.span("Im Juni")
    name = f"https://example.org/1#char={here.begin},{here.end}"
    assert {(name, "kgd:Q56226"), (f"{name};2", "kgd:Q7747")} == refers


@pytest.mark.parametrize(
    ("begin", "end", "first", "last"),
    [
        ("2024", "2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2024-10-08", "2024-11", "2024-10-08", "2024-11-30"),
    ],
)
def test_times_can_be_compared_by_their_days(begin: str, end: str, first: str, last: str) -> None:
    found = triples(narrated(replace(made.MEETING, time=Time(begin, end))))
    name = "kgd:event-meeting"
    assert {(name, "sem:hasEarliestBeginTimeStamp", first), (name, "sem:hasLatestEndTimeStamp", last)} <= found


@pytest.mark.parametrize(
    ("time", "kind"), [("2024", "gYear"), ("2024-06", "gYearMonth"), ("2024-06-30", "date"), ("0987", "gYear")]
)
def test_times_are_typed_by_their_length(time: str, kind: str) -> None:
    found = list(quads(Extraction(made.document(), claims=(narrated(replace(made.MEETING, time=Time(time, time))),))))
    for name in ("sem:hasBeginTimeStamp", "sem:hasEndTimeStamp"):
        (value,) = [q.object for q in found if short(q.predicate) == name]
        assert Literal(time, datatype=NamedNode(expand(f"xsd:{kind}"))) == value


def test_a_claim() -> None:
    assert {
        ("rdf:type", "kg:Denial"),
        ("rdf:type", "kg:Claim"),
        ("kg:source", "kgd:Q159"),
        ("kg:content", "kgd:event-deployment"),
        ("kg:factuality", "kg:CTminus"),
        ("kg:rule", "claims.tsv:bestreiten"),
        ("kg:speech", "indirect"),
        ("kg:cue", "https://example.org/1#char=81,91"),
        ("kg:frame", "https://example.org/1#char=74,95"),
        ("kg:trigger", "https://example.org/1#char=55,63"),
        ("kg:passage", "https://example.org/1#char=74,148"),
        ("prov:wasDerivedFrom", "https://example.org/1"),
        ("kg:via", "kgd:org-interfax"),
        ("kg:via", "kgd:org-tass"),
        ("kg:viaList", "kgd:claim-2.via1"),
    } == {t[1:] for t in triples(made.DENIAL) if t[0] == "kgd:claim-2" and t[1] not in ("kg:mention", "rdfs:label")}


def test_the_chain_of_intermediaries_keeps_its_order() -> None:
    graph = Graph()
    graph.add(made.extraction(made.DENIAL))
    rows = graph.rows("SELECT ?n ?who { ?c kg:viaList/rdf:rest* ?n . ?n rdf:first/rdfs:label ?who } ORDER BY ?n")
    assert ["Interfax", "Tass"] == [who for _, who in rows]


def test_one_intermediary_is_no_list() -> None:
    found = triples(replace(made.DENIAL, via=made.DENIAL.via[:1]))
    assert ("kgd:claim-2", "kg:via", "kgd:org-interfax") in found
    assert not [t for t in found if t[1] == "kg:viaList"]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (made.NARRATED, "https://example.org/1"),
        (made.EXPECTED, "kg:Unnamed"),
        (made.DENIAL, "kgd:Q159"),
        (replace(made.DENIAL, source=made.who(None, "Moskau")), "kg:Unnamed"),
    ],
)
def test_sources(claim: Claim, source: str) -> None:
    assert {source} == {t[2] for t in triples(claim) if t[1] == "kg:source"}


@pytest.mark.parametrize(("language", "label"), [("de", "ungenannt"), ("en", "unnamed"), ("fr", "unnamed")])
def test_a_source_without_a_name_has_a_label(language: str, label: str) -> None:
    article = replace(made.document(), language=language)
    found = list(quads(Extraction(article, claims=(made.EXPECTED,))))
    assert [label] == [short(q.object) for q in found if "kg:Unnamed" == short(q.subject)]


def test_an_addressee() -> None:
    assert ("kgd:claim-1", "kg:addressee", "kgd:Q423") in triples(made.ACCUSATION)


def test_words_as_content() -> None:
    found = triples(made.QUOTED)
    words = "Das ist „Unsinn“\\ und eine Lüge"
    assert ("kgd:claim-3", "kg:content", "kgd:claim-3.statement") in found
    assert ("kgd:claim-3.statement", "kg:text", words) in found
    assert 2 == len([t for t in found if t[1] == "kg:span"])
    assert ("kgd:claim-3", "kg:quotation", words) in found


def test_indirect_words_are_no_quotation() -> None:
    assert not [t for t in triples(replace(made.QUOTED, speech="indirect")) if t[1] == "kg:quotation"]


def test_an_event_inside_a_quotation_keeps_the_quotation() -> None:
    quoted = replace(made.ACCUSATION, speech="direct", quotation=Statement((made.span("1500 Soldaten"),)))
    assert ("kgd:claim-1", "kg:quotation", "1500 Soldaten") in triples(quoted)


def test_a_claim_about_a_claim() -> None:
    found = triples(nested())
    assert ("kgd:claim-3", "kg:content", "kgd:claim-2") in found
    assert ("kgd:claim-2", "kg:source", "kgd:Q159") in found
    assert ("kgd:claim-2", "kg:content", "kgd:event-deployment") in found


NOBODY = Participant(Mention(Span(0, 1, "S"), "S", "name"), Entity("", "Person", "S"))


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (replace(made.NARRATED, iri=""), "without an IRI"),
        (narrated(replace(made.MEETING, iri="")), "without an IRI"),
        (narrated(replace(made.MEETING, type="Meating")), "'Meating'; did you mean Meeting"),
        (replace(made.NARRATED, type="Lie"), "'Lie'"),
        (narrated(replace(made.MEETING, time=Time("2024-13", "2024-13"))), "not days, months or years: '2024-13'"),
        (narrated(replace(made.MEETING, time=Time("June", "July"))), "not days, months or years"),
        (replace(made.NARRATED, iri="https://example.org/a b"), "not an IRI"),
        (replace(made.NARRATED, rule="\ud800"), "not Unicode text"),
        (replace(made.NARRATED, source=NOBODY), "not an IRI"),
    ],
)
def test_what_cannot_be_written_is_a_message(claim: Claim, message: str) -> None:
    with pytest.raises(KGError, match=message):
        list(quads(Extraction(made.document(), claims=(claim,))))


def test_a_broken_extraction_leaves_the_graph_as_it_was() -> None:
    graph = Graph()
    graph.add(made.extraction())
    before = graph.text("nq")
    with pytest.raises(KGError):
        graph.add(made.extraction(replace(made.NARRATED, type="Lie")))
    assert before == graph.text("nq")


def test_the_quads_are_what_the_store_takes() -> None:
    assert all(isinstance(quad, Quad) for quad in quads(made.extraction()))
