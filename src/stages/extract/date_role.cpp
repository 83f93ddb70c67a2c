#include "stages/extract/date_role.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 9> kNowWords = {
    "now:", "now ", "today is", "today:", "today,", "current time", "heute ist", "aujourd'hui", "hoy es"};
constexpr std::array<std::string_view, 28> kModifiedWords = {
    "updated",     "update:",    "update on",   "modified",     "last update",    "last changed",
    "last edited", "edited",     "revised",     "aktualisiert", "geandert",       "anderung",
    "zuletzt",     "mis a jour", "mise a jour", "modifie",      "actualiza",      "atualizado",
    "aggiornato",  "bijgewerkt", "обновлено",   "оновлено",     "zaktualizowano", "uppdaterad",
    "oppdatert",   "opdateret",  "guncelle",    "paivitetty"};
constexpr std::array<std::string_view, 40> kPublishedWords = {"published",
                                                              "posted",
                                                              "publish date",
                                                              "publication date",
                                                              "date of publication",
                                                              "issued",
                                                              "released",
                                                              "date:",
                                                              "created",
                                                              "filed",
                                                              "submitted",
                                                              "added on",
                                                              "written on",
                                                              "publie",
                                                              "mis en ligne",
                                                              "mise en ligne",
                                                              "publicad",
                                                              "fecha:",
                                                              "fecha de publicacion",
                                                              "veroffentlicht",
                                                              "erschienen am",
                                                              "erstellt",
                                                              "datum:",
                                                              "gespeichert von",
                                                              "eingestellt am",
                                                              "pressemitteilung vom",
                                                              "meldung vom",
                                                              "artikel vom",
                                                              "online seit",
                                                              "pubblicato",
                                                              "gepubliceerd",
                                                              "geplaatst",
                                                              "опубликован",
                                                              "дата публикации",
                                                              "опубліковано",
                                                              "opublikowan",
                                                              "publicerad",
                                                              "publisert",
                                                              "julkaistu",
                                                              "stand:"};
constexpr std::array<std::string_view, 22> kOtherWords = {"registriert",   "registered",
                                                          "joined",        "member since",
                                                          "mitglied seit", "dabei seit",
                                                          "born",          "geboren",
                                                          "received",      "accepted",
                                                          "event",         "termin",
                                                          "veranstaltung", "deadline",
                                                          "expires",       "valid until",
                                                          "gultig",        "erscheinungsdatum",
                                                          "release date",  "copyright",
                                                          "(c)",           "©"};

template <size_t kCount>
bool any_in(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

DateRole role_by_words(std::string_view folded) {
  if (std::any_of(kNowWords.begin(), kNowWords.end(),
                  [&](std::string_view word) { return folded.starts_with(word); }) ||
      folded.starts_with("сегодня"))
    return DateRole::kNow;
  if (any_in(folded, kModifiedWords)) return DateRole::kModified;
  if (any_in(folded, kPublishedWords)) return DateRole::kPublished;
  while (folded.ends_with(' ')) folded.remove_suffix(1);
  if (folded == "date" || folded == "datum" || folded == "fecha" || folded == "data")
    return DateRole::kPublished;
  return DateRole::kUnlabelled;
}

bool names_other_date(std::string_view folded) { return any_in(folded, kOtherWords); }

}  // namespace hearsay
