#!/usr/bin/env python3
"""`hearsay extract` as a user meets it: pages in, articles out, and no record."""
import gzip
import json
import os
import unittest

from command_test import Folder

NOTHING, REJECTED, MISUSE, FAILED = 1, 2, 64, 65

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge of Dolmas reopens | The Orlan Courier</title>
<meta property="og:site_name" content="The Orlan Courier"><meta property="article:published_time" content="2031-05-02T08:30:00+02:00">
</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Bridge of Dolmas reopens</h1>
<p class="byline">By Mira Tesk</p>
<p>The bridge over the Dolm was opened again on Friday, eleven weeks after the shelling that broke two of its arches.</p>
<h2>Slow lanes</h2>
<p>Lorries of more than ten tonnes have to wait until June, the *harbour* office said in a notice at the gate.</p>
<ul><li>Cars may cross by day and by night, at walking pace.</li><li>Buses cross empty; the passengers walk over.</li></ul>
<blockquote><p>We counted every stone of it, and not one was in its place.</p></blockquote>
<p>The town had asked for a temporary bridge, which never came.</p>
</article><footer>Contact us. All rights reserved.</footer></body></html>"""
TEXT = "A quiet night in Orlan\n\n3 May 2031\n\nNothing was heard from the hills in the night, residents of three villages said.\n"


class Extracting(Folder):
    def write(self, name, text, pack=False):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with (gzip.open if pack else open)(path, "wb") as f:
            f.write(text.encode("utf-8"))
        return name

    def rows(self, *arguments, status=0, **more):
        found, out, err = self.hearsay.ask("extract", "--format", "jsonl", *arguments, **more)
        self.assertEqual(found, status, err)
        return [json.loads(line) for line in out.splitlines()]

    def test_text_is_title_and_paragraphs(self):
        self.write("one.html", PAGE)
        status, out, err = self.hearsay.ask("extract", "one.html")
        self.assertEqual((status, err), (0, ""))
        paragraphs = out.split("\n\n")
        self.assertEqual(paragraphs[0], "Bridge of Dolmas reopens")
        self.assertEqual(paragraphs[2], "Slow lanes")
        self.assertTrue(out.endswith("which never came.\n"))
        for clutter in ("Home", "All rights", "By Mira"):
            self.assertNotIn(clutter, out)

    def test_pages_are_set_apart(self):
        self.write("a/one.html", PAGE)
        self.write("a/two.txt", TEXT)
        _, out, _ = self.hearsay.ask("extract", "a")
        self.assertEqual([part.split("\n")[0] for part in out.split("\f\n")], ["Bridge of Dolmas reopens", "A quiet night in Orlan"])

    def test_a_row_has_what_is_documented(self):
        self.write("one.html.gz", PAGE, pack=True)
        [row] = self.rows("--url", "https://courier.example/2031/05/bridge", "one.html.gz")
        self.assertEqual({name: row[name] for name in ("path", "url", "title", "authors", "outlet", "language", "published", "rejected")},
                         {"path": "one.html.gz", "url": "https://courier.example/2031/05/bridge", "title": "Bridge of Dolmas reopens",
                          "authors": ["Mira Tesk"], "outlet": "The Orlan Courier", "language": "en",
                          "published": ["2031-05-02T08:30:00+02:00"] * 2, "rejected": None})
        self.assertEqual(row["published_evidence"]["kind"], "markup")
        self.assertIsNone(row["modified"])
        self.assertTrue(row["text"].startswith("The bridge over the Dolm"))

    def test_markdown_keeps_the_structure_and_escapes_what_is_none(self):
        self.write("one.html", PAGE)
        _, out, _ = self.hearsay.ask("extract", "--format", "markdown", "one.html")
        self.assertIn("# Bridge of Dolmas reopens\n\n", out)
        self.assertIn("\n\n## Slow lanes\n\n", out)
        self.assertIn("\n\n- Cars may cross by day and by night, at walking pace.\n- Buses cross empty", out)
        self.assertIn("\n\n> We counted every stone", out)
        self.assertIn("the \\*harbour\\* office", out)

    def test_addresses_from_a_map(self):
        self.write("a/one.html", PAGE)
        self.write("a/two.txt", TEXT)
        self.write("map.tsv", "a/two.txt\thttps://courier.example/night\r\n")
        self.assertEqual([row["url"] for row in self.rows("--urls", "map.tsv", "a")], ["", "https://courier.example/night"])
        status, _, err = self.hearsay.ask("extract", "--urls", "nowhere.tsv", "a")
        self.assertEqual(status, FAILED)
        self.assertIn("input-not-found", err)
        self.write("map.tsv", "a/two.txt https://courier.example/night\n")
        status, _, err = self.hearsay.ask("extract", "--urls", "map.tsv", "a")
        self.assertEqual(status, MISUSE)
        self.assertIn("map.tsv:1", err)

    def test_what_is_rejected_has_its_row_and_the_others_theirs(self):
        self.write("a/bad.html", "<html><body><p>404</p></body></html>")
        self.write("a/empty.html", "")
        self.write("a/good.html", PAGE)
        rows = self.rows("a", "nowhere.html", status=REJECTED)
        self.assertEqual({row["path"]: row["rejected"] for row in rows},
                         {"nowhere.html": "input-not-found", "a/bad.html": "page-no-article", "a/empty.html": "page-empty", "a/good.html": None})
        self.assertEqual({row["text"] for row in rows if row["rejected"]}, {""})
        status, out, err = self.hearsay.ask("extract", "a")
        self.assertEqual(status, REJECTED)
        self.assertIn("a/bad.html", err)
        self.assertTrue(out.startswith("Bridge of Dolmas"))

    def test_nothing_to_read(self):
        os.makedirs(os.path.join(self.folder, "none"))
        status, out, err = self.hearsay.ask("extract", "none")
        self.assertEqual((status, out), (NOTHING, ""))
        self.assertIn("nothing to read", err)

    def test_standard_input(self):
        [row] = self.rows("-", stdin=PAGE.encode())
        self.assertEqual((row["path"], row["title"]), ("-", "Bridge of Dolmas reopens"))

    def test_threads_change_nothing(self):
        for number in range(30):
            self.write(f"many/{number:02}.html", PAGE.replace("eleven", str(number)))
        one = self.hearsay.ask("extract", "--format", "jsonl", "--threads", "1", "many")
        self.assertEqual(one, self.hearsay.ask("extract", "--format", "jsonl", "--threads", "4", "many"))
        self.assertEqual(one[1].count("\n"), 30)

    def test_no_record_is_made(self):
        self.write("one.html", PAGE)
        self.hearsay.ask("extract", "one.html")
        self.assertEqual(os.listdir(self.folder), ["one.html"])

    def test_the_same_as_in_a_record(self):
        self.write("one.html", PAGE)
        [row] = self.rows("one.html")
        self.hearsay.read("one.html")
        [document] = [json.loads(line) for line in self.hearsay.run("export", "--as", "json").splitlines()]
        for name in ("title", "text", "outlet", "language", "kind", "published", "modified"):
            self.assertEqual(row[name], document[name], name)
        self.assertEqual(row["authors"], document["byline"])


if __name__ == "__main__":
    unittest.main()
