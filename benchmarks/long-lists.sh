# shellcheck shell=bash
# The lists of a business with many customers and suppliers beside those of one with few. benchmarks/run sources it,
# after measure.sh.
# shellcheck disable=SC2034,SC2154  # its variables are read and set by who sources it

long_pid='' short_pid=''
sorts=(Name Code TotalPaidAmount OutstandingBalance)
# What every row has (in its e-mail addresses), what every sixth has, and what none has.
search_texts=(exa ltd qqq)

# Makes the business $1 with $2 customers and as many suppliers; prints how many seconds that took.
make_long_list() {
    local began
    began=$(date +%s%N)
    "$program" demo --data "$folder/$1" --customers "$2" --suppliers "$2" --seed 1 >"$folder/$1.demo"
    awk -v began="$began" -v ended="$(date +%s%N)" 'BEGIN { printf "%.1f\n", (ended - began) / 1e9 }'
}

# Serves the business $1 and signs its owner in. Sets SERVER_PID, SERVER_URL and `auth_of`.
declare -A auth_of
serve_long_list() {
    start_server "$folder/$1.serve" "$program" serve --data "$folder/$1" --port 0
    local password word
    password=$(sed -n 's/^ *Password: *//p' "$folder/$1.demo")
    word=$(sed -n 's/^ *Word: *//p' "$folder/$1.demo")
    auth_of[$1]="Authorization: KfToken $(sign_in "$SERVER_URL" ines "$password" "$word")"
}

# First pages of 50, for each sort and both directions: answers a second, in turns.
measure_sorts() {
    local round=$1 list sort order page
    for list in customers suppliers; do
        for sort in "${sorts[@]}"; do
            for order in Asc Desc; do
                page="$list?perpage=50&sortby=$sort&order=$order"
                drive 8 -H "${auth_of[short]}" "$short_url/$page"
                printf '%s\n' "$rate" >>"$folder/short.$list.$sort.$order"
                drive 8 -H "${auth_of[long]}" "$long_url/$page"
                printf '%s\n' "$rate" >>"$folder/long.$list.$sort.$order"
            done
        done
    done
    printf 'round %d  %-10s\n' "$round" sorts >&2
}

# First pages of a search, one request after another: how long the server worked for each, and how long each took.
measure_searches() {
    local round=$1 requests=20 list text before began url urls=()
    for list in customers suppliers; do
        for text in "${search_texts[@]}"; do
            url="$long_url/$list?perpage=50&searchtext=$text"
            urls=()
            for _ in $(seq "$requests"); do urls+=(-o /dev/null "$url"); done
            curl -fsS -o /dev/null "$url" -H "${auth_of[long]}"
            before=$(worked "$long_pid") began=$(date +%s%N)
            curl -fsS -H "${auth_of[long]}" "${urls[@]}"
            awk -v took="$(($(date +%s%N) - began))" -v requests="$requests" \
                'BEGIN { print took / requests / 1e6 }' >>"$folder/took.$list.$text"
            awk -v worked="$(($(worked "$long_pid") - before))" -v requests="$requests" \
                'BEGIN { print worked / requests }' >>"$folder/worked.$list.$text"
        done
    done
    printf 'round %d  %-10s\n' "$round" searches >&2
}

# Makes both businesses, measures, and ends both servers.
measure_long_lists() {
    local rows=$1 rounds=$2 seconds=1 round
    say "making businesses of 1000 and $rows customers and suppliers"
    make_long_list short 1000 >/dev/null
    long_made=$(make_long_list long "$rows")
    serve_long_list short
    short_pid=$SERVER_PID short_url=$SERVER_URL
    serve_long_list long
    long_pid=$SERVER_PID long_url=$SERVER_URL

    say "measuring long lists: $rounds rounds of 32 runs, $seconds s each, and of 6 searches"
    for round in $(seq "$rounds"); do
        measure_sorts "$round"
        measure_searches "$round"
    done
    end_long_lists
}

end_long_lists() {
    local pid
    for pid in $short_pid $long_pid; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    short_pid='' long_pid='' SERVER_PID=''
}

long_list_result() {
    local rows=$1 list sort order text
    printf '| first page of 50, answers/s | of 1000 | of %d | times longer | must reach |\n' "$rows"
    echo '|---|---:|---:|---:|---:|'
    for list in customers suppliers; do
        for sort in "${sorts[@]}"; do
            for order in Asc Desc; do
                printf '| %s by %s, %s | %.0f | %.0f | %.2f | 1.5 at most |\n' "$list" "$sort" "$order" \
                    "$(median <"$folder/short.$list.$sort.$order")" "$(median <"$folder/long.$list.$sort.$order")" \
                    "$(ratios "$folder/short.$list.$sort.$order" "$folder/long.$list.$sort.$order" | median)"
            done
        done
    done
    echo
    printf '| search of %d | work | answer after | must reach |\n' "$rows"
    echo '|---|---:|---:|---:|'
    for list in customers suppliers; do
        for text in "${search_texts[@]}"; do
            printf "| %s, \`searchtext=%s\` | %.0f ms | %.0f ms | 60 ms of work at most |\n" "$list" "$text" \
                "$(median <"$folder/worked.$list.$text")" "$(median <"$folder/took.$list.$text")"
        done
    done
}
