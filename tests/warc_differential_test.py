#!/usr/bin/env python3
"""WARC files as the Python library warcio writes them, read by the command and by warcio: the same pages, at the same places, with the
same bytes. Files that are damaged by hand: every record that warcio still reads from a whole member, the command reads as well."""
import gzip
import hashlib
import io
import os
import random
import tempfile
import unittest
import zlib

from own_python import lacks

MISSING = lacks("warcio") or lacks("brotli")
if not MISSING:
    import brotli
    from warcio.archiveiterator import ArchiveIterator
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

from built_command import Hearsay

NAMES = "Anvar Besmir Corvin Dragan Elvira Farhad Goran Hadiza Ilir Jasna Karim Lirika".split()
PLACES = "Dolmas Kareth Orvel Tessin Umbra Velden".split()


def story(draw):
    """A page that nobody wrote before."""
    a, b, place, other = draw.choice(NAMES), draw.choice(NAMES), draw.choice(PLACES), draw.choice(PLACES)
    number = draw.randrange(3, 97)
    title = f"{a} says talks in {place} will resume after {number} days"
    paragraphs = [f"The mayor of {place}, {a} Morwen, said on Tuesday that the talks would resume after {number} days.",
                  f"\"We have agreed on {number + 2} points with {other},\" he told reporters in front of the town hall.",
                  f"{b} Tavik, who speaks for the farmers of {other}, denied that anything had been signed, café owners said."]
    return (f"<!doctype html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body><article><h1>{title}</h1>"
            + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article></body></html>").encode()


def chunked(body, size=100):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


class Archive:
    """Writes a WARC with all that crawlers write, and remembers nothing: the readers must find out."""

    def __init__(self, path, packed, seed, version="1.0"):
        self.draw = random.Random(seed)
        self.count = 0
        with open(path, "wb") as f:
            self.writer = WARCWriter(f, gzip=packed, warc_version=version)
            self.writer.write_record(self.writer.create_warcinfo_record(os.path.basename(path), {"software": "none"}))
            for _ in range(30):
                self.one()

    def address(self):
        self.count += 1
        return f"http://news.example/{self.count}/story"

    def response(self, body, status="200 OK", kind="text/html; charset=utf-8", *fields):
        head = [("Content-Type", kind)] if kind else []
        http = StatusAndHeaders(status, [*head, *fields], protocol="HTTP/1.1")
        return self.writer.create_warc_record(self.address(), "response", payload=io.BytesIO(body), http_headers=http)

    def one(self):
        body = story(self.draw)
        write = self.writer.write_record
        case = self.draw.randrange(15)
        if case == 0:
            write(self.response(body))
        elif case == 1:
            write(self.response(chunked(body), "200 OK", "text/html", ("Transfer-Encoding", "chunked")))
        elif case == 2:
            write(self.response(gzip.compress(body), "200 OK", "text/html", ("Content-Encoding", "gzip")))
        elif case == 3:
            write(self.response(chunked(gzip.compress(body)), "200 OK", "application/xhtml+xml", ("Content-Encoding", "gzip"),
                                ("Transfer-Encoding", "chunked")))
        elif case == 4:
            write(self.response(zlib.compress(body), "200 OK", "text/html", ("Content-Encoding", "deflate")))
        elif case == 5:
            write(self.response(raw_deflate(body), "200 OK", "TEXT/HTML", ("Content-Encoding", "deflate")))
        elif case == 6:
            write(self.response(body, "200 OK", None))
        elif case == 7:
            write(self.response(body, "404 Not Found"))
            write(self.response(b"", "301 Moved Permanently", "text/html", ("Location", "http://news.example/")))
        elif case == 8:
            write(self.response(bytes(self.draw.randrange(256) for _ in range(3000)), "200 OK", "image/jpeg"))
        elif case == 9:
            record = self.response(body)
            write(self.writer.create_revisit_record(self.address(), "sha1:AAAA", "http://news.example/1/story", "2031-03-01T00:00:00Z",
                                                    http_headers=record.http_headers))
        elif case == 10:
            self.writer.write_request_response_pair(
                self.writer.create_warc_record("http://news.example/asked", "request", payload=io.BytesIO(b""),
                                               http_headers=StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example")], is_http_request=True)),
                self.response(body))
        elif case == 11:
            write(self.writer.create_warc_record(self.address(), "resource", payload=io.BytesIO(body), warc_content_type="text/html"))
        elif case == 12:
            text = body.decode().replace("</p>", "\n\n").replace("</h1>", "\n\n")
            text = "".join(part.split(">")[-1] for part in text.split("<"))
            write(self.writer.create_warc_record(self.address(), "conversion", payload=io.BytesIO(text.encode()), warc_content_type="text/plain"))
        elif case == 13:
            write(self.response(brotli.compress(body), "200 OK", "text/html", ("Content-Encoding", "br")))
        else:
            write(self.response(chunked(body), "200 OK", "text/html", ("Transfer-Encoding", "chunked"), ("Content-Length", "7")))


def is_page(record):
    if record.rec_type == "response":
        kind = (record.http_headers.get_header("Content-Type") or "text/html").split(";")[0].strip().lower()
        return record.http_headers.get_statuscode() == "200" and kind in ("text/html", "application/xhtml+xml")
    return record.rec_type in ("resource", "conversion")


def payload(record):
    """Decoded; warcio 1.8 fails over brotli."""
    if record.http_headers and record.http_headers.get_header("Content-Encoding") == "br":
        return brotli.decompress(record.raw_stream.read())
    return record.content_stream().read()


def by_warcio(path):
    """{(address, offset, length, sha256 of the payload)} of the pages."""
    pages = set()
    with open(path, "rb") as f:
        records = ArchiveIterator(f)
        for record in records:
            page = is_page(record)
            digest = hashlib.sha256(payload(record)).hexdigest() if page else None
            address = record.rec_headers.get_header("WARC-Target-URI")
            offset, length = records.get_record_offset(), records.get_record_length()
            if page:
                pages.add((address, offset, length, digest))
    return pages


def by_command(record):
    return {(c["address"], c["warc_record_offset"], c["warc_record_length"], d["sha256"]) for d in record.documents() for c in d["captures"]}


@unittest.skipIf(MISSING, MISSING)
class WarcDifferential(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def archive(self, name, packed, seed, version="1.0"):
        path = os.path.join(self.folder, name)
        Archive(path, packed, seed, version)
        return path

    def same(self, path, name="r.db"):
        hearsay = Hearsay(self.folder, name)
        hearsay.read(path)
        pages = by_warcio(path)
        self.assertGreater(len(pages), 5)
        self.assertEqual(by_command(hearsay), pages)
        self.assertEqual(hearsay.rows("rejections"), [])
        return hearsay

    def test_a_member_for_each_record(self):
        for seed in range(4):
            self.same(self.archive(f"packed{seed}.warc.gz", True, seed, ("1.0", "1.1")[seed % 2]), f"packed{seed}.db")

    def test_not_packed(self):
        for seed in range(4):
            self.same(self.archive(f"plain{seed}.warc", False, seed, ("1.0", "1.1")[seed % 2]), f"plain{seed}.db")

    def test_pages_are_found_again_for_verify(self):
        for name in ("kept.warc.gz", "kept.warc"):
            path = self.archive(name, name.endswith("gz"), 11)
            hearsay = self.same(path, name + ".db")
            answer = hearsay.run("verify", "--pages", self.folder).decode()
            self.assertNotIn("not checked", answer)

    def test_members_cut_and_scrambled(self):
        """Damage to a few members leaves all others. A member is whole where zlib unpacks it by itself."""
        path = self.archive("whole.warc.gz", True, 5)
        pages = by_warcio(path)
        data = open(path, "rb").read()
        draw = random.Random(3)
        for attempt in range(6):
            hurt, places = bytearray(data), sorted(draw.sample(sorted(pages), 3))
            for _, offset, length, _ in places:
                kind = draw.randrange(3)
                if kind == 0:
                    hurt[offset + length // 2] ^= 0x55
                elif kind == 1:
                    hurt[offset:offset + 10] = bytes(10)
                else:
                    hurt[offset + length - 6] ^= 1  # the checksum
            damaged = os.path.join(self.folder, f"damaged{attempt}.warc.gz")
            with open(damaged, "wb") as f:
                f.write(hurt)
            hearsay = Hearsay(self.folder, f"damaged{attempt}.db")
            hearsay.read(damaged, allowed=(2,))
            expected = {page for page in pages if page not in places}
            self.assertEqual({p[:2] + p[3:] for p in by_command(hearsay)}, {p[:2] + p[3:] for p in expected})
            rejected = {row["offset"] for row in hearsay.rows("rejections")}
            self.assertEqual(rejected, {offset for _, offset, _, _ in places})

    def test_cut_anywhere(self):
        """Whatever stands before the cut is read, and the rest is one rejection at most."""
        for packed in (True, False):
            path = self.archive("cut.warc.gz" if packed else "cut.warc", packed, 8)
            pages = by_warcio(path)
            data = open(path, "rb").read()
            for cut in (len(data) // 3, len(data) // 2, len(data) - 2000):
                shorter = os.path.join(self.folder, f"cut{cut}.{'warc.gz' if packed else 'warc'}")
                with open(shorter, "wb") as f:
                    f.write(data[:cut])
                hearsay = Hearsay(self.folder, f"cut{packed}{cut}.db")
                hearsay.read(shorter, allowed=(0, 2))
                whole = {page for page in pages if page[1] + page[2] <= cut}
                self.assertLessEqual({p[:2] + p[3:] for p in whole}, {p[:2] + p[3:] for p in by_command(hearsay)})
                self.assertLessEqual(len(hearsay.rows("rejections")), 1)


if __name__ == "__main__":
    unittest.main(warnings="ignore")  # warcio leaves its temporary files to the collector
