# Serves the portal from this folder. Sourced by ./rihab.

is_busy() { (exec 4<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

run() {
    local port=8080 data="" flags=()
    while [ $# -gt 0 ]; do
        case $1 in
            --port) [ $# -ge 2 ] || die "--port wants a number."; port=$2; shift 2 ;;
            --port=*) port=${1#*=}; shift ;;
            --data) [ $# -ge 2 ] || die "--data wants a folder."; data=$2; shift 2 ;;
            --data=*) data=${1#*=}; shift ;;
            *) flags+=("$1"); shift ;;
        esac
    done
    [[ $port =~ ^[0-9]+$ ]] && [ "$port" -ge 1 ] && [ "$port" -le 65535 ] || die "\"$port\" is not a port: --port wants a number from 1 to 65535."
    ! is_busy "$port" || die "port $port is busy: choose another with --port."

    setup_all build
    build_server || exit 1
    build_web || exit 1
    if [ -z "$data" ]; then
        data=$(mktemp -d "${TMPDIR:-/tmp}/rihab-data.XXXXXX")
        echo "Data folder: $data (new; keep one with --data DIR)"
    fi
    echo "Serving on http://localhost:$port"
    exec "$root/build/native/server-stub/rihab-server" serve --sample-accounts --port "$port" --data "$data" --site "$root/build/web/site" "${flags[@]}"
}
