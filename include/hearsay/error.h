// Errors of Hearsay: one stable code for each thing that can go wrong, and a result that must be looked at.
//
// Codes are part of the interface: tests, scripts and the `rejection` table use them; wording may change.
// Nothing in Hearsay throws for bad input. A page that can't be read becomes a rejection and the run goes on.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace hearsay {

enum class ErrorCode {
  // input: the thing named could not be opened or framed
  kInputNotFound,     // no such file or folder
  kInputUnreadable,   // it is there, but reading it fails
  kInputUnsupported,  // a format that this version does not read
  kInputDamaged,   // compressed data that does not unpack; a record, entry, line or member that is cut short
                   // or lies about its length; XML or JSON that does not parse
  kInputTooLarge,  // more bytes than `ReadOptions::max_page_bytes`, before or after unpacking; or a header, a
                   // row, a feed beyond the limit of its format
  kInputTooDeep,   // XML or JSON nested deeper than any feed or line of pages
  kInputBomb,      // unpacks to hundreds of times its size: nothing more is read of that file
  // page: what the extractor refuses
  kPageEmpty,    // no bytes, or white space only
  kPageBinary,   // NUL bytes or no text at all
  kPageTooDeep,  // elements nested deeper than the limit
  kPageTooManyAttributes,
  kPageTooManyNodes,
  kPageTooSlow,    // the time for one page ran out
  kPageTooLong,    // an article of more text than the limit
  kPageNoArticle,  // parsed, but nothing that reads like an article
  // record: the file that holds the record
  kRecordNotFound,
  kRecordNotARecord,  // a file, but not one of ours, or damaged
  kRecordTooNew,      // written by a later version
  kRecordBusy,        // another process writes to it
  kRecordFailed,      // SQLite refused; the message has its words
  // asking
  kNoSuchId,
  kBadFilter,  // a filter that this list can't have, or a value that it can't read
  kBadOption,
  // verify
  kHashMismatch,
  kWordsMismatch,
  // house
  kBadTable,    // a line of a knowledge table that does not parse
  kStageOrder,  // a stage needs a layer that no earlier one gives
  kInternal,
};

// The code's stable name, such as "page-too-deep". Lives as long as the program.
[[nodiscard]] std::string_view to_string(ErrorCode code);

// What went wrong: the code, and a sentence that says what, where and what to do.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
};

// A page, or a path, that was refused: where it stands, which stage refused it, and the error's code and
// message.
struct RejectedPage {
  std::string input, stage, code, message;
};

// A value, or the error that stands in its place. `value()` on an error is undefined: ask `ok()` first.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}

  bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return error_; }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace hearsay
