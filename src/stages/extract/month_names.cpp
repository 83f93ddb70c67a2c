#include "stages/extract/month_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace hearsay {
namespace {

// One line a month (or weekday), every language's names and abbreviations, folded: no accents, lower case. A
// word that is one month in one language and another in the next ("listopad") is left out.
constexpr std::string_view kMonths[12] = {
    "january jan januar jaenner janner janvier janv enero ene gennaio gen janeiro januari stycznia styczen "
    "января январь янв "
    "січня січень ledna leden ocak januara",
    "february feb februar fevrier fevr febrero febbraio fevereiro fev februari lutego luty февраля февраль "
    "фев лютого лютий unora "
    "unor subat",
    "march mar marz maerz mrz mars marzo marco maart mrt marca marzec марта март мар березня березень brezna "
    "brezen mart maret",
    "april apr avril avr abril abr aprile aprilis kwietnia kwiecien апреля апрель апр квітня квітень dubna "
    "duben nisan",
    "may mai mayo maggio mag maio mei maja maj мая маи травня травень kvetna kveten mayis",
    "june jun juni juin junio giugno giu junho czerwca czerwiec июня июнь июн червня червень cervna cerven "
    "haziran",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec июля июль июл липня липень cervence "
    "cervenec temmuz",
    "august aug aout agosto ago augustus augusti sierpnia sierpien августа август авг серпня серпень srpna "
    "srpen agustos agustus",
    "september sept sep septembre septiembre setiembre settembre set setembro wrzesnia wrzesien сентября "
    "сентябрь сен сент вересня "
    "вересень zari eylul",
    "october oct oktober okt octobre octubre ottobre ott outubro out oktobar pazdziernika pazdziernik "
    "октября октябрь окт жовтня "
    "жовтень rijna rijen ekim oktobris",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб листопада kasim",
    "december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudnia grudzien "
    "декабря декабрь дек грудня "
    "грудень prosince prosinec aralik"};

constexpr std::string_view kWeekdays[7] = {
    "monday mon montag lundi lunes lunedi maandag mandag mandag poniedzialek понедельник понеділок",
    "tuesday tue tues dienstag mardi martes martedi dinsdag tirsdag tisdag wtorek вторник вівторок",
    "wednesday wed mittwoch mercredi miercoles mercoledi woensdag onsdag sroda среда середа",
    "thursday thu thur thurs donnerstag jeudi jueves giovedi donderdag torsdag czwartek четверг четвер",
    "friday fri freitag vendredi viernes venerdi vrijdag fredag piatek пятница",
    "saturday sat samstag samedi sabado sabato zaterdag lordag lordag sobota суббота субота",
    "sunday sun sonntag dimanche domingo domenica zondag sondag niedziela воскресенье неділя"};

template <size_t kLines>
std::unordered_map<std::string_view, int> table(const std::string_view (&lines)[kLines], int first) {
  std::unordered_map<std::string_view, int> words;
  for (size_t line = 0; line < kLines; ++line) {
    for (size_t at = 0; at < lines[line].size();) {
      const size_t end = std::min(lines[line].find(' ', at), lines[line].size());
      words.emplace(lines[line].substr(at, end - at), static_cast<int>(line) + first);
      at = end + 1;
    }
  }
  return words;
}

int look_up(const std::unordered_map<std::string_view, int>& words, std::string_view word, int otherwise) {
  if (word.ends_with('.')) word.remove_suffix(1);
  const auto found = words.find(word);
  return found == words.end() ? otherwise : found->second;
}

}  // namespace

int month_of(std::string_view folded) {
  static const auto kTable = table(kMonths, 1);
  return look_up(kTable, folded, 0);
}

int weekday_name(std::string_view folded) {
  static const auto kTable = table(kWeekdays, 0);
  return look_up(kTable, folded, -1);
}

}  // namespace hearsay
