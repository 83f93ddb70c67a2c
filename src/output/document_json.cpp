#include "output/document_json.h"

#include "query/cell.h"

namespace hearsay {
namespace {

class Writer {
 public:
  explicit Writer(const Document& document) : d_(document) {}

  Json span(Span span) const {
    if (span.empty()) return nullptr;
    const Part part = d_.part_of(span);
    const Span local = d_.in_part(span);
    Json json{{"begin", local.begin}, {"end", local.end}, {"words", d_.words_of(span)}};
    if (part != Part::kBody) json["part"] = to_string(part);
    return json;
  }

  Json dated(const DatedInterval& dated) const {
    if (dated.evidence == DateEvidence::kNone) return nullptr;
    Json json{{"kind", to_string(dated.evidence)}, {"words", dated.words}};
    if (!dated.span.empty()) json["span"] = span(dated.span);
    return json;
  }

  Json statement_ref(uint32_t index) const {
    return index == kNone ? Json(nullptr) : Json(d_.statements[index].id.hex());
  }

  Json statement(const Statement& s) const {
    Json json{
        {"id", s.id.hex()},
        {"sentence", span(s.sentence)},
        {"source", span(s.source)},
        {"cue", span(s.cue)},
        {"content", span(s.content)},
        {"addressee", span(s.addressee)},
        {"via", span(s.via)},
        {"source_name", s.source_name},
        {"source_kind", to_string(s.source_kind)},
        {"source_actor", s.source_actor == kNone ? Json(nullptr) : Json(d_.actors[s.source_actor].id.hex())},
        {"addressee_name", s.addressee_name},
        {"via_name", s.via_name},
        {"on_behalf_of", s.on_behalf_of_name},
        {"on_behalf_of_span", span(s.on_behalf_of)},
        {"form", to_string(s.form)},
        {"act", to_string(s.act)},
        {"detail", to_string(s.detail)},
        {"parent", statement_ref(s.parent)},
        {"answers", statement_ref(s.answers)},
        {"when", json_of(s.when.interval)},
        {"when_span", span(s.when.span)},
        {"channel", span(s.channel)},
        {"condition", span(s.condition)},
        {"deadline", span(s.deadline)},
        {"deadline_value", json_of(s.deadline_value)}};
    json["score"] = s.score ? Json(*s.score) : Json(nullptr);
    return json;
  }

  Json counts(const std::vector<Count>& counts) const {
    Json json = Json::object();
    // The record keeps an open end; exports write the number named twice (RECORD.md, Rulings). Of several of
    // one kind the first is the total ("19 people, four children among them"); all stand in the details.
    for (const Count& c : counts) {
      const std::string kind(to_string(c.kind));
      if (!json.contains(kind))
        json[kind] = Json::array({c.low < 0 ? c.high : c.low, c.high < 0 ? c.low : c.high});
    }
    return json;
  }

  Json count_details(const std::vector<Count>& counts) const {
    Json json = Json::array();
    for (const Count& c : counts)
      json.push_back({{"kind", to_string(c.kind)},
                      {"low", c.low < 0 ? Json(nullptr) : Json(c.low)},
                      {"high", c.high < 0 ? Json(nullptr) : Json(c.high)},
                      {"span", span(c.span)},
                      {"of_whom", c.of_whom},
                      {"period", json_of(c.period)}});
    return json;
  }

