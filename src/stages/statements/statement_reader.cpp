#include "stages/statements/statement_reader.h"

#include <algorithm>

#include "stages/statements/act.h"
#include "stages/statements/chain.h"
#include "stages/statements/headlines.h"
#include "stages/statements/interviews.h"
#include "stages/statements/noun_reports.h"
#include "stages/statements/quotations.h"

namespace hearsay::statements {
namespace {

bool read_cue(Drafting& page, uint32_t at, const CueMatch& match) {
  switch (match.cue->kind) {
    case CueKind::kVerb:
      return read_verb(page, at, match);
    case CueKind::kNoun:
      return read_noun(page, at, match);
    case CueKind::kFeeling:
      return false;  // only after a light verb
    case CueKind::kLight:
      return read_light_verb(page, at, match);
    case CueKind::kAdjective:
      return read_adjective(page, at, match);
    case CueKind::kPreposition:
      return read_preposition(page, at, match);
    case CueKind::kAdverb:
      return read_adverb(page, at, match);
  }
  return false;
}

void read_all(const PageWords& words, const Occurrences& cues, std::vector<Draft>& drafts) {
  Drafting page{words, cues, drafts};
  uint32_t taken = 0;  // words of a cue that was read belong to no other
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (i < taken) continue;
    // a light verb with its noun says more than the verb alone, and "is convinced" is no passive
    for (const int round : {0, 1}) {
      bool found = false;
      for (const CueMatch& match : cues.at(i)) {
        const bool first = match.cue->kind == CueKind::kLight || match.cue->kind == CueKind::kAdjective;
        if (first != (round == 0)) continue;
        if (read_cue(page, i, match)) {
          const Range used = drafts.back().cue_words;
          taken = used.begin <= i ? used.end : i + match.words;
          found = true;
          break;
        }
      }
      if (found) break;
    }
  }
  read_headlines(page);
  read_interview(page);
  read_loose_quotations(page);
}

Form form_of(const PageWords& r, const Draft& draft) {
  const Range content = draft.content;
  bool inside = false, outside = false;
  for (uint32_t i = content.begin; i < content.end; ++i) {
    // the cue that breaks a quotation within one sentence is no part of what is said
    if (!r[i].is_word() ||
        (r[i].quotation == kNone &&
         (draft.cue_words.contains(i) || draft.source.contains(i) ||
          draft.circumstances.addressee.contains(i) || draft.circumstances.when.contains(i) ||
          draft.circumstances.channel.contains(i))))
      continue;
    const uint32_t q = r[i].quotation;
    const bool counts =
        q != kNone && !(r.quotations[q].name_like && !r.quotations[q].inner.contains(content));
    (counts ? inside : outside) = true;
  }
  return inside && outside ? Form::kMixed : inside ? Form::kDirect : Form::kIndirect;
}

Span sentences_of(const PageWords& r, const Draft& d) {
  uint32_t first = r[d.content.begin].sentence, last = r[d.content.end - 1].sentence;
  if (!d.cue_words.empty() && !d.from_quotation) {
    first = std::min(first, r[d.cue_words.begin].sentence);
    last = std::max(last, r[d.cue_words.begin].sentence);
  }
  const auto& sentences = r.document->words.sentences;
  return {sentences[first].span.begin, sentences[last].span.end};
}

std::string name_of(const PageWords& r, Range words) {
  return words.empty() ? std::string() : identity_of(r, words).name;
}

// What denies, rejects or confirms answers the latest earlier statement of somebody else with which it shares
// most of its words.
void link_answers(const PageWords& r, const std::vector<Draft>& drafts, std::vector<Statement>& statements) {
  for (uint32_t i = 0; i < statements.size(); ++i) {
    Statement& s = statements[i];
    if (s.act != Act::kDeny && s.act != Act::kReject && s.detail != ActDetail::kConfirm) continue;
    // the claim inside its own content
    for (uint32_t j = 0; j < statements.size() && s.answers == kNone; ++j)
      if (statements[j].parent == i && (statements[j].act == Act::kAccuse || drafts[j].cue == nullptr ||
                                        drafts[j].cue->kind == CueKind::kNoun))
        s.answers = j;
    if (s.answers != kNone) continue;
    uint32_t best = kNone, most = 1;
    for (uint32_t j = 0; j < statements.size(); ++j) {
      if (i == j || statements[j].content.begin >= s.content.begin || statements[j].parent == i ||
          s.parent == j)
        continue;
      if (!s.source_name.empty() && s.source_name == statements[j].source_name) continue;
      uint32_t shared = 0;
      for (uint32_t a = drafts[i].content.begin; a < drafts[i].content.end; ++a) {
        if (!r[a].is_word() || r[a].traits != 0 || r[a].lower.size() < 4) continue;
        for (uint32_t b = drafts[j].content.begin; b < drafts[j].content.end; ++b)
          if (r[b].lower == r[a].lower) {
            ++shared;
            break;
          }
      }
      if (shared >= most + (best == kNone ? 1 : 0)) best = j, most = shared;
    }
    s.answers = best;
  }
}

}  // namespace

