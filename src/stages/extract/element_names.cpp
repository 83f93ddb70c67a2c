#include "stages/extract/element_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr std::string_view kClutterWords =
    "related relateds recommended recommendation recommendations recirculation recirc trending popular "
    "mostread mostpopular mostviewed "
    "readmore readalso seealso readnext upnext suggested suggestions sidebar sidebars rail widget widgets "
    "carousel slider slideshow ticker "
    "newsletter newsletters signup subscribe subscription subscriptions advert adverts advertisement "
    "advertisements advertising "
    "ad ads adv advertorial banner banners sponsor sponsored sponsors promo promos promotion promoted "
    "promobox share shares sharing sharebar "
    "sharedaddy sharethis social socials socialmedia follow toolbar breadcrumb breadcrumbs crumb crumbs nav "
    "navigation navbar menu menus "
    "submenu footer foot masthead cookie cookies consent gdpr popup modal overlay lightbox tags taglist "
    "topics keywords categories bio "
    "authorbox authorbio aboutauthor copyright disclaimer print pagination pager pagenav poll polls quiz "
    "login register signin search searchform "
    "donate donation donations teaser teasers crosslinks linklist linkbox outbound partners rating ratings "
    "vote voting feedback "
    "livefeed newsfeed marketplace horoscope skip skiplink buttons pullquote emailsignup optin "
    "latest latestnews morenews topnews hotnews othernews readers notification notifications alert alerts "
    "survey download downloads appstore "
    "relatedposts relatedarticles relatednews nextprev prevnext playlist episodes consentbox disclosure "
    "trust";

constexpr auto kClutterPairs = word_set(
    "readmore morefrom moreon morenews morestories loadmore showmore alsoread readalso seealso readnext "
    "upnext mostread mostpopular "
    "mostviewed mostcommented relatedstories relatedposts relatedarticles relatedlinks youmay mightlike "
    "mayalso authorbio authorbox "
    "authorinfo authorcard aboutauthor aboutthe emailsignup signup inlinerelated backtotop totop nextpost "
    "nextarticle prevpost postnavigation "
    "storyfooter articlefooter postfooter entryfooter posttags articletags storytags taglist topstories "
    "topnews latestnews "
    "hotnews othernews pagetools articletools storytools fontsize textsize newslettersignup callto ctabox "
    "followus");

constexpr std::string_view kCommentsWords =
    "comment comments commentlist commentform respond replies disqus discussion usercomments commentsection "
    "reactions";
constexpr std::string_view kCaptionWords =
    "caption captions figcaption imagecaption photocaption photocredit imagecredit legend credit credits "
    "copyrightholder mediacaption imgcaption";
constexpr std::string_view kBylineWords =
    "byline bylines author authors authorname writer contributor contributors vcard reporter dateline";
constexpr std::string_view kDateWords =
    "date dates datetime time timestamp published pubdate publishdate publication posted updated modified "
    "dateline stamp meta";
constexpr std::string_view kLeadWords =
    "lead lede standfirst dek deck subtitle subtitulo subheadline subheading summary intro introduction "
    "teasertext excerpt sapo chapo chapeau "
    "entradilla bajada ingress abstract vorspann kicker subhead";
constexpr std::string_view kBodyWords =
    "articlebody articletext articlecontent storybody storytext storycontent postbody postcontent posttext "
    "entrycontent entrybody "
    "bodytext maintext maincontent contentbody textbody richtext newsbody newstext newscontent articulo "
    "artikel";
constexpr auto kBodyPairs = word_set(
    "articlebody articletext articlecontent storybody storytext storycontent postbody postcontent posttext "
    "entrycontent entrybody entrytext "
    "bodytext bodycontent bodycopy maintext maincontent contentbody contenttext textbody richtext newsbody "
    "newstext newscontent pagecontent singlecontent");
constexpr std::string_view kTitleWords =
    "headline title heading articletitle posttitle entrytitle headlines hl";
// Whole classes by which pages hide what only screen readers or later scripts shall find.
constexpr auto kHidden = word_set(
    "hidden hide d-none is-hidden visually-hidden visuallyhidden sr-only screen-reader-text "
    "screenreader-text u-hidden invisible offscreen noprint no-print");

