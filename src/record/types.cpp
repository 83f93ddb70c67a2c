#include "record/types.h"

#include <array>
#include <cstddef>

namespace hearsay {
namespace {

template <size_t N>
using Names = std::array<std::string_view, N>;

constexpr Names<8> kDocumentKinds = {"report",        "opinion", "interview", "transcript",
                                     "press-release", "live",    "stub",      "list"};
constexpr Names<4> kTranslations = {"none", "by-outlet", "machine", "unknown"};
constexpr Names<5> kParagraphKinds = {"paragraph", "heading", "list-item", "quotation", "table-row"};
constexpr Names<6> kSourceKinds = {"named", "office", "group", "document", "unnamed", "none"};
constexpr Names<3> kForms = {"direct", "mixed", "indirect"};
constexpr Names<9> kActs = {"assert",  "deny",   "accuse",  "demand", "threaten",
                            "promise", "reject", "support", "admit"};
constexpr Names<12> kActDetails = {"",        "confirm",   "no-comment", "cannot-verify", "claims-deed",
                                   "fault",   "apologise", "condemn",    "offer",         "ultimatum",
                                   "correct", "retract"};
constexpr Names<16> kEventTypes = {"AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                                   "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
                                   "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr Names<4> kStatuses = {"actual", "negated", "future", "hypothetical"};
constexpr Names<10> kCountKinds = {"killed",   "injured",   "detained",   "abducted",   "missing",
                                   "released", "displaced", "protesters", "violations", "attacks"};
constexpr Names<8> kActorKinds = {"person", "office", "group", "body", "state", "outlet", "place", "unknown"};
constexpr Names<5> kMentionForms = {"name", "titled-name", "title", "nominal", "pronoun"};
constexpr Names<5> kDisputeKinds = {"date", "number", "place", "agent", "occurrence"};
constexpr Names<3> kDisputeStates = {"open", "explained", "settled"};
constexpr Names<7> kAgreementKinds = {"ceasefire",  "undertaking", "resolution", "exchange",
                                      "aid-access", "talks",       "mechanism"};
constexpr Names<11> kLedgerKinds = {"offer",          "demand",     "reached",   "refusal",
                                    "implementation", "compliance", "violation", "denial",
                                    "extension",      "suspension", "collapse"};
constexpr Names<5> kAnswers = {"none-found", "flat-denial", "justification", "counter-accusation",
                               "no-comment"};
constexpr Names<6> kChannels = {"unknown", "meeting", "call", "visit", "letter", "talks"};
constexpr Names<4> kCopyKinds = {"copy", "partial-copy", "recapture", "revision"};
constexpr Names<5> kWithdrawReasons = {"recoded", "merged", "split", "page-corrected", "redacted"};

template <class T, size_t N>
std::optional<T> find(const Names<N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<T>(i);
  return std::nullopt;
}

}  // namespace

#define HEARSAY_NAMED_ENUM(Type, parse_name, table)                                       \
  std::string_view to_string(Type value) { return table.at(static_cast<size_t>(value)); } \
  std::optional<Type> parse_name(std::string_view name) { return find<Type>(table, name); }
HEARSAY_NAMED_ENUM(DocumentKind, parse_document_kind, kDocumentKinds)
HEARSAY_NAMED_ENUM(Translation, parse_translation, kTranslations)
HEARSAY_NAMED_ENUM(ParagraphKind, parse_paragraph_kind, kParagraphKinds)
HEARSAY_NAMED_ENUM(SourceKind, parse_source_kind, kSourceKinds)
HEARSAY_NAMED_ENUM(Form, parse_form, kForms)
HEARSAY_NAMED_ENUM(Act, parse_act, kActs)
HEARSAY_NAMED_ENUM(ActDetail, parse_act_detail, kActDetails)
HEARSAY_NAMED_ENUM(EventType, parse_event_type, kEventTypes)
HEARSAY_NAMED_ENUM(Status, parse_status, kStatuses)
HEARSAY_NAMED_ENUM(CountKind, parse_count_kind, kCountKinds)
HEARSAY_NAMED_ENUM(ActorKind, parse_actor_kind, kActorKinds)
HEARSAY_NAMED_ENUM(MentionForm, parse_mention_form, kMentionForms)
HEARSAY_NAMED_ENUM(DisputeKind, parse_dispute_kind, kDisputeKinds)
HEARSAY_NAMED_ENUM(DisputeState, parse_dispute_state, kDisputeStates)
HEARSAY_NAMED_ENUM(AgreementKind, parse_agreement_kind, kAgreementKinds)
HEARSAY_NAMED_ENUM(LedgerKind, parse_ledger_kind, kLedgerKinds)
HEARSAY_NAMED_ENUM(Answer, parse_answer, kAnswers)
HEARSAY_NAMED_ENUM(Channel, parse_channel, kChannels)
HEARSAY_NAMED_ENUM(CopyKind, parse_copy_kind, kCopyKinds)
HEARSAY_NAMED_ENUM(WithdrawReason, parse_withdraw_reason, kWithdrawReasons)
#undef HEARSAY_NAMED_ENUM

}  // namespace hearsay