void StatementReader::read(Document& document, ReaderBuffers& b) const {
  document.statements.clear();
  b.page.build(document, outlets_);
  b.cues.build(b.page, cues_, b.memory);
  b.drafts.clear();
  const PageWords& r = b.page;
  read_all(r, b.cues, b.drafts);
  std::erase_if(b.drafts, [](const Draft& d) { return d.content.empty(); });
  settle_carriers(r, b.drafts);

  // a saying in the speaker's own voice is no second statement; what it does is what the first one does
  std::vector<uint32_t> parents = parents_of(r, b.drafts);
  std::vector<Identity> who = identities_of(r, b.drafts, parents);
  std::vector<Draft> kept;
  for (uint32_t i = 0; i < b.drafts.size(); ++i) {
    const uint32_t up = parents[i];
    if (up != kNone && is_own_voice(r, b.drafts[i], who[i], b.drafts[up], who[up])) continue;
    kept.push_back(b.drafts[i]);
  }
  b.drafts = std::move(kept);
  parents = parents_of(r, b.drafts);
  who = identities_of(r, b.drafts, parents);

  for (uint32_t i = 0; i < b.drafts.size(); ++i) {
    const Draft& d = b.drafts[i];
    const Doing doing = doing_of(r, b.cues, acts_, d);
    Statement s;
    s.sentence = sentences_of(r, d);
    s.source = r.span(d.source);
    s.cue = r.span(d.cue_words);
    s.content = r.span(d.content);
    s.source_name = who[i].name;
    s.source_kind = who[i].kind;
    s.source_actor = who[i].actor;
    s.on_behalf_of = r.span(who[i].on_behalf_of);
    s.on_behalf_of_name = who[i].on_behalf_of_name;
    s.on_behalf_of_actor = who[i].on_behalf_of_actor;
    const Range addressee = d.circumstances.addressee.empty() ? doing.addressee : d.circumstances.addressee;
    if (!addressee.empty()) {
      const Identity hearer = identity_of(r, addressee);
      s.addressee = r.span(addressee);
      s.addressee_name = hearer.name;
      s.addressee_actor = hearer.actor;
    }
    s.via = r.span(d.via);
    s.via_name = name_of(r, d.via);
    s.channel = r.span(d.circumstances.channel);
    if (!d.circumstances.when.empty()) {
      const uint32_t t = r[d.circumstances.when.begin].time;
      s.when.span = r.span(d.circumstances.when);
      if (t != kNone) s.when.interval = document.times[t].value;
    }
    s.form = form_of(r, d);
    s.act = doing.act;
    s.detail = doing.detail;
    s.condition = r.span(doing.condition);
    s.deadline = r.span(doing.deadline);
    if (doing.deadline_time != kNone) s.deadline_value = document.times[doing.deadline_time].value;
    s.parent = parents[i];
    document.statements.push_back(std::move(s));
  }
  link_answers(r, b.drafts, document.statements);
  assign_statement_ids(document);
}

}  // namespace hearsay::statements