constexpr std::pair<Marks, std::string_view> kMarkWords[] = {
    {kClutterMark, kClutterWords}, {kCommentsMark, kCommentsWords}, {kCaptionMark, kCaptionWords},
    {kBylineMark, kBylineWords},   {kDateMark, kDateWords},         {kLeadMark, kLeadWords},
    {kBodyMark, kBodyWords},       {kTitleMark, kTitleWords},
};

constexpr std::pair<NameGroup, std::string_view> kGroups[] = {
    {NameGroup::kRelated,
     "related relateds relacionados relacionadas recommended recommendation recommendations recommend "
     "recirculation recirc trending popular mostread mostpopular mostviewed more readmore readalso seealso "
     "readnext upnext next prev previous suggested suggestions latest similar others other also outbrain "
     "taboola further weitere verwandt artikelliste relatedposts relatedarticles relatednews"},
    {NameGroup::kCard,
     "card cards teaser teasers tile tiles preview item items thumb thumbnail thumbnails box__item promo "
     "promos slide slider carousel swiper slick grid loop hentry excerpt"},
    {NameGroup::kList, "list lists listing liste ul feed stream archive results collection playlist index"},
    {NameGroup::kShare,
     "share shares sharing sharebar sharedaddy sharethis social socials facebook twitter whatsapp linkedin "
     "pinterest follow like likes addthis addtoany tools toolbar actions"},
    {NameGroup::kSubscribe,
     "newsletter newsletters signup subscribe subscription subscriptions mailchimp paywall premium login "
     "register signin membership member donate donation donations support abo optin cta"},
    {NameGroup::kAdvertising,
     "ad ads adv advert adverts advertisement advertisements advertising adsbygoogle dfp gpt banner banners "
     "sponsor sponsored sponsors anzeige werbung publicidad reklama affiliate commercial"},
    {NameGroup::kAuthor,
     "author authors autor autoren byline bylines bio writer contributor contributors profile avatar vcard "
     "authorbox reporter"},
    {NameGroup::kMenu,
     "nav navigation navbar menu menus submenu breadcrumb breadcrumbs crumb crumbs pagination pager topbar "
     "dropdown tabs tab toc skip"},
    {NameGroup::kTags,
     "tag tags taglist topic topics keywords category categories cat cats label labels rubrik"},
    {NameGroup::kComments,
     "comment comments commentlist kommentar kommentare comentarios respond reply replies disqus discussion "
     "reactions reviews review feedback forum"},
    {NameGroup::kHeader, "header head masthead hero top intro"},
    {NameGroup::kFooter, "footer foot bottom colophon copyright imprint impressum legal"},
    {NameGroup::kSide,
     "sidebar sidebars side rail aside widget widgets secondary right column col marginal complementary"},
    {NameGroup::kPopup,
     "cookie cookies consent gdpr popup modal overlay lightbox dialog notice notification notifications "
     "alert alerts message messages toast"},
    {NameGroup::kMedia,
     "media image images img photo photos picture pictures gallery video videos player audio podcast figure "
     "bild bilder foto fotos embed slideshow"},
    {NameGroup::kCaption,
     "caption captions figcaption legend credit credits description bildunterschrift bildtext source"},
    {NameGroup::kQuote, "quote quotes blockquote pullquote zitat quotation pull"},
    {NameGroup::kBox, "box info infobox fact facts factbox panel callout highlight inset infos summary note"},
    {NameGroup::kContent, "content contents main primary inhalt contenido contenu wrapper container body"},
    {NameGroup::kArticle,
     "article articles artikel articulo story stories post posts entry entries single news blog beitrag "
     "noticia "
     "nota detail page node field"},
    {NameGroup::kText,
     "text texte texto texts copy paragraph paragraphs para prose richtext rte wysiwyg bodytext articlebody "
     "storybody postbody entrycontent articletext articlecontent p"},
    {NameGroup::kLead,
     "lead lede standfirst dek deck subtitle subheadline subheading abstract vorspann sapo chapo chapeau "
     "entradilla bajada ingress kicker subhead"},
    {NameGroup::kTitle, "title titles headline headlines heading hl titre titulo titel"},
    {NameGroup::kDate,
     "date dates datetime time timestamp published pubdate posted updated modified dateline meta datum "
     "byline"},
    {NameGroup::kForm, "form forms input search searchform field submit button buttons btn checkbox contact"},
    {NameGroup::kShop,
     "product products price prices shop cart rating ratings vote voting buy deal deals poll polls quiz "
     "survey game games weather horoscope jobs job event events"},
    {NameGroup::kLink, "link links url linklist anchor linkbox crosslinks reference references footnotes"},
};

