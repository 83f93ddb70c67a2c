#include "store/group_content.h"

namespace hearsay {
namespace {

// In member_join, `kind` is the RowKind; the reasons of a thing's joins tell what the joins are.
constexpr GroupContent kContents[] = {
    {"copy-group", R"sql(
SELECT id_hex(g.sid), g.origin,
  (SELECT json_group_array(json_array(h, k, o, s, r)) FROM (
    SELECT id_hex(d.sha256) AS h, m.kind AS k, id_hex(f.sha256) AS o, m.shared AS s, m.reason AS r
    FROM copy_member m JOIN document d ON d.id = m.document LEFT JOIN document f ON f.id = m.copy_of
    WHERE m.copy_group = g.id ORDER BY m.position))
FROM copy_group g)sql"},
    {"shared-actor", R"sql(
SELECT id_hex(g.sid), g.name, g.kind, g.code, g.private,
  (SELECT json_group_array(x) FROM (
    SELECT id_hex(a.sid) AS x FROM shared_actor_member m
    JOIN actor a ON a.document = m.document AND a.number = m.actor
    WHERE m.shared_actor = g.id ORDER BY m.position)),
  (SELECT json_group_array(x) FROM (
    SELECT name AS x FROM shared_actor_name WHERE shared_actor = g.id ORDER BY position)),
  (SELECT json_group_array(json_array(title, body, held_from, held_to, source)) FROM (
    SELECT * FROM shared_actor_office WHERE shared_actor = g.id ORDER BY position)),
  (SELECT json_group_array(x) FROM (
    SELECT reason AS x FROM member_join WHERE kind = 5 AND owner = g.id ORDER BY reason))
FROM shared_actor g)sql"},
    {"story", R"sql(
SELECT id_hex(g.sid), g.title, g.published_from, g.published_to,
  (SELECT json_group_array(x) FROM (
    SELECT id_hex(d.sha256) AS x FROM story_member m JOIN document d ON d.id = m.document
    WHERE m.story = g.id ORDER BY m.position)),
  (SELECT json_group_array(x) FROM (
    SELECT reason AS x FROM member_join WHERE kind = 6 AND owner = g.id ORDER BY reason))
FROM story g)sql"},
    {"narrowed-date", R"sql(
SELECT id_hex(d.sha256), g.published_from, g.published_to, g.reason,
  (SELECT json_group_array(x) FROM (
    SELECT id_hex(o.sha256) AS x FROM narrowed_date_company c JOIN document o ON o.id = c.company
    WHERE c.document = g.document ORDER BY c.position))
FROM narrowed_date g JOIN document d ON d.id = g.document)sql"},
    {"incident", R"sql(
SELECT id_hex(g.sid), g.type, g.title, g.when_from, g.when_to, g.place, g.country, g.gazetteer_id,
  (SELECT json_group_array(x) FROM (
    SELECT id_hex(e.sid) AS x FROM incident_event m
    JOIN event e ON e.document = m.document AND e.number = m.event
    WHERE m.incident = g.id ORDER BY m.position)),
  (SELECT json_group_array(json_array(kind, low, high, of_whom, period_from, period_to)) FROM (
    SELECT * FROM incident_count WHERE incident = g.id ORDER BY position)),
  (SELECT json_group_array(json_array(role, name)) FROM (
    SELECT * FROM incident_party WHERE incident = g.id ORDER BY role, position)),
  (SELECT json_group_array(x) FROM (
    SELECT field AS x FROM incident_difference WHERE incident = g.id ORDER BY position)),
  (SELECT json_group_array(x) FROM (
    SELECT reason AS x FROM member_join WHERE kind = 7 AND owner = g.id ORDER BY reason))
FROM incident g)sql"},
    {"claim", R"sql(
SELECT id_hex(g.sid), id_hex(i.sid), id_hex(a.sid), g.aspect, g.value, g.text, g.origins_low, g.origins_high,
  g.outside,
  (SELECT json_group_array(json_array(x, h, st, ev, denies, text, speaker, sh, outlet, origin, is_party,
                                      said_from, said_to, span_part, span_begin, span_end)) FROM (
    SELECT id_hex(v.sid) AS x, id_hex(d.sha256) AS h, id_hex(s.sid) AS st, id_hex(e.sid) AS ev,
      id_hex(sa.sid) AS sh, v.*
    FROM claim_voice v JOIN document d ON d.id = v.document
    LEFT JOIN statement s ON s.document = v.document AND s.number = v.statement
    LEFT JOIN event e ON e.document = v.document AND e.number = v.event
    LEFT JOIN shared_actor sa ON sa.id = v.speaker_shared
    WHERE v.claim = g.id ORDER BY v.position))
FROM claim g LEFT JOIN incident i ON i.id = g.incident LEFT JOIN agreement a ON a.id = g.agreement)sql"},
    {"dispute", R"sql(
SELECT id_hex(g.sid), id_hex(i.sid), id_hex(a.sid), g.kind, g.state, g.text, g.reason,
  (SELECT json_group_array(x) FROM (
    SELECT id_hex(c.sid) AS x FROM dispute_claim m JOIN claim c ON c.id = m.claim
    WHERE m.dispute = g.id ORDER BY m.position))
FROM dispute g LEFT JOIN incident i ON i.id = g.incident LEFT JOIN agreement a ON a.id = g.agreement)sql"},
    {"agreement", R"sql(
SELECT id_hex(g.sid), g.name, g.kind, g.mediator, g.place, g.announced_from, g.announced_to,
  g.effective_from, g.effective_to, g.ended_from, g.ended_to,
  (SELECT json_group_array(x) FROM (
    SELECT name AS x FROM agreement_name WHERE agreement = g.id ORDER BY position)),
  (SELECT json_group_array(x) FROM (
    SELECT name AS x FROM agreement_party WHERE agreement = g.id ORDER BY position)),
  (SELECT json_group_array(x) FROM (
    SELECT words AS x FROM agreement_term WHERE agreement = g.id ORDER BY position)),
  (SELECT json_group_array(json_array(x, h, st, ev, span_part, span_begin, span_end, name, sentence, kind,
                                      bears, parties, party_words, mediator, place, dated_from, dated_to,
                                      dated_effective, term, act, alleged_by, accused, alleged_by_code,
                                      accused_code, outlet, origin, said_from, said_to)) FROM (
    SELECT id_hex(m.sid) AS x, id_hex(d.sha256) AS h, id_hex(s.sid) AS st, id_hex(e.sid) AS ev, m.*
    FROM agreement_mention m JOIN document d ON d.id = m.document
    LEFT JOIN statement s ON s.document = m.document AND s.number = m.statement
    LEFT JOIN event e ON e.document = m.document AND e.number = m.event
    WHERE m.agreement = g.id ORDER BY m.position)),
  (SELECT json_group_array(json_array(kind, h, st, ev, span_part, span_begin, span_end, term, act, place,
                                      when_from, when_to, alleged_by, accused, answer, an, origins_low,
                                      origins_high, finding)) FROM (
    SELECT id_hex(d.sha256) AS h, id_hex(s.sid) AS st, id_hex(e.sid) AS ev, id_hex(r.sid) AS an, l.*
    FROM ledger_entry l JOIN document d ON d.id = l.document
    LEFT JOIN statement s ON s.document = l.document AND s.number = l.statement
    LEFT JOIN event e ON e.document = l.document AND e.number = l.event
    LEFT JOIN statement r ON r.document = l.answer_document AND r.number = l.answer_statement
    WHERE l.agreement = g.id ORDER BY l.position)),
  (SELECT json_group_array(x) FROM (
    SELECT reason AS x FROM member_join WHERE kind = 10 AND owner = g.id ORDER BY reason))
FROM agreement g)sql"},
    {"contact", R"sql(
SELECT id_hex(g.sid), g.channel, g.a, g.b, id_hex(a.sid), id_hex(b.sid), g.when_from, g.when_to, g.status,
  g.place,
  (SELECT json_group_array(x) FROM (
    SELECT id_hex(e.sid) AS x FROM contact_event m
    JOIN event e ON e.document = m.document AND e.number = m.event
    WHERE m.contact = g.id ORDER BY m.position)),
  (SELECT json_group_array(x) FROM (
    SELECT name AS x FROM contact_reporter WHERE contact = g.id ORDER BY position)),
  (SELECT json_group_array(json_array(side, h, st)) FROM (
    SELECT r.side, id_hex(d.sha256) AS h, id_hex(s.sid) AS st
    FROM contact_readout r JOIN document d ON d.id = r.document
    LEFT JOIN statement s ON s.document = r.document AND s.number = r.statement
    WHERE r.contact = g.id ORDER BY r.position)),
  (SELECT json_group_array(x) FROM (
    SELECT reason AS x FROM member_join WHERE kind = 11 AND owner = g.id ORDER BY reason))
FROM contact g LEFT JOIN shared_actor a ON a.id = g.a_shared
LEFT JOIN shared_actor b ON b.id = g.b_shared)sql"},
};

}  // namespace

std::span<const GroupContent> group_contents() { return kContents; }

}  // namespace hearsay
