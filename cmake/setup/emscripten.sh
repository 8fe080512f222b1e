# Emscripten with its own small prefix: the Debian packages of the next release, unpacked, not installed.
# Sourced by ./rihab. A developer's own EMSDK wins when it is new enough.

emscripten_minimum=3.1.69

unpack_emscripten() {
    local package file hash name
    rm -rf "$emscripten_dir"; mkdir -p "$emscripten_dir"
    while read -r package file hash; do dpkg -x "$downloads/$file" "$emscripten_dir"; done < <(lock_rows deb)
    while read -r package file hash; do
        name=${package%%=*}
        dpkg -x "$(ls "$downloads/${name}_"*_amd64.deb | tail -n 1)" "$emscripten_dir"
    done < <(lock_rows loader)
}

# binaryen wants a newer libc than Debian 12 has: each tool starts through the loader unpacked beside it.
wrap_binaryen() {
    local tool
    mkdir -p "$emscripten_dir/binaryen/bin"
    for tool in "$emscripten_dir"/usr/bin/wasm*; do
        printf '#!/bin/sh\nexec %s --library-path %s %s "$@"\n' \
            "$emscripten_dir/usr/lib64/ld-linux-x86-64.so.2" "$emscripten_dir/usr/lib/x86_64-linux-gnu" "$tool" \
            >"$emscripten_dir/binaryen/bin/$(basename "$tool")"
    done
    chmod +x "$emscripten_dir"/binaryen/bin/*
}

configure_emscripten() {
    cat >"$emscripten_dir/usr/share/emscripten/.emscripten" <<EOF
LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$emscripten_dir/binaryen'
NODE_JS = '$node'
FROZEN_CACHE = True
CACHE = '$emscripten_dir/usr/share/emscripten/cache'
EOF
    local acorn=$emscripten_dir/usr/share/node_modules/acorn
    rm -rf "$acorn"; mkdir -p "$acorn"
    tar -xzf "$downloads/$(lock_rows npm | awk '/^acorn/ { print $2 }')" -C "$acorn" --strip-components=1
}

# Says at once, not in the middle of a build, when the compiler cannot work on this machine.
try_emscripten() {
    local folder=$emscripten_dir/try
    mkdir -p "$folder"
    cat >"$folder/try.cpp" <<'EOF'
#include <cstdio>
#include <expected>
#include <format>
#include <ranges>
#include <vector>
int main() {
    std::vector a{1, 2}, b{3, 4};
    int sum = 0;
    for (auto [x, y] : std::views::zip(a, b)) sum += x * y;
    std::puts(std::format("{} {}", std::expected<int, int>(3).value_or(0), sum).c_str());
}
EOF
    "$emscripten_root/em++" -std=c++23 -O2 "$folder/try.cpp" -o "$folder/try.js"
    [ "$("$node" "$folder/try.js")" = "3 11" ] || die "Emscripten compiled a program that does not run."
}

make_emscripten() { unpack_emscripten; wrap_binaryen; configure_emscripten; try_emscripten; }

own_emsdk() {
    local version
    [ -n "${EMSDK:-}" ] && [ -f "$EMSDK/upstream/emscripten/emscripten-version.txt" ] || return 1
    version=$(tr -d '"\n' <"$EMSDK/upstream/emscripten/emscripten-version.txt")
    [ "$(printf '%s\n' "$emscripten_minimum" "$version" | sort -V | head -n 1)" = "$emscripten_minimum" ]
}

locate_emscripten() {
    emscripten_dir=
    if own_emsdk; then
        emscripten_root=$EMSDK/upstream/emscripten
        emscripten_id=$(hash_of "$emscripten_root/emscripten-version.txt")
        return
    fi
    emscripten_id=$(hash_of "$(lock_rows deb)" "$(lock_rows loader)" "$(lock_rows npm)" "$node" \
        "$(declare -f unpack_emscripten wrap_binaryen configure_emscripten)")
    emscripten_dir=$cache/emscripten-$emscripten_id
    emscripten_root=$emscripten_dir/usr/share/emscripten
}

setup_emscripten() {
    [ -z "$emscripten_dir" ] || step "unpack Emscripten" "$emscripten_dir/.done" make_emscripten
}
