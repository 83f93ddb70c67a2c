#include "stages/extract/topic_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay {
namespace {

constexpr std::pair<Topic, std::string_view> kWords[] = {
    {Topic::kPrivacy,
     "cookie cookies privacy consent browser preferences advertising advertisers third-party partners opt "
     "opt-out personal data gdpr terms conditions policy policies copyright rights reserved license licence "
     "disclaimer liability warranty javascript enable datenschutz einwilligung zustimmung verarbeitung "
     "personenbezogene nutzungsbedingungen impressum urheberrecht vorbehalten datenschutzerklärung "
     "confidentialité données personnelles droits réservés privacidad datos personales derechos reservados "
     "privacidade dados direitos reservados purposes legitimate"},
    {Topic::kOffer,
     "subscribe subscribed subscriber subscribers subscription subscriptions newsletter newsletters inbox "
     "email e-mail mail sign signup register account login log download app apps podcast free trial offer "
     "offers discount coupon buy shop shopping price prices order cart checkout donate donation support "
     "membership members join delivered unlimited access premium affiliate commission purchase deal deals "
     "abonnieren abonnement abo anmelden registrieren kostenlos jetzt bestellen kaufen "
     "abonnez inscrivez gratuit suscríbete suscripción gratis boletín assine boletim"},
    {Topic::kPerson,
     "writer reporter journalist editor author columnist correspondent contributor freelance blogger "
     "photographer graduate graduated degree university bachelor master covers covering writes written "
     "writing joined previously worked works lives based reach reached follow twitter linkedin bio "
     "expert experience founder autor autorin journalist journalistin redakteur redakteurin redaktion "
     "schreibt studierte journaliste rédacteur rédactrice periodista redactor redactora escritor jornalista"},
    {Topic::kReaders,
     "comment comments commenting reply replies moderated moderation moderator posted says guidelines "
     "discussion ago login report abuse upvote votes anonymous user users kommentar kommentare antworten "
     "kommentieren commentaire commentaires répondre comentario comentarios responder comentar"},
    {Topic::kPointers,
     "related more latest watch read gallery photos video videos recommended trending popular next previous "
     "stories articles news see also click here continue story below scroll advertisement sponsored mehr "
     "weitere lesen lesen auch galerie bilder anzeige lire aussi plus articles leer más también noticias "
     "relacionadas leia mais"},
    {Topic::kSources,
     "doi pmid pubmed isbn issn pp vol journal proceedings retrieved archived accessed references "
     "bibliography citation cited crossref scholar press publisher edition quellen literatur ibid"},
    {Topic::kReader,
     "you your yours yourself ihr ihre ihren ihnen sie dein deine vous votre vos usted ustedes"},
    {Topic::kPicture,
     "pictured photo photos photograph photographed photographer picture image left right centre center "
     "front "
     "back background foreground poses posing seen shows file courtesy credit illustration screenshot foto "
     "bild bildquelle archivbild archivfoto symbolbild symbolfoto links rechts mitte imago photographie "
     "crédit "
     "gauche droite izquierda derecha imagen cortesía archivo fotografía imagem arquivo"},
    {Topic::kWriter,
     "our ours mine myself wir unser unsere uns mein meine nous notre nos nuestro nuestra nuestros"},
};

struct Table {
  static constexpr size_t kSlots = 2048;
  std::array<std::pair<uint32_t, Topics>, kSlots> slots{};

  constexpr Table() {
    for (const auto& [topic, words] : kWords) {
      for (size_t at = 0; at < words.size();) {
        const size_t end = std::min(words.find(' ', at), words.size());
        uint32_t hash = kTopicHashSeed;
        for (size_t i = at; i < end; ++i) hash = topic_hash_step(hash, static_cast<unsigned char>(words[i]));
        size_t slot = hash % kSlots;
        while (slots[slot].second != 0 && slots[slot].first != hash) slot = (slot + 1) % kSlots;
        slots[slot].first = hash;
        slots[slot].second |= static_cast<Topics>(1u << static_cast<unsigned>(topic));
        at = end + 1;
      }
    }
  }
};

constexpr Table kTable;

}  // namespace

Topics topics_of(uint32_t hash) {
  for (size_t slot = hash % Table::kSlots; kTable.slots[slot].second != 0; slot = (slot + 1) % Table::kSlots)
    if (kTable.slots[slot].first == hash) return kTable.slots[slot].second;
  return 0;
}

}  // namespace hearsay
