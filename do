#!/bin/bash
# One script for everything one does with this project: ./do help
set -euo pipefail
cd "$(dirname "$0")"

jobs=${JOBS:-$(nproc)}
hearsay=build/release/bin/hearsay

# Debian 12 packages. docs/dependencies.md says what each is for.
build_packages=(
  g++ cmake ninja-build ccache python3 python3-venv
  libfmt-dev nlohmann-json3-dev libcli11-dev catch2
  libzstd-dev zlib1g-dev libdeflate-dev libbrotli-dev libarchive-dev libpugixml-dev libssl-dev libicu-dev libuchardet-dev libcld2-dev libsqlite3-dev
)
fuzz_packages=(clang-16 libclang-rt-16-dev)
style_packages=(clang-format-16)
lint_packages=(clang-tidy-16)

help() {
  cat <<'HELP'
./do demo                     install what is missing, build, read samples/ and print the record
./do test [ARGUMENTS]         build and run the tests; ARGUMENTS go to ctest (-R NAME, -V ...)
./do test --slow [ARGUMENTS]  what takes long: the tests under sanitizers, the slow tests, fuzzing
./do setup                    install the missing packages
./do build [PRESET]           build release (the default), dev, bench or fuzz into build/PRESET
./do format                   format the C++ sources in place
./do lint                     check the format, then run clang-tidy
./do bench [NAME ARGUMENTS]   run one measurement of bench/; without NAME, list them
./do evaluate TASK [--gold FOLDER] [--json]
                              score the built command over a gold folder

JOBS=N limits the number of parallel jobs (now the number of processors).
HELP
}

say() {
  if [ -t 2 ]; then printf '\n\033[1m%s\033[0m\n' "$*" >&2; else printf '\n%s\n' "$*" >&2; fi
}

fail() {
  printf './do: %s\n' "$*" >&2
  exit 64
}

# Installs the packages that are missing. Asks the package database only, so it is quick where nothing is.
setup() {
  if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian system. These packages, or your system's equivalents, are needed: $*" >&2
    return
  fi
  local missing
  missing=$(comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  [ -z "$missing" ] && return
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing, and there is neither root nor sudo to install them:" $missing
    root=(sudo)
  fi
  say "Installing" $missing
  "${root[@]}" apt-get update -qq >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
}

# python_packages FOLDER FILE: a Python of its own in FOLDER with the packages of FILE, at the versions that it names.
python_packages() {
  if [ ! -e "$1/done" ] || [ "$2" -nt "$1/done" ]; then
    say "Installing the packages of $2"
    python3 -m venv "$1" >&2 && "$1/bin/pip" install --quiet --requirement "$2" >&2 && touch "$1/done"
  fi
}

# What tests hold the engine against; those that miss it skip.
test_packages() {
  python_packages build/venv tests/packages.txt ||
    say "The packages of tests/packages.txt could not be installed: the tests that need them are skipped"
}

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  setup "${build_packages[@]}"
  if [ "$preset" = fuzz ]; then setup "${fuzz_packages[@]}"; fi
  { cmake --preset "$preset" --log-level=NOTICE && cmake --build "build/$preset" --parallel "$jobs" ${1:+--target "$@"}; } >&2
}

# run_tests PRESET [CTEST ARGUMENTS]
run_tests() {
  local preset=$1
  shift
  ctest --test-dir "build/$preset" --output-on-failure --no-tests=error --parallel "$jobs" "$@"
}

has_tests() { ctest --test-dir "build/$1" -N -L "$2" | grep -q '^ *Test *#'; }

# Each run stops at the first that fails, so that the last lines are always those of a run that decides.
test_slow() {
  test_packages
  say "The quick tests under AddressSanitizer and UndefinedBehaviorSanitizer"
  build dev
  run_tests dev -LE slow "$@"
  build release
  if has_tests release slow; then
    say "The slow tests"
    run_tests release -L slow "$@"
  fi
  if compgen -G 'fuzz/*.cpp' >/dev/null; then
    say "Fuzzing"
    build fuzz
    run_tests fuzz -L slow "$@"
  fi
}

demo() {
  build release hearsay
  local folder
  folder=$(mktemp -d)
  trap "rm -rf '$folder'" EXIT
  export HEARSAY_RECORD=$folder/hearsay.db

  say "hearsay read samples/"
  echo "Reads every page and writes the record. A page that cannot be read becomes a rejection with its reason." >&2
  # 2: some pages were rejected. One of the samples is broken on purpose.
  "$hearsay" read samples/ || [ $? -eq 2 ]

  show() {
    say "hearsay $1"
    echo "$2" >&2
    "$hearsay" "$1"
  }
  show documents "The pages: where and when each was published, and by whom."
  show statements "Who said what, to whom, in which act of speech; each row rests on words of a page."
  show events "What was done or is said to have been done: type, actor, recipient, time and place."
  show disputes "Where sources contradict each other: the same thing alleged and denied, or two different values."
  show agreements "Each agreement with its course: proposed, reached, in force, said to be broken, and by whom."
  show contacts "Who met, called or wrote to whom, and when."
  show rejections "What could not be read, and why."
}

format() {
  setup "${style_packages[@]}"
  cpp_files | xargs -0 clang-format-16 -i
}

lint() {
  setup "${style_packages[@]}" "${lint_packages[@]}"
  cpp_files | xargs -0 clang-format-16 --dry-run --Werror
  build release
  run-clang-tidy-16 -quiet -p build/release -j "$jobs" "^$PWD/(src|apps|bench|tests)/"
}

cpp_files() { git ls-files -z --cached --others --exclude-standard -- '*.cpp' '*.h'; }

bench() {
  if [ $# -eq 0 ]; then
    echo "Measurements (./do bench NAME):"
    for source in bench/*.cpp bench/*.py; do
      if [ -e "$source" ]; then source=$(basename "$source"); echo "  ${source%.*}"; fi
    done
    return
  fi
  local name=$1
  shift
  if [ -e "bench/$name.py" ]; then
    build bench hearsay
    python_packages build/bench/peers bench/peers.txt
    HEARSAY=$PWD/build/bench/bin/hearsay build/bench/peers/bin/python "bench/$name.py" "$@"
    return
  fi
  [ -e "bench/$name.cpp" ] || fail "no measurement '$name'; ./do bench lists them"
  build bench "bench_$name"
  "build/bench/bin/bench_$name" "$@"
}

evaluate() {
  [ $# -gt 0 ] || fail "evaluate needs a TASK"
  build release hearsay
  HEARSAY=$PWD/$hearsay python3 evaluation/evaluate.py "$@"
}

verb=${1:-help}
[ $# -gt 0 ] && shift
case $verb in
  help | -h | --help) help ;;
  setup) setup "${build_packages[@]}" ;;
  build) build "${1:-release}" ;;
  test)
    if [ "${1:-}" = --slow ]; then
      shift
      test_slow "$@"
    else
      build release
      test_packages
      run_tests release -LE slow "$@"
    fi
    ;;
  demo) demo ;;
  format) format ;;
  lint) lint ;;
  bench) bench "$@" ;;
  evaluate) evaluate "$@" ;;
  *) fail "no verb '$verb'; ./do help lists them" ;;
esac
