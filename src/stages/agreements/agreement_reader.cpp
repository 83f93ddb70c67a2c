#include "stages/agreements/agreement_reader.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "stages/agreements/deal_words.h"
#include "text/lowered.h"
#include "text/quote_marks.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace hearsay {
namespace {

constexpr size_t kNameReach = 6;     // tokens before the head that can belong to the name
constexpr size_t kDateReach = 10;    // tokens after the head in which its date can stand
constexpr size_t kClauseReach = 14;  // tokens around the head in which what is said of it can stand

constexpr std::array<std::string_view, 12> kDeterminers = {"the",   "a",   "an",  "this", "that", "its",
                                                           "their", "his", "her", "any",  "no",   "such"};
constexpr std::array<std::string_view, 34> kModifiers = {
    "previous",     "new",        "fragile",   "shaky",    "temporary", "partial",   "local",
    "humanitarian", "nationwide", "declared",  "proposed", "current",   "existing",  "recent",
    "latest",       "second",     "first",     "brief",    "lasting",   "permanent", "earlier",
    "initial",      "joint",      "bilateral", "weeklong", "possible",  "so-called", "agreed",
    "peace",        "nuclear",    "prisoner",  "hostage",  "truce",     "ceasefire"};

struct Piece {
  std::vector<Token> tokens;  // of one sentence
  Span span;
};

bool is_possessive(std::string_view word) {
  return word == "'s" || word == "’s" || word == "'" || word == "’";
}

template <size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Reader {
 public:
  Reader(const Document& document, const Knowledge& knowledge)
      : d_(document), knowledge_(knowledge), lower_(lowered(document.text)) {}

  std::vector<AgreementRow> rows() {
    for (const Paragraph& paragraph : d_.article.paragraphs) {
      if (!may_speak_of_agreements(
              std::string_view(lower_).substr(paragraph.span.begin, paragraph.span.size())))
        continue;
      for (const Piece& sentence : sentences_of(paragraph.span)) read_sentence(sentence);
    }
    return std::move(rows_);
  }

 private:
  std::string_view lower(const Token& token) const {
    return std::string_view(lower_).substr(token.begin, token.end - token.begin);
  }

  std::vector<Piece> sentences_of(Span paragraph) const {
    std::vector<Token> tokens;
    std::vector<QuotedRange> quotes;
    std::vector<uint32_t> ends;
    tokenize(d_.text, paragraph.begin, paragraph.end, tokens);
    pair_quotes(d_.text, tokens, {0}, quotes);
    split_sentences(d_.text, tokens, 0, static_cast<uint32_t>(tokens.size()), ends);
    std::vector<Piece> out;
    uint32_t from = 0;
    for (const uint32_t to : ends) {
      Piece piece;
      piece.tokens.assign(tokens.begin() + from, tokens.begin() + to);
      if (!piece.tokens.empty()) piece.span = {piece.tokens.front().begin, piece.tokens.back().end};
      out.push_back(std::move(piece));
      from = to;
    }
    return out;
  }

  void read_sentence(const Piece& sentence) {
    const std::vector<Token>& t = sentence.tokens;
    for (size_t head = 0; head < t.size(); ++head) {
      const std::string_view word = lower(t[head]);
      const bool undertaking = is_undertaking_noun(word);
      const std::optional<AgreementKind> kind = deal_noun(word);
      if (!kind && !undertaking) continue;
      // "ceasefire deal": the last noun is the head.
      if (kind && head + 1 < t.size() && deal_noun(lower(t[head + 1]))) continue;
      const size_t first = name_begins(t, head);
      if (undertaking && !has_owner(t, first, head)) continue;
      // "cessation of hostilities" and no other cessation.
      size_t last = head;
      if (word.starts_with("cessation")) {
        if (head + 2 >= t.size() || lower(t[head + 1]) != "of") continue;
        last = head + 2;
        if (last + 1 < t.size() && lower(t[last]) == "military") ++last;
        if (!lower(t[last]).starts_with("hostilit") && !lower(t[last]).starts_with("fighting")) continue;
      }
      AgreementRow row;
      row.span = {t[first].begin, t[last].end};
      row.name = std::string(d_.words_of(row.span));
      row.sentence = std::string(d_.words_of(sentence.span));
      row.kind = undertaking ? AgreementKind::kUndertaking : kind_of(t, first, head, *kind);
      row.published = d_.article.published.interval;
      row.outlet = d_.article.outlet.name;
      read_voice(row, sentence);
      read_parties(row, sentence, first, last);
      read_date(row, sentence, first, last);
      read_bearing(row, sentence, first, last);
      // A deal of no kind, no party and no date, such as "a deal on fisheries", is left alone.
      if (row.kind == AgreementKind::kMechanism && row.parties.empty() && row.dated.empty() &&
          row.place.empty())
        continue;
      rows_.push_back(std::move(row));
    }
  }

  size_t name_begins(const std::vector<Token>& t, size_t head) const {
    size_t first = head;
    while (first > 0 && head - first < kNameReach) {
      const Token& token = t[first - 1];
      const std::string_view word = lower(token);
      if (is_one_of(kDeterminers, word)) return first - 1;
      const bool belongs = token.kind == TokenKind::kNumber ||
                           (token.kind == TokenKind::kWord && token.capital && first - 1 > 0) ||
                           is_possessive(word) || is_one_of(kModifiers, word) || deal_noun(word) ||
                           (token.kind == TokenKind::kWord && word.find('-') != std::string_view::npos);
      // A capital at the sentence's start belongs only where a demonym or a place is there.
      if (!belongs && !(first - 1 == 0 && token.capital && has_mention(token))) break;
      --first;
    }
    return first;
  }

  bool has_mention(const Token& token) const {
    const Span span{token.begin, token.end};
    return std::any_of(d_.mentions.begin(), d_.mentions.end(),
                       [&](const ActorMention& m) { return m.span.overlaps(span); }) ||
           std::any_of(d_.places.begin(), d_.places.end(),
                       [&](const PlaceMention& p) { return p.span.overlaps(span); });
  }

  // "its promise", "Zambia's pledge", "the commitment which X undertook".
  bool has_owner(const std::vector<Token>& t, size_t first, size_t head) const {
    for (size_t i = first; i < head; ++i) {
      const std::string_view word = lower(t[i]);
      if (word == "its" || word == "their" || word == "his" || word == "her" || is_possessive(word))
        return true;
    }
    return false;
  }

  AgreementKind kind_of(const std::vector<Token>& t, size_t first, size_t head, AgreementKind by_noun) const {
    for (size_t i = first; i < head; ++i) {
      const std::string_view word = lower(t[i]);
      if (word == "prisoner" || word == "hostage" || word == "prisoners") return AgreementKind::kExchange;
      if (const auto kind = deal_noun(word); kind && !is_generic_deal(word)) return *kind;
    }
    if (is_generic_deal(lower(t[head])) && speaks_of_truce()) return AgreementKind::kCeasefire;
    return by_noun;
  }

  // Whether "the deal" can mean a truce on this page.
  bool speaks_of_truce() const {
    for (const char* word : {"ceasefire", "cease-fire", "truce", "cessation of"})
      if (lower_.find(word) != std::string::npos) return true;
    return false;
  }

  void read_voice(AgreementRow& row, const Piece& sentence) {
    const Statement* best = nullptr;
    refuser_ = nullptr;
    for (size_t i = 0; i < d_.statements.size(); ++i) {
      const Statement& s = d_.statements[i];
      if (!s.content.contains(row.span) || (best && best->content.size() <= s.content.size())) continue;
      best = &s;
      row.statement = static_cast<RowId>(i) + 1;
    }
    // "accused them of breaking the truce": the deal may stand beside the content, in the cue's own clause.
    for (size_t i = 0; !best && i < d_.statements.size(); ++i) {
      const Statement& s = d_.statements[i];
      if (!sentence.span.contains(s.cue) || s.cue.empty() || (s.act != Act::kAccuse && s.act != Act::kDeny))
        continue;
      best = &s;
      row.statement = static_cast<RowId>(i) + 1;
    }
    if (!best) return;
    // "X said that they refused to follow the truce": the refusal is X's word about them.
    if (best->act == Act::kReject && best->content.contains(row.span)) {
      refuser_ = best;
      row.statement = best->parent == kNone ? 0 : static_cast<RowId>(best->parent) + 1;
      if (best->parent == kNone) return;
      best = &d_.statements[best->parent];
    }
    row.alleged_by = best->source_name.empty() ? std::string(d_.words_of(best->source)) : best->source_name;
    if (best->source_actor != kNone) row.alleged_by_code = d_.actors[best->source_actor].code;
    row.said = best->when.interval;
  }

  void add_party(AgreementRow& row, const std::string& code, std::string_view words) const {
    // States, their forces and armed groups make truces; newspapers and bystanders do not.
    const size_t space = code.find(' ');
    const std::string_view sector =
        space == std::string::npos ? std::string_view() : std::string_view(code).substr(space + 1);
    static constexpr std::array<std::string_view, 6> kDealers = {"GOV", "MIL", "REB", "UAF", "OPP", "PTY"};
    if (!sector.empty() && !is_one_of(kDealers, sector) && !code.starts_with("IGO") &&
        !code.starts_with("IMG"))
      return;
    if (code.empty() || std::find(row.parties.begin(), row.parties.end(), code) != row.parties.end()) return;
    row.parties.push_back(code);
    row.party_words.emplace_back(words);
  }

  std::string code_of(const ActorMention& m) const {
    return !m.code.empty() ? m.code : m.actor < d_.actors.size() ? d_.actors[m.actor].code : "";
  }

  void read_parties(AgreementRow& row, const Piece& sentence, size_t first, size_t last) const {
    const std::vector<Token>& t = sentence.tokens;
    // Inside the name: "Russian-US", "the U.S.-Russian truce", "Zambia's promise".
    for (size_t i = first; i <= last; ++i) {
      const std::string_view word = d_.words_of({t[i].begin, t[i].end});
      for (size_t at = 0; at <= word.size();) {
        const size_t end = std::min(word.find_first_of("-\xE2", at), word.size());
        const std::string_view part = word.substr(at, end - at);
        if (const Country* country = country_of(part)) add_party(row, std::string(country->iso3), part);
        at = end + 1;
      }
    }
    // "between X and Y", "arranged by X and Y", "reached with Y": right behind the name, up to the next
    // preposition.
    size_t at = last + 1;
    bool listing = false, brokered = false;
    std::vector<const ActorMention*> listed;
    for (; row.parties.size() < 2 && at < t.size() && at <= last + kClauseReach; ++at) {
      const std::string_view word = lower(t[at]);
      const bool tied = at == last + 1 || deal_word(lower(t[at - 1])) == DealWord::kReached;
      if (tied && (word == "between" || word == "with" || word == "by")) {
        listing = true;
        brokered = word == "by";
        continue;
      }
      if (listing && (word == "on" || word == "in" || word == "after" || word == "against" || word == "to" ||
                      word == "for"))
        break;
      if (t[at].kind == TokenKind::kPunctuation && word != ",") break;
      if (!listing) continue;
      for (const ActorMention& m : d_.mentions)
        if (m.span.begin == t[at].begin) listed.push_back(&m);
    }
    if (brokered && listed.size() == 1) {
      row.mediator = std::string(d_.words_of(listed[0]->span));
    } else {
      for (const ActorMention* m : listed) add_party(row, code_of(*m), d_.words_of(m->span));
    }
    // "X and Y agreed on Monday to a ceasefire": the subject of the reaching.
    if (row.kind != AgreementKind::kUndertaking && row.parties.empty()) {
      for (size_t verb = first; verb-- > 0 && first - verb < kClauseReach;) {
        if (deal_word(lower(t[verb])) != DealWord::kReached) continue;
        for (const ActorMention& m : d_.mentions)
          if (m.span.begin >= sentence.span.begin && m.span.end <= t[verb].begin && !inside_another(m))
            add_party(row, code_of(m), d_.words_of(m.span));
        break;
      }
      if (row.parties.size() == 1) {
        row.parties.clear();
        row.party_words.clear();
      }
    }
    // "its promise": whose, by the last actor before it.
    if (row.kind == AgreementKind::kUndertaking && row.parties.empty()) {
      const ActorMention* owner = last_mention_before(row.span.begin, sentence.span.begin);
      if (owner) add_party(row, code_of(*owner), d_.words_of(owner->span));
    }
    read_place(row, sentence, first, last);
    read_term(row, t, last);
  }

  bool inside_another(const ActorMention& m) const {
    return std::any_of(d_.mentions.begin(), d_.mentions.end(), [&](const ActorMention& o) {
      return o.span.contains(m.span) && o.span.size() > m.span.size();
    });
  }

  const ActorMention* last_mention_before(uint32_t before, uint32_t from) const {
    const ActorMention* last = nullptr;
    for (const ActorMention& m : d_.mentions)
      if (m.span.begin >= from && m.span.end <= before && m.form != MentionForm::kPronoun &&
          !code_of(m).empty())
        last = &m;
    return last;
  }

  const Country* country_of(std::string_view word) const {
    if (word.empty() || !is_upper(static_cast<unsigned char>(word[0]))) return nullptr;
    if (const Country* country = knowledge_.country_by_demonym(word)) return country;
    if (const Country* country = knowledge_.country_by_name(word)) return country;
    return knowledge_.country_by_name(std::string(word) + ".");  // "U.S" of "U.S.-Russian"
  }

  void read_place(AgreementRow& row, const Piece& sentence, size_t first, size_t last) const {
    const std::vector<Token>& t = sentence.tokens;
    const uint32_t from = t[first].begin, to = t[std::min(last + 7, t.size() - 1)].end;
    for (const PlaceMention& p : d_.places) {
      if (p.span.begin < from || p.span.end > to) continue;
      // "reached in Geneva" is where it was signed, not where it holds.
      const bool signed_there =
          std::any_of(t.begin() + static_cast<long>(last), t.end(), [&](const Token& token) {
            return token.end <= p.span.begin && deal_word(lower(token)) == DealWord::kReached;
          });
      if (signed_there) continue;
      row.place = std::string(d_.words_of(p.span));
      return;
    }
  }

  // "its promise to separate the rebels": the words after "to".
  void read_term(AgreementRow& row, const std::vector<Token>& t, size_t last) const {
    if (row.kind != AgreementKind::kUndertaking) return;
    for (size_t i = last + 1; i < t.size() && i < last + kDateReach; ++i) {
      if (lower(t[i]) != "to") continue;
      size_t end = i + 1;
      while (end < t.size() && t[end].kind != TokenKind::kPunctuation &&
             t[end].kind != TokenKind::kCloseQuote)
        ++end;
      row.term = std::string(d_.words_of({t[i].begin, t[end - 1].end}));
      return;
    }
  }

  void read_date(AgreementRow& row, const Piece& sentence, size_t first, size_t last) const {
    const std::vector<Token>& t = sentence.tokens;
    const auto index_at = [&](uint32_t offset) {
      size_t i = 0;
      while (i < t.size() && t[i].end <= offset) ++i;
      return i;
    };
    for (const TimeExpression& time : d_.times) {
      if (time.value.empty() || time.kind == TimeKind::kDuration || time.kind == TimeKind::kSet ||
          !sentence.span.contains(time.span))
        continue;
      const size_t at = index_at(time.span.begin);
      if (at >= first && at <= last) {  // "the September 12 deal"
        row.dated = time.value;
        return;
      }
      const bool after = at > last && at <= last + kDateReach,
                 before = at < first && first - at <= kDateReach;
      if (!after && !before) continue;
      // The word that ties the date to the name must stand between the two, or right before both.
      const size_t from = after ? last + 1 : (at >= 3 ? at - 3 : 0), to = after ? at : first;
      DealWord tie = DealWord::kNone;
      bool crossed = false;
      for (size_t i = from; i < to; ++i) {
        if (t[i].kind == TokenKind::kPunctuation && lower(t[i]) != ",") crossed = true;
        const DealWord says = deal_word(lower(t[i]));
        if (says == DealWord::kReached || says == DealWord::kEffective || says == DealWord::kEnded ||
            says == DealWord::kBroken)
          tie = says;
      }
      if (crossed || (tie != DealWord::kReached && tie != DealWord::kEffective)) continue;
      row.dated = time.value;
      row.dated_effective = tie == DealWord::kEffective;
      return;
    }
  }

  void read_bearing(AgreementRow& row, const Piece& sentence, size_t first, size_t last) const {
    const std::vector<Token>& t = sentence.tokens;
    const size_t from = first > kClauseReach ? first - kClauseReach : 0,
                 to = std::min(t.size(), last + kClauseReach);
    DealWord says = DealWord::kNone;
    size_t where = 0, distance = SIZE_MAX;
    bool negated = false;
    for (size_t i = from; i < to; ++i) {
      if (i >= first && i <= last) continue;
      const std::string_view word = lower(t[i]);
      DealWord found = deal_word(word);
      if (word.starts_with("call") && !(i + 1 < t.size() && lower(t[i + 1]) == "for"))
        found = DealWord::kNone;
      if (found == DealWord::kNone) continue;
      // A breach outweighs what else is said, then the nearest word.
      const size_t away =
          (i < first ? first - i : i - last) -
          (found == DealWord::kBroken ? std::min<size_t>(6, i < first ? first - i : i - last) : 0);
      if (away >= distance) continue;
      distance = away;
      says = found;
      where = i;
    }
    for (size_t i = where > 3 ? where - 3 : 0; i < where; ++i) {
      const std::string_view word = lower(t[i]);
      negated = negated || word == "not" || word == "never" || word == "no" || is_negation_clitic(word);
    }
    const Statement* statement =
        row.statement ? &d_.statements[static_cast<size_t>(row.statement) - 1] : nullptr;
    if (refuser_) {
      row.bears = LedgerKind::kViolation;
      if (says != DealWord::kNone) row.act = std::string(d_.words_of(refuser_->cue));
      row.accused =
          refuser_->source_name.empty() ? std::string(d_.words_of(refuser_->source)) : refuser_->source_name;
      if (refuser_->source_actor != kNone) row.accused_code = d_.actors[refuser_->source_actor].code;
      return;
    }
    const bool accuses = statement && statement->act == Act::kAccuse,
               denies = statement && statement->act == Act::kDeny;
    switch (says) {
      case DealWord::kBroken:
        row.bears = denies ? LedgerKind::kDenial : LedgerKind::kViolation;
        break;
      case DealWord::kEnded:
        row.bears = accuses ? LedgerKind::kViolation : LedgerKind::kCollapse;
        break;
      case DealWord::kProposed:
        row.bears = LedgerKind::kOffer;
        break;
      case DealWord::kDemanded:
        row.bears = LedgerKind::kDemand;
        break;
      case DealWord::kRefused:
        row.bears = accuses ? LedgerKind::kViolation : LedgerKind::kRefusal;
        break;
      case DealWord::kKept:
        row.bears = negated || accuses ? LedgerKind::kViolation : LedgerKind::kCompliance;
        break;
      case DealWord::kExtended:
        row.bears = LedgerKind::kExtension;
        break;
      case DealWord::kSuspended:
        row.bears = LedgerKind::kSuspension;
        break;
      case DealWord::kCarriedOut:
        row.bears = negated || accuses ? LedgerKind::kViolation : LedgerKind::kImplementation;
        break;
      case DealWord::kEffective:
        row.bears = LedgerKind::kImplementation;
        break;
      default:
        row.bears = accuses ? LedgerKind::kViolation : denies ? LedgerKind::kDenial : LedgerKind::kReached;
        break;
    }
    if (says != DealWord::kNone) row.act = std::string(d_.words_of({t[where].begin, t[where].end}));
    if (row.bears == LedgerKind::kViolation || row.bears == LedgerKind::kRefusal)
      read_accused(row, sentence, statement, t[where]);
    if (row.bears == LedgerKind::kViolation && row.accused.empty() && !accuses)
      row.bears = says == DealWord::kEnded ? LedgerKind::kCollapse : row.bears;
  }

  // Whom a breach is laid to: the subject of the breach inside what is said ("that the rebels had violated
  // the truce"); else whom the accusing is done to ("blamed the rebels for"); else the sentence's subject, or
  // the one after "by".
  void read_accused(AgreementRow& row, const Piece& sentence, const Statement* statement,
                    const Token& breach) const {
    const auto accuse = [&](Span span, uint32_t actor) {
      row.accused = actor < d_.actors.size() ? d_.actors[actor].name : std::string(d_.words_of(span));
      if (actor < d_.actors.size()) row.accused_code = d_.actors[actor].code;
    };
    const auto subject_in = [&](Span clause) -> const ActorMention* {
      const ActorMention* by = nullptr;
      for (const ActorMention& m : d_.mentions) {
        if (!clause.contains(m.span) || inside_another(m) || row.span.contains(m.span)) continue;
        if (statement && (statement->source.overlaps(m.span) || m.actor == statement->source_actor)) continue;
        if (m.span.end <= breach.begin) return &m;
        if (!by && m.span.begin >= breach.end && lower_.compare(m.span.begin - 3, 3, "by ") == 0) by = &m;
      }
      return by;
    };
    if (statement && statement->content.contains(Span{breach.begin, breach.end}))
      if (const ActorMention* subject = subject_in(statement->content))
        return accuse(subject->span, subject->actor);
    if (statement && statement->act == Act::kAccuse) {
      for (const Event& event : d_.events)
        if (event.speech != kNone && &d_.statements[event.speech] == statement && !event.recipient.empty())
          return accuse(event.recipient, event.recipient_index);
      if (!statement->addressee.empty()) return accuse(statement->addressee, statement->addressee_actor);
    }
    if (const ActorMention* subject = subject_in(sentence.span)) accuse(subject->span, subject->actor);
  }

  const Document& d_;
  const Knowledge& knowledge_;
  std::string lower_;
  const Statement* refuser_ = nullptr;  // of the mention at hand: who is said to refuse it
  std::vector<AgreementRow> rows_;
};

}  // namespace

bool may_speak_of_agreements(std::string_view body) {
  for (const char* word : {"ceasefire",  "cease-fire", "truce",       "armistice",  "cessation", "accord",
                           "pact",       "treaty",     "memorandum",  "deal",       "agreement", "swap",
                           "corridor",   "roadmap",    "settlement",  "escalation", "promise",   "pledge",
                           "commitment", "obligation", "undertaking", "assurance"})
    if (body.find(word) != std::string_view::npos) return true;
  return false;
}

std::vector<AgreementRow> read_agreements(const Document& document, const Knowledge& knowledge) {
  std::vector<AgreementRow> rows = Reader(document, knowledge).rows();
  for (size_t i = 0; i < rows.size(); ++i) {
    IdHasher hasher;
    hasher.add("agreement")
        .add(std::string_view(reinterpret_cast<const char*>(document.page.sha256.data()),
                              document.page.sha256.size()));
    hasher.add(rows[i].sentence).add(rows[i].name);
    uint64_t occurrence = 0;
    for (size_t k = 0; k < i; ++k)
      occurrence += rows[k].sentence == rows[i].sentence && rows[k].name == rows[i].name;
    rows[i].id = hasher.add(occurrence).finish();
  }
  return rows;
}

}  // namespace hearsay
