#include <hearsay/error.h>

namespace hearsay {

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInputNotFound:
      return "input-not-found";
    case ErrorCode::kInputUnreadable:
      return "input-unreadable";
    case ErrorCode::kInputUnsupported:
      return "input-unsupported";
    case ErrorCode::kInputDamaged:
      return "input-damaged";
    case ErrorCode::kInputTooLarge:
      return "input-too-large";
    case ErrorCode::kInputTooDeep:
      return "input-too-deep";
    case ErrorCode::kInputBomb:
      return "input-bomb";
    case ErrorCode::kPageEmpty:
      return "page-empty";
    case ErrorCode::kPageBinary:
      return "page-binary";
    case ErrorCode::kPageTooDeep:
      return "page-too-deep";
    case ErrorCode::kPageTooManyAttributes:
      return "page-too-many-attributes";
    case ErrorCode::kPageTooManyNodes:
      return "page-too-many-nodes";
    case ErrorCode::kPageTooSlow:
      return "page-too-slow";
    case ErrorCode::kPageTooLong:
      return "page-too-long";
    case ErrorCode::kPageNoArticle:
      return "page-no-article";
    case ErrorCode::kRecordNotFound:
      return "record-not-found";
    case ErrorCode::kRecordNotARecord:
      return "record-not-a-record";
    case ErrorCode::kRecordTooNew:
      return "record-too-new";
    case ErrorCode::kRecordBusy:
      return "record-busy";
    case ErrorCode::kRecordFailed:
      return "record-failed";
    case ErrorCode::kNoSuchId:
      return "no-such-id";
    case ErrorCode::kBadFilter:
      return "bad-filter";
    case ErrorCode::kBadOption:
      return "bad-option";
    case ErrorCode::kHashMismatch:
      return "hash-mismatch";
    case ErrorCode::kWordsMismatch:
      return "words-mismatch";
    case ErrorCode::kBadTable:
      return "bad-table";
    case ErrorCode::kStageOrder:
      return "stage-order";
    case ErrorCode::kInternal:
      return "internal";
  }
  return "internal";
}

}  // namespace hearsay
