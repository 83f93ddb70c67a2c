// Run by the build: reads every table and says which line is wrong.
#include <cstdio>

#include "knowledge/knowledge.h"

int main() {
  const hearsay::Result<hearsay::Knowledge> loaded = hearsay::Knowledge::load();
  if (loaded.ok()) return 0;
  std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
  return 1;
}
