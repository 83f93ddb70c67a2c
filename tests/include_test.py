"""Reads every #include of the C++ sources and holds it against the table of folders; also: libraries never print or abort.

A folder may include what its row of FOLDERS allows and its CMakeLists.txt declares. One third-party library lives in one
folder, given in LIBRARIES.
"""

import os
import re
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("HEARSAY_SOURCE", Path(__file__).resolve().parent.parent))

STAGES = ("extract language copies company analyse times places actors statements events "
          "stories incidents claims agreements").split()

# Folder of src/: what it may depend on.
FOLDERS = {
    "base": [],
    "record": ["base"],
    "text": ["base"],
    "encoder": ["base"],
    "knowledge": ["base"],
    "input": ["base", "record"],
    "pipeline": ["base", "record"],
    "store": ["base", "record"],
    "query": ["base", "record", "store"],
    "output": ["base", "record", "query"],
}
FOLDERS |= {f"stages/{name}": ["base", "record", "pipeline", "text", "encoder", "knowledge"] for name in STAGES}
FOLDERS["engine"] = list(FOLDERS)

# Programs, built on the public headers alone.
PROGRAMS = ["apps/cli"]

# Prefix of an include in angle brackets: where it may stand.
LIBRARIES = {
    "sqlite3.h": ["src/store"],
    "lexbor/": ["src/stages/extract", "src/base"],
    "cld2/": ["src/stages/language"],
    "uchardet/": ["src/base"],
    "zstd.h": ["src/base"],
    "zlib.h": ["src/base"],
    "brotli/": ["src/base"],
    "libdeflate.h": ["src/base"],
    "archive.h": ["src/input"],
    "archive_entry.h": ["src/input"],
    "pugixml.hpp": ["src/input"],
    "openssl/": ["src/base"],
    "unicode/": ["src/base"],
    "simdjson.h": ["src/base"],
    "nlohmann/": ["src/base"],
    "fmt/": ["src/base", "apps/cli"],
    "CLI/": ["apps/cli"],
}
INTRINSICS = {"immintrin.h": ["src/encoder"], "arm_neon.h": ["src/encoder"]}
# What only Linux, or only POSIX, has.
SYSTEM = r"(unistd|fcntl|signal|poll|dirent|dlfcn|pthread|sched|termios|errno)\.h|sys/.*|linux/.*"
SYSTEM_FOLDERS = ["src/base", "apps/cli"]

STANDARD = set("""
    algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits clocale
    cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint cstdio cstdlib
    cstring ctime cuchar cwchar cwctype deque exception execution filesystem forward_list fstream functional future
    initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory memory_resource mutex new
    numbers numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore set shared_mutex
    source_location span sstream stack stdexcept stop_token streambuf string string_view strstream syncstream system_error
    thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector version
""".split())

FORBIDDEN_IN_LIBRARIES = {
    r"\bstd\s*::\s*(cout|cerr|clog)\b": "prints",
    r"(?<![\w.>])(std\s*::\s*)?(printf|vprintf|puts|putchar|perror)\s*\(": "prints",
    r"\bf(?:printf|puts|write)\s*\([^;]*\b(stdout|stderr)\b": "prints",
    r"\bfmt\s*::\s*print\b": "prints",
    r"(?<![\w.>])(std\s*::\s*)?(abort|exit|_exit|_Exit|quick_exit|terminate)\s*\(": "ends the program",
    r"(?<![\w.>])assert\s*\(": "ends the program",
    r"#\s*include\s*<iostream>": "prints",
}

INCLUDE = re.compile(r"^[ \t]*#[ \t]*(?:include|include_next|import)\b[ \t]*(.*?)[ \t]*$", re.M)

