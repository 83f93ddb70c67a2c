// The pages as they were read, in a folder that a user names: found again by the paths under which the record
// knows them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/document.h"

namespace hearsay {

class GivenPages {
 public:
  GivenPages() = default;  // none

  // All files under `folder`. kInputNotFound, kInputUnreadable.
  [[nodiscard]] static Result<GivenPages> list(const std::string& folder);

  [[nodiscard]] bool empty() const { return files_.empty(); }

  // The files that may be this capture's: those of its name, packed or not, that agree with most
  // folders of its path from the end. None, one, or several that nothing tells apart. Sorted. Of pages out
  // of containers only those of WARCs are found, whose places are known.
  [[nodiscard]] std::vector<std::string> find(const Capture& capture) const;

  // A page's bytes out of a file that `find` gave, unpacked. kInputNotFound, kInputUnreadable, kInputDamaged.
  [[nodiscard]] static Result<std::string> read(const std::string& path, const Capture& capture);

 private:
  std::map<std::string, std::vector<std::string>> files_;  // by name without packing
};

}  // namespace hearsay
