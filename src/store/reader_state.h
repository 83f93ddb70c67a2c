// What a Reader holds.
#pragma once

#include <optional>

#include "store/document_loader.h"
#include "store/reader.h"

namespace hearsay {

struct Reader::Impl {
  explicit Impl(Database opened) : database(std::move(opened)) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Database database;
  // Statements are kept between documents.
  std::optional<DocumentLoader> loader;
  std::vector<Sql> span_checks;  // of verify, parallel to its tables
};

}  // namespace hearsay
