#include "store/group_saver.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/format.h"
#include "base/json.h"
#include "store/attempt.h"
#include "store/binder.h"
#include "store/columns.h"
#include "store/group_layout.h"
#include "store/group_plan.h"
#include "store/printer.h"

namespace hearsay {
namespace {

const Document kNoText;
const Numbers kNoNumbers;

void print_joins(std::string& out, const std::vector<Join>& joins) {
  Printer print(out, kNoText);
  for (const Join& join : joins) {
    print.row("a", join.a);
    print.row("b", join.b);
    print.text("reason", join.reason);
    print.end_row();
  }
}

void print_rows(std::string& out, const std::vector<RowId>& rows) {
  Printer print(out, kNoText);
  for (const RowId row : rows) print.row("", row);
  print.end_row();
}

void print_texts(std::string& out, const std::vector<std::string>& texts) {
  Printer print(out, kNoText);
  print.texts("", texts);
  print.end_row();
}

// Spans are printed as they are: the same row stands on the same words.
template <class Row>
void print_row(std::string& out, const Row& row) {
  Printer print(out, kNoText);
  layout::describe(print, row);
  print.end_row();
}

}  // namespace

struct GroupSaver::Kind {
  RowKind kind;
  const char* table;
  const char* title;    // SQL: what is shown of a withdrawn group
  const char* members;  // SQL: (group's row, member's key), sorted by row and position
  std::vector<const char*> children;
  enum class Members { kInOneGroup, kInSeveral } members_are = Members::kInOneGroup;
};

// ---- one kind as a whole ------------------------------------------------------------------------

template <class Group, class Keys, class Print, class Children>
Result<std::vector<RowId>> GroupSaver::save_all(const Kind& kind, const std::vector<Group>& groups, Keys keys,
                                                Print print, Children children) {
  std::vector<std::vector<Id>> members;
  for (const Group& group : groups) {
    HEARSAY_TAKE(ids, keys(group));
    if (ids.empty()) return unsound_groups(fmt::format("a {} without members", to_string(kind.kind)));
    members.push_back(std::move(ids));
  }
  if (kind.members_are == Kind::Members::kInOneGroup) {
    std::set<Id> seen;
    for (const std::vector<Id>& group : members)
      for (const Id& id : group)
        if (!seen.insert(id).second)
          return unsound_groups(fmt::format("{} is a member of {} twice", id.hex(), kind.table));
  }

  std::vector<StoredGroup> stored;
  std::vector<std::string> stored_content;
  {
    HEARSAY_TAKE(sql, database_.prepare(fmt::format(
                          "SELECT id, sid, named_by, content_hash FROM {} ORDER BY id", kind.table)));
    for (;;) {
      HEARSAY_TAKE(more, sql.step());
      if (!more) break;
      stored.push_back({sql.integer(0), sql.id(1), sql.id(2), {}});
      stored_content.push_back(sql.text(3));
    }
    HEARSAY_TAKE(rows, database_.prepare(kind.members));
    size_t at = 0;
    for (;;) {
      HEARSAY_TAKE(more, rows.step());
      if (!more) break;
      while (at < stored.size() && stored[at].row < rows.integer(0)) ++at;
      if (at < stored.size() && stored[at].row == rows.integer(0)) stored[at].members.push_back(rows.id(1));
    }
  }
  const GroupPlan plan = plan_groups(kind.kind, stored, members);

  for (const GroupPlan::Gone& gone : plan.gone) {
    const std::optional<Id> successor =
        gone.successor ? std::optional<Id>(plan.fresh[*gone.successor].id) : std::nullopt;
    HEARSAY_TRY(withdraw(kind, stored[gone.stored], gone.reason, successor));
  }

  // Members may move from group to group: all that change let go of theirs before one takes any.
  std::vector<RowId> rows(groups.size());
  std::vector<Id> contents(groups.size());
  std::vector<bool> changed(groups.size(), true);
  std::string content;
  for (size_t i = 0; i < groups.size(); ++i) {
    content.clear();
    print(content, groups[i]);
    contents[i] = IdHasher().add(content).finish();
    if (!plan.fresh[i].continues) continue;
    const StoredGroup& old = stored[*plan.fresh[i].continues];
    rows[i] = old.row;
    changed[i] =
        stored_content[*plan.fresh[i].continues] != bytes_of(contents[i]) || old.members != members[i];
    if (!changed[i]) continue;
    for (const char* child : kind.children) {
      HEARSAY_TAKE(clear, prepared(fmt::format("DELETE FROM {} WHERE {} = ?", child, kind.table)));
      HEARSAY_TRY(clear->bind(1, old.row).run());
    }
    HEARSAY_TAKE(clear_joins, prepared("DELETE FROM member_join WHERE kind = ? AND owner = ?"));
    HEARSAY_TRY(clear_joins->bind(1, static_cast<int64_t>(kind.kind)).bind(2, old.row).run());
  }

  const std::vector<std::string> first = {"sid", "named_by", "content_hash", "run"};
  HEARSAY_TAKE(insert, prepared(insert_sql<Group>(kind.table, first, {})));
  HEARSAY_TAKE(update, prepared(update_sql<Group>(kind.table, first, {}, {"id"})));
  for (size_t i = 0; i < groups.size(); ++i) {
    if (!changed[i]) continue;
    const GroupPlan::Fresh& now = plan.fresh[i];
    Sql& sql = now.continues ? *update : *insert;
    sql.bind_lasting_blob(1, bytes_of(now.id))
        .bind_lasting_blob(2, bytes_of(now.named_by))
        .bind_lasting_blob(3, bytes_of(contents[i]));
    sql.bind(4, run_);
    Binder binder(sql, 5, kNoText, kNoNumbers);
    layout::describe(binder, groups[i]);
    if (now.continues) binder.put(rows[i]);
    HEARSAY_TRY(sql.run());
    if (!now.continues) {
      rows[i] = database_.last_row_id();
      HEARSAY_TRY(withdrawals_.revive(kind.kind, now.id, run_));
    }
    HEARSAY_TRY(children(rows[i], groups[i]));
  }
  return rows;
}

Result<void> GroupSaver::withdraw(const Kind& kind, const StoredGroup& group, WithdrawReason reason,
                                  const std::optional<Id>& successor) {
  HEARSAY_TAKE(select, prepared(fmt::format("SELECT {}, run FROM {} WHERE id = ?", kind.title, kind.table)));
  HEARSAY_TAKE(found, select->bind(1, group.row).step());
  Withdrawals::Gone gone;
  gone.kind = kind.kind;
  gone.id = group.id;
  gone.reason = reason;
  gone.successor = successor;
  Json members = Json::array();
  for (const Id& member : group.members) members.push_back(member.hex());
  gone.content =
      Json{{"id", group.id.hex()}, {"title", found ? select->text(0) : ""}, {"members", members}}.dump();
  gone.written_by = found ? select->integer(1) : run_;
  select->reset();
  HEARSAY_TRY(withdrawals_.add(gone, run_));
  HEARSAY_TAKE(clear_joins, prepared("DELETE FROM member_join WHERE kind = ? AND owner = ?"));
  HEARSAY_TRY(clear_joins->bind(1, static_cast<int64_t>(kind.kind)).bind(2, group.row).run());
  HEARSAY_TAKE(remove, prepared(fmt::format("DELETE FROM {} WHERE id = ?", kind.table)));
  return remove->bind(1, group.row).run();
}

template <class Row>
Result<void> GroupSaver::put_row(const char* table, const char* owner_name, RowId owner, int64_t position,
                                 const Row& row, Span span) {
  HEARSAY_TAKE(text, text_of(row.document, span));
  HEARSAY_TAKE(sql, prepared(insert_sql<Row>(table, {owner_name, "position"}, {"words_check"})));
  sql->bind(1, owner).bind(2, position);
  Binder binder(*sql, 3, *text, kNoNumbers);
  layout::describe(binder, row);
  binder.put(binder.words_check());
  return sql->run();
}

// ---- the kinds ----------------------------------------------------------------------------------

Result<std::vector<RowId>> GroupSaver::save(const std::vector<CopyGroup>& groups) {
  const Kind kind{
      RowKind::kCopyGroup,
      "copy_group",
      "origin",
      "SELECT m.copy_group, substr(d.sha256, 1, 16) FROM copy_member m JOIN document d ON d.id = m.document "
      "ORDER BY m.copy_group, m.position",
      {"copy_member"}};
  const auto print = [](std::string& out, const CopyGroup& g) {
    print_row(out, g);
    print_rows(out, g.documents);
    for (const CopyMember& member : g.members) print_row(out, member);
  };
  const auto children = [&](RowId owner, const CopyGroup& g) -> Result<void> {
    HEARSAY_TAKE(sql, prepared(insert_sql<CopyMember>("copy_member", {"copy_group", "position"}, {})));
    int64_t position = 0;
    for (const RowId document : g.documents) {
      const auto member = std::find_if(g.members.begin(), g.members.end(),
                                       [&](const CopyMember& m) { return m.document == document; });
      sql->bind(1, owner).bind(2, position++);
      Binder binder(*sql, 3, kNoText, kNoNumbers);
      if (member != g.members.end() && member->of != 0) {
        layout::describe(binder, *member);
      } else {
        binder.put(document);
        binder.null(3);
        sql->bind(7, std::string_view());
      }
      HEARSAY_TRY(sql->run());
    }
    return {};
  };
  return save_all(
      kind, groups, [&](const CopyGroup& g) { return ids_of(RowKind::kDocument, g.documents); }, print,
      children);
}

Result<std::vector<RowId>> GroupSaver::save(const std::vector<SharedActor>& groups) {
  const Kind kind{RowKind::kSharedActor,
                  "shared_actor",
                  "name",
                  "SELECT m.shared_actor, a.sid FROM shared_actor_member m JOIN actor a ON a.document = "
                  "m.document AND a.number = m.actor "
                  "ORDER BY m.shared_actor, m.position",
                  {"shared_actor_member", "shared_actor_name", "shared_actor_office"}};
  const auto print = [](std::string& out, const SharedActor& g) {
    print_row(out, g);
    print_texts(out, g.names);
    for (const Office& office : g.offices) print_row(out, office);
    print_rows(out, g.actors);
    print_joins(out, g.joins);
  };
  const auto children = [&](RowId owner, const SharedActor& g) -> Result<void> {
    HEARSAY_TRY(put_members("shared_actor_member", "shared_actor", "actor", owner, g.actors));
    HEARSAY_TRY(put_texts("shared_actor_name", "shared_actor", "name", owner, g.names));
    HEARSAY_TAKE(sql, prepared("INSERT INTO shared_actor_office(shared_actor, position, title, body, source, "
                               "held_from, held_to) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?)"));
    int64_t position = 0;
    for (const Office& office : g.offices) {
      sql->bind(1, owner)
          .bind(2, position++)
          .bind(3, std::string_view(office.title))
          .bind(4, std::string_view(office.body));
      sql->bind(5, std::string_view(office.source));
      Binder(*sql, 6, kNoText, kNoNumbers).interval("held", office.held);
      HEARSAY_TRY(sql->run());
    }
    return put_joins(RowKind::kSharedActor, owner, g.joins);
  };
  return save_all(
      kind, groups, [&](const SharedActor& g) { return ids_of(RowKind::kActor, g.actors); }, print, children);
}

Result<std::vector<RowId>> GroupSaver::save(const std::vector<Story>& groups) {
  const Kind kind{RowKind::kStory,
                  "story",
                  "title",
                  "SELECT m.story, substr(d.sha256, 1, 16) FROM story_member m JOIN document d ON d.id = "
                  "m.document ORDER BY m.story, m.position",
                  {"story_member"}};
  const auto print = [](std::string& out, const Story& g) {
    print_row(out, g);
    print_rows(out, g.documents);
    print_joins(out, g.joins);
  };
  const auto children = [&](RowId owner, const Story& g) -> Result<void> {
    HEARSAY_TAKE(sql, prepared("INSERT INTO story_member(story, position, document) VALUES (?, ?, ?)"));
    int64_t position = 0;
    for (const RowId document : g.documents)
      HEARSAY_TRY(sql->bind(1, owner).bind(2, position++).bind(3, document).run());
    return put_joins(RowKind::kStory, owner, g.joins);
  };
  return save_all(
      kind, groups, [&](const Story& g) { return ids_of(RowKind::kDocument, g.documents); }, print, children);
}

Result<std::vector<RowId>> GroupSaver::save(const std::vector<Incident>& groups) {
  const Kind kind{RowKind::kIncident,
                  "incident",
                  "title",
                  "SELECT m.incident, e.sid FROM incident_event m JOIN event e ON e.document = m.document "
                  "AND e.number = m.event "
                  "ORDER BY m.incident, m.position",
                  {"incident_event", "incident_count", "incident_party", "incident_difference"}};
  const auto print = [](std::string& out, const Incident& g) {
    print_row(out, g);
    for (const Count& count : g.counts) print_row(out, count);
    print_texts(out, g.actors);
    print_texts(out, g.recipients);
    print_texts(out, g.differ);
    print_rows(out, g.events);
    print_joins(out, g.joins);
  };
  const auto children = [&](RowId owner, const Incident& g) -> Result<void> {
    HEARSAY_TRY(put_members("incident_event", "incident", "event", owner, g.events));
    HEARSAY_TRY(put_texts("incident_difference", "incident", "field", owner, g.differ));
    HEARSAY_TAKE(party,
                 prepared("INSERT INTO incident_party(incident, role, position, name) VALUES (?, ?, ?, ?)"));
    int64_t role = 0;
    for (const std::vector<std::string>* names : {&g.actors, &g.recipients}) {
      int64_t position = 0;
      for (const std::string& name : *names)
        HEARSAY_TRY(
            party->bind(1, owner).bind(2, role).bind(3, position++).bind(4, std::string_view(name)).run());
      ++role;
    }
    // The words of a count stand with its event.
    HEARSAY_TAKE(counted, prepared("INSERT INTO incident_count(incident, position, kind, low, high, of_whom, "
                                   "period_from, period_to) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    int64_t position = 0;
    for (const Count& count : g.counts) {
      counted->bind(1, owner).bind(2, position++);
      Binder binder(*counted, 3, kNoText, kNoNumbers);
      binder.enumeration("kind", count.kind, CountKind::kAttacks);
      binder.open_number("low", count.low);
      binder.open_number("high", count.high);
      binder.text("of_whom", count.of_whom);
      binder.interval("period", count.period);
      HEARSAY_TRY(counted->run());
    }
    return put_joins(RowKind::kIncident, owner, g.joins);
  };
  return save_all(
      kind, groups, [&](const Incident& g) { return ids_of(RowKind::kEvent, g.events); }, print, children);
}

Result<std::vector<RowId>> GroupSaver::save(const std::vector<Agreement>& groups) {
  const Kind kind{
      RowKind::kAgreement,
      "agreement",
      "name",
      "SELECT agreement, sid FROM agreement_mention ORDER BY agreement, position",
      {"agreement_name", "agreement_party", "agreement_term", "agreement_mention", "ledger_entry"},
      Kind::Members::kInSeveral};
  const auto keys = [](const Agreement& g) -> Result<std::vector<Id>> {
    std::vector<Id> ids;
    for (const AgreementRow& mention : g.mentions) ids.push_back(mention.id);
    return ids;
  };
  const auto print = [](std::string& out, const Agreement& g) {
    print_row(out, g);
    print_texts(out, g.names);
    print_texts(out, g.parties);
    print_texts(out, g.terms);
    for (const LedgerEntry& entry : g.ledger) print_row(out, entry);
    for (const AgreementRow& mention : g.mentions) print_row(out, mention);
    print_joins(out, g.joins);
  };
  const auto children = [&](RowId owner, const Agreement& g) -> Result<void> {
    HEARSAY_TRY(put_texts("agreement_name", "agreement", "name", owner, g.names));
    HEARSAY_TRY(put_texts("agreement_party", "agreement", "name", owner, g.parties));
    HEARSAY_TRY(put_texts("agreement_term", "agreement", "words", owner, g.terms));
    int64_t position = 0;
    for (const AgreementRow& mention : g.mentions) {
      HEARSAY_TRY(check_home(mention.document, mention.statement));
      HEARSAY_TRY(check_home(mention.document, mention.event));
      HEARSAY_TRY(put_row("agreement_mention", "agreement", owner, position++, mention, mention.span));
    }
    position = 0;
    for (const LedgerEntry& entry : g.ledger) {
      HEARSAY_TRY(check_home(entry.document, entry.statement));
      HEARSAY_TRY(check_home(entry.document, entry.event));
      HEARSAY_TRY(put_row("ledger_entry", "agreement", owner, position++, entry, entry.span));
    }
    return put_joins(RowKind::kAgreement, owner, g.joins);
  };
  return save_all(kind, groups, keys, print, children);
}

Result<std::vector<RowId>> GroupSaver::save(const std::vector<Contact>& groups) {
  const Kind kind{RowKind::kContact,
                  "contact",
                  "a || ' - ' || b",
                  "SELECT m.contact, e.sid FROM contact_event m JOIN event e ON e.document = m.document AND "
                  "e.number = m.event "
                  "ORDER BY m.contact, m.position",
                  {"contact_event", "contact_reporter", "contact_readout"},
                  Kind::Members::kInSeveral};
  const auto print = [](std::string& out, const Contact& g) {
    print_row(out, g);
    print_texts(out, g.reported_by);
    for (const Readout& readout : g.readouts) print_row(out, readout);
    print_rows(out, g.events);
    print_joins(out, g.joins);
  };
  const auto children = [&](RowId owner, const Contact& g) -> Result<void> {
    HEARSAY_TRY(put_members("contact_event", "contact", "event", owner, g.events));
    HEARSAY_TRY(put_texts("contact_reporter", "contact", "name", owner, g.reported_by));
    HEARSAY_TAKE(sql, prepared(insert_sql<Readout>("contact_readout", {"contact", "position"}, {})));
    int64_t position = 0;
    for (const Readout& readout : g.readouts) {
      HEARSAY_TRY(check_home(readout.document, readout.statement));
      sql->bind(1, owner).bind(2, position++);
      Binder binder(*sql, 3, kNoText, kNoNumbers);
      layout::describe(binder, readout);
      HEARSAY_TRY(sql->run());
    }
    return put_joins(RowKind::kContact, owner, g.joins);
  };
  return save_all(
      kind, groups, [&](const Contact& g) { return ids_of(RowKind::kEvent, g.events); }, print, children);
}

Result<std::vector<RowId>> GroupSaver::save(const std::vector<Claim>& groups) {
  const Kind kind{RowKind::kClaim, "claim",
                  "text",          "SELECT claim, sid FROM claim_voice ORDER BY claim, position",
                  {"claim_voice"}, Kind::Members::kInSeveral};
  const auto keys = [](const Claim& g) -> Result<std::vector<Id>> {
    std::vector<Id> ids;
    for (const ClaimRow& voice : g.voices) ids.push_back(voice.id);
    return ids;
  };
  const auto print = [](std::string& out, const Claim& g) {
    print_row(out, g);
    for (const ClaimRow& voice : g.voices) print_row(out, voice);
  };
  const auto children = [&](RowId owner, const Claim& g) -> Result<void> {
    int64_t position = 0;
    for (const ClaimRow& voice : g.voices) {
      HEARSAY_TRY(check_home(voice.document, voice.statement));
      HEARSAY_TRY(check_home(voice.document, voice.event));
      HEARSAY_TRY(put_row("claim_voice", "claim", owner, position++, voice, voice.span));
    }
    return {};
  };
  return save_all(kind, groups, keys, print, children);
}

Result<std::vector<RowId>> GroupSaver::save(const std::vector<Dispute>& groups,
                                            const std::vector<Claim>& claims,
                                            const std::vector<RowId>& claim_rows) {
  // A claim may stand in several disputes, one of each kind and one by itself: a member is the claim within
  // such a dispute. The key is spelt in SQL and here alike.
  const Kind kind{RowKind::kDispute,
                  "dispute",
                  "text",
                  "SELECT x.dispute, dispute_member(d.kind, (SELECT count(*) FROM dispute_claim y WHERE "
                  "y.dispute = d.id), c.sid) "
                  "FROM dispute_claim x JOIN dispute d ON d.id = x.dispute JOIN claim c ON c.id = x.claim "
                  "ORDER BY x.dispute, x.position",
                  {"dispute_claim"},
                  Kind::Members::kInSeveral};
  std::unordered_map<std::string, RowId> row_of;
  for (size_t i = 0; i < claims.size(); ++i) row_of.emplace(claims[i].id.hex(), claim_rows[i]);
  const auto rows_of = [&](const Dispute& g) -> Result<std::vector<RowId>> {
    std::vector<RowId> rows;
    for (const Id& id : g.claims) {
      const auto found = row_of.find(id.hex());
      if (found == row_of.end())
        return unsound_groups("a dispute about a claim that is not among the claims");
      rows.push_back(found->second);
    }
    return rows;
  };
  const auto keys = [&](const Dispute& g) -> Result<std::vector<Id>> {
    HEARSAY_TAKE(rows, rows_of(g));
    HEARSAY_TAKE(sql, prepared("SELECT dispute_member(?, ?, sid) FROM claim WHERE id = ?"));
    std::vector<Id> ids;
    for (const RowId row : rows) {
      HEARSAY_TAKE(found, sql->bind(1, static_cast<int64_t>(g.kind))
                              .bind(2, static_cast<int64_t>(rows.size()))
                              .bind(3, row)
                              .step());
      if (found) ids.push_back(sql->id(0));
      sql->reset();
    }
    return ids;
  };
  const auto print = [&](std::string& out, const Dispute& g) {
    print_row(out, g);
    if (const Result<std::vector<RowId>> rows = rows_of(g); rows.ok()) print_rows(out, *rows);
  };
  const auto children = [&](RowId owner, const Dispute& g) -> Result<void> {
    HEARSAY_TAKE(rows, rows_of(g));
    HEARSAY_TAKE(sql, prepared("INSERT INTO dispute_claim(dispute, position, claim) VALUES (?, ?, ?)"));
    int64_t position = 0;
    for (const RowId row : rows) HEARSAY_TRY(sql->bind(1, owner).bind(2, position++).bind(3, row).run());
    return {};
  };
  return save_all(kind, groups, keys, print, children);
}

}  // namespace hearsay
