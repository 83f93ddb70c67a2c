// Run by the build: reads every table of models/ and says which line is wrong.
#include <cstdio>

#include "stages/extract/body_model.h"
#include "stages/extract/line_model.h"

namespace {

template <class Model>
bool is_sound(const hearsay::Result<Model>& model) {
  if (!model.ok()) std::fprintf(stderr, "%s\n", model.error().message.c_str());
  return model.ok();
}

}  // namespace

int main() {
  const bool pages = is_sound(hearsay::BodyModel::load());
  const bool lines = is_sound(hearsay::LineModel::load());
  return pages && lines ? 0 : 1;
}
