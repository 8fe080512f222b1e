# The suites that CI runs. Each ends with "N passed, N failed" and is added up here. Sourced by ./rihab.

passed=0 failed=0

# count NAME COMMAND...: runs a suite whose last line is "N passed, N failed"; a suite that ends otherwise has failed.
count() {
    local name=$1 start=$EPOCHREALTIME output status last
    shift
    output=$(mktemp)
    set +e
    "$@" 2>&1 | tee "$output"
    status=${PIPESTATUS[0]}
    set -e
    last=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$output" | tail -n 1 || true)
    rm -f "$output"
    local good=0 bad=0
    [ -z "$last" ] || read -r good bad < <(sed -E 's/[^0-9]+/ /g' <<<"$last")
    if [ -z "$last" ] || { [ "$status" != 0 ] && [ "$bad" = 0 ]; }; then bad=$((bad + 1)); fi
    passed=$((passed + good)) failed=$((failed + bad))
    printf '%-32s %6.1f s  %d passed, %d failed\n' "suite $name" "$(seconds_since "$start")" "$good" "$bad"
}

suite_lint() { "$node" "$root/cmake/lint/run.mjs"; }

# ctest_suite PRESET [CTEST_ARGUMENT...]: doctest cases are counted from CTest's log, other tests as one each.
ctest_suite() {
    local preset=$1 status=0
    shift
    ( cd "$root" && ctest --preset "$preset" --output-on-failure -j "$jobs" --no-tests=error "$@" ) || status=1
    "$node" "$root/cmake/tools/count_tests.mjs" "$root/build/$preset/Testing/Temporary/LastTest.log" || status=1
    return $status
}

# Without arguments all but the conformance suites, which print what they judged. The full run compiles each public
# header alone, too.
suite_native() {
    [ $# != 0 ] || set -- --label-exclude conformance
    build native all ${RIHAB_FULL:+all_verify_interface_header_sets} && ctest_suite native "$@"
}

# Each suite with "passed / total", each tailoring and what is left out: the tests' own lines out of CTest's log.
suite_conformance() {
    local status=0
    build native conformance || return 1
    ctest_suite native --label-regex conformance || status=1
    grep -E ' / [0-9,]+$|^    +([0-9,]+  |wrong: )' "$root/build/native/Testing/Temporary/LastTest.log" || status=1
    return $status
}

# With the tables of what is held, by language. Fails while the half that nobody opened is judged below the goal.
suite_moderation() {
    local status=0
    build native moderation_test || return 1
    RIHAB_GOAL=1 ctest_suite native -R '^moderation_test$' || status=1
    grep -E ' harmful held |^    .* / [0-9]+ +[0-9.]+ %|^    wrong: ' "$root/build/native/Testing/Temporary/LastTest.log" ||
        status=1
    return $status
}

suite_asan() { build asan all && ctest_suite asan "$@"; }
suite_web() { build web && echo "1 passed, 0 failed"; }
suite_size() { build_server && build_web && run_script tests/bench/size.mjs; }
# With the server as it is delivered, and the programs whose pages the browser is compared with.
suite_e2e() {
    [ $# -gt 0 ] || set -- dom e2e server-stub
    build native rihab-server font_files text-cli box-samples picture-samples && build_web &&
        run_script tests/e2e/run.mjs "$@"
}
suite_dom() { suite_e2e dom; }

# run_script FILE ARGUMENT...: a script of the tests, with what it must know of the machine.
run_script() {
    local file=$root/$1
    shift
    [ -f "$file" ] || { echo "${file#"$root"/} is missing"; return 1; }
    RIHAB_ROOT=$root RIHAB_SERVER=$root/build/native/server-stub/rihab-server RIHAB_SITE=$root/build/web/site \
        RIHAB_CHROMIUM=$(command -v chromium || true) "$node" "$file" "$@"
}

# one_test NAME: a suite, a test that CTest knows, or a script that needs a server or a browser.
one_test() {
    local name=$1
    if declare -F "suite_$name" >/dev/null; then count "$name" "suite_$name"
    elif [ -n "$(find "$root"/tests/{e2e,dom,server-stub} -name "$name.test.mjs")" ]; then count "e2e $name" suite_e2e "$name"
    else count "native $name" suite_native -R "^$name"
    fi
}

test_all() {
    setup_all test
    case $1 in
        "" | full)
            [ -z "$1" ] || export RIHAB_FULL=1
            # The sanitizers run each test of the native build, which the full run compiles as it is delivered, too.
            local suite
            for suite in lint ${1:+native} asan conformance web size e2e; do count $suite suite_$suite; done
            ;;
        *) one_test "$1" ;;
    esac
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}

bench() {
    setup_all bench
    build_server && build_web && build web textbench || exit 1
    local file found=
    for file in "$root"/tests/bench/${1:-*}.mjs; do
        [ -f "$file" ] || continue
        found=1
        run_script "${file#"$root"/}"
    done
    [ -n "$found" ] || die "there is no benchmark \"${1:-}\" in tests/bench."
}

bless() {
    setup_all test
    export RIHAB_BLESS=1
    suite_native -L golden
}
