#include "engine/join.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "base/format.h"
#include "stages/actors/shared_actors.h"
#include "stages/agreements/agreement_reader.h"
#include "stages/agreements/agreements.h"
#include "stages/claims/claim_rows.h"
#include "stages/claims/claims.h"
#include "stages/company/company_dates.h"
#include "stages/copies/copy_groups.h"
#include "stages/incidents/contacts.h"
#include "stages/incidents/incidents.h"
#include "stages/stories/stories.h"
#include "store/reader.h"

namespace hearsay {
namespace {

class CorpusRun {
 public:
  CorpusRun(const std::string& path, Writer& writer, const Knowledge& knowledge)
      : path_(path), writer_(writer), knowledge_(knowledge) {}

  Result<void> run() {
    for (const auto step :
         {&CorpusRun::copies, &CorpusRun::shared_actors, &CorpusRun::stories, &CorpusRun::company,
          &CorpusRun::incidents, &CorpusRun::contacts, &CorpusRun::agreements}) {
      // A reader of its own for each step: it sees what the step before has saved.
      Result<Reader> reader = Reader::open(path_);
      if (!reader) return reader.error();
      Result<void> done = (this->*step)(reader.value());
      if (!done) return done;
    }
    return save_claims();
  }

 private:
  // All rows that `each` gives and `wanted` takes.
  template <class Row, class Each>
  static Result<std::vector<Row>> gather(Each each, bool (*wanted)(const Row&) = nullptr) {
    std::vector<Row> rows;
    Result<void> done = each([&](Row&& row) {
      if (!wanted || wanted(row)) rows.push_back(std::move(row));
      return true;
    });
    if (!done) return done.error();
    return rows;
  }

  template <class Group>
  Result<void> save(const std::vector<Group>& groups, std::vector<RowId>* ids = nullptr) {
    Result<std::vector<RowId>> saved = writer_.save(groups);
    if (!saved) return saved.error();
    if (ids) *ids = std::move(saved.value());
    return {};
  }

  // Saves groups of documents and notes which group each document is in.
  template <class Group>
  Result<void> save_members(const std::vector<Group>& groups, std::unordered_map<RowId, RowId>& group_of) {
    std::vector<RowId> ids;
    if (Result<void> saved = save(groups, &ids); !saved) return saved;
    for (size_t i = 0; i < groups.size(); ++i)
      for (const RowId document : groups[i].documents) group_of[document] = ids[i];
    return {};
  }

  Result<void> copies(const Reader& reader) {
    auto rows = gather<DocumentRow>([&](auto each) { return reader.each_document(each); });
    if (!rows) return rows.error();
    for (const DocumentRow& row : rows.value()) pages_.push_back({row.document, row.order, row.published});
    copy_groups_ = run_corpus_stage(CopyStage{}, std::move(rows.value()), {.keep_singles = false});
    return save_members(copy_groups_, copy_group_of_);
  }

  Result<void> shared_actors(const Reader& reader) {
    auto rows = gather<ActorRow>([&](auto each) { return reader.each_actor(each); });
    if (!rows) return rows.error();
    return save(run_corpus_stage(SharedActorStage{}, std::move(rows.value())));
  }

  Result<void> stories(const Reader& reader) {
    auto rows = gather<StoryRow>([&](auto each) { return reader.each_story_row(each); });
    if (!rows) return rows.error();
    weigh_terms(rows.value());
    stories_ = run_corpus_stage(StoryStage{}, std::move(rows.value()));
    return save_members(stories_, story_of_);
  }

  Result<void> company(const Reader&) {
    Result<void> saved = writer_.save(narrow_dates(pages_, copy_groups_, stories_));
    pages_ = {}, copy_groups_ = {}, stories_ = {};
    return saved;
  }

  // An incident with the events that claims are made of: none where one voice alone tells of it and nobody
  // denies it, since the event itself says all that a claim would.
  struct ToldIncident {
    Incident incident;
    std::vector<EventRow> members;
  };
  struct ToldIncidentStage : IncidentStage {
    using Group = ToldIncident;
    ToldIncident fold(std::span<const EventRow* const> group, std::span<const Link> links) const {
      ToldIncident told{IncidentStage::fold(group, links), {}};
      if (group.size() > 1 || group[0]->status == Status::kNegated)
        for (const EventRow* row : group) told.members.push_back(*row);
      return told;
    }
  };

