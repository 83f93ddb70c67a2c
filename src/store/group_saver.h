// Writes phase B's groups: each kind as a whole, changing no more than what has changed.
#pragma once

#include <list>
#include <unordered_map>
#include <vector>

#include "record/corpus.h"
#include "store/database.h"
#include "store/withdrawals.h"

namespace hearsay {

// kInternal: what is wrong with the groups that were to be saved.
[[nodiscard]] Error unsound_groups(std::string_view what);

class GroupSaver {
 public:
  // Within the caller's transaction.
  GroupSaver(const Database& database, Withdrawals& withdrawals, RowId run)
      : database_(database), withdrawals_(withdrawals), run_(run) {}

  // The row ids of the groups, in their order. kInternal for groups that don't hold together; the caller
  // rolls back.
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<CopyGroup>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<SharedActor>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Story>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Incident>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Agreement>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Contact>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Claim>& groups);
  [[nodiscard]] Result<std::vector<RowId>> save(const std::vector<Dispute>& groups,
                                                const std::vector<Claim>& claims,
                                                const std::vector<RowId>& claim_rows);

 private:
  struct Kind;  // what is particular to a kind
  template <class Group, class Keys, class Print, class Children>
  [[nodiscard]] Result<std::vector<RowId>> save_all(const Kind& kind, const std::vector<Group>& groups,
                                                    Keys keys, Print print, Children children);
  [[nodiscard]] Result<void> withdraw(const Kind& kind, const struct StoredGroup& group,
                                      WithdrawReason reason, const std::optional<Id>& successor);

  // The stable id of an actor, statement or event; of a document the first 16 bytes of its hash. kInternal
  // where there is none.
  [[nodiscard]] Result<Id> id_of(RowKind kind, RowId row);
  [[nodiscard]] Result<std::vector<Id>> ids_of(RowKind kind, const std::vector<RowId>& rows);
  // The document's text and parts, for turning spans into columns; checks that the span lies in one of them.
  [[nodiscard]] Result<const Document*> text_of(RowId document, Span span);
  // A statement's or event's document must be the row's own.
  [[nodiscard]] static Result<void> check_home(RowId document, RowId row);

  [[nodiscard]] Result<Sql*> prepared(const std::string& sql);
  // A child row of strings: (owner, position, text).
  [[nodiscard]] Result<void> put_texts(const char* table, const char* owner_name, const char* column,
                                       RowId owner, const std::vector<std::string>& texts);
  [[nodiscard]] Result<void> put_members(const char* table, const char* owner_name, const char* member_name,
                                         RowId owner, const std::vector<RowId>& rows);
  [[nodiscard]] Result<void> put_joins(RowKind kind, RowId owner, const std::vector<Join>& joins);
  template <class Row>
  [[nodiscard]] Result<void> put_row(const char* table, const char* owner_name, RowId owner, int64_t position,
                                     const Row& row, Span span);

  const Database& database_;
  Withdrawals& withdrawals_;
  RowId run_;
  std::unordered_map<std::string, Sql> statements_;
  struct CachedText {
    RowId document = 0;
    Document text;
  };
  std::list<CachedText> texts_;  // the last used first
};

}  // namespace hearsay
