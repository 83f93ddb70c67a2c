#!/usr/bin/env python3
"""Everything that pages come in, read by the built command: containers, character sets, and input that means harm.

What means harm must end in its stable code within two seconds and bounded memory, and what stands beside it must be read."""
import csv
import gzip
import io
import json
import os
import random
import shutil
import struct
import subprocess
import tarfile
import tempfile
import unittest
import zipfile
import zlib

import built_command
from built_command import Hearsay, is_sanitized, measured
from own_python import lacks

NO_BROTLI = lacks("brotli")
if not NO_BROTLI:
    import brotli

SLOWER = 20 if is_sanitized() else 1
SECONDS = 2 * SLOWER  # of processor time, beyond what a run over nothing takes
MEGABYTES = 500 * SLOWER

PARAGRAPHS = ["The mayor of Dolmas, Anvar Morwen, said on Tuesday that the talks would resume after nine days.",
              "\"We have agreed on ten points,\" he told reporters in front of the town hall.",
              "Karim Tavik, who speaks for the farmers of Orvel, denied that anything had been signed."]


def text(word="nine"):
    return "\n\n".join(PARAGRAPHS).replace("nine", word)


def markup(word="nine"):
    return "".join(f"<p>{p}</p>" for p in PARAGRAPHS).replace("nine", word)


def page(word="nine", head='<meta charset="utf-8">'):
    return f"<!doctype html><html><head>{head}<title>Talks to resume after {word} days</title></head><body><article>" \
           f"<h1>Talks to resume after {word} days</h1>{markup(word)}</article></body></html>"


def response(body, status="200 OK", kind="text/html; charset=utf-8", *fields):
    head = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *fields]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def record(block, kind="response", length=None, media="application/http; msgtype=response", address="http://news.example/a", more=()):
    head = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {address}", "WARC-Date: 2031-03-05T10:00:00Z", *more,
            f"Content-Type: {media}", f"Content-Length: {len(block) if length is None else length}"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def html_record(word, **more):
    return record(response(page(word).encode()), address=f"http://news.example/{word}", **more)


