// The closed sets of RECORD.md. Each has `to_string` (the name in exports) and `parse_<type>` (nothing for an
// unknown name).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

enum class DocumentKind : uint8_t {
  kReport,
  kOpinion,
  kInterview,
  kTranscript,
  kPressRelease,
  kLive,
  kStub,
  kList
};
enum class Translation : uint8_t { kNone, kByOutlet, kMachine, kUnknown };
enum class ParagraphKind : uint8_t { kParagraph, kHeading, kListItem, kQuotation, kTableRow };

enum class SourceKind : uint8_t { kNamed, kOffice, kGroup, kDocument, kUnnamed, kNone };
enum class Form : uint8_t { kDirect, kMixed, kIndirect };
enum class Act : uint8_t { kAssert, kDeny, kAccuse, kDemand, kThreaten, kPromise, kReject, kSupport, kAdmit };
enum class ActDetail : uint8_t {
  kNone,
  kConfirm,
  kNoComment,
  kCannotVerify,
  kClaimsDeed,
  kFault,
  kApologise,
  kCondemn,
  kOffer,
  kUltimatum,
  kCorrect,
  kRetract
};

// PLOVER's sixteen event types.
enum class EventType : uint8_t {
  kAgree,
  kConsult,
  kSupport,
  kConcede,
  kCooperate,
  kAid,
  kRetreat,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kProtest,
  kSanction,
  kMobilize,
  kCoerce,
  kAssault
};
enum class Status : uint8_t { kActual, kNegated, kFuture, kHypothetical };
enum class CountKind : uint8_t {
  kKilled,
  kInjured,
  kDetained,
  kAbducted,
  kMissing,
  kReleased,
  kDisplaced,
  kProtesters,
  kViolations,
  kAttacks
};

enum class ActorKind : uint8_t { kPerson, kOffice, kGroup, kBody, kState, kOutlet, kPlace, kUnknown };
// How a mention names its actor.
enum class MentionForm : uint8_t { kName, kTitledName, kTitle, kNominal, kPronoun };

enum class DisputeKind : uint8_t { kDate, kNumber, kPlace, kAgent, kOccurrence };
enum class DisputeState : uint8_t { kOpen, kExplained, kSettled };
enum class AgreementKind : uint8_t {
  kCeasefire,
  kUndertaking,
  kResolution,
  kExchange,
  kAidAccess,
  kTalks,
  kMechanism
};
enum class LedgerKind : uint8_t {
  kOffer,
  kDemand,
  kReached,
  kRefusal,
  kImplementation,
  kCompliance,
  kViolation,
  kDenial,
  kExtension,
  kSuspension,
  kCollapse
};
enum class Answer : uint8_t { kNoneFound, kFlatDenial, kJustification, kCounterAccusation, kNoComment };
enum class Channel : uint8_t { kUnknown, kMeeting, kCall, kVisit, kLetter, kTalks };
// How two pages hang together.
enum class CopyKind : uint8_t { kCopy, kPartialCopy, kRecapture, kRevision };
enum class WithdrawReason : uint8_t { kRecoded, kMerged, kSplit, kPageCorrected, kRedacted };

#define HEARSAY_NAMED_ENUM(Type, parse_name)            \
  [[nodiscard]] std::string_view to_string(Type value); \
  [[nodiscard]] std::optional<Type> parse_name(std::string_view name);
HEARSAY_NAMED_ENUM(DocumentKind, parse_document_kind)
HEARSAY_NAMED_ENUM(Translation, parse_translation)
HEARSAY_NAMED_ENUM(ParagraphKind, parse_paragraph_kind)
HEARSAY_NAMED_ENUM(SourceKind, parse_source_kind)
HEARSAY_NAMED_ENUM(Form, parse_form)
HEARSAY_NAMED_ENUM(Act, parse_act)
HEARSAY_NAMED_ENUM(ActDetail, parse_act_detail)
HEARSAY_NAMED_ENUM(EventType, parse_event_type)
HEARSAY_NAMED_ENUM(Status, parse_status)
HEARSAY_NAMED_ENUM(CountKind, parse_count_kind)
HEARSAY_NAMED_ENUM(ActorKind, parse_actor_kind)
HEARSAY_NAMED_ENUM(MentionForm, parse_mention_form)
HEARSAY_NAMED_ENUM(DisputeKind, parse_dispute_kind)
HEARSAY_NAMED_ENUM(DisputeState, parse_dispute_state)
HEARSAY_NAMED_ENUM(AgreementKind, parse_agreement_kind)
HEARSAY_NAMED_ENUM(LedgerKind, parse_ledger_kind)
HEARSAY_NAMED_ENUM(Answer, parse_answer)
HEARSAY_NAMED_ENUM(Channel, parse_channel)
HEARSAY_NAMED_ENUM(CopyKind, parse_copy_kind)
HEARSAY_NAMED_ENUM(WithdrawReason, parse_withdraw_reason)
#undef HEARSAY_NAMED_ENUM

}  // namespace hearsay
