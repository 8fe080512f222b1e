# Debian packages. Sourced by ./rihab.

build_packages=(
    ca-certificates git xz-utils python3 tzdata
    cmake ninja-build ccache brotli
    clang-19 lld-19 llvm-19 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev
    libboost1.81-dev libsqlite3-dev libsodium-dev libmd4c-dev libbrotli-dev zlib1g-dev libjpeg62-turbo-dev libpng-dev libqrcodegen-dev nlohmann-json3-dev doctest-dev
    libharfbuzz-bin fonts-noto-core
)
test_packages=(chromium clang-format-19)
bench_packages=(nginx wrk)  # A web server to be measured beside, and what asks both.

oldest_tzdata=2026c  # The first that knows Morocco's time since 2026-09-20.

# missing_packages PACKAGE...: those that are not installed, or too old.
missing_packages() {
    local installed package version
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package} ${Version}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p' || true)
    for package; do
        version=$(awk -v name="$package" '$1 == name { print $2; exit }' <<<"$installed")
        if [ -z "$version" ]; then echo "$package"
        elif [ "$package" = tzdata ] && dpkg --compare-versions "$version" lt "$oldest_tzdata"; then echo "$package"
        fi
    done
}

install_packages() {
    local log=$log_dir/apt-get.log get=(apt-get -o DPkg::Lock::Timeout=600 -qq)
    as_root "${get[@]}" update >"$log" 2>&1 || die "could not read Debian's package lists: is there a network?"
    if ! as_root env DEBIAN_FRONTEND=noninteractive "${get[@]}" install -y --no-install-recommends "$@" >>"$log" 2>&1; then
        cat "$log"
        local unknown
        unknown=$(sed -nE "s/^E: (Unable to locate package|Package '?)([^' ]*).*/\2/p" "$log" | head -n 1)
        [ -z "$unknown" ] || die "the Debian package $unknown is missing from this machine's package sources."
        ! grep -q 'Failed to fetch\|Could not resolve\|Unable to connect' "$log" ||
            die "could not download Debian packages: is there a network?"
        return 1
    fi
}

# setup_packages build|test|bench
setup_packages() {
    local wanted=("${build_packages[@]}") missing
    [ "$1" = build ] || wanted+=("${test_packages[@]}")
    [ "$1" != bench ] || wanted+=("${bench_packages[@]}")
    have_node && have_npm || wanted+=(nodejs npm)
    command -v apt-get >/dev/null || die "this is not Debian: the packages come from apt-get, which is missing."
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    [ ${#missing[@]} -gt 0 ] || return 0
    printf 'Debian packages to install: %s\n' "${missing[*]}"
    check_space / 3 "Debian packages"
    [ "$(id -u)" = 0 ] || as_root true
    step "install Debian packages" "" install_packages "${missing[@]}"
}
