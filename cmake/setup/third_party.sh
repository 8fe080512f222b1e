# The libraries that are compiled here, once, into the cache: natively and for the web. Sourced by ./rihab.

third_party_recipe() { hash_of "$sources_dir" "$root"/cmake/third_party/* "$@"; }

# compile_third_party PREFIX CMAKE_ARGUMENT...
compile_third_party() {
    local prefix=$1 tree=$1.build
    shift
    rm -rf "$tree"
    cmake -S "$root/cmake/third_party" -B "$tree" -G Ninja -DRIHAB_SOURCES="$sources_dir" \
        -DCMAKE_BUILD_TYPE=None -DCMAKE_INSTALL_PREFIX="$prefix" "$@"
    nice ninja -C "$tree" -j "$jobs"
    cmake --install "$tree"
    rm -rf "$tree"
}

native_flags=-O2
web_flags="-Oz -flto -DNDEBUG"

locate_libraries() {
    native_prefix=$cache/native-$(third_party_recipe "$native_flags" "$(declare -f compile_third_party)")
    web_prefix=$cache/web-$(third_party_recipe "$web_flags" "$emscripten_id" "$(declare -f compile_third_party)")
}

setup_native_libraries() {
    step "compile libraries (native)" "$native_prefix/.done" compile_third_party "$native_prefix" \
        -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 \
        -DCMAKE_C_FLAGS="$native_flags" -DCMAKE_CXX_FLAGS="$native_flags"
}

setup_web_libraries() {
    step "compile libraries (web)" "$web_prefix/.done" compile_third_party "$web_prefix" \
        -DCMAKE_TOOLCHAIN_FILE="$emscripten_root/cmake/Modules/Platform/Emscripten.cmake" \
        -DCMAKE_C_FLAGS="$web_flags" -DCMAKE_CXX_FLAGS="$web_flags"
}

# The one file through which CMake learns where things are. Rewritten only when it changes: CMake watches it.
write_toolchain_paths() {
    local text
    text="set(RIHAB_NATIVE_PREFIX \"$native_prefix\")
set(RIHAB_WEB_PREFIX \"$web_prefix\")
set(RIHAB_SOURCES \"$sources_dir\")
set(RIHAB_FONT_SOURCES \"$fonts_dir\")
set(RIHAB_EMSCRIPTEN_ROOT \"$emscripten_root\")
set(RIHAB_NODE \"$node\")"
    mkdir -p "$root/build"
    [ "$(cat "$root/build/toolchain.cmake" 2>/dev/null)" = "$text" ] || printf '%s\n' "$text" >"$root/build/toolchain.cmake"
}
