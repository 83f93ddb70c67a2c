#include "stages/statements/statements.h"

#include <utility>

#include "base/log.h"
#include "knowledge/knowledge.h"
#include "stages/statements/statement_reader.h"

namespace hearsay {
namespace {

using statements::ActLexicon;
using statements::CueLexicon;
using statements::ReaderBuffers;
using statements::StatementReader;

CueLexicon read_cues(const Knowledge& knowledge) {
  CueLexicon lexicon;
  Result<TableReader> rows = knowledge.rows("cues", {"cue", "kind", "act", "detail", "frames", "class"});
  if (!rows) {
    log(LogLevel::kWarning, rows.error().message);
  } else {
    while (rows->next())
      if (!lexicon.add((*rows)[0], (*rows)[1], (*rows)[2], (*rows)[3], (*rows)[4], (*rows)[5]))
        log(LogLevel::kWarning, rows->error("kind, act, detail, frame or class unknown").message);
  }
  Result<TableReader> misses = knowledge.rows("cue_near_misses", {"cue", "place", "word"});
  if (!misses) {
    log(LogLevel::kWarning, misses.error().message);
  } else {
    while (misses->next())
      if (!lexicon.add_near_miss((*misses)[0], (*misses)[1], (*misses)[2]))
        log(LogLevel::kWarning, misses->error("place unknown").message);
  }
  lexicon.seal();
  return lexicon;
}

ActLexicon read_acts(const Knowledge& knowledge) {
  ActLexicon lexicon;
  Result<TableReader> rows = knowledge.rows("act_words", {"word", "sign"});
  if (!rows) {
    log(LogLevel::kWarning, rows.error().message);
  } else {
    while (rows->next())
      if (!lexicon.add((*rows)[0], (*rows)[1])) log(LogLevel::kWarning, rows->error("sign unknown").message);
  }
  return lexicon;
}

class StatementsStage final : public DocStage {
 public:
  explicit StatementsStage(const Knowledge& knowledge)
      : reader_(read_cues(knowledge), read_acts(knowledge),
                [&knowledge](std::span<const std::string_view> words, size_t at) {
                  const auto found = knowledge.outlets(words, at);
                  if (found.empty() || found[0].weak) return statements::OutletAt{};
                  return statements::OutletAt{found.length(), found[0].entry->wire};
                }) {}
  std::string_view name() const override { return "statements"; }
  Layers needs() const override { return Layer::kArticle | Layer::kWords | Layer::kTimes | Layer::kActors; }
  Layers gives() const override { return only(Layer::kStatements); }
  Result<void> run(Document& document, Scratch& scratch) const override {
    reader_.read(document, scratch.get<ReaderBuffers>());
    return {};
  }

 private:
  StatementReader reader_;
};

}  // namespace

std::unique_ptr<const DocStage> make_statements_stage(const Knowledge& knowledge) {
  return std::make_unique<StatementsStage>(knowledge);
}

}  // namespace hearsay
