#include "stages/analyse/analyse.h"

#include "text/quote_marks.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace hearsay {
namespace {

struct Buffers {
  std::vector<Token> tokens;
  std::vector<uint32_t> first_tokens, ends;
  std::vector<QuotedRange> quotes;
};

struct Block {
  Span span;
  uint32_t paragraph = kNone;
};

WordKind word_kind(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return WordKind::kWord;
    case TokenKind::kNumber:
      return WordKind::kNumber;
    case TokenKind::kPunctuation:
      return WordKind::kPunctuation;
    case TokenKind::kOpenQuote:
      return WordKind::kOpenQuote;
    case TokenKind::kCloseQuote:
      return WordKind::kCloseQuote;
  }
  return WordKind::kPunctuation;
}

// Consecutive blocks of one part: quotations may run from one to the next, sentences may not.
void analyse_part(const std::string& text, const std::vector<Block>& blocks, Part part, Buffers& buffers,
                  Words& out) {
  buffers.tokens.clear();
  buffers.first_tokens.clear();
  buffers.quotes.clear();
  for (const Block& block : blocks) {
    buffers.first_tokens.push_back(static_cast<uint32_t>(buffers.tokens.size()));
    tokenize(text, block.span.begin, block.span.end, buffers.tokens);
  }
  pair_quotes(text, buffers.tokens, buffers.first_tokens, buffers.quotes);
  for (const QuotedRange& q : buffers.quotes)
    out.quotations.push_back({{q.outer_begin, q.outer_end}, {q.inner_begin, q.inner_end}});
  const uint32_t base = static_cast<uint32_t>(out.words.size());
  for (const Token& token : buffers.tokens)
    out.words.push_back({{token.begin, token.end}, word_kind(token.kind), token.capital, false});
  for (size_t b = 0; b < blocks.size(); ++b) {
    const uint32_t first = buffers.first_tokens[b];
    const uint32_t end =
        b + 1 < blocks.size() ? buffers.first_tokens[b + 1] : static_cast<uint32_t>(buffers.tokens.size());
    buffers.ends.clear();
    split_sentences(text, buffers.tokens, first, end, buffers.ends);
    uint32_t from = first;
    for (const uint32_t to : buffers.ends) {
      Sentence sentence;
      sentence.span = {buffers.tokens[from].begin, buffers.tokens[to - 1].end};
      sentence.first_word = base + from;
      sentence.last_word = base + to;
      sentence.paragraph = blocks[b].paragraph;
      sentence.part = part;
      out.words[sentence.first_word].sentence_start = true;
      out.sentences.push_back(sentence);
      from = to;
    }
  }
}

// Captions stand in one range with a blank line between.
std::vector<Block> caption_blocks(const std::string& text, Span captions) {
  std::vector<Block> blocks;
  for (uint32_t at = captions.begin; at < captions.end;) {
    const size_t gap = text.find("\n\n", at);
    const uint32_t end =
        gap == std::string::npos || gap > captions.end ? captions.end : static_cast<uint32_t>(gap);
    blocks.push_back({{at, end}, kNone});
    at = end + 2;
  }
  return blocks;
}

class AnalyseStage final : public DocStage {
 public:
  std::string_view name() const override { return "analyse"; }
  Layers needs() const override { return Layer::kArticle | Layer::kLanguage; }
  Layers gives() const override { return only(Layer::kWords); }

  Result<void> run(Document& document, Scratch& scratch) const override {
    document.words = {};
    if (!document.language.is_english()) return {};
    Buffers& buffers = scratch.get<Buffers>();
    Words& out = document.words;
    out.words.reserve(document.text.size() / 5);
    const Article& article = document.article;
    if (!article.title.empty())
      analyse_part(document.text, {{article.title, kNone}}, Part::kTitle, buffers, out);
    std::vector<Block> body;
    for (size_t i = 0; i < article.paragraphs.size(); ++i)
      body.push_back({article.paragraphs[i].span, static_cast<uint32_t>(i)});
    analyse_part(document.text, body, Part::kBody, buffers, out);
    if (!article.captions.empty())
      analyse_part(document.text, caption_blocks(document.text, article.captions), Part::kCaption, buffers,
                   out);
    return {};
  }
};

}  // namespace

std::unique_ptr<const DocStage> make_analyse_stage(const Knowledge&) {
  return std::make_unique<AnalyseStage>();
}

}  // namespace hearsay
