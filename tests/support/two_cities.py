"""Two small cities, written by hand, in which every kind of agreement and difference is planted."""

from __future__ import annotations

from pathlib import Path

import cityGraph as cg

PREFIXES = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix all: <https://example.org/all/> .
"""


def named(iri: str, kind: str, hant: str, hans: str, en: str, more: str = "") -> str:
    """A thing with its names."""
    return f'{iri} a cg:{kind} ; skos:prefLabel "{hant}"@zh-Hant , "{hans}"@zh-Hans , "{en}"@en {more}.\n'


def source(iri: str, name: str, date: str) -> str:
    """A source that has a date and a page."""
    return (
        f'{iri} a cg:Source ; skos:prefLabel "{name} {date}"@zh-Hant , "{name} {date}"@zh-Hans ,'
        f' "{name} {date}"@en ; cg:quality "A" ; dcterms:date "{date}"^^xsd:date ;'
        f" schema:url <https://example.org/{name}> .\n"
    )


def claim(prefix: str, n: int, triple: str, status: str, phrase: str, more: str = "", basis: str = "stated") -> str:
    """A claim with a passage in the source of its city; an inferred one with a reason."""
    subject, predicate, what = triple.split(" ", 2)
    head = (
        f"{prefix}:c{n} a cg:Claim ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {what} ;"
        f" cg:status cg:{status} ; cg:basis cg:{basis} ;{more}"
    )
    if basis == "inferred":
        return f'{head} cg:because "{phrase}"@zh-Hant .\n'
    return (
        f"{head} cg:evidence {prefix}:p{n} .\n"
        f'{prefix}:p{n} a cg:Passage ; oa:hasSource {prefix}:paper ; cg:phrase "{phrase}"@zh-Hant .\n'
    )


def figure(prefix: str, n: int, kind: str, of: str, by: str, value: str, when: str, more: str = "") -> str:
    """A target or an observation of a city: whose it is, its indicator, its value and its year."""
    record, status = f"{prefix}:f{n}", "targeted" if kind == "Target" else "realised"
    whose = f"{of} cg:setsTarget {record}" if kind == "Target" else f"{record} cg:observationOf {of}"
    time = "cg:due" if kind == "Target" else "cg:year"
    said = [
        (whose, ""),
        (f"{record} cg:measuredBy {by}", ""),
        (f'{record} cg:value "{value}"^^xsd:decimal', f" {more} ;" if more else ""),
        *([(f'{record} {time} "{when}"^^xsd:gYear', "")] if when else []),
    ]
    return named(record, kind, f"數值{n}", f"数值{n}", f"figure {n} of {prefix}") + "".join(
        claim(prefix, 100 * n + at, triple, status, f"數值{n} {value}", extra)
        for at, (triple, extra) in enumerate(said)
    )


A = (
    "@prefix a: <https://example.org/a/> .\n"
    + source("a:paper", "甲報", "2031-05-08")
    + named("a:city", "City", "甲城", "甲城", "Alpha")
    + named("all:wind", "Industry", "風電產業", "风电产业", "wind power industry")
    + named("a:steel", "Chain", "特鋼產業鏈", "特钢产业链", "special steel chain")
    + named("a:ai", "Track", "人工智能", "人工智能", "artificial intelligence", '; skos:altLabel "AI"@en ')
    + named("a:motor", "Product", "電機", "电机", "electric motor")
    + named("a:battery", "Chain", "電池", "电池", "battery")
    + named("a:hydrogen", "Chain", "氫能產業鏈", "氢能产业链", "hydrogen chain")
    + named("a:silk", "Industry", "絲綢產業", "丝绸产业", "silk industry")
    + named("a:twin", "Product", "雙名一", "双名一", "twin one", '; skos:altLabel "重名"@zh-Hant ')
    + named("a:firm", "Firm", "甲鋼", "甲钢", "Alpha Steel")
    + named("a:park", "Zone", "甲園", "甲园", "Alpha Park")
    + named("a:jobs", "Indicator", "就業人數", "就业人数", "jobs")
    + named("a:output", "Indicator", "工業產值", "工业产值", "industrial output")
    + named("a:exports", "Indicator", "出口額", "出口额", "exports")
    + named("a:share", "Indicator", "製造業佔比", "制造业占比", "manufacturing share")
    + named("a:land", "Indicator", "建成面積", "建成面积", "built area")
    + named("a:sales", "Indicator", "銷售額", "销售额", "sales")
    + named("a:lone", "Indicator", "只有甲有", "只有甲有", "only Alpha has")
    + 'a:wan a cg:Unit ; rdfs:label "萬元"@zh-Hant , "万元"@zh-Hans , "10,000 yuan"@en ; cg:word "{n}萬元" .\n'
    + claim("a", 1, "a:city cg:supports all:wind", "planned", "支持風電產業")
    + claim("a", 2, "a:firm cg:spearheads all:wind", "realised", "甲鋼是風電產業的龍頭")
    + claim("a", 3, "a:firm cg:chainLeaderOf a:steel", "realised", "甲鋼是特鋼產業鏈鏈主")
    + claim("a", 4, "a:park cg:specialisesIn a:steel", "planned", "甲園主攻特鋼")
    + claim("a", 5, "a:city cg:aids a:ai", "planned", "支持人工智能")
    + claim("a", 6, "a:firm cg:makes a:motor", "realised", "甲鋼生產電機")
    + claim("a", 7, "a:firm cg:worksIn a:battery", "realised", "甲鋼參與電池產業鏈")
    + claim("a", 8, "a:firm cg:worksIn a:hydrogen", "planned", "甲鋼將參與氫能")
    + claim("a", 9, "a:park cg:cultivates a:silk", "planned", "甲園培育絲綢產業")
    + claim("a", 10, "a:firm cg:makes a:twin", "realised", "甲鋼生產雙名一")
    + claim("a", 11, "a:park cg:sitedIn a:city", "realised", "甲園位於甲城")
    + claim("a", 12, "a:city cg:relatesTo a:silk", "realised", "我們推斷", basis="inferred")
    + figure("a", 1, "Observation", "a:city", "a:jobs", "40000", "2031", "cg:unit cg:person")
    + figure(
        "a", 2, "Target", "a:city", "a:output", "100000000000", "2035", "cg:unit cg:yuan ; cg:comparator cg:atLeast"
    )
    + figure("a", 3, "Observation", "a:city", "a:exports", "8000000000", "2031", "cg:unit cg:yuan")
    + figure("a", 4, "Target", "a:city", "a:share", "60", "2035", "cg:unit cg:percent")
    + figure("a", 5, "Observation", "a:city", "a:land", "300", "2030", "cg:unit cg:mu")
    + figure("a", 6, "Observation", "a:city", "a:sales", "50000", "2031", "cg:unit a:wan")
    + figure("a", 7, "Observation", "a:city", "a:lone", "7", "2031")
    + figure("a", 8, "Observation", "a:firm", "a:jobs", "900", "2031", "cg:unit cg:person")
    + figure("a", 9, "Observation", "a:firm", "a:steelmade", "900", "2031", "cg:unit cg:tonne")
    + named("a:steelmade", "Indicator", "鋼產量", "钢产量", "steel made")
)
B = (
    "@prefix b: <https://example.org/b/> .\n"
    + source("b:paper", "乙报", "2032-01-02")
    + named("b:city", "City", "乙城", "乙城", "Beta")
    + named("all:wind", "Industry", "風力發電", "风力发电", "wind")
    + named("b:steel", "Chain", "特殊鋼鏈", "特殊钢链", "steel", '; skos:altLabel "特钢产业链"@zh-Hans ')
    + named("b:ai", "Track", "機器智能", "机器智能", "AI")
    + named("b:motor", "Product", "馬達", "马达", "Electric Motor")
    + named("b:battery", "Industry", "電池", "电池", "batteries")
    + named("b:hydrogen", "Industry", "氫能產業", "氢能产业", "hydrogen energy industry")
    + named("b:tea", "Product", "茶葉", "茶叶", "tea")
    + named("b:twin", "Product", "重名", "重名", "double")
    + named("b:twin2", "Product", "雙名一", "双名一", "double two")
    + named("b:firm", "Firm", "乙能", "乙能", "Beta Energy")
    + named("b:mill", "Firm", "乙鋼", "乙钢", "Beta Steel")
    + named("b:park", "Zone", "乙園", "乙园", "Beta Park")
    + named("b:jobs", "Indicator", "就業人數", "就业人数", "employment")
    + named("b:output", "Indicator", "工業產值", "工业产值", "output of industry")
    + named("b:exports", "Indicator", "出口額", "出口额", "exports")
    + named("b:share", "Indicator", "製造業佔比", "制造业占比", "share")
    + named("b:land", "Indicator", "建成面積", "建成面积", "land")
    + named("b:sales", "Indicator", "銷售額", "销售额", "sales")
    + 'b:usd a cg:Unit ; rdfs:label "美元"@zh-Hant , "美元"@zh-Hans , "US dollars"@en ; cg:word "{n}美元" .\n'
    + claim("b", 1, "b:firm cg:spearheads all:wind", "realised", "乙能是風力發電龍頭")
    + claim("b", 2, "b:mill cg:heads b:steel", "planned", "乙鋼將引領特鋼")
    + claim("b", 3, "b:city cg:aids b:ai", "planned", "支持機器智能")
    + claim("b", 4, "b:firm cg:produces b:motor", "planned", "乙能將生產馬達")
    + claim("b", 5, "b:park cg:specialisesIn b:battery", "realised", "乙園主攻電池")
    + claim("b", 6, "b:park cg:specialisesIn b:hydrogen", "planned", "乙園將主攻氫能")
    + claim("b", 7, "b:firm cg:makes b:tea", "realised", "乙能生產茶葉")
    + claim("b", 8, "b:firm cg:makes b:twin", "realised", "乙能生產重名")
    + claim("b", 9, "b:firm cg:makes b:twin2", "realised", "乙能生產雙名一")
    + claim("b", 10, "b:park cg:sitedIn b:city", "realised", "乙園位於乙城")
    + claim("b", 11, "b:park cg:gathers b:steel", "realised", "乙園集聚特鋼")
    + figure("b", 1, "Observation", "b:city", "b:jobs", "60000", "2031", "cg:unit cg:person")
    + figure("b", 2, "Target", "b:city", "b:output", "300000000000", "2035", "cg:unit cg:yuan")
    + figure("b", 3, "Observation", "b:city", "b:exports", "1000000000", "2031", "cg:unit b:usd")
    + figure("b", 4, "Target", "b:city", "b:share", "55", "2035", "cg:unit cg:percent")
    + figure("b", 5, "Observation", "b:city", "b:land", "40", "2031", "cg:unit cg:hectare")
    + figure("b", 6, "Observation", "b:city", "b:sales", "1000000000", "2031", "cg:unit cg:yuan")
)


def files(folder: Path) -> tuple[str, str]:
    """The names of a file for each of the two cities."""
    names = (folder / "alpha.ttl", folder / "beta.ttl")
    for file, body in zip(names, (A, B), strict=True):
        file.write_text(PREFIXES + body, "utf-8")
    return str(names[0]), str(names[1])


def graphs(folder: Path, language: str = "zh-Hant") -> tuple[cg.CityGraph, cg.CityGraph]:
    """The two cities, each in a graph of its own."""
    one, other = files(folder)
    return cg.open(one, language=language), cg.open(other, language=language)
