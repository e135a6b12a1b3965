# shellcheck shell=bash
# What the scripts share. Source it; it runs nothing by itself.

# A line on standard error that stands out from what the tools print.
say() {
    printf '\n== %s\n' "$*" >&2
}

# Ends the script with one clear line.
refuse() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Installs those of the named Debian packages that are missing; asks for no right when none is.
install_missing() {
    local package missing=() as_root=()
    for package in "$@"; do
        if [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing+=("$package")
        fi
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    say "installing ${missing[*]}"
    command -v apt-get >/dev/null ||
        refuse "this is not Debian; install what it calls ${missing[*]} yourself, then run this again"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            refuse "installing needs root and there is no sudo; as root: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    # An old package list is worth a try when a new one can't be had.
    "${as_root[@]}" apt-get update -qq >&2 || true
    # Servers among them (nginx, PostgreSQL) are for our own use and are not to start by themselves.
    local policy=/usr/sbin/policy-rc.d installed=yes
    if [ -e "$policy" ]; then
        policy=
    else
        printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" install --mode 0755 /dev/stdin "$policy"
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes -qq --no-install-recommends "${missing[@]}" >&2 || installed=
    [ -z "$policy" ] || "${as_root[@]}" rm -f "$policy"
    [ -n "$installed" ] ||
        refuse "could not install ${missing[*]}; see above, then: apt-get install ${missing[*]}"
}

# What building needs beside Swift: the libraries linked, and what their headers need.
install_build_packages() {
    install_missing libexpat1-dev libpq-dev libsodium-dev libsqlite3-dev rapidjson-dev zlib1g-dev pkg-config g++
}

# Swift 6.2 is the first that reads the package; what is tested is 6.3.
require_swift() {
    command -v swift >/dev/null ||
        refuse "swift is not on the PATH; install Swift 6.3 (https://www.swift.org/install/linux), then run this again"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    case $version in
    [0-5].* | 6.[0-1] | '') refuse "Swift ${version:-of an unknown version} is too old; install Swift 6.3 or newer" ;;
    esac
}

# Starts "$@" and waits for its line `listening on URL`; sets SERVER_PID and SERVER_URL.
# Standard output goes to the file $1, standard error to $1.log.
start_server() {
    local output=$1 waited=0
    shift
    "$@" >"$output" 2>"$output.log" &
    SERVER_PID=$!
    while ! grep -qs '^listening on ' "$output"; do
        if ! kill -0 "$SERVER_PID" 2>/dev/null || [ "$waited" -ge 300 ]; then
            cat "$output" "$output.log" >&2
            refuse "the server did not start: $*"
        fi
        sleep 0.1
        waited=$((waited + 1))
    done
    # shellcheck disable=SC2034  # read by who sources this
    SERVER_URL=$(sed -n 's/^listening on //p' "$output" | head -n 1)
}

# Ends the server that start_server started, and waits until it is gone.
stop_server() {
    [ -n "${SERVER_PID:-}" ] || return 0
    kill "$SERVER_PID" 2>/dev/null || true
    wait "$SERVER_PID" 2>/dev/null || true
    SERVER_PID=
}
