// Members of a zip or tar archive, one after the other, never unpacked to disk. The archive library is hidden
// here. Names are names: nothing is ever opened by them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/member_source.h"

namespace hearsay {

class ArchiveMembers {
 public:
  // zip, and tar as it is or packed. `bytes` must outlive it.
  ArchiveMembers(FileBytes& bytes, Packing packing);
  ~ArchiveMembers();

  struct Member {
    std::string name;  // as in the archive, any bytes
    bool is_file = false;
  };
  // Nothing at the end. Errors are final: kInputDamaged; kInputBomb where the archive unpacks to hundreds of
  // times its size.
  [[nodiscard]] Result<std::optional<Member>> next();

  // Unpacks the member that `next` gave. kInputTooLarge beyond `limit` bytes, kInputDamaged,
  // kInputUnsupported (a password, a method that is not deflate or the like).
  [[nodiscard]] Result<std::string> read(size_t limit);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
