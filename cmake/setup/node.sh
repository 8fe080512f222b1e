# Node 20 or later, and the npm packages of package-lock.json. Sourced by ./rihab.

node=
have_node() {
    [ -z "$node" ] || return 0
    local found=${RIHAB_NODE:-$(command -v node || true)} major
    [ -n "$found" ] || return 1
    major=$("$found" --version 2>/dev/null | sed -nE 's/^v([0-9]+)\..*/\1/p')
    [ "${major:-0}" -ge 20 ] || return 1
    node=$found
}

have_npm() { command -v npm >/dev/null; }

fetch_node() {
    local package=$1 file=$2 hash=$3
    mkdir -p "$downloads"
    [ -f "$downloads/$file" ] || fetch npm pack --loglevel=error "$package"
    check_hash "$downloads/$file" "$hash"
    mkdir -p "$node_dir"
    tar -xzf "$downloads/$file" -C "$node_dir" --strip-components=1 package/bin/node
}

# Debian 12's own Node is too old for playwright-core, but its npm brings a newer one.
setup_node() {
    have_node && return 0
    local package file hash
    read -r package file hash < <(lock_rows node)
    node_dir=$cache/node-$(hash_of "$hash")
    step "fetch Node" "$node_dir/.done" fetch_node "$package" "$file" "$hash"
    node=$node_dir/bin/node
}

install_npm_packages() {
    ( cd "$root" && npm ci --ignore-scripts --no-fund --no-audit ) || die "could not install the npm packages: is there a network?"
    "$node" "$root/node_modules/esbuild/bin/esbuild" --version >/dev/null || die "esbuild does not start after its installation."
}

setup_npm_packages() {
    step "install npm packages" "$root/node_modules/.rihab-$(hash_of "$root/package-lock.json")" install_npm_packages
}
