# The order of setup. Sourced by ./rihab.

# check_space FOLDER GIGABYTES WHAT
check_space() {
    local free
    free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1048576) }')
    [ "$free" -ge "$2" ] || die "$3 need about $2 GB, but only $free GB are free on the disk of $1."
}

announce() {
    [ ! -e "$native_prefix/.done" ] || [ ! -e "$web_prefix/.done" ] || return 0
    echo "To fetch and compile into $cache (about 3 GB): Emscripten $emscripten_minimum, $(lock_rows source | sed 's/=.*//' | paste -sd ' '), yoga"
    mkdir -p "$cache"
    check_space "$cache" 6 "the toolchain and the libraries"
}

# setup_all build|test|bench
setup_all() {
    jobs=$(nproc)
    setup_packages "$1"
    setup_node
    locate_sources
    locate_emscripten
    locate_libraries
    locate_fonts
    announce
    setup_sources
    setup_fonts
    setup_emscripten
    setup_npm_packages
    setup_native_libraries
    setup_web_libraries
    write_toolchain_paths
}
