# shellcheck shell=bash
# The tables of benchmarks/run, and the page they stand on.
# shellcheck disable=SC2154  # its variables are set by who sources it

# `lowest–highest` of the numbers on standard input, in the form $1.
spread() {
    sort -g | awk -v form="$1" 'NR == 1 { low = $1 } { high = $1 } END { printf form "–" form "\n", low, high }'
}

result() {
    local row promise name first second unit must factor
    echo '| | answers/s | lowest–highest | of the constant answer |'
    echo '|---|---:|---:|---:|'
    for row in "${rows[@]}"; do
        printf '| %s | %.0f | %s | %.1f %% |\n' "$(title "$row")" "$(median <"$folder/rate.$row")" \
            "$(spread %.0f <"$folder/rate.$row")" \
            "$(ratios "$folder/rate.$row" "$folder/rate.constant" | awk '{ print 100 * $1 }' | median)"
    done
    echo
    echo '| | | lowest–highest | must reach |'
    echo '|---|---:|---:|---:|'
    for promise in "${promises[@]}"; do
        IFS='|' read -r name first second unit must <<<"$promise"
        factor=1
        [ "$unit" != % ] || factor=100
        ratios "$folder/rate.$first" "$folder/rate.$second" | awk -v by="$factor" '{ print by * $1 }' >"$folder/ratio"
        printf '| %s | %.1f %s | %s | %s %s |\n' "$name" "$(median <"$folder/ratio")" "$unit" \
            "$(spread %.1f <"$folder/ratio")" "$must" "$unit"
    done
    printf '| resident memory after %d requests, with %d live sessions | %s MiB | | 64 MiB at most |\n' \
        "$served" "$sessions" "$memory"
    printf '| cold start to listening | %.0f ms | %s | 150 ms at most |\n' "$(median <"$folder/start")" \
        "$(spread %.0f <"$folder/start")"
    printf '| making %d customers and as many suppliers | %s s | | 60 s at most |\n' "$long" "$long_made"
    echo
    long_list_result "$long"
}

# A line for each row: its title, then the rate of each round.
rates() {
    local row
    for row in "${rows[@]}"; do
        printf '"%s",%s\n' "$(title "$row")" "$(paste -s -d , "$folder/rate.$row")"
    done
}

# The machine's shape, in a few words.
machine() {
    printf '%d cores of %s, %.0f GiB of memory, %s' "$(nproc)" \
        "$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1 | grep . || uname -m)" \
        "$(awk '/^MemTotal/ { print $2 / 1048576 }' /proc/meminfo)" \
        "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)"
}

page() {
    cat <<PAGE
# Benchmarks

\`benchmarks/run\` builds release, makes businesses with 20 users, 60 customers and 60 suppliers in temporary folders, and drives the servers in turns with wrk: 32 connections (8 for signing in), 2 threads, the load on the same cores as the server. \`--write\` writes this page; \`--quick\` tries it all once.

Each figure is the median of $rounds runs of $seconds s. The runs alternate, and each ratio is taken within its round, so they hold where the rates move with the machine.

- The constant answer is the program in \`constant/\`: the same HTTP library, 40 bytes, two event loops. nginx answers the same from its memory (\`nginx/\`): the ceiling for anything on this machine.
- Creating writes to the disk with every commit synced, on SQLite (\`synchronous=FULL\`) as on PostgreSQL (a private one at its defaults, so \`synchronous_commit=on\`, over a Unix socket).
- The peer (\`peer/\`) is what one would write instead: FastAPI, SQLAlchemy and pydantic in some hundred lines, most of them the 25 fields of a customer with contacts and addresses; one worker a core, SQLite at its defaults. It knows neither rights nor businesses. What it refuses under load is not counted.
- pgbench (\`pgbench/\`) makes the four inserts that a create makes, each time in one transaction, with 32 clients, and nothing else: no reading, no HTTP, no count of rows, ids that need no lock. So it is the ceiling for creating on PostgreSQL.
- Signing in costs one argon2id hash of 19 MiB, through a gate that leaves the other core free; while it is computed, 19 MiB more are resident.
- The memory is that of a server with ten thousand live sessions, all used: a hundred users with a hundred each (\`live-sessions\`).
- The cold start is that of a folder that exists, the median of 10.

The long lists are those of \`daybook demo --customers $long --suppliers $long --seed 1\` beside those of a business of 1000, each in a folder and a server of its own: first pages of 50, 8 connections, 1 s in turns in each of $long_rounds rounds. A search is asked for 20 times, one request after another; its work is the time that the server's process was on any processor meanwhile (user and system, from \`/proc\`), so that waiting does not count and a second core does not hide any.

$(date -u +%Y-%m-%d), commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown): $(machine), Swift $(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1), $postgresql_version.

![The rates as bars](rates.svg)

$(result)
PAGE
}
