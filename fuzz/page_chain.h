// The whole of phase A over one page made of the fuzzer's bytes.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "engine/chain.h"
#include "knowledge/knowledge.h"
#include "output/document_json.h"
#include "store/soundness.h"

namespace hearsay {

// Whatever the bytes are, the page is read or refused; what is read must hold together and print.
inline void read_page(const uint8_t* data, size_t size, PageFormat format) {
  static const Result<Chain> chain = make_chain(Knowledge::builtin());
  static Scratch scratch;
  if (!chain) std::abort();
  Document document;
  document.page.bytes.assign(reinterpret_cast<const char*>(data), size);
  document.page.name = "page";
  document.page.format = format;
  document.page.capture.path = format == PageFormat::kHtml ? "page.html" : "page.txt";
  document.page.sha256 = sha256(document.page.bytes);
  if (chain->run(document, scratch)) return;
  if (const Result<void> sound = check_soundness(document); !sound) {
    std::fprintf(stderr, "unsound document: %s\n", sound.error().message.c_str());
    std::abort();
  }
  if (document_json(document).dump(-1, ' ', false, Json::error_handler_t::strict).empty()) std::abort();
}

}  // namespace hearsay
