#include "stages/extract/element_names.h"

#include <algorithm>
#include <cstddef>

#include "text/word_set.h"

namespace hearsay {
namespace {

constexpr auto kClutter = word_set(
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
    "trust");

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

constexpr auto kComments = word_set(
    "comment comments commentlist commentform respond replies disqus discussion usercomments commentsection "
    "reactions");
constexpr auto kCaption = word_set(
    "caption captions figcaption imagecaption photocaption photocredit imagecredit legend credit credits "
    "copyrightholder mediacaption imgcaption");
constexpr auto kByline = word_set(
    "byline bylines author authors authorname writer contributor contributors vcard reporter dateline");
constexpr auto kDate = word_set(
    "date dates datetime time timestamp published pubdate publishdate publication posted updated modified "
    "dateline stamp meta");
constexpr auto kLead = word_set(
    "lead lede standfirst dek deck subtitle subtitulo subheadline subheading summary intro introduction "
    "teasertext excerpt sapo chapo chapeau "
    "entradilla bajada ingress abstract vorspann kicker subhead");
constexpr auto kBody = word_set(
    "articlebody articletext articlecontent storybody storytext storycontent postbody postcontent posttext "
    "entrycontent entrybody "
    "bodytext maintext maincontent contentbody textbody richtext newsbody newstext newscontent articulo "
    "artikel");
constexpr auto kBodyPairs = word_set(
    "articlebody articletext articlecontent storybody storytext storycontent postbody postcontent posttext "
    "entrycontent entrybody entrytext "
    "bodytext bodycontent bodycopy maintext maincontent contentbody contenttext textbody richtext newsbody "
    "newstext newscontent pagecontent singlecontent");
constexpr auto kTitle = word_set("headline title heading articletitle posttitle entrytitle headlines hl");
// Whole classes by which pages hide what only screen readers or later scripts shall find.
constexpr auto kHidden = word_set(
    "hidden hide d-none is-hidden visually-hidden visuallyhidden sr-only screen-reader-text "
    "screenreader-text u-hidden invisible offscreen noprint no-print");

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

NameMarks marks_of_names(std::string_view names) {
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
    if (kClutter.contains(w)) clutter(w);
    if (kComments.contains(w)) marks |= kCommentsMark;
    if (kCaption.contains(w)) marks |= kCaptionMark;
    if (kByline.contains(w)) marks |= kBylineMark;
    if (kDate.contains(w)) marks |= kDateMark;
    if (kLead.contains(w)) marks |= kLeadMark;
    if (kBody.contains(w)) marks |= kBodyMark;
    if (kTitle.contains(w)) marks |= kTitleMark;
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
