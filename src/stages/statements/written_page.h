// For this folder's tests: a document made of written paragraphs, with its words cut, and the reader over the
// shipped lexica.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "pipeline/doc_stage.h"
#include "record/document.h"
#include "stages/statements/statements.h"
#include "text/quote_marks.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace hearsay::statements {

inline Document written_page(const std::vector<std::string>& paragraphs, std::string_view title = "") {
  Document document;
  lay_out_text(document, title, paragraphs, {}, {}, {});
  document.language.code = "en";
  std::vector<Token> tokens;
  std::vector<uint32_t> first_tokens, ends;
  std::vector<QuotedRange> quotes;
  struct Block {
    Span span;
    Part part;
    uint32_t paragraph;
  };
  std::vector<Block> blocks;
  if (!document.article.title.empty()) blocks.push_back({document.article.title, Part::kTitle, kNone});
  for (uint32_t i = 0; i < document.article.paragraphs.size(); ++i)
    blocks.push_back({document.article.paragraphs[i].span, Part::kBody, i});
  for (const Block& block : blocks) {
    first_tokens.push_back(static_cast<uint32_t>(tokens.size()));
    tokenize(document.text, block.span.begin, block.span.end, tokens);
  }
  pair_quotes(document.text, tokens, first_tokens, quotes);
  for (const Token& t : tokens)
    document.words.words.push_back({{t.begin, t.end}, static_cast<WordKind>(t.kind), t.capital, false});
  for (const QuotedRange& q : quotes)
    document.words.quotations.push_back({{q.outer_begin, q.outer_end}, {q.inner_begin, q.inner_end}});
  for (size_t b = 0; b < blocks.size(); ++b) {
    const uint32_t first = first_tokens[b],
                   end = b + 1 < blocks.size() ? first_tokens[b + 1] : static_cast<uint32_t>(tokens.size());
    ends.clear();
    split_sentences(document.text, tokens, first, end, ends);
    uint32_t from = first;
    for (const uint32_t to : ends) {
      document.words.words[from].sentence_start = true;
      document.words.sentences.push_back(
          {{tokens[from].begin, tokens[to - 1].end}, from, to, blocks[b].paragraph, blocks[b].part});
      from = to;
    }
  }
  return document;
}

// Marks the first occurrence of `words` as a mention of the actor of that index, made where it does not exist
// yet.
inline void mention(Document& document, std::string_view words, uint32_t actor, ActorKind kind,
                    MentionForm form = MentionForm::kName) {
  const size_t at = document.text.find(words);
  if (at == std::string::npos) return;
  while (document.actors.size() <= actor) document.actors.emplace_back();
  Actor& who = document.actors[actor];
  if (who.name.empty() && form != MentionForm::kPronoun) who.name = words;
  who.kind = kind;
  ActorMention m;
  m.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  m.actor = actor;
  m.form = form;
  document.mentions.push_back(m);
}

inline Document read_page(const std::vector<std::string>& paragraphs, std::string_view title = "") {
  Document document = written_page(paragraphs, title);
  Scratch scratch;
  static const auto kStage = make_statements_stage(Knowledge::builtin());
  (void)kStage->run(document, scratch);
  return document;
}

// The statement whose content contains `words`; an empty one where none does.
inline Statement statement_of(const Document& document, std::string_view words) {
  for (const Statement& s : document.statements)
    if (std::string_view(document.text).substr(s.content.begin, s.content.size()).find(words) !=
        std::string_view::npos)
      return s;
  return {};
}

}  // namespace hearsay::statements
