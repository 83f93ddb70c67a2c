#!/usr/bin/env python3
"""The three scrapers of evaluation/, and how the lines of a scrape are told body from the rest by the gold."""
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "evaluation"))
from scraped import counts, label_lines, lines_of_text, micro_f1, words_of  # noqa: E402
from scrapers import marked, rendered, stripped  # noqa: E402

PAGE = """<!DOCTYPE html><html><head><title>Bridge opens | The Ylva Post</title><style>p {color: red}</style></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav>
<script>var data = {"title": "Bridge opens"};</script>
<h1>Bridge at Sorrel opens</h1><p style="display:none">Nobody sees this.</p>
<p>The bridge opened on <a href="/mon">Monday</a>, the <b>mayor</b>
said.<br>Bread came first.</p><img alt="The bridge" src="/b.jpg"><div hidden>nor this</div>
<ul><li>One lorry</li><li>Two carts</li></ul></body></html>"""

STORY = """The bridge at Sorrel opened on Monday after ten days, the mayor said.

What was carried

Bread and flour came first, and the doctors of the mission followed in the afternoon.

No shots were heard on either bank of the river."""


class Scrapers(unittest.TestCase):
    def test_rendered_shows_what_a_browser_shows(self):
        self.assertEqual(rendered(PAGE), "Home\nWorld\n\nBridge at Sorrel opens\n\nThe bridge opened on Monday, the mayor said.\n"
                                         "Bread came first.\n\nOne lorry\nTwo carts\n")

    def test_stripped_keeps_scripts_and_what_is_hidden(self):
        text = stripped(PAGE)
        for words in ('var data = {"title": "Bridge opens"};', "Nobody sees this.", "nor this", "p {color: red}",
                      "The bridge opened on Monday, the mayor\nsaid.\nBread came first."):
            self.assertIn(words, text)
        self.assertNotIn("<", text)

    def test_marked_writes_markdown(self):
        text = marked(PAGE)
        for line in ("  * [Home](/)", "# Bridge at Sorrel opens", "The bridge opened on [Monday](/mon), the **mayor** said.",
                     "Bread came first.", "![The bridge](/b.jpg)", "  * One lorry"):
            self.assertIn(line, text.split("\n"))
        self.assertNotIn("Nobody", text)

    def test_bytes_are_read_by_their_declaration(self):
        self.assertIn("café", rendered("<meta charset=iso-8859-1><p>café</p>".encode("latin-1")))

    def test_what_is_never_closed_ends_with_the_page(self):
        for scraper in (rendered, stripped, marked):
            self.assertIn("words", scraper("<div><p>words<div><b>more<a href=x>"))


class Labels(unittest.TestCase):
    def label(self, text, title=""):
        lines = text.split("\n")
        return {line: label for line, label in zip(lines, label_lines(lines, STORY, title)[0]) if line}

    def test_body_and_the_rest(self):
        labels = self.label("Home\nBridge opens\n" + STORY + "\nComments\nBread is dear, said nobody.", title="Bridge opens")
        self.assertEqual([line for line, label in labels.items() if label], [line for line in STORY.split("\n") if line])
        self.assertIsNone(labels["Bridge opens"])
        self.assertIs(labels["Comments"], False)

    def test_of_a_sentence_in_a_teaser_and_in_the_story_only_the_story_is_body(self):
        first = STORY.split("\n")[0]
        for text in (first + "\nWorld\nSport\nMarkets\nWeather\n" + STORY, STORY + "\nWorld\nSport\nMarkets\n" + first):
            lines = text.split("\n")
            labels, _ = label_lines(lines, STORY)
            twice = [label for line, label in zip(lines, labels) if line == first]
            self.assertEqual(twice, [False, True] if text.startswith(first + "\nWorld") else [True, False])

    def test_a_heading_of_a_word_is_body_in_its_place_only(self):
        gold = STORY.replace("What was carried", "Flour")
        lines = ("Flour\n" + gold + "\nFlour").split("\n")
        labels, _ = label_lines(lines, gold)
        self.assertEqual([label for line, label in zip(lines, labels) if line == "Flour"], [False, True, False])

    def test_data_that_repeats_the_story_is_not_body(self):
        data = '{"headline": "x", "articleBody": "' + " ".join(STORY.split()) + '", "url": "y", "id": "z", "a": "b"}'
        lines = [data, *STORY.split("\n")]
        labels, found = label_lines(lines, STORY)
        self.assertIs(labels[0], False)
        self.assertEqual(found, 1.0)

    def test_targets_of_links_are_no_words(self):
        self.assertEqual(words_of("He [said](https://a.example/b_(c)) so"), ["he", "said", "so"])

    def test_lines_are_found_again_in_a_text_whole_joined_or_twice(self):
        lines = ["Teaser words", "Home", "The bridge opened on Monday, the mayor", "said so.", "Teaser words", "Bread came first."]
        labels = [False, False, True, True, True, True]
        self.assertEqual(lines_of_text(lines, "The bridge opened on Monday, the mayor said so.\nTeaser words\nBread came first.", labels),
                         {2, 3, 4, 5})
        self.assertEqual(lines_of_text(lines, "Home\nBread came first.", labels), {1, 5})
        self.assertEqual(counts(labels, {1, 5}), (1, 1, 3))
        self.assertAlmostEqual(micro_f1([(1, 1, 3)]), 1 / 3)


if __name__ == "__main__":
    unittest.main()
