"""The measures of `./do evaluate pages`, on values small enough to work out by hand."""
import os
import sys
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HEARSAY_SOURCE", Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(SOURCE / "evaluation"))
import pages  # noqa: E402
from pages_gold import GoldPage, author_set, folded  # noqa: E402
from resampling import interval  # noqa: E402


def page(**values):
    return GoldPage("set", "id", Path("id.html.gz"), values.pop("url", "https://www.example.org/a"), **values)


class Texts(unittest.TestCase):
    def test_segments_are_sought_in_normal_white_space(self):
        gold = page(with_segments=["one two", "three"], without_segments=["menu", "share"])
        self.assertEqual(pages.segments(gold, "one\n two and the menu"), (1, 1, 1))
        self.assertEqual(pages.segments(gold, ""), (0, 0, 2))
        self.assertAlmostEqual(pages.segment_f([(1, 1, 1), (0, 0, 2)]), 2 / (2 + 1 + 3))

    def test_words_are_bags_without_case(self):
        self.assertAlmostEqual(pages.word_f1(page(text="The truce, the truce"), "the TRUCE holds"), 2 * 2 / (4 + 3))
        self.assertEqual(pages.word_f1(page(text="a b"), ""), 0)

    def test_shingles_are_multisets_with_case(self):
        gold = page(text="a b c d e")
        self.assertEqual(pages.shingle_rates(gold, "a b c d"), (1, 0.5))
        self.assertEqual(pages.shingle_rates(gold, "A b c d"), (0, 0))
        self.assertEqual(pages.shingles("one two"), {("one", "two"): 1})

    def test_a_page_without_output_lowers_recall_alone(self):
        self.assertEqual(pages.shingle_rates(page(text="a b c d"), ""), (None, 0))
        self.assertAlmostEqual(pages.shingle_f1([(1, 1), (None, 0)]), 2 * 1 * 0.5 / 1.5)


class Values(unittest.TestCase):
    def test_only_a_single_day_is_a_date(self):
        gold = page(date="2031-05-02")
        self.assertTrue(pages.date_right(gold, {"published": ["2031-05-02T23:30:00-05:00"] * 2}))
        self.assertFalse(pages.date_right(gold, {"published": ["2031-05-02", "2031-05-03"]}))
        self.assertFalse(pages.date_right(gold, {"published": ["2031-05-02", None]}))
        self.assertFalse(pages.date_right(gold, {"published": None}))

    def test_titles_are_folded(self):
        self.assertEqual(folded("\u201cNo\u201d  \u2013 says\u00a0O\u2019Hara"), folded("'no' - Says O'Hara"))
        self.assertNotEqual(folded("A truce"), folded("The truce"))

    def test_authors_are_sets(self):
        self.assertEqual(author_set(["By Ana Tesk and Bo Rill"]), author_set(["Bo Rill", "Ana Tesk"]))
        self.assertNotEqual(author_set(["Ana Tesk"]), author_set(["Ana Tesk", "Bo Rill"]))
        self.assertEqual(author_set(["Sandy Andersen"]), {"sandy andersen"})


class Parts(unittest.TestCase):
    def test_a_site_stands_on_one_side(self):
        self.assertEqual(page(url="https://www.example.org/a").part, page(url="http://news.example.org/b").part)
        self.assertEqual(page(url="https://a.example.co.uk/").site, "example.co.uk")

    def test_about_a_tenth_is_for_test(self):
        share = sum(page(url=f"https://site{n}.org/").part == "test" for n in range(2000)) / 2000
        self.assertTrue(0.07 < share < 0.13, share)


class Intervals(unittest.TestCase):
    def test_an_interval_holds_the_mean_and_narrows(self):
        few, many = [0.0, 1.0] * 10, [0.0, 1.0] * 1000
        low, high = interval(few, pages.mean)
        self.assertTrue(0.2 < low < 0.5 < high < 0.8, (low, high))
        narrow = interval(many, pages.mean)
        self.assertLess(narrow[1] - narrow[0], (high - low) / 4)
        self.assertEqual(interval([1.0] * 5, pages.mean), (1.0, 1.0))


if __name__ == "__main__":
    unittest.main()
