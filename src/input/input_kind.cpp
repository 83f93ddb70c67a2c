#include "input/input_kind.h"

#include "input/page_names.h"

namespace hearsay {

InputKind kind_by_name(std::string_view name) {
  name = without_packing(name);
  if (name.ends_with(".warc") || name.ends_with(".wet")) return InputKind::kWarc;
  if (!page_suffix(name).empty()) return InputKind::kPage;
  return InputKind::kUnknown;
}

InputKind kind_by_content(std::string_view head) {
  if (head.starts_with("WARC/0.") || head.starts_with("WARC/1.")) return InputKind::kWarc;
  return InputKind::kPage;
}

}  // namespace hearsay