# A raw string, a string, a character, or a comment. A digit separator is not the start of a character.
TOKEN = re.compile(r'R"(?P<d>[^()\\ ]{0,16})\((?:.|\n)*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"'
                   r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*(?:.|\n)*?\*/")


def without_comments(text):
    """Comments become nothing."""
    return TOKEN.sub(lambda m: " " if m[0].startswith("/") else m[0], text)


def without_strings(text):
    """Strings and characters become empty ones, comments nothing; includes stay readable."""
    return TOKEN.sub(lambda m: " " if m[0].startswith("/") else '""', text)


def folder_of(path):
    """The folder of the table in which a header of src/ lies: 'stages/extract/dom.h' -> 'stages/extract'."""
    parts = path.split("/")
    for n in (2, 1):
        if len(parts) > n and "/".join(parts[:n]) in FOLDERS:
            return "/".join(parts[:n])
    return None


def home_of(path):
    """The row of the table under which a source file stands: 'src/stages/extract', 'apps/cli', 'include/hearsay'."""
    if path.startswith("src/"):
        folder = folder_of(path[len("src/"):])
        return f"src/{folder}" if folder else None
    for home in [*PROGRAMS, "include/hearsay"]:
        if path.startswith(home + "/"):
            return home
    return None


def angle_complaint(home, path, name):
    for prefix, homes in {**LIBRARIES, **INTRINSICS}.items():
        if name == prefix or prefix.endswith("/") and name.startswith(prefix):
            return None if home in homes else f"<{name}> belongs to {' and '.join(homes)}"
    if name in STANDARD:
        return None
    if name.startswith("hearsay/"):
        if home in ("src/base", "src/engine", "include/hearsay", *PROGRAMS):
            return None
        return f"<{name}>: the public headers are for base (the error codes), the engine and programs"
    if name.startswith("catch2/"):
        return None if path.endswith("_test.cpp") else f"<{name}> belongs to tests"
    if re.fullmatch(SYSTEM, name):
        return None if home in SYSTEM_FOLDERS or path.endswith("_test.cpp") else f"<{name}> belongs to src/base"
    return f"<{name}> stands in no table of tests/include_test.py"


def quote_complaint(home, path, name, existing, declared):
    if ".." in name.split("/") or name.startswith("/"):
        return f'"{name}" leaves its folder: write the path from src/'
    if "/" not in name:
        neighbour = f"{path.rsplit('/', 1)[0]}/{name}"
        return None if neighbour in existing else f'"{name}" is not in this folder: write the path from src/'
    if home in PROGRAMS:
        own = home.split("/")[-1]
        return None if name.startswith(own + "/") else f'"{name}": a program may include the public headers only'
    if home == "include/hearsay":
        return f'"{name}": public headers include only the standard library and each other'
    target = folder_of(name)
    if target is None:
        return f'"{name}" is in no folder of the table'
    folder = home[len("src/"):]
    if target == folder:
        return None
    if target not in FOLDERS[folder]:
        return f'"{name}": {folder} may not use {target}'
    if target not in declared.get(folder, []):
        return f'"{name}": src/{folder}/CMakeLists.txt does not declare {target}'
    return None


def check(files, declared):
    """Complaints about `files`, {path from the root: text}, given what the CMakeLists.txt declare, {folder: [folder]}."""
    complaints = []
    for path, text in sorted(files.items()):
        home = home_of(path)
        if home is None:
            complaints.append(f"{path}: its folder is in no table of tests/include_test.py")
            continue
        if not path.endswith((".h", ".cpp")):
            complaints.append(f"{path}: sources end in .h or .cpp")
        text = without_comments(text)
        for match in INCLUDE.finditer(text):
            what = match[1]
            if re.fullmatch(r"<[^<>]+>", what):
                complaint = angle_complaint(home, path, what[1:-1])
            elif re.fullmatch(r'"[^"]+"', what):
                complaint = quote_complaint(home, path, what[1:-1], files, declared)
            else:
                complaint = f"unreadable include {what!r}"
            if complaint:
                complaints.append(f"{path}: {complaint}")
        if home.startswith(("src/", "include/")) and not path.endswith("_test.cpp"):
            code = without_strings(text)
            for pattern, why in FORBIDDEN_IN_LIBRARIES.items():
                found = re.search(pattern, code)
                if found:
                    line = code.count("\n", 0, found.start()) + 1
                    complaints.append(f"{path}: {found[0].strip()!r} {why}; a library never does (near line {line})")
    for folder, depends in sorted(declared.items()):
        for other in depends:
            if folder not in FOLDERS or other not in FOLDERS[folder]:
                complaints.append(f"src/{folder}/CMakeLists.txt declares {other}, which {folder} may not use")
    return complaints


def read_tree():
    files = {}
    for top in ("src", "include", *PROGRAMS):
        for path in sorted((SOURCE / top).rglob("*")):
            if path.suffix in (".h", ".hpp", ".hh", ".cpp", ".cc", ".cxx", ".c", ".inc"):
                files[path.relative_to(SOURCE).as_posix()] = path.read_text(encoding="utf-8")
    return files


def read_declared():
    declared = {}
    for path in (SOURCE / "src").rglob("CMakeLists.txt"):
        text = re.sub(r"#[^\n]*", "", path.read_text(encoding="utf-8"))
        for call in re.finditer(r"\bhearsay_target\(\s*(\S+?)([\s)][^)]*|)\)", text):
            words = call[2].split()
            depends = []
            if "DEPENDS" in words:
                for word in words[words.index("DEPENDS") + 1:]:
                    if word.isupper():
                        break
                    depends.append(word)
            declared[call[1]] = depends
    return declared


class TheTree(unittest.TestCase):
    def test_every_include_keeps_to_the_table(self):
        files, declared = read_tree(), read_declared()
        self.assertGreater(sum(len(INCLUDE.findall(text)) for text in files.values()), 20, "nothing was read")
        self.assertEqual(set(declared), set(FOLDERS))
        complaints = check(files, declared)
        self.assertFalse(complaints, "\n" + "\n".join(complaints))


class TheCheckItself(unittest.TestCase):
    declared = {folder: [f for f in may if f not in ("text", "encoder", "knowledge")] for folder, may in FOLDERS.items()}

    def complaints(self, path, text, **others):
        return check({path: text, **others}, self.declared)

    def assert_good(self, path, text):
        self.assertEqual(self.complaints(path, text), [])

    def assert_bad(self, path, text, words):
        found = self.complaints(path, text)
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_allowed_includes_pass(self):
        self.assert_good("src/stages/extract/extract.cpp",
                         '#include "stages/extract/extract.h"\n#include <lexbor/html/html.h>\n#include <vector>\n'
                         '#include "pipeline/doc_stage.h"\n')
        self.assert_good("apps/cli/main.cpp", '#include <hearsay/record.h>\n#include <CLI/CLI.hpp>\n#include "cli/table.h"\n')
        self.assert_good("src/query/query.cpp", '#include "store/reader.h"\n')

    def test_a_stage_may_not_use_another_stage(self):
        self.assert_bad("src/stages/extract/a.cpp", '#include "stages/events/events.h"\n', "may not use stages/events")

    def test_a_stage_may_not_use_the_store(self):
        self.assert_bad("src/stages/extract/a.cpp", '  #  include "store/store.h"\n', "may not use store")

    def test_what_the_table_allows_must_also_be_declared(self):
        self.assert_bad("src/stages/extract/a.cpp", '#include "text/words.h"\n', "does not declare text")

    def test_a_declaration_may_not_exceed_the_table(self):
        found = check({}, {"record": ["base", "store"]})
        self.assertEqual(found, ["src/record/CMakeLists.txt declares store, which record may not use"])

    def test_dots_do_not_lead_around_the_table(self):
        self.assert_bad("src/stages/extract/a.cpp", '#include "../events/events.h"\n', "leaves its folder")
        self.assert_bad("src/stages/extract/a.cpp", '#include "stages/extract/../events/events.h"\n', "leaves its folder")

    def test_a_bare_name_must_be_a_neighbour(self):
        self.assert_bad("src/record/a.cpp", '#include "b.h"\n', "not in this folder")
        self.assertEqual(check({"src/record/a.cpp": '#include "b.h"\n', "src/record/b.h": ""}, self.declared), [])

    def test_a_library_lives_in_one_folder(self):
        self.assert_bad("src/query/a.cpp", "#include <sqlite3.h>\n", "belongs to src/store")
        self.assert_bad("src/stages/language/a.cpp", "#include <lexbor/html/html.h>\n", "belongs to")
        self.assert_bad("src/output/a.cpp", "#include <nlohmann/json.hpp>\n", "belongs to src/base")
        self.assert_bad("src/engine/a.cpp", "#include <CLI/CLI.hpp>\n", "belongs to apps/cli")
        self.assert_bad("src/text/a.cpp", "#include <unicode/uchar.h>\n", "belongs to src/base")

    def test_an_unknown_library_is_refused(self):
        self.assert_bad("src/base/a.cpp", "#include <boost/any.hpp>\n", "no table")

    def test_programs_see_the_public_headers_only(self):
        self.assert_bad("apps/cli/main.cpp", '#include "store/store.h"\n', "public headers only")
        self.assert_bad("src/store/a.cpp", "#include <hearsay/record.h>\n", "public headers")
        self.assert_bad("include/hearsay/a.h", '#include "record/document.h"\n', "public headers include only")

    def test_tests_alone_use_catch(self):
        self.assert_bad("src/base/a.cpp", "#include <catch2/catch.hpp>\n", "belongs to tests")
        self.assert_good("src/base/a_test.cpp", "#include <catch2/catch.hpp>\n")

    def test_an_unknown_folder_is_refused(self):
        self.assert_bad("src/stages/new/a.cpp", "", "no table")
        self.assert_bad("src/utils/a.h", "", "no table")

    def test_an_include_by_macro_is_refused(self):
        self.assert_bad("src/base/a.cpp", "#include WHAT\n", "unreadable")

    def test_libraries_neither_print_nor_abort(self):
        for code in ("std::cout << 1;", "printf(\"%d\", 1);", "std::puts(text);", "std::fprintf(stderr, \"x\");", "abort();",
                     "std::exit(1);", "assert(x);", "fmt::print(\"x\");", "std::terminate();"):
            self.assert_bad("src/base/a.cpp", code + "\n", "a library never does")

    def test_words_and_other_functions_are_no_printing(self):
        self.assert_good("src/base/a.cpp",
                         '// abort() and printf() are not for us\n/* exit(1) */\nstd::snprintf(b, 2, "exit(1) printf(");\n'
                         'auto x = R"(std::cout << "abort()")";\nthing.exit(1); int n = 1\'000\'000; static_assert(true);\n')

    def test_a_comment_hides_an_include(self):
        self.assert_good("src/base/a.cpp", '// #include "store/store.h"\n/*\n#include "store/store.h"\n*/\n')


if __name__ == "__main__":
    unittest.main()
