# The pinned files: Debian packages and sources of the next release, and npm packages. Sourced by ./rihab.

apt_dir=$cache/apt

# A private apt that reads only the suite `trixie` of the archive that this machine already uses.
write_private_apt() {
    local archive="" key="" deb822 list
    mkdir -p "$apt_dir"/{lists/partial,cache/archives/partial,sources.d,preferences.d} "$downloads"
    . /etc/os-release
    deb822=$(grep -ls '^URIs:' /etc/apt/sources.list.d/*.sources || true)
    if [ -n "$deb822" ]; then
        read -r archive key < <(awk -v RS= -v FS='\n' -v suite="$VERSION_CODENAME" '{
            uri = suites = key = ""
            for (i = 1; i <= NF; i++) {
                if ($i ~ /^URIs:/) { split($i, words, /[ \t]+/); uri = words[2] }
                if ($i ~ /^Suites:/) { suites = $i " "; sub(/^Suites:/, " ", suites) }
                if ($i ~ /^Signed-By: *\//) { split($i, words, /[ \t]+/); key = words[2] }
            }
            if (index(suites, " " suite " ")) { print uri, key; exit }
        }' $deb822) || true
    fi
    if [ -z "$archive" ]; then
        list=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true)
        archive=$(awk -v suite="$VERSION_CODENAME" '$1 == "deb" {
            for (i = 2; i < NF; i++) if ($i ~ /:\// && $(i + 1) == suite) { print $i; exit } }' <<<"$list")
    fi
    [ -n "$archive" ] || die "no Debian package source for $VERSION_CODENAME was found in /etc/apt."
    printf 'Types: deb deb-src\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' \
        "$archive" "${key:-/usr/share/keyrings/debian-archive-keyring.gpg}" >"$apt_dir/sources.d/trixie.sources"
    cat >"$apt_dir/apt.conf" <<EOF
Dir::State::lists "$apt_dir/lists";
Dir::Cache "$apt_dir/cache";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$apt_dir/sources.d";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "$apt_dir/preferences.d";
APT::Default-Release "";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled "false";
EOF
}

open_private_apt() {
    write_private_apt
    private_apt update --error-on=any || die "could not read Debian's package lists: is there a network?"
}

private_apt() { APT_CONFIG=$apt_dir/apt.conf apt-get -qq "$@"; }

# fetch COMMAND...: in the download folder; the one reason that is not ours to see is the network.
fetch() { ( cd "$downloads" && "$@" ) || die "could not download ${!#}: is there a network? (Details: ${step_log#"$root"/}.)"; }

download_deb() {
    local package file hash
    while read -r package file hash; do
        [ -f "$downloads/$file" ] || fetch private_apt download "$package"
        check_hash "$downloads/$file" "$hash"
    done < <(lock_rows deb)
}

# The archive of a library stays the same while Debian's revision of it moves: the hash decides.
download_source() {
    local package file hash
    while read -r package file hash; do
        [ -f "$downloads/$file" ] ||
            ( cd "$downloads" && private_apt source --download-only --tar-only --only-source "$package" ) ||
            fetch private_apt source --download-only --tar-only --only-source "${package%%=*}"
        check_hash "$downloads/$file" "$hash"
    done < <(lock_rows source)
}

download_loader() {
    local package file hash name found
    while read -r package file hash; do
        name=${package%%=*}
        if [ ! -f "$downloads/$file" ] && ! ls "$downloads/${name}_"*_amd64.deb >/dev/null 2>&1; then
            fetch private_apt download "$name"
        fi
        found=$(basename "$(ls "$downloads/${name}_"*_amd64.deb | tail -n 1)")
        if [ "$found" = "$file" ]; then check_hash "$downloads/$file" "$hash"; else echo "note: newer $found"; fi
    done < <(lock_rows loader)
}

download_npm() {
    local package file hash
    while read -r package file hash; do
        [ -f "$downloads/$file" ] || fetch npm pack --loglevel=error "$package"
        check_hash "$downloads/$file" "$hash"
    done < <(lock_rows npm)
}

# What is there already is checked again, not fetched again.
download_all() {
    local file
    for file in $({ lock_rows deb; lock_rows loader; lock_rows source; } | cut -d' ' -f2); do
        [ -f "$downloads/$file" ] && continue
        open_private_apt
        break
    done
    download_deb
    download_loader
    download_source
    download_npm
}

# unpack NAME ARCHIVE STRIP [MEMBER]
unpack() {
    local target=$sources_dir/$1
    rm -rf "$target"; mkdir -p "$target"
    tar -xf "$downloads/$2" -C "$target" --strip-components="$3" ${4:+"$4"}
}

unpack_sources() {
    unpack icu icu_76.1.orig.tar.gz 1
    unpack harfbuzz harfbuzz_10.2.0.orig.tar.xz 1
    unpack imgui imgui_1.90.1+ds.orig.tar.xz 1
    unpack yoga react-native-0.81.4.tgz 3 package/ReactCommon/yoga
}

locate_sources() {
    sources_dir=$cache/sources-$(hash_of "$(lock_rows source)" "$(lock_rows npm)" "$(declare -f unpack unpack_sources)")
}

setup_sources() {
    [ -e "$sources_dir/.unpacked" ] && { [ -z "$emscripten_dir" ] || [ -e "$emscripten_dir/.done" ]; } && return 0
    step "download pinned files" "" download_all
    step "unpack sources" "$sources_dir/.unpacked" unpack_sources
}
