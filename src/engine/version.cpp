#include <hearsay/version.h>

#include "base/version.h"

namespace hearsay {

std::string version() {
  std::string version(engine_version());
  if (!engine_commit().empty()) version.append("+").append(engine_commit());
  return version;
}

}  // namespace hearsay
