#!/usr/bin/env python3
"""A stand-in for the command, for the test of the case runner: it finds `NAME said WORDS.` and `NAME denied WORDS.`, nothing more.

Takes `read pages --record FILE`, `export --as json --record FILE` and the lists that a record of several pages is asked for.
"""
import hashlib
import json
import os
import re
import sys

SAYING = re.compile(r"([A-Z]\w+) (said|denied) ([^.\n]+)\.")


def span(text, begin, end):
    return {"begin": len(text[:begin].encode()), "end": len(text[:end].encode()), "words": text[begin:end]}


def document(path):
    with open(path, "rb") as f:
        raw = f.read()
    title, date, *body = raw.decode().strip().split("\n\n")
    text = "\n\n".join(body)
    statements = [{"id": f"s{i}", "source": span(text, *found.span(1)), "cue": span(text, *found.span(2)),
                   "content": span(text, *found.span(3)), "act": {"said": "assert", "denied": "deny"}[found.group(2)],
                   "parent": f"s{i - 1}" if found.group(3).startswith("so") and i else None}
                  for i, found in enumerate(SAYING.finditer(text))]
    paragraphs, at = [], 0
    for paragraph in body:
        paragraphs.append(dict(span(text, at, at + len(paragraph)), kind="paragraph"))
        at += len(paragraph) + 2
    return {"id": os.path.splitext(os.path.basename(path))[0], "sha256": hashlib.sha256(raw).hexdigest(), "title": title,
            "outlet": None, "published": [date, date], "text": text, "paragraphs": paragraphs, "statements": statements, "events": [],
            "actors": [{"id": "a1", "name": "Orlan", "names": ["Orlan", "S. Orlan"], "mentions": []}],
            "outside_body": {"statements": [{"id": "t1", "act": "accuse", "content": {"words": title}}], "events": []}}


def main(verb, *arguments):
    record = arguments[arguments.index("--record") + 1]
    if os.environ.get("FAKE_FAILS") == verb:
        print("disk full", file=sys.stderr)
        return 70
    if verb == "read":
        names = sorted(os.listdir(arguments[0]))
        bad = [name for name in names if name.startswith("bad")]
        documents = {d["sha256"]: d for d in (document(os.path.join(arguments[0], n)) for n in names if n not in bad)}
        with open(record, "w") as f:
            json.dump({"documents": list(documents.values()), "rejections": [{"input": "pages/" + n, "code": "too-deep"} for n in bad]}, f)
        return 2 if bad else 0
    with open(record) as f:
        content = json.load(f)
    if verb == "export":
        print("\n".join(json.dumps(d) for d in content["documents"]))
    elif verb == "rejections":
        print(json.dumps({"rejections": content["rejections"]}))
    elif verb == "stories":
        print(json.dumps([{"id": "y1", "documents": [d["sha256"] for d in content["documents"]]}]))
    else:
        print("[]")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
