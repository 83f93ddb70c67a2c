"""No site of the pages gold is named in what decides on pages: sources, models, tables (but the table of outlets, which only
names them), training; tests apart. Skipped where the gold is not there."""
import os
import re
import sys
import unittest
from pathlib import Path
from urllib.parse import urlsplit

SOURCE = Path(os.environ.get("HEARSAY_SOURCE", Path(__file__).resolve().parent.parent))
GOLD = Path(os.environ.get("HEARSAY_GOLD", SOURCE.parent / "shared" / "gold"))
sys.path.insert(0, str(SOURCE / "evaluation"))
from pages_gold import read_pages  # noqa: E402

HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I)
FEWEST_HOSTS = 1000
READ = [("src", "*.cpp"), ("src", "*.h"), ("include", "*.h"), ("models", "*"), ("training", "*.py"), ("training", "*.cpp"),
        ("knowledge", "*.tsv")]
NAMES_OUTLETS = {"outlets.tsv"}


def hosts_of(pages):
    hosts = set()
    for page in pages:
        host = (urlsplit(page.url).hostname or "").lower().removeprefix("www.")
        if "." in host:
            hosts.add(host)
            hosts.add(page.site)
    return hosts


def named_in(text, hosts):
    """The hosts that stand in a text as words of their own, with or without labels before them."""
    found = set()
    for match in HOST.finditer(text.lower()):
        labels = match.group().strip(".").split(".")
        found.update(host for host in (".".join(labels[i:]) for i in range(len(labels) - 1)) if host in hosts)
    return found


class Hosts(unittest.TestCase):
    def test_a_host_is_found_wherever_it_stands(self):
        hosts = {"harbour.example", "bbc.example.uk"}
        self.assertEqual(named_in('if (host == "www.harbour.example")', hosts), {"harbour.example"})
        self.assertEqual(named_in("see news.bbc.example.uk, and more", hosts), {"bbc.example.uk"})
        self.assertEqual(named_in("harbour.examples the.harbour", hosts), set())

    def test_no_site_of_the_gold_is_named(self):
        hosts = hosts_of(read_pages(GOLD)) if (GOLD / "pages").is_dir() else set()
        if not hosts:
            self.skipTest(f"no pages under {GOLD}")
        self.assertGreater(len(hosts), FEWEST_HOSTS)
        files = [file for folder, pattern in READ for file in sorted((SOURCE / folder).rglob(pattern))
                 if file.is_file() and file.name not in NAMES_OUTLETS and not file.name.endswith("_test.cpp")]
        self.assertTrue(any(file.suffix == ".trees" for file in files))
        named = {str(file.relative_to(SOURCE)): names for file in files
                 if (names := named_in(file.read_text(encoding="utf-8", errors="replace"), hosts))}
        self.assertEqual(named, {})


if __name__ == "__main__":
    unittest.main()