  Json event(const Event& e) const {
    const EventMention& main = e.mentions[e.principal];
    Json json{{"id", e.id.hex()},
              {"type", to_string(e.type)},
              {"mode", e.mode},
              {"contexts", e.contexts},
              {"trigger", span(main.trigger)},
              {"sentence", span(main.sentence)},
              {"actor", span(e.actor)},
              {"recipient", span(e.recipient)},
              {"actor_code", e.actor_code},
              {"recipient_code", e.recipient_code},
              {"when", json_of(main.when.interval)},
              {"when_span", span(main.when.span)},
              {"where", span(e.where)},
              {"status", to_string(main.status)},
              {"said_by", statement_ref(main.said_by)},
              {"counts", counts(main.counts)},
              {"count_details", count_details(main.counts)}};
    json["speech"] = statement_ref(e.speech);
    if (e.type == EventType::kConsult) json["channel"] = to_string(e.channel);
    if (e.place != kNone) json["place"] = place(d_.places[e.place]);
    Json mentions = Json::array();
    Json affirm = Json::array(), deny = Json::array();
    bool own_voice = false;
    for (const EventMention& m : e.mentions) {
      mentions.push_back({{"trigger", span(m.trigger)},
                          {"sentence", span(m.sentence)},
                          {"said_by", statement_ref(m.said_by)},
                          {"status", to_string(m.status)},
                          {"when", json_of(m.when.interval)},
                          {"when_span", span(m.when.span)},
                          {"counts", counts(m.counts)},
                          {"count_details", count_details(m.counts)}});
      if (m.said_by == kNone) {
        own_voice = own_voice || m.status == Status::kActual;
      } else if (m.status == Status::kActual) {
        affirm.push_back(statement_ref(m.said_by));
      } else if (m.status == Status::kNegated) {
        deny.push_back(statement_ref(m.said_by));
      }
    }
    json["mentions"] = mentions;
    json["voices"] = {{"outlet", own_voice}, {"affirm", affirm}, {"deny", deny}};
    json["score"] = e.score ? Json(*e.score) : Json(nullptr);
    return json;
  }

  Json place(const PlaceMention& p) const {
    Json json{{"span", span(p.span)},
              {"words", d_.words_of(p.span)},
              {"gazetteer_id", p.gazetteer_id},
              {"country", p.country},
              {"precision", p.precision}};
    if (p.latitude != 0 || p.longitude != 0) {
      json["latitude"] = p.latitude;
      json["longitude"] = p.longitude;
    }
    return json;
  }

  // `mentions`: those of this actor.
  Json actor(const Actor& a, Json mentions) const {
    Json offices = Json::array();
    for (const Office& o : a.offices)
      offices.push_back({{"title", o.title},
                         {"body", o.body},
                         {"held", json_of(o.held)},
                         {"source", o.source},
                         {"words", span(o.span)}});
    return {{"id", a.id.hex()},
            {"name", a.name},
            {"names", a.names},
            {"kind", to_string(a.kind)},
            {"code", a.code},
            {"offices", offices},
            {"part_of", a.part_of < d_.actors.size() ? Json(d_.actors[a.part_of].id.hex()) : Json(nullptr)},
            {"private", a.is_private},
            {"mentions", std::move(mentions)}};
  }

  Json mention(const ActorMention& m) const {
    Json json = span(m.span);
    json["form"] = to_string(m.form);
    json["code"] = m.code;
    return json;
  }

  Json actor(uint32_t index) const {
    Json mentions = Json::array();
    for (const ActorMention& m : d_.mentions)
      if (m.actor == index) mentions.push_back(mention(m));
    return actor(d_.actors[index], std::move(mentions));
  }

  Json actors() const {
    std::vector<Json> mentions(d_.actors.size(), Json::array());
    for (const ActorMention& m : d_.mentions)
      if (m.actor < mentions.size()) mentions[m.actor].push_back(mention(m));
    Json list = Json::array();
    for (size_t i = 0; i < d_.actors.size(); ++i) list.push_back(actor(d_.actors[i], std::move(mentions[i])));
    return list;
  }

  static Json capture(const Capture& c) {
    Json json{{"path", c.path}, {"address", c.address}, {"canonical", c.canonical}, {"time", c.time}};
    add_warc_record(json, c);
    return json;
  }

