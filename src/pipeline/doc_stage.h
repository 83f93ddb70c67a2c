// Phase A: stages that know one page and nothing else.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"

namespace hearsay {

// The layers of a document, in the order of Document's members.
enum class Layer : uint16_t {
  kPage = 1,
  kArticle = 2,
  kLanguage = 4,
  kSignature = 8,
  kWords = 16,
  kTimes = 32,
  kPlaces = 64,
  kActors = 128,
  kStatements = 256,
  kEvents = 512,
};
using Layers = uint16_t;
[[nodiscard]] constexpr Layers operator|(Layer a, Layer b) {
  return static_cast<Layers>(static_cast<Layers>(a) | static_cast<Layers>(b));
}
[[nodiscard]] constexpr Layers operator|(Layers a, Layer b) {
  return static_cast<Layers>(a | static_cast<Layers>(b));
}
[[nodiscard]] constexpr Layers only(Layer layer) { return static_cast<Layers>(layer); }
[[nodiscard]] std::string to_string(Layers layers);

// What a stage may keep between pages to save allocations: one per worker, never shared, never a result.
class Scratch {
 public:
  // One T for each type. The key is the address of a variable of the instantiation, not its typeid: two types
  // of one name in two unnamed namespaces have equal typeids under some compilers.
  template <class T>
  T& get() {
    static const char kKey = 0;
    std::shared_ptr<void>& slot = slots_[&kKey];
    if (!slot) slot = std::make_shared<T>();
    return *static_cast<T*>(slot.get());
  }

 private:
  std::map<const void*, std::shared_ptr<void>> slots_;
};

// One stage of phase A. Immutable after construction: any number of threads may call `run` at once, each with
// a scratch of its own. It reads the layers of `needs`, fills those of `gives`, and touches no other. An
// error rejects the page.
class DocStage {
 public:
  virtual ~DocStage() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;
  [[nodiscard]] virtual Layers needs() const = 0;
  [[nodiscard]] virtual Layers gives() const = 0;
  [[nodiscard]] virtual Result<void> run(Document& document, Scratch& scratch) const = 0;
};

// A rejection names the stage that refused.
struct StageError {
  std::string stage;
  Error error;
};

// Stages in order. `make` checks that each stage's needs are given by an earlier one (the page by the input),
// that no layer is given twice, and answers kStageOrder with the stage's name and the missing layer
// otherwise.
class Chain {
 public:
  [[nodiscard]] static Result<Chain> make(std::vector<std::unique_ptr<const DocStage>> stages);

  // Runs every stage over the document. Stops at the first that refuses.
  [[nodiscard]] std::optional<StageError> run(Document& document, Scratch& scratch) const;

  [[nodiscard]] const std::vector<std::unique_ptr<const DocStage>>& stages() const { return stages_; }

 private:
  std::vector<std::unique_ptr<const DocStage>> stages_;
};

}  // namespace hearsay
