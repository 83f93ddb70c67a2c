#include "store/document_content.h"

#include "store/printer.h"

namespace hearsay {
namespace {

class ContentPrinter {
 public:
  ContentPrinter(std::string& out, const Document& document) : out_(out), print_(out, document) {}

  template <class Row>
  void row(std::string_view layer, const Row& row) {
    begin(layer);
    layout::describe(print_, row);
    print_.end_row();
  }
  template <class Row>
  void rows(std::string_view layer, const std::vector<Row>& rows) {
    for (const Row& one : rows) row(layer, one);
  }
  void begin(std::string_view layer) {
    out_ += layer;
    out_ += '\t';
  }
  Printer& print() { return print_; }

 private:
  std::string& out_;
  Printer print_;
};

}  // namespace

void print_content(std::string& out, const Document& d) {
  ContentPrinter content(out, d);
  content.row("document", d);
  content.begin("text");
  content.print().text("sha256", to_hex(d.article.text_sha256));
  content.print().span("title", d.article.title);
  content.print().span("body", d.article.body);
  content.print().span("captions", d.article.captions);
  content.print().end_row();
  content.begin("signature");
  for (const uint32_t value : d.signature.minhash) content.print().number("m", value);
  for (const uint64_t value : d.signature.paragraphs)
    content.print().number("p", static_cast<int64_t>(value));
  content.print().end_row();
  content.rows("paragraph", d.article.paragraphs);
  content.rows("byline", d.article.byline);
  content.rows("via", d.article.via);
  content.rows("time", d.times);
  content.rows("place", d.places);
  for (const Actor& actor : d.actors) {
    content.begin("actor");
    layout::describe(content.print(), actor);
    content.print().texts("names", actor.names);
    content.print().end_row();
    content.rows(" office", actor.offices);
  }
  content.rows("mention", d.mentions);
  content.rows("statement", d.statements);
  for (const Event& event : d.events) {
    content.row("event", event);
    for (const EventMention& mention : event.mentions) {
      content.row(" mention", mention);
      content.rows("  count", mention.counts);
    }
  }
}

Sha256 content_hash(const Document& document) {
  std::string text;
  text.reserve(32 << 10);
  print_content(text, document);
  return sha256(text);
}

}  // namespace hearsay
