# Pinned fonts beside the installed fonts-noto-core: npm packages of TrueType files, and Debian packages of the next
# release. Sourced by ./rihab.

download_fonts() {
    local package file hash
    while read -r package file hash; do
        if [ ! -f "$downloads/$file" ]; then
            case $file in
                *.deb) open_private_apt; fetch private_apt download "$package" ;;
                *) fetch npm pack --loglevel=error "$package" ;;
            esac
        fi
        check_hash "$downloads/$file" "$hash"
    done < <(lock_rows font)
}

# All faces in one folder: no two packages have a file of the same name.
unpack_fonts() {
    local package file hash whole=$fonts_dir/whole
    rm -rf "$fonts_dir"
    while read -r package file hash; do
        mkdir -p "$whole"
        case $file in
            *.deb) dpkg -x "$downloads/$file" "$whole" ;;
            *) tar -xf "$downloads/$file" -C "$whole" ;;
        esac
        find "$whole" -name '*.ttf' -exec mv -t "$fonts_dir" {} +
        rm -rf "$whole"
    done < <(lock_rows font)
}

locate_fonts() { fonts_dir=$cache/fonts-$(hash_of "$(lock_rows font)" "$(declare -f unpack_fonts)"); }

setup_fonts() {
    [ ! -e "$fonts_dir/.done" ] || return 0
    mkdir -p "$downloads"
    step "download pinned fonts" "" download_fonts
    step "unpack fonts" "$fonts_dir/.done" unpack_fonts
}
