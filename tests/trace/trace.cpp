// hearsay_trace FILE...: phase A in memory, one JSON object a page (as `hearsay export --as json`), without a
// record. A tool for whoever works on a stage; tests and users go through the command.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "engine/chain.h"
#include "knowledge/knowledge.h"
#include "output/document_json.h"

int main(int argc, char** argv) {
  using namespace hearsay;
  const Result<Chain> chain = make_chain(Knowledge::builtin());
  if (!chain) {
    std::cerr << chain.error().message << "\n";
    return 64;
  }
  Scratch scratch;
  for (int i = 1; i < argc; ++i) {
    const std::filesystem::path path(argv[i]);
    std::ifstream file(path, std::ios::binary);
    Document document;
    document.page.bytes.assign(std::istreambuf_iterator<char>(file), {});
    const std::string extension = path.extension().string();
    document.page.name = extension == ".html" || extension == ".htm" || extension == ".txt"
                             ? path.stem().string()
                             : path.filename().string();
    document.page.format =
        extension == ".html" || extension == ".htm" ? PageFormat::kHtml : PageFormat::kText;
    document.page.capture.path = path.string();
    document.page.sha256 = sha256(document.page.bytes);
    if (const auto failed = chain->run(document, scratch)) {
      std::cerr << path.string() << ": " << failed->stage << ": " << to_string(failed->error.code) << ": "
                << failed->error.message << "\n";
      continue;
    }
    std::cout << document_json(document).dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  }
}