// All that is known of a word, in one table, because every class of every element is asked.
class NameTable {
 public:
  struct Entry {
    std::string_view word;
    Marks marks = 0;
    NameGroups groups = 0;
  };

  NameTable() {
    for (const auto& [marks, words] : kMarkWords) add(words, marks, 0);
    for (const auto& [group, words] : kGroups) add(words, 0, NameGroups{1} << static_cast<unsigned>(group));
  }

  const Entry* find(std::string_view word) const {
    for (size_t slot = hash_word(word) & (kSlots - 1); !slots_[slot].word.empty();
         slot = (slot + 1) & (kSlots - 1))
      if (slots_[slot].word == word) return &slots_[slot];
    return nullptr;
  }

 private:
  static constexpr size_t kSlots = 4096;  // several times as many as there are words

  void add(std::string_view words, Marks marks, NameGroups groups) {
    for (size_t at = 0; at < words.size();) {
      const size_t end = std::min(words.find(' ', at), words.size());
      const std::string_view word = words.substr(at, end - at);
      at = end + 1;
      if (word.empty()) continue;
      size_t slot = hash_word(word) & (kSlots - 1);
      while (!slots_[slot].word.empty() && slots_[slot].word != word) slot = (slot + 1) & (kSlots - 1);
      slots_[slot].word = word;
      slots_[slot].marks |= marks;
      slots_[slot].groups |= groups;
    }
  }

  std::array<Entry, kSlots> slots_;
};

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

NameMarks marks_of_names(std::string_view names) {
  static const NameTable names_known;
  NameMarks result;
  Marks& marks = result.marks;
  const auto clutter = [&](std::string_view word) {
    marks |= kClutterMark;
    if (result.clutter_word == 0) result.clutter_word = hash_word(word) | 1;
  };
  char word[24], pair[48];
  size_t length = 0, before = 0;  // of the word, of the word before it (in `pair`)
  const auto end_word = [&] {
    if (length == 0) return;
    const std::string_view w(word, length);
    if (const NameTable::Entry* entry = names_known.find(w)) {
      if (entry->marks & kClutterMark) clutter(w);
      marks |= entry->marks;
      result.groups |= entry->groups;
    }
    if (before > 0 && before + length <= sizeof pair) {
      for (size_t i = 0; i < length; ++i) pair[before + i] = word[i];
      const std::string_view both(pair, before + length);
      if (kClutterPairs.contains(both)) clutter(both);
      if (kBodyPairs.contains(both)) marks |= kBodyMark;
    }
    for (size_t i = 0; i < length; ++i) pair[i] = word[i];
    before = length;
    length = 0;
  };
  size_t token = 0;
  for (size_t at = 0; at <= names.size(); ++at) {
    // A story's tags and categories, as the most used publishing system writes them: they say what it is
    // about.
    if (at == token && (names.substr(at).starts_with("tag-") || names.substr(at).starts_with("category-")))
      at = std::min(names.find(' ', at), names.size());
    const bool space = at == names.size() || names[at] == ' ' || names[at] == '\n' || names[at] == '\t';
    if (space) {
      end_word();
      before = 0;
      if (at > token && kHidden.contains(names.substr(token, at - token))) marks |= kHiddenMark;
      token = at + 1;
      continue;
    }
    const char c = names[at];
    if (!is_alnum(c)) {
      end_word();
      continue;
    }
    if (is_capital(c) && length > 0 && at > 0 && !is_capital(names[at - 1])) end_word();
    if (length < sizeof word) word[length++] = is_capital(c) ? static_cast<char>(c + 32) : c;
  }
  // "article-body--with-newsletter" is the body.
  if (marks & kBodyMark) marks &= static_cast<Marks>(~kClutterMark);
  return result;
}

}  // namespace hearsay
