#include "stages/language/language.h"

#include "stages/language/detect.h"
#include "stages/language/translation_note.h"

namespace hearsay {
namespace {

class LanguageStage final : public DocStage {
 public:
  std::string_view name() const override { return "language"; }
  Layers needs() const override { return only(Layer::kPage) | Layer::kArticle; }
  Layers gives() const override { return only(Layer::kLanguage); }

  Result<void> run(Document& document, Scratch&) const override {
    const DetectedLanguage detected =
        detect_language(document.words_of(document.article.body), document.words_of(document.article.title));
    document.language.code = detected.code;
    document.language.reliable = detected.reliable;
    TranslationNote note = find_translation_note(document.text);
    // Plain text pages lose their credits on the way to the body; markup would only bring scripts' words.
    if (note.kind == Translation::kUnknown && document.page.format == PageFormat::kText)
      note = find_translation_note(document.page.bytes);
    document.language.translation = note.kind;
    document.language.translated_from = note.from;
    return {};
  }
};

}  // namespace

std::unique_ptr<const DocStage> make_language_stage(const Knowledge&) {
  return std::make_unique<LanguageStage>();
}

}  // namespace hearsay