  Result<void> incidents(const Reader& reader) {
    auto rows = gather<EventRow>([&](auto each) { return reader.each_event(each); }, &tells_of_incident);
    if (!rows) return rows.error();
    std::vector<Incident> incidents;
    std::vector<std::vector<EventRow>> members;
    for (ToldIncident& told : run_corpus_stage(ToldIncidentStage{}, std::move(rows.value()))) {
      incidents.push_back(std::move(told.incident));
      members.push_back(std::move(told.members));
    }
    std::vector<RowId> ids;
    if (Result<void> saved = save(incidents, &ids); !saved) return saved;
    for (size_t i = 0; i < incidents.size(); ++i)
      if (!members[i].empty()) add_claims(claims_of(incidents[i], ids[i], members[i]));
    return {};
  }

  Result<void> contacts(const Reader& reader) {
    auto rows = gather<EventRow>([&](auto each) { return reader.each_event(each); }, &tells_of_contact);
    if (!rows) return rows.error();
    return save(run_corpus_stage(ContactStage{}, std::move(rows.value())));
  }

  Result<void> agreements(const Reader& reader) {
    // Documents first: each is loaded by itself, so that memory holds one at a time.
    struct Where {
      RowId document;
      std::string order;
    };
    std::vector<Where> documents;
    Result<void> listed = reader.each_document([&](DocumentRow&& row) {
      documents.push_back({row.document, std::move(row.order)});
      return true;
    });
    if (!listed) return listed;
    std::vector<AgreementRow> rows;
    for (const Where& where : documents) {
      Result<Document> document = reader.load(where.document);
      if (!document) return document.error();
      if (!document->language.is_english() || !may_speak_of_agreements(document->text)) continue;
      std::vector<AgreementRow> found = read_agreements(document.value(), knowledge_);
      if (found.empty()) continue;
      const Result<Reader::Rows> ids = reader.rows(where.document);
      if (!ids) return ids.error();
      for (size_t i = 0; i < found.size(); ++i) {
        AgreementRow& row = found[i];
        row.document = where.document;
        row.order = where.order + fmt::format("{:06}", i);
        row.story = find_or_none(story_of_, where.document);
        row.copy_group = find_or_none(copy_group_of_, where.document);
        if (row.statement) row.statement = ids->statements[static_cast<size_t>(row.statement) - 1];
        rows.push_back(std::move(row));
      }
    }
    std::vector<Agreement> agreements = run_corpus_stage(AgreementStage{}, std::move(rows));
    std::erase_if(agreements, [](const Agreement& agreement) { return !is_telling(agreement); });
    std::vector<RowId> ids;
    if (Result<void> saved = save(agreements, &ids); !saved) return saved;
    for (size_t i = 0; i < agreements.size(); ++i) add_claims(claims_of(agreements[i], ids[i]));
    return {};
  }

  // The claims of one subject, and the disputes among them: no other subject has a part in these.
  void add_claims(std::vector<ClaimRow> rows) {
    std::vector<DisputeStage::Row> sides;
    for (Claim& claim : run_corpus_stage(ClaimStage{}, std::move(rows))) {
      if (is_disputed(claim)) disputes_.push_back(dispute_of(claim));
      sides.push_back({claim, claim.voices.front().order});
      claims_.push_back(std::move(claim));
    }
    for (Dispute& dispute : run_corpus_stage(DisputeStage{}, std::move(sides), {.keep_singles = false}))
      disputes_.push_back(std::move(dispute));
  }

  Result<void> save_claims() {
    Result<Writer::SavedClaims> saved = writer_.save(claims_, disputes_);
    if (!saved) return saved.error();
    return {};
  }

  static RowId find_or_none(const std::unordered_map<RowId, RowId>& map, RowId key) {
    const auto found = map.find(key);
    return found == map.end() ? 0 : found->second;
  }

  const std::string& path_;
  Writer& writer_;
  const Knowledge& knowledge_;
  std::unordered_map<RowId, RowId> copy_group_of_, story_of_;  // by document
  std::vector<PageDate> pages_;
  std::vector<CopyGroup> copy_groups_;
  std::vector<Story> stories_;
  std::vector<Claim> claims_;
  std::vector<Dispute> disputes_;
};

}  // namespace

Result<void> join_documents(const std::string& path, Writer& writer, const Knowledge& knowledge) {
  return CorpusRun(path, writer, knowledge).run();
}

}  // namespace hearsay
