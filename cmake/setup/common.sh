# What every step of setup shares: one line per step, stamps, clear failures. Sourced by ./rihab.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/rihab
downloads=$cache/downloads
lock=$root/cmake/dependencies.lock
log_dir=$root/build/log
exec 3>&2  # The terminal, also while a step's own output goes to its log.

# die SENTENCE: says what is wrong and what to do, once.
die() {
    printf 'rihab: %s\n' "$*" >&3
    [ -z "${step_log:-}" ] || touch "$step_log.said"
    exit 1
}

# as_root COMMAND...: Debian packages need root; a user needs sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; return; fi
    command -v sudo >/dev/null || die "installing Debian packages needs root: run as root or install sudo."
    sudo "$@"
}

# hash_of FILE|TEXT...: twelve hex digits that change when the contents of a file or a text changes.
hash_of() {
    local item
    for item; do if [ -f "$item" ]; then cat "$item"; else printf '%s\n' "$item"; fi; done | sha256sum | cut -c1-12
}

# step NAME STAMP FUNCTION...: runs FUNCTION once, prints one line with its time, leaves STAMP behind.
# Without a stamp ("") it runs whenever it is asked.
step() {
    local name=$1 stamp=$2 start=$EPOCHREALTIME status
    shift 2
    [ -n "$stamp" ] && [ -e "$stamp" ] && return 0
    mkdir -p "$log_dir" "$(dirname "$stamp")"
    local step_log=$log_dir/${name// /-}.log
    rm -f "$step_log.said"
    set +e
    ( set -e; "$@" ) >"$step_log" 2>&1
    status=$?
    set -e
    if [ $status != 0 ]; then
        [ ! -e "$step_log.said" ] || exit 1
        ! grep -q 'No space left on device' "$step_log" || die "the disk is full (step \"$name\")."
        die "step \"$name\" failed; its log is ${step_log#"$root"/}."
    fi
    [ -z "$stamp" ] || touch "$stamp"
    local notes
    notes=$(sed -n 's/^note: //p' "$step_log" | paste -sd ';')
    printf '%-32s %6.1f s%s\n' "$name" "$(seconds_since "$start")" "${notes:+  ($notes)}"
}

seconds_since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }'; }

# check_hash FILE SHA256
check_hash() {
    [ -f "$1" ] || die "the file $(basename "$1") is missing after its download."
    local found
    found=$(sha256sum <"$1" | cut -d' ' -f1)
    [ "$found" = "$2" ] || 
        die "the file $1 has the wrong hash: $found, cmake/dependencies.lock says $2; delete the file to fetch it again."
}

# lock_rows KIND: "package file hash" of each row of that kind.
lock_rows() { awk -v kind="$1" '$1 == kind { print $2, $3, $4 }' "$lock"; }
