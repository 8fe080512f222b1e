# The build trees. Sourced by ./rihab.

# build PRESET [TARGET...]: configures when needed, builds, prints one line; the compiler's words only when it fails.
build() {
    local preset=$1 start=$EPOCHREALTIME log=$log_dir/build-$1.log
    shift
    mkdir -p "$log_dir"
    : >"$log"
    if ! { [ -f "$root/build/$preset/build.ninja" ] || ( cd "$root" && cmake --preset "$preset" $(precompile_option) ) >>"$log" 2>&1; } ||
        ! nice ninja -C "$root/build/$preset" -j "$jobs" "$@" >>"$log" 2>&1; then
        grep -vE '^\[[0-9]+/[0-9]+\] ' "$log" | tail -n 60 >&2
        ! grep -q 'No space left on device' "$log" || die "the disk is full."
        printf 'rihab: the %s build failed; its log is %s.\n' "$preset" "${log#"$root"/}" >&2
        return 1
    fi
    printf '%-32s %6.1f s\n' "build $preset" "$(seconds_since "$start")"
    rm -f "$log"
}

# In the full run each file is compiled alone, too.
precompile_option() { [ -n "${RIHAB_FULL:-}" ] || echo -DRIHAB_PRECOMPILE=ON; }

build_server() { build native rihab-server font_files; }
build_web() { build web; }
