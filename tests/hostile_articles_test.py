#!/usr/bin/env python3
"""Articles as long as the limit lets through, made to be expensive for the stages behind the extractor: `hearsay read` takes no more
than 2 s of processor time for the page and 500 MB (more under sanitizers); what it takes across pages is bounded too."""
import os
import re
import tempfile
import unittest

from built_command import is_sanitized, measured

ALLOWANCE = 20 if is_sanitized() else 1
PAGE_SECONDS, WHOLE_SECONDS, MEGABYTES = 2.0, 20.0, 500
LONGEST = 515_000  # bytes; articles of more than 512 KB are refused
SENTENCE = ("The foreign minister of Mongolia, Sevan Orlan, said on Tuesday that the army of Zambia had shelled the town of Dolmas "
            "{0} times, and that \"nobody will leave\" before the end of the week. ")

BODIES = {
    "one paragraph of many sentences": lambda: repeat(SENTENCE),
    "one sentence, each saying inside the one before": lambda: repeat("he said that the minister said that "),
    "verbs of saying and of harm without end": lambda: repeat("said denied accused killed shelled met agreed "),
    "one truce, told again and again": lambda: repeat("On {0} March 2031 the army said the truce held. ", most=28),
    "thousands of persons": lambda: repeat("Sevan Orlan{0} and Adela Morwen{0} met John{0} Smith{0} in Dolmas on Tuesday, the "
                                           "ministry said.\n\n"),
    "quotation marks without end": lambda: repeat('"no" '),
    "places without end": lambda: "They shelled " + repeat("the town of Dol{0}, ") + "the army said in a statement.",
    "brackets that never close": lambda: repeat("the army said (the truce of {0} "),
}


def repeat(unit, most=10 ** 9):
    out, size, number = [], 0, 0
    while size < LONGEST - 300:
        number += 1
        out.append(unit.replace("{0}", str(number % most + 1)))
        size += len(out[-1])
    return "".join(out)


class HostileArticles(unittest.TestCase):
    def test_each(self):
        for name, body in BODIES.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                page = os.path.join(folder, "page.txt")
                with open(page, "w", encoding="utf-8") as f:
                    f.write("A long headline about the truce\n\n3 May 2031\n\n" + body() + "\n")
                done = measured("read", "--threads", "1", "--record", os.path.join(folder, "r.db"), page)
                told = done.err.decode("utf-8", "replace")
                self.assertIn(done.status, (0, 2), told)
                # Of the whole processor time the part that the report gives to the pages.
                pages, index, across = (float(re.search(r"([\d.]+) s " + what, told)[1])
                                        for what in ("for the pages", "for the full-text index", "across pages"))
                of_page = done.seconds * pages / max(0.01, pages + index + across)
                if os.environ.get("HEARSAY_SHOW_COSTS"):
                    print(f"{name}: {of_page:.2f} s of {done.seconds:.2f} s, {done.megabytes:.0f} MB")
                self.assertLess(of_page, PAGE_SECONDS * ALLOWANCE, told)
                self.assertLess(done.seconds, WHOLE_SECONDS * ALLOWANCE, told)
                self.assertLess(done.megabytes, MEGABYTES * ALLOWANCE)


if __name__ == "__main__":
    unittest.main()