def zeros_gz(size):
    """A gzip member of so many zeros, quickly."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(bytes(1 << 20)) for _ in range(size >> 20)] + [packer.flush()])


def brotli_stored(data):
    """A brotli stream (RFC 7932) of one meta-block that is not compressed."""
    return struct.pack("<I", (len(data) - 1) << 4 | 1 << 20)[:3] + data + b"\x03"


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.hearsay = Hearsay(self.folder)

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content.encode() if isinstance(content, str) else content)
        return name

    def read(self, *paths, allowed=(0,)):
        self.hearsay.read(*paths, allowed=allowed)
        return {d["id"]: d for d in self.hearsay.documents()}

    def bytes_of(self, name):
        with open(os.path.join(self.folder, name), "rb") as f:
            return f.read()

    def rejections(self):
        return [(r["input"], r["offset"], r["code"]) for r in self.hearsay.rows("rejections")]

    def titles(self):
        return sorted(d["title"] for d in self.hearsay.documents())

    def piped(self, data, *arguments):
        return subprocess.run([built_command.command_path(), "extract", "--format", "jsonl", *arguments, "-"], input=data, cwd=self.folder,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def title(word):
    return f"Talks to resume after {word} days"


class Containers(Case):
    def test_page_packed_by_zstd_and_gzip(self):
        if not shutil.which("zstd"):
            self.skipTest("no zstd command")
        self.write("a.html", page("ten"))
        subprocess.run(["zstd", "-q", os.path.join(self.folder, "a.html")], check=True)
        os.remove(os.path.join(self.folder, "a.html"))
        self.write("b.txt.gz", gzip.compress(("A title of its own\n\n" + text()).encode()))
        documents = self.read(".")
        self.assertEqual(sorted(documents), ["a", "b"])

    def test_warc_places_and_names(self):
        first = gzip.compress(record(b"software: none", "warcinfo", media="application/warc-fields"))
        second = gzip.compress(html_record("ten"))
        self.write("c.warc.gz", first + second)
        documents = self.read(".")
        self.assertEqual(list(documents), [f"c.warc.gz@{len(first)}"])
        capture = documents[f"c.warc.gz@{len(first)}"]["captures"][0]
        self.assertEqual((capture["warc_filename"], capture["warc_record_offset"], capture["warc_record_length"]),
                         ("c.warc.gz", len(first), len(second)))
        self.assertEqual((capture["address"], capture["time"]), ("http://news.example/ten", "2031-03-05T10:00:00Z"))
        shown = self.hearsay.show(documents[f"c.warc.gz@{len(first)}"]["sha256"][:12])
        self.assertIn(f"record at byte {len(first)}, {len(second)} bytes", shown)

    def test_warc_packed_as_a_whole(self):
        self.write("c.warc.gz", gzip.compress(html_record("ten") + html_record("six") + html_record("four")))
        documents = self.read(".")
        self.assertEqual(len(documents), 3)
        for document in documents.values():
            self.assertIsNone(document["captures"][0]["warc_record_offset"])

    def test_warc_zstd_with_and_without_dictionary(self):
        if not shutil.which("zstd"):
            self.skipTest("no zstd command")

        def frame(data, *options):
            return subprocess.run(["zstd", "-q", "-c", *options], input=data, stdout=subprocess.PIPE, check=True).stdout
        words = [f"w{i}" for i in range(200)]
        for i, word in enumerate(words):
            self.write(f"sample/{i}", html_record(word))
        dictionary = os.path.join(self.folder, "dictionary")
        subprocess.run(["zstd", "-q", "--train", "-r", os.path.join(self.folder, "sample"), "-o", dictionary, "--maxdict=4096"], check=True)
        shutil.rmtree(os.path.join(self.folder, "sample"))
        raw = self.bytes_of("dictionary")
        for name, head in (("raw", raw), ("packed", frame(raw))):
            frames = [frame(html_record(word), "-D", dictionary) for word in ("ten", "six")]
            skippable = struct.pack("<II", 0x184D2A5D, len(head)) + head
            self.write(f"{name}/d.warc.zst", skippable + b"".join(frames))
            self.hearsay = Hearsay(self.folder, f"{name}.db")
            documents = self.read(name)
            self.assertEqual(sorted(documents), sorted(f"d.warc.zst@{len(skippable) + at}" for at in (0, len(frames[0]))))
            self.hearsay.run("verify", "--pages", os.path.join(self.folder, name))
        self.write("plain/e.warc.zst", frame(html_record("ten")) + frame(html_record("six")))
        self.hearsay = Hearsay(self.folder, "plain.db")
        self.assertEqual(len(self.read("plain")), 2)

    def test_warc_passes_over_what_is_no_page(self):
        self.write("c.warc", record(response(b"", "302 Found")) + record(response(b"User-agent: *", kind="text/plain"))
                   + record(response(page().encode(), "404 Not Found")) + record(response(b"\x89PNG", kind="image/png"))
                   + record(response(b"<p>robots", kind="text/html"), address="http://news.example/robots.txt")
                   + record(b"GET / HTTP/1.1\r\n\r\n", "request", media="application/http; msgtype=request")
                   + record(response(b""), "revisit") + html_record("ten"))
        done = subprocess.run([built_command.command_path(), "read", "c.warc"], cwd=self.folder, env=self.hearsay.environment, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"7 records that are no pages passed over", done.stderr)
        self.assertEqual(self.titles(), [title("ten")])

    def test_charset_of_the_transport_outranks_the_page(self):
        body = page("ten", '<meta charset="utf-8">').replace("Orvel", "Орвел").encode("koi8-r")
        self.write("c.warc", record(response(body, kind="text/html; charset=KOI8-R")))
        [document] = self.read(".").values()
        self.assertIn("Орвел", document["text"])

    def test_content_codings(self):
        body = page("ten").encode()
        codings = {"gzip": gzip.compress(body), "deflate": zlib.compress(body), "x-gzip": gzip.compress(body), "br": brotli_stored(body),
                   "gzip, br": brotli_stored(gzip.compress(body)), "identity": body}
        records = b"".join(record(response(packed, "200 OK", "text/html", f"Content-Encoding: {name}"), address=f"http://news.example/{name}")
                           for name, packed in codings.items())
        # Crawlers keep bodies decoded under the old head.
        records += record(response(body, "200 OK", "text/html", "Content-Encoding: br", "Transfer-Encoding: chunked"), address="http://news.example/kept")
        self.write("c.warc", records)
        [document] = self.read(".").values()
        self.assertEqual({c["address"].rsplit("/", 1)[1] for c in document["captures"]}, {*codings, "kept"})
        self.assertEqual(self.rejections(), [])

    def test_feeds(self):
        self.write("rss.xml", f'''<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Dolmas Herald</title>
          <item><title>Mayor &amp; farmers</title><media:title>wrong</media:title><link>http://news.example/x</link>
          <pubDate>Tue, 04 Mar 2031 09:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator><description>short</description>
          <content:encoded><![CDATA[{markup("ten")}]]></content:encoded></item>
          <item><title>Only a summary</title><link>http://news.example/s</link><description>{text("six").replace("&", "&amp;")}</description></item>
          </channel></rss>''')
        self.write("rdf.rdf", f'''<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Orvel Post</title></channel><item><title>From RDF</title>
          <link>http://news.example/r</link><description>{text("four")}</description><dc:date>2031-03-02T08:00:00+01:00</dc:date></item></rdf:RDF>''')
        self.write("a.atom", f'''<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Kareth Times</a:title><a:entry><a:title>From Atom</a:title>
          <a:link rel="self" href="http://news.example/self"/><a:link href="http://news.example/atom"/><a:updated>2031-03-06T09:00:00Z</a:updated>
          <a:published>2031-03-05T09:00:00Z</a:published><a:author><a:name>John Roe</a:name></a:author><a:content type="xhtml"><div
          xmlns="http://www.w3.org/1999/xhtml">{markup("five")}</div></a:content></a:entry></a:feed>''')
        self.write("j.json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Tessin Feed", "items": [
            {"id": "7", "url": "http://news.example/j", "title": "From JSON Feed", "content_text": text("eight"), "summary": "short",
             "date_published": "2031-03-07T10:00:00+02:00", "authors": [{"name": "Ann Poe", "url": "http://news.example/ann"}]}]}))
        documents = self.read(".")
        self.assertEqual(sorted(documents), ["a.atom#1", "j.json#1", "rdf.rdf#1", "rss.xml#1", "rss.xml#2"])
        rss, atom, feed = documents["rss.xml#1"], documents["a.atom#1"], documents["j.json#1"]
        self.assertEqual((rss["title"], rss["outlet"], rss["byline"]), ("Mayor & farmers", "The Dolmas Herald", ["Jane Doe"]))
        self.assertEqual(rss["published_evidence"], {"kind": "markup", "words": "pubDate Tue, 04 Mar 2031 09:00:00 GMT"})
        self.assertIn("after ten days", rss["text"])
        self.assertEqual((atom["title"], atom["outlet"], atom["byline"], atom["captures"][0]["address"]),
                         ("From Atom", "Kareth Times", ["John Roe"], "http://news.example/atom"))
        self.assertEqual((atom["published"][0], atom["modified"][0]), ("2031-03-05T09:00:00Z", "2031-03-06T09:00:00Z"))
        self.assertEqual((feed["title"], feed["outlet"], feed["byline"]), ("From JSON Feed", "Tessin Feed", ["Ann Poe"]))
        self.assertIn("after eight days", feed["text"])
        self.assertEqual(documents["rdf.rdf#1"]["published"][0], "2031-03-02T08:00:00+01:00")
        self.assertEqual(documents["rss.xml#2"]["title"], "Only a summary")

    def test_json_lines(self):
        lines = [{"maintext": text("ten"), "title": "One", "date_publish": "2031-03-04 10:00:00", "url": "http://news.example/1",
                  "authors": ["Jane Doe", "John Roe"], "source_domain": "news.example", "language": "en", "description": "x"},
                 {"text": text("six"), "headline": "Two", "published": 1930384800, "author": {"name": "Ann Poe"}, "id": "second"},
                 {"html": page("four"), "title": "not the page's own", "text": "not this"}]
        self.write("a.jsonl", "\r\n".join(map(json.dumps, lines)) + "\r\n\r\n")
        documents = self.read(".")
        self.assertEqual(sorted(documents), ["a.jsonl#1", "a.jsonl#3", "second"])
        one, two, three = documents["a.jsonl#1"], documents["second"], documents["a.jsonl#3"]
        self.assertEqual((one["title"], one["byline"], one["outlet"], one["published"][0]), ("One", ["Jane Doe", "John Roe"], "news.example", "2031-03-04T10:00:00"))
        self.assertEqual((two["title"], two["byline"], two["published"][0][:10]), ("Two", ["Ann Poe"], "2031-03-04"))
        self.assertEqual(three["title"], title("four"))
        self.assertEqual(one["captures"][0]["path"], "./a.jsonl#1" if one["captures"][0]["path"].startswith("./") else "a.jsonl#1")

    def test_fields_are_named(self):
        self.write("a.jsonl", json.dumps({"story": {"words": text("ten")}, "text": "not this", "head": "By name", "day": "4 March 2031"}) + "\n{}\n")
        documents = self.read("a.jsonl", "--fields", "text=story.words,title=head,date=day", allowed=(2,))
        self.assertEqual(documents["a.jsonl#1"]["title"], "By name")
        self.assertEqual(documents["a.jsonl#1"]["published"][0], "2031-03-04")
        self.assertEqual(self.rejections(), [("a.jsonl#2", 0, "input-unsupported")])
        with self.assertRaisesRegex(built_command.Failed, "ended with 64.*PART=FIELD"):
            self.hearsay.read("a.jsonl", "--fields", "nothing=x")

    def test_json_that_is_nearly_right(self):
        good = json.dumps({"text": text("ten"), "title": "Good"})
        cut = json.dumps({"text": text("six"), "title": "Cut"}).replace("Cut", "Cut \\ud83d")
        self.write("a.jsonl", b"\xef\xbb\xbf" + good.encode() + b"\n{broken\n" + cut.encode() + b"\n" + good.replace("ten", "t\u00e9n").encode() + b"\n"
                   + good.replace("Good", "Bad byte").replace("ten", "two").encode().replace(b"Bad", b"Bad\xff") + b"\n")
        documents = self.read(".", allowed=(2,))
        self.assertEqual(self.rejections(), [(self.hearsay.rows("rejections")[0]["input"], 0, "input-damaged")])
        self.assertTrue(self.rejections()[0][0].endswith("a.jsonl#2"))
        self.assertEqual(sorted(documents), ["a.jsonl#1", "a.jsonl#3", "a.jsonl#4", "a.jsonl#5"])
        self.assertEqual(documents["a.jsonl#3"]["title"], "Cut \ufffd")

    def test_json_array(self):
        self.write("a.json", json.dumps([{"text": text("ten"), "title": "One [1]"}, {"text": text("six"), "title": "Two }\\\""}], indent=2))
        self.assertEqual([d["title"] for d in self.read(".").values()], ["One [1]", "Two }\\\""])

    def csv(self, delimiter, encoding):
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=delimiter)
        writer.writerows([["Headline", "Body", "Pub Date", "By"], ["One, or \"two\"", text("ten"), "2031-03-04", "Jane Doe"],
                          ["Größe; naïve", text("six"), "2031-03-05", "René Fleur"]])
        return out.getvalue().encode(encoding)

    def test_csv_of_all_kinds(self):
        for number, (delimiter, encoding) in enumerate([(",", "utf-8"), (";", "windows-1252"), ("\t", "utf-16"), (",", "utf-8-sig"), ("\t", "utf-16-be")]):
            data = self.csv(delimiter, encoding)
            if encoding == "utf-16-be":
                data = b"\xfe\xff" + data
            self.write(f"{number}/a.csv", data)
            self.hearsay = Hearsay(self.folder, f"{number}.db")
            documents = self.read(f"{number}/a.csv")
            self.assertEqual(sorted(d["title"] for d in documents.values()), ["Größe; naïve", "One, or \"two\""], encoding)
            self.assertIn("a.csv#7", documents)
            self.assertEqual(documents["a.csv#7"]["byline"], ["René Fleur"])

    def test_archives(self):
        packed = zipfile.ZipFile(os.path.join(self.folder, "a.zip"), "w", zipfile.ZIP_DEFLATED)
        packed.writestr("../../sub/x.html", page("ten"))
        packed.writestr("y.txt", "A text of its own\n\n" + text("six"))
        packed.writestr("z.bin", "no page")
        packed.close()
        with tarfile.open(os.path.join(self.folder, "b.tar.gz"), "w:gz") as tar:
            for name, data in (("deep/a.html", page("four").encode()), ("b.html.gz", gzip.compress(page("five").encode())), ("c.warc", html_record("eight"))):
                member = tarfile.TarInfo(name)
                member.size = len(data)
                tar.addfile(member, io.BytesIO(data))
            link = tarfile.TarInfo("link.html")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            tar.addfile(link)
        documents = self.read(".")
        self.assertEqual(sorted(documents), ["a.zip/../../sub/x.html", "a.zip/y.txt", "b.tar.gz/b.html.gz", "b.tar.gz/deep/a.html"])
        for name in ("a.zip", "b.tar.gz"):
            done = self.piped(self.bytes_of(name))
            self.assertEqual(len(done.stdout.splitlines()), 2, done.stderr)

    def test_standard_input_is_known_by_its_bytes(self):
        line = json.dumps({"text": text("ten"), "title": "T"}).encode()
        for data, count in ((page().encode(), 1), (gzip.compress(page().encode()), 1), (("A title\n\n" + text()).encode(), 1),
                            (html_record("ten") + html_record("six"), 2), (gzip.compress(html_record("ten")) + gzip.compress(html_record("six")), 2),
                            (line + b"\n" + line.replace(b"ten", b"six") + b"\n", 2), (gzip.compress(line + b"\n" + line), 2)):
            done = self.piped(data)
            self.assertEqual((done.returncode, len(done.stdout.splitlines())), (0, count), (data[:40], done.stderr))

    def test_named_files_are_known_by_their_bytes(self):
        self.write("lies", html_record("ten"))
        self.write("lies.html", gzip.compress(html_record("six")))
        self.read("lies", "lies.html")
        self.assertEqual(self.titles(), [title("six"), title("ten")])

    def test_same_record_from_any_number_of_threads(self):
        draw = random.Random(1)
        words = [f"number{draw.randrange(10**9)}" for _ in range(120)]
        self.write("c.warc.gz", b"".join(gzip.compress(html_record(word) if i % 7 else b"damage" + html_record(word)) for i, word in enumerate(words)))
        self.write("d.jsonl", "\n".join(json.dumps({"text": text(word), "title": word}) for word in words))
        one, four = Hearsay(self.folder, "one.db"), Hearsay(self.folder, "four.db")
        one.read("c.warc.gz", "d.jsonl", "--threads", "1", allowed=(2,))
        four.read("c.warc.gz", "d.jsonl", "--threads", "4", allowed=(2,))
        self.assertEqual(one.content(), four.content())
        self.assertEqual(one.printed(), four.printed())
        self.assertGreater(len(one.documents()), 200)


class Memory(Case):
    def test_memory_grows_with_the_page_not_with_the_file(self):
        """Ten times as many pages of 100 KB, on two threads."""
        filler = "<div>" + " ".join(f"<a href=/{i}>elsewhere {i}</a>" for i in range(3000)) + "</div>"
        peaks = []
        for number, count in enumerate((60, 600)):
            name = f"{count}.warc.gz"
            with open(os.path.join(self.folder, name), "wb") as f:
                for i in range(count):
                    body = page(f"number{i}").replace("<article>", filler + "<article>").encode()
                    f.write(gzip.compress(record(response(body), address=f"http://news.example/{i}"), 1))
            done = measured("extract", "--threads", "2", "--format", "jsonl", name, cwd=self.folder)
            self.assertEqual(len(done.out.splitlines()), count)
            self.assertEqual(done.status, 0)
            peaks.append(done.megabytes)
        self.assertLess(peaks[1] - peaks[0], 20 * SLOWER, peaks)  # all pages of the larger are 60 MB


class Names(Case):
    def test_paths_that_are_no_utf8_or_turn_around(self):
        folder = os.path.join(self.folder, "pages").encode()
        os.mkdir(folder)
        for name, word in ((b"caf\xe9.html", "ten"), ("a\u202egnp.html".encode(), "six"), (b"line\nbreak\x1b[31m.html", "four")):
            with open(os.path.join(folder, name), "wb") as f:
                f.write(page(word).encode())
        documents = self.read("pages")
        self.assertEqual(sorted(documents), ["a%E2%80%AEgnp", "caf%E9", "line%0Abreak%1B[31m"])
        self.assertEqual(self.rejections(), [])
        self.hearsay.run("verify", "--pages", "pages")

    def test_a_refused_page_with_such_a_path(self):
        with open(os.path.join(self.folder, "b\xe4d.html").encode("latin-1"), "wb") as f:
            f.write(b"")
        self.hearsay.read(".", allowed=(2,))
        self.assertTrue(self.rejections()[0][0].endswith("b%E4d.html"))


class CharacterSets(Case):
    def body(self, data, name="a.html", *arguments):
        self.write(name, data)
        documents = self.read(name, *arguments)
        return list(documents.values())[0]["text"]

    def test_marks_and_declarations(self):
        word = "Größe"
        for number, data in enumerate([page(word, "").encode("utf-8-sig"), page(word, '<meta charset="iso-8859-1">').encode("windows-1252"),
                                       page(word, "").encode("utf-16"), b"\xfe\xff" + page(word, "").encode("utf-16-be"),
                                       page(word, "").encode("utf-16-le"),
                                       page(word, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">').encode("windows-1252")]):
            self.hearsay = Hearsay(self.folder, f"{number}.db")
            self.assertIn(word, self.body(data, f"{number}.html"), number)

    def test_undeclared_cyrillic_is_guessed(self):
        russian = "Мэр города заявил во вторник, что переговоры возобновятся. Представитель фермеров опроверг это сообщение. " * 3
        self.write("a.txt", ("Заголовок\n\n" + russian).encode("windows-1251"))
        self.assertIn("переговоры возобновятся", list(self.read("a.txt").values())[0]["text"])

    def test_wrongly_decoded_characters_are_set_right_and_counted(self):
        wrong = page("nine").replace("Orvel", "Orvél’s").encode().decode("windows-1252").encode()
        twice = wrong.decode().encode().decode("windows-1252", "replace").encode()
        self.write("a.html", wrong)
        self.write("b.html", page("ten"))
        done = subprocess.run([built_command.command_path(), "read", "."], cwd=self.folder, env=self.hearsay.environment, stderr=subprocess.PIPE)
        self.assertIn(b"1 with wrongly decoded characters set right", done.stderr)
        self.assertTrue(any("Orvél’s" in d["text"] for d in self.hearsay.documents()))
        self.hearsay = Hearsay(self.folder, "twice.db")
        self.write("twice/c.html", twice)
        self.assertIn("Orvél’s", list(self.read("twice").values())[0]["text"])


class Hostile(Case):
    """Each input beside a sound one: the sound one is read."""

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a.html"), "w") as f:
                f.write(page())
            cls.idle = cls.measure(folder, Hearsay(folder), ["a.html"])[1]

    @staticmethod
    def measure(folder, hearsay, paths):
        """Status, processor seconds and peak megabytes of a read."""
        done = measured("read", "--quiet", "--threads", "1", *paths, cwd=folder, env=hearsay.environment)
        return done.status, done.seconds, done.megabytes

    def hostile(self, name, content, *codes, sound=1):
        """Reads `name` and a sound page behind it; the codes are those of its rejections, in any order. The rejections."""
        rejections = self.bounded(name, content)
        self.assertEqual(sorted(r["code"] for r in rejections), sorted(codes), [r["message"] for r in rejections])
        self.assertEqual(len(self.hearsay.documents()), sound)
        return rejections

    def bounded(self, name, content, pages=1):
        """The same without the codes; `pages` of them cost time."""
        if content is not None:
            self.write(name, content)
        self.write("zz-sound.html", page("sound"))
        status, seconds, megabytes = self.measure(self.folder, self.hearsay, [name, "zz-sound.html"])
        rejections = self.hearsay.rows("rejections")
        self.assertEqual(status, 2 if rejections else 0)
        self.assertLess(seconds - self.idle, pages * SECONDS)
        self.assertLess(megabytes, MEGABYTES)
        self.assertIn(title("sound"), self.titles())
        for rejection in rejections:
            self.assertTrue(rejection["input"].startswith(name), rejection["input"])
        return rejections

    def test_gzip_bomb(self):
        self.hostile("a.html.gz", zeros_gz(1 << 30), "input-too-large")

    def test_gzip_bomb_in_gzip(self):
        self.hostile("a.html.gz", gzip.compress(zeros_gz(256 << 20)), "page-binary")

    def test_zstd_bomb(self):
        if not shutil.which("zstd"):
            self.skipTest("no zstd command")
        bomb = subprocess.run("head -c 2000000000 /dev/zero | zstd -q -c", shell=True, stdout=subprocess.PIPE, check=True).stdout
        self.hostile("a.html.zst", bomb, "input-too-large")
        self.hearsay = Hearsay(self.folder, "tar.db")
        self.hostile("b.warc.zst", bomb, "input-damaged")

    def test_bombs_in_a_warc(self):
        packed = [("gzip", zeros_gz(1 << 28)), ("gzip", gzip.compress(zeros_gz(1 << 28))), ("deflate", zlib.compress(bytes(1 << 26)))]
        if not NO_BROTLI:
            packed.append(("br", brotli.compress(bytes(1 << 28), quality=1)))
        records = [record(response(data, "200 OK", "text/html", f"Content-Encoding: {coding}")) for coding, data in packed]
        self.bounded("a.warc", b"".join(records) + html_record("ten"), 4)
        rejections = self.rejections()
        self.assertEqual([code for _, _, code in rejections], ["input-too-large", "page-binary", *["input-too-large"] * (len(packed) - 2)])
        self.assertEqual([offset for _, offset, _ in rejections], [sum(map(len, records[:i])) for i in range(len(packed))])
        self.assertEqual(self.titles(), [title("sound"), title("ten")])

    def test_a_member_that_is_a_bomb(self):
        bomb = zlib.compressobj(9, zlib.DEFLATED, 31)
        head = record(b"", "response").split(b"\r\n\r\n")[0].replace(b"Content-Length: 0", b"Content-Length: %d" % (1 << 30)) + b"\r\n\r\n"
        data = b"".join([bomb.compress(head)] + [bomb.compress(bytes(1 << 20)) for _ in range(1 << 10)] + [bomb.flush()])
        self.hostile("a.warc.gz", gzip.compress(html_record("ten")) + data + gzip.compress(html_record("six")), "input-bomb", sound=3)

    def test_zip_bombs(self):
        with zipfile.ZipFile(os.path.join(self.folder, "a.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.html", bytes(1 << 28))
            archive.writestr("b.html", page("ten"))
            inner = io.BytesIO()
            with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as nested:
                nested.writestr("a.html", bytes(1 << 20))
            archive.writestr("c.zip", inner.getvalue())
        rejection = self.hostile("a.zip", None, "input-too-large", sound=2)
        self.assertEqual(rejection[0]["input"], "a.zip/a.html")

    def test_zip_of_many_members_within_the_limit(self):
        """All together are a bomb."""
        with zipfile.ZipFile(os.path.join(self.folder, "a.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            for i in range(14):
                archive.writestr(f"{i}.html", page(f"number{i}").encode() + b" " * (7 << 20))
        rejections = self.bounded("a.zip", None, 10)
        self.assertEqual([r["code"] for r in rejections], ["input-bomb"])
        self.assertIn(title("number0"), self.titles())

    def test_rows_without_text(self):
        rejections = self.hostile("a.csv", "title,text\nOnly a title,\n,\nT,\"" + text("ten") + "\"\n", "page-empty", sound=2)
        self.assertEqual(rejections[0]["input"], "a.csv#2")
        self.hearsay = Hearsay(self.folder, "b.db")
        lines = [json.dumps({"title": f"T{i}", "text": ""}) for i in range(300)] + [json.dumps({"text": None, "title": ""})]
        self.hostile("b.jsonl", "\n".join([*lines, json.dumps({"title": "T", "text": text("six")})]), *["page-empty"] * 300, sound=2)

    def test_tar_bomb(self):
        member = tarfile.TarInfo("a.bin")
        member.size = 3 << 30
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        data = b"".join([packer.compress(member.tobuf())] + [packer.compress(bytes(1 << 20)) for _ in range(1 << 11)] + [packer.flush()])
        self.hostile("a.tar.gz", data, "input-bomb")

    def test_archives_that_are_damaged(self):
        with zipfile.ZipFile(os.path.join(self.folder, "whole.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.html", page("ten"))
            archive.writestr("b.html", page("six"))
        data = self.bytes_of("whole.zip")
        os.remove(os.path.join(self.folder, "whole.zip"))
        self.hostile("a.zip", data[:len(data) // 3], "input-damaged", "input-damaged")
        self.hearsay = Hearsay(self.folder, "b.db")
        hurt = bytearray(data)
        hurt[90] ^= 0xFF
        self.hostile("b.zip", bytes(hurt), "input-damaged", sound=2)

    def test_truncated_members(self):
        whole = gzip.compress(html_record("ten"))
        rejections = self.hostile("a.warc.gz", whole[:-20] + gzip.compress(html_record("six")) + whole[:40], "input-damaged", "input-damaged", sound=2)
        self.assertEqual(rejections[0]["offset"], 0)
        self.hearsay = Hearsay(self.folder, "b.db")
        self.hostile("b.html.gz", gzip.compress(page().encode())[:-30], "input-damaged")

    def test_lying_lengths_of_records(self):
        ten, six, four = html_record("ten"), html_record("six"), html_record("four")
        for name, damaged in (("long", html_record("ten", length=10**6)), ("short", html_record("ten", length=100)),
                              ("huge", html_record("ten", length=10**18)), ("over", html_record("ten", length=2**64)),
                              ("negative", html_record("ten", length=-5)), ("words", html_record("ten", length="many")),
                              ("overlap", html_record("ten", length=len(ten)))):
            self.hearsay = Hearsay(self.folder, f"{name}.db")
            self.hostile(f"{name}.warc", six + damaged + four, "input-damaged", sound=3)
            self.assertEqual(self.rejections()[0][1], len(six))
            self.hearsay = Hearsay(self.folder, f"{name}-gz.db")
            self.hostile(f"{name}.warc.gz", b"".join(gzip.compress(part) for part in (six, damaged, four)), "input-damaged", sound=3)
            self.assertEqual(self.rejections()[0][1], len(gzip.compress(six)))

    def test_many_lying_lengths(self):
        """Each swallows its successors, but not the time."""
        lie = html_record("ten", length=7 << 20)
        self.bounded("a.warc", lie * 20000)
        self.assertEqual({code for _, _, code in self.rejections()}, {"input-damaged"})
        self.assertLessEqual(len(self.rejections()), 100)

    def test_lying_length_of_a_response(self):
        for number, field in enumerate(("Content-Length: 5", "Content-Length: 99999999", "Content-Length: x")):
            self.hearsay = Hearsay(self.folder, f"{number}.db")
            self.hostile(f"{number}.warc", record(response(page("ten").encode(), "200 OK", "text/html", field)), sound=2)

    def test_endless_heads(self):
        fields = tuple(f"X-{i}: {'y' * 50}" for i in range(100000))
        self.hostile("a.warc", record(response(page("ten").encode()), more=fields) + html_record("six"), "input-too-large", sound=2)
        self.hearsay = Hearsay(self.folder, "b.db")
        self.hostile("b.warc", record(response(page("ten").encode(), "200 OK", "text/html", *fields)) + html_record("six"), "input-too-large", sound=2)
        self.hearsay = Hearsay(self.folder, "c.db")
        self.hostile("c.warc", b"WARC/1.0\r\nX: " + b"y" * (50 << 20), "input-too-large")

    def test_zeros_and_invalid_utf8(self):
        self.hostile("a.html", bytes(1 << 20), "page-binary")
        for number, data in enumerate((page("ten").replace("Orvel", "Or\0vel").encode(), page("ten").encode().replace(b"Orvel", b"Or\xff\xc0\x80vel"))):
            self.hearsay = Hearsay(self.folder, f"{number}.db")
            self.hostile(f"{number}.html", data, sound=2)

    def test_entity_bombs(self):
        laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
        self.hostile("a.rss", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}]><rss><channel><item><title>T &l11;</title>'
                              f'<description>{text("ten")} &l11;</description></item></channel></rss>', sound=2)
        self.assertNotIn("lollol", self.hearsay.export().decode())

    def test_external_entities_are_not_read(self):
        self.write("secret.txt", "the secret of the house")
        secret = os.path.join(self.folder, "secret.txt")
        self.hostile("a.rss", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss><channel><item><title>T &x;</title>'
                              f'<description>{text("ten")} &x;</description></item></channel></rss>', sound=2)
        self.assertNotIn("secret of the house", self.hearsay.export().decode())

    def test_deep_xml(self):
        self.hostile("a.rss", "<rss>" + "<a>" * 1000000, "input-too-deep")
        self.hearsay = Hearsay(self.folder, "b.db")
        self.hostile("b.rss", "<rss>" + "<a/>" * 4000000 + "</rss>", "input-too-large")
        self.hearsay = Hearsay(self.folder, "c.db")
        self.hostile("c.rss", "<rss " + " ".join(f'a{i}="1"' for i in range(1500000)) + "></rss>")
        self.hearsay = Hearsay(self.folder, "d.db")
        self.hostile("d.rss", "<rss><channel>", "input-damaged")

    def test_deep_json(self):
        line = json.dumps({"text": text("ten"), "title": "T"})
        rejections = self.hostile("a.jsonl", '{"text":' + "[" * 5000000 + "\n" + line, "input-too-deep", sound=2)
        self.assertEqual(rejections[0]["input"], "a.jsonl#1")
        self.hearsay = Hearsay(self.folder, "b.db")
        self.hostile("b.json", "[" * 5000000, "input-damaged")
        self.hearsay = Hearsay(self.folder, "c.db")
        self.hostile("c.json", '{"a":' * 2000000, "input-damaged")

    def test_json_of_many_items(self):
        items = "[" + "1," * 5000000 + "1]"
        self.hostile("a.jsonl", '{"x":' + items + ',"title":"T","text":' + json.dumps(text("ten")) + "}", sound=2)
        self.hearsay = Hearsay(self.folder, "b.db")
        self.hostile("b.json", "[" + "1," * 100000000 + "1]", "input-damaged")
        self.hearsay = Hearsay(self.folder, "c.db")
        self.hostile("c.jsonl", "1\n" * 1000000, *["input-damaged"] * 100)

    def test_a_line_of_200_megabytes(self):
        line = json.dumps({"text": text("ten"), "title": "T"})
        self.hostile("a.jsonl", '{"text":"' + "a" * (200 << 20) + '"}\n' + line, "input-too-large", sound=2)
        self.hearsay = Hearsay(self.folder, "b.db")
        self.hostile("b.txt", "a" * (200 << 20), "input-too-large")
        self.hearsay = Hearsay(self.folder, "c.db")
        self.hostile("c.csv", "title,text\nT," + "a" * (200 << 20) + "\nT2,\"" + text("ten") + "\"\n", "input-too-large", sound=2)
        os.remove(os.path.join(self.folder, "a.jsonl"))
        self.hearsay = Hearsay(self.folder, "d.db")
        self.hostile("d.json", '{"text":"' + "a" * (200 << 20) + '"}', "input-too-large")

    def test_csv_with_an_unclosed_quote(self):
        rejections = self.hostile("a.csv", f"title,text\nOne,\"never closed\nTwo,{' '.join(PARAGRAPHS).replace(',', '').replace(chr(34), '')}\n", "input-damaged", sound=2)
        self.assertEqual(rejections[0]["input"], "a.csv#2")
        self.hearsay = Hearsay(self.folder, "b.db")
        codes = {r["code"] for r in self.bounded("b.csv", "title,text\n" + 'a,"b\n' + ",\n" * 6000000)}
        self.assertEqual(codes, {"input-damaged"})

    def test_csv_of_endless_columns(self):
        self.hostile("a.csv", "title,text\n" + "," * 1000000 + "\nT,\"" + text("ten") + "\"\n", "input-damaged", sound=2)

    def test_tables_without_text(self):
        self.hostile("a.csv", "a,b\n1,2\n", "input-unsupported")
        self.hearsay = Hearsay(self.folder, "b.db")
        self.hostile("b.xml", "<sitemap><url/></sitemap>", "input-unsupported")


if __name__ == "__main__":
    unittest.main()
