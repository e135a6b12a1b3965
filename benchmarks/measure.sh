# shellcheck shell=bash
# What benchmarks/run measures with. Source it; it runs nothing by itself. It wants $folder for its files and $seconds
# for how long one run takes.
# shellcheck disable=SC2034,SC2154  # its variables are read and set by who sources it

# Signs user $2 in at $1 by both steps, with password $3 and word $4; prints the session token.
sign_in() {
    local url=$1 username=$2 password=$3 word=$4
    jq -n --arg username "$username" --arg password "$password" '{UserName: $username, Password: $password}' |
        curl -fsS "$url/sessiontoken" --json @- |
        jq --arg word "$word" '{TemporaryToken,
            MemorableWordList: [.MemorableWordList[] | .Value = $word[.Position - 1:.Position]]}' |
        curl -fsS -X PUT "$url/sessiontoken" --json @- | jq -r .SessionToken
}

# One run of wrk with $1 connections. Sets `rate`, adds to `total`; refuses when any answer was no success.
total=0
drive() {
    run_wrk "$@"
    if grep -q -E 'Non-2xx|Socket errors' "$folder/wrk"; then
        cat "$folder/wrk" >&2
        refuse "some answers were refusals or errors: $*"
    fi
}

# The same where errors are a part of how it works under load: only successes count.
drive_loosely() {
    run_wrk "$@"
    local failed
    failed=$(sed -n 's/^ *Non-2xx or 3xx responses: *//p' "$folder/wrk")
    rate=$(awk -v rate="$rate" -v failed="${failed:-0}" -v seconds="$seconds" \
        'BEGIN { print rate - failed / seconds }')
}

run_wrk() {
    local connections=$1
    shift
    wrk --threads "$((connections < 2 ? 1 : 2))" --connections "$connections" --duration "${seconds}s" \
        --timeout 10s "$@" >"$folder/wrk" 2>&1 || { cat "$folder/wrk" >&2 && refuse "wrk failed"; }
    rate=$(sed -n 's/^Requests\/sec: *//p' "$folder/wrk")
    total=$((total + $(sed -n 's/^ *\([0-9]*\) requests in .*/\1/p' "$folder/wrk")))
}

# How long the process $1 has worked on any processor, in milliseconds; the kernel counts in steps of 10.
worked() {
    awk -v each_second="$(getconf CLK_TCK)" \
        '{ sub(/.*\) /, ""); printf "%d\n", ($12 + $13) * 1000 / each_second }' "/proc/$1/stat"
}

# The middle of the numbers on standard input; of an even count the mean of the middle two.
median() {
    sort -g | awk '{ value[NR] = $1 } END { print (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}

# Line by line the file $1 divided by the file $2.
ratios() {
    paste "$1" "$2" | awk '{ print $1 / $2 }'
}