  Json facts() const {
    const Article& a = d_.article;
    return {{"id", d_.page.name},
            {"sha256", to_hex(d_.page.sha256)},
            {"text_sha256", to_hex(a.text_sha256)},
            {"title", d_.words_of(a.title)},
            {"outlet", a.outlet.name},
            {"outlet_evidence", a.outlet_evidence},
            {"byline", credits_json(a.byline)},
            {"via", credits_json(a.via)},
            {"kind", to_string(a.kind)},
            {"language", d_.language.code},
            {"translation", to_string(d_.language.translation)},
            {"translated_from", d_.language.translated_from},
            {"published", json_of(a.published.interval)},
            {"published_evidence", dated(a.published)},
            {"modified", json_of(a.modified.interval)},
            {"modified_evidence", dated(a.modified)},
            {"retrieved", json_of(a.retrieved.interval)},
            {"retrieved_evidence", dated(a.retrieved)},
            {"correction", a.correction},
            {"captures", Json::array({capture(d_.page.capture)})}};
  }

  Json whole() const {
    const Article& a = d_.article;
    Json json = facts();
    json["text"] = d_.words_of(a.body);
    json["captions"] = d_.words_of(a.captions);
    Json paragraphs = Json::array();
    for (const Paragraph& p : a.paragraphs) {
      const Span local = d_.in_part(p.span);
      Json row{{"begin", local.begin},
               {"end", local.end},
               {"kind", to_string(p.kind)},
               {"words", d_.words_of(p.span)}};
      if (!p.page.empty()) row["page"] = Json::array({p.page.begin, p.page.end});
      paragraphs.push_back(std::move(row));
    }
    json["paragraphs"] = std::move(paragraphs);
    json["actors"] = actors();
    Json places = Json::array(), times = Json::array();
    for (const PlaceMention& p : d_.places) places.push_back(place(p));
    for (const TimeExpression& t : d_.times) {
      Json row = span(t.span);
      row["value"] = json_of(t.value);
      row["kind"] = t.kind == TimeKind::kDate       ? "date"
                    : t.kind == TimeKind::kTime     ? "time"
                    : t.kind == TimeKind::kDuration ? "duration"
                                                    : "set";
      times.push_back(std::move(row));
    }
    json["places"] = std::move(places);
    json["times"] = std::move(times);
    Json inside = Json::array(), outside = Json::array();
    for (const Statement& s : d_.statements)
      (d_.part_of(s.content.empty() ? s.sentence : s.content) == Part::kBody ? inside : outside)
          .push_back(statement(s));
    Json events_inside = Json::array(), events_outside = Json::array();
    for (const Event& e : d_.events)
      (d_.part_of(e.mentions[e.principal].trigger) == Part::kBody ? events_inside : events_outside)
          .push_back(event(e));
    json["statements"] = std::move(inside);
    json["events"] = std::move(events_inside);
    json["outside_body"] = {{"statements", std::move(outside)}, {"events", std::move(events_outside)}};
    return json;
  }

 private:
  const Document& d_;
};

}  // namespace

Json document_json(const Document& document) { return Writer(document).whole(); }
Json document_facts_json(const Document& document) { return Writer(document).facts(); }
Json statement_json(const Document& document, uint32_t statement) {
  return Writer(document).statement(document.statements[statement]);
}
Json event_json(const Document& document, uint32_t event) {
  return Writer(document).event(document.events[event]);
}
Json actor_json(const Document& document, uint32_t actor) { return Writer(document).actor(actor); }
Json capture_json(const Capture& capture) { return Writer::capture(capture); }

Json credits_json(const std::vector<Credit>& credits) {
  Json json = Json::array();
  for (const Credit& credit : credits) json.push_back(credit.name);
  return json;
}

void add_warc_record(Json& json, const Capture& capture) {
  if (capture.warc_file.empty()) return;
  json["warc_filename"] = capture.warc_file;
  json["warc_record_offset"] = capture.offset < 0 ? Json(nullptr) : Json(capture.offset);
  json["warc_record_length"] = capture.length < 0 ? Json(nullptr) : Json(capture.length);
}

}  // namespace hearsay
