// Run by the build: reads every table of models/ and says which line is wrong.
#include <cstdio>

#include "stages/extract/body_model.h"

int main() {
  const hearsay::Result<hearsay::BodyModel> body = hearsay::BodyModel::load();
  if (body.ok()) return 0;
  std::fprintf(stderr, "%s\n", body.error().message.c_str());
  return 1;
}
