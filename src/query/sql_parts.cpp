#include "query/sql_parts.h"

#include "base/format.h"

namespace hearsay {
namespace {

std::string first_capture_sql(const char* column, const std::string& document) {
  // As Reader::load chooses it.
  return fmt::format(
      "(SELECT c0.{} FROM capture c0 WHERE c0.document = {} ORDER BY c0.path, c0.address, c0.time LIMIT 1)",
      column, document);
}

std::string joined(const std::string& select) {
  return "(SELECT group_concat(w, ' ') FROM (" + select + "))";
}

std::string names_select(const std::string& document, const std::string& actor) {
  return fmt::format(
      "SELECT n1.name AS w FROM actor_name n1 WHERE n1.document = {0} AND n1.actor = {1} UNION ALL "
      "SELECT a1.name FROM actor a1 WHERE a1.document = {0} AND a1.number = {1} UNION ALL "
      "SELECT n2.name FROM shared_actor_member m2 JOIN shared_actor_name n2 ON n2.shared_actor = "
      "m2.shared_actor "
      "WHERE m2.document = {0} AND m2.actor = {1}",
      document, actor);
}

std::string titles_select(const std::string& document, const std::string& actor) {
  return fmt::format(
      "SELECT o1.title FROM office o1 WHERE o1.document = {0} AND o1.actor = {1} UNION ALL "
      "SELECT o2.title FROM shared_actor_member m3 JOIN shared_actor_office o2 ON o2.shared_actor = "
      "m3.shared_actor "
      "WHERE m3.document = {0} AND m3.actor = {1}",
      document, actor);
}

}  // namespace

std::string words_sql(const std::string& prefix, const std::string& text_table) {
  return fmt::format("span_words({0}_part, {0}_begin, {0}_end, {1}.title, {1}.body, {1}.captions)", prefix,
                     text_table);
}

std::string page_name_sql(const std::string& document) { return first_capture_sql("name", document); }
std::string page_path_sql(const std::string& document) { return first_capture_sql("path", document); }

std::string outlet_sql(const std::string& d) {
  return fmt::format("CASE WHEN {0}.outlet <> '' THEN {0}.outlet ELSE 'unknown: ' || {1} END", d,
                     page_name_sql(d + ".id"));
}

std::string voice_sql(const std::string& v) {
  return fmt::format(
      "CASE WHEN {0}.speaker <> '' THEN {0}.speaker WHEN {0}.outlet <> '' THEN {0}.outlet ELSE 'unknown: ' "
      "|| {1} END",
      v, page_name_sql(v + ".document"));
}

std::string enum_sql(const std::string& value, const EnumNames& names) {
  std::string sql = "CASE " + value;
  for (int64_t i = 0; i < names.count; ++i) sql += fmt::format(" WHEN {} THEN '{}'", i, names.name(i));
  return sql + " END";
}

std::string interval_sql(const std::string& p) {
  return fmt::format(
      "CASE WHEN {0}_from IS NULL AND {0}_to IS NULL THEN '' WHEN {0}_from = {0}_to THEN {0}_from "
      "ELSE coalesce({0}_from, '') || '..' || coalesce({0}_to, '') END",
      p);
}

std::string counts_sql(const std::string& from) {
  return fmt::format(
      "coalesce((SELECT group_concat(CASE WHEN k.low = k.high THEN k.low WHEN k.low IS NULL THEN 'up to ' || "
      "k.high "
      "WHEN k.high IS NULL THEN 'at least ' || k.low ELSE k.low || ' to ' || k.high END || ' ' || {}, ', ') "
      "FROM {}), '')",
      enum_sql("k.kind", names_of(CountKind::kAttacks)), from);
}

Column count_range_column(const std::string& k) {
  return numbers_column(
      "range", fmt::format("json_array(coalesce({0}.low, {0}.high), coalesce({0}.high, {0}.low))", k));
}

std::string actor_names_sql(const std::string& document, const std::string& actor) {
  return "coalesce(" + joined(names_select(document, actor)) + ", '')";
}

std::string actor_words_sql(const std::string& document, const std::string& actor) {
  return "coalesce(" +
         joined(names_select(document, actor) + " UNION ALL " + titles_select(document, actor)) + ", '')";
}

std::string shared_names_sql(const std::string& shared) {
  return fmt::format(
      "coalesce((SELECT group_concat(n3.name, ' ') FROM shared_actor_name n3 WHERE n3.shared_actor = {}), "
      "'')",
      shared);
}

std::string shared_words_sql(const std::string& shared) {
  return fmt::format(
      "{0} || ' ' || coalesce((SELECT group_concat(o3.title, ' ') FROM shared_actor_office o3 WHERE "
      "o3.shared_actor = {1}), '')",
      shared_names_sql(shared), shared);
}

std::string shared_of_sql(const std::string& document, const std::string& actor) {
  return fmt::format(
      "(SELECT m4.shared_actor FROM shared_actor_member m4 WHERE m4.document = {} AND m4.actor = {})",
      document, actor);
}

std::string event_sentences_sql(const std::string& document, const std::string& event) {
  return fmt::format(
      "coalesce((SELECT group_concat({0}, ' ') FROM event_mention em JOIN document_text et ON et.document = "
      "em.document "
      "WHERE em.document = {1} AND em.event = {2}), '')",
      words_sql("em.sentence", "et"), document, event);
}

std::string mentions_sql(const std::string& document, const std::string& prefix) {
  return fmt::format(
      "EXISTS (SELECT 1 FROM mention mm WHERE mm.document = {0} AND mm.span_part = {1}_part AND "
      "mm.span_begin >= {1}_begin "
      "AND mm.span_end <= {1}_end AND mm.actor IS NOT NULL AND has_words({2}, :about))",
      document, prefix, actor_names_sql("mm.document", "mm.actor"));
}

std::string event_mentions_sql(const std::string& document, const std::string& event) {
  return fmt::format(
      "EXISTS (SELECT 1 FROM event_mention em WHERE em.document = {} AND em.event = {} AND {})", document,
      event, mentions_sql("em.document", "em.sentence"));
}

std::string overlaps_sql(const std::string& prefix, const std::string& clock) {
  return fmt::format(
      "({0}_from IS NOT NULL OR {0}_to IS NOT NULL) AND (:{1}_to = '' OR {0}_from IS NULL OR "
      "substr({0}_from, 1, 10) <= :{1}_to) "
      "AND (:{1}_from = '' OR {0}_to IS NULL OR substr({0}_to, 1, 10) >= :{1}_from)",
      prefix, clock);
}

FilterRule words_rule(FilterName name, std::string condition) {
  return {name, FilterKind::kWords, std::move(condition), {}};
}
FilterRule clock_rule(FilterName name, const std::string& prefix) {
  return {name, FilterKind::kClock, overlaps_sql(prefix, std::string(to_string(name))), {}};
}
FilterRule enum_rule(FilterName name, const std::string& value, EnumNames names) {
  return {name, FilterKind::kEnum, fmt::format("{} = :{}", value, to_string(name)), names};
}

std::vector<FilterRule> page_rules(const std::string& documents) {
  const auto some_page = [&](const std::string& condition) {
    return fmt::format("EXISTS (SELECT 1 FROM document pd WHERE pd.id IN ({}) AND {})", documents, condition);
  };
  return {
      {FilterName::kOutlet,
       FilterKind::kOutlet,
       some_page("CASE WHEN :outlet = '' THEN pd.outlet = '' ELSE has_words(pd.outlet, :outlet) END"),
       {}},
      {FilterName::kStory,
       FilterKind::kStory,
       some_page(
           "EXISTS (SELECT 1 FROM story_member ym JOIN story y ON y.id = ym.story WHERE ym.document = pd.id "
           "AND (substr(id_hex(y.sid), 1, length(:story_id)) = :story_id OR has_words(y.title, :story)))"),
       {}},
      {FilterName::kPublished, FilterKind::kClock, some_page(overlaps_sql("pd.published", "published")), {}},
  };
}

std::vector<Column> document_columns() {
  return {text_column("id", page_name_sql("d.id")), text_column("path", page_path_sql("d.id")),
          id_column("sha256", "d.sha256"),          text_column("outlet", "d.outlet"),
          text_column("title", "t.title"),          interval_column("published", "d.published")};
}

Child documents_child(const std::string& documents) {
  Child child;
  child.name = "documents";
  child.from = fmt::format(
      "FROM document d LEFT JOIN document_text t ON t.document = d.id WHERE d.id IN ({}) ORDER BY {}",
      documents, document_order_sql("d"));
  child.columns = document_columns();
  return child;
}

Child document_child(std::string name, const std::string& document) {
  Child child = documents_child(document);
  child.name = std::move(name);
  child.shape = Child::Shape::kObject;
  return child;
}

std::string document_order_sql(const std::string& d) {
  return fmt::format("{0}.published_from IS NULL, {0}.published_from, {1}, {0}.sha256", d,
                     page_name_sql(d + ".id"));
}

std::string row_document_sql(const std::string& row) { return fmt::format("({} >> {})", row, kNumberBits); }
std::string row_number_sql(const std::string& row) {
  return fmt::format("({} & {})", row, (1 << kNumberBits) - 1);
}
std::string packed_sql(const std::string& document, const std::string& number) {
  return fmt::format("({} << {} | {})", document, kNumberBits, number);
}

}  // namespace hearsay
