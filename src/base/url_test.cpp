#include "base/url.h"

#include <catch2/catch.hpp>

using namespace hearsay;

TEST_CASE("an address is taken apart", "[url]") {
  const Url url = parse_url("HTTPS://News.Example.org:443/2031/03/05/a%20b?id=7#top").value();
  CHECK(url.href == "https://news.example.org/2031/03/05/a%20b?id=7");
  CHECK(url.scheme == "https");
  CHECK(url.host == "news.example.org");
  CHECK(url.path == "/2031/03/05/a%20b");
  CHECK(url.query == "id=7");
}

TEST_CASE("a relative address needs its base", "[url]") {
  CHECK(parse_url("../world/x", "http://example.org/a/b/c").value().href == "http://example.org/a/world/x");
  CHECK(parse_url("//cdn.example.org/x", "https://example.org/").value().href == "https://cdn.example.org/x");
  CHECK_FALSE(parse_url("/world/x").has_value());
  CHECK_FALSE(parse_url("/world/x", "not a base").has_value());
}

TEST_CASE("what is no page on the web is none", "[url]") {
  CHECK_FALSE(parse_url("").has_value());
  CHECK_FALSE(parse_url("javascript:void(0)").has_value());
  CHECK_FALSE(parse_url("mailto:desk@example.org").has_value());
  CHECK_FALSE(parse_url("https://").has_value());
  CHECK_FALSE(parse_url("http://example.org/" + std::string(5000, 'a')).has_value());
}
