# shellcheck shell=bash
# The servers that benchmarks/run drives: each sets its URL, and what ends it. It sources this after measure.sh.
# shellcheck disable=SC2034,SC2154  # its variables are read and set by who sources it

pids=()
postgresql=''
declare -A api token auth guard server

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until $2 answers, which the process $1 serves; its output is in the file $3.
await_answer() {
    local waited=0
    until curl -s -o /dev/null "$2"; do
        if ! kill -0 "$1" 2>/dev/null || [ "$waited" -ge 150 ]; then
            cat "$3" >&2
            refuse "nothing answers at $2"
        fi
        sleep 0.1
        waited=$((waited + 1))
    done
}

end_servers() {
    local pid
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    pids=()
    [ -z "$postgresql" ] || scripts/postgresql remove "$postgresql"
    postgresql=''
}

start_constant() {
    start_server "$folder/constant" "$constant"
    pids+=("$SERVER_PID")
    constant_url=$SERVER_URL
}

start_nginx() {
    local port nginx
    port=$(free_port)
    nginx=$(PATH=$PATH:/usr/sbin command -v nginx)
    mkdir "$folder/nginx"
    sed -e "s|FOLDER|$folder/nginx|; s|PORT|$port|; s|WORKERS|$(nproc)|" benchmarks/nginx/constant.conf \
        >"$folder/nginx/conf"
    "$nginx" -p "$folder/nginx" -c "$folder/nginx/conf" >"$folder/nginx.log" 2>&1 &
    pids+=("$!")
    nginx_url=http://127.0.0.1:$port
    await_answer "$!" "$nginx_url/constant" "$folder/nginx.log"
}

# One worker a core, as its makers advise; the database at its defaults.
start_peer() {
    local port python=$PWD/benchmarks/peer/.venv/bin/python
    port=$(free_port)
    export PEER_DATABASE=sqlite:///$folder/peer.db
    (cd benchmarks/peer && PYTHONDONTWRITEBYTECODE=1 "$python" -c "
import hashlib, peer
peer.Base.metadata.create_all(peer.engine)
with peer.make_session() as session:
    session.add(peer.SessionToken(hash=hashlib.sha256(b'peer').hexdigest()))
    session.add(peer.Counter(name='invoice', value=0))
    session.commit()
")
    (
        cd benchmarks/peer || exit
        PYTHONDONTWRITEBYTECODE=1 exec "$python" -m uvicorn peer:app --port "$port" --workers "$(nproc)" \
            --no-access-log --log-level warning
    ) >"$folder/peer.log" 2>&1 &
    pids+=("$!")
    peer_url=http://127.0.0.1:$port
    peer_auth='Authorization: KfToken peer'
    await_answer "$!" "$peer_url/customers/C01" "$folder/peer.log"
    curl -fsS -o /dev/null "$peer_url/customers" -H "$peer_auth" --json "$(new_customer 01)"
}

start_postgresql() {
    # Not in $folder: its user can't reach what is ours alone.
    postgresql=$(mktemp -d /tmp/daybook-bench.XXXXXX)
    postgresql_url=$(scripts/postgresql start "$postgresql")
    secret_key=$(openssl rand -base64 32)
}

# A customer as it is made for the reads.
new_customer() {
    jq -nc --arg number "$1" '{Code: "C\($number)", Name: "Customer \($number)", Note: "Pays on Fridays.",
        Contacts: [{Firstname: "Ines", LastName: "Okafor", Email: "ines@harbour.example", IsPrimary: true}],
        Addresses: [{Line1: "4 Quay Road", PostCode: "PL1 2AB", CountryCode: "GB"}]}'
}

# Daybook on the engine $1, with a business, its 20 users, and 60 customers and suppliers.
start_daybook() {
    local engine=$1 where=(--data "$folder/data.$1") number business
    if [ "$engine" = PostgreSQL ]; then
        export DAYBOOK_SECRET_KEY=$secret_key
        where+=(--database "$postgresql_url")
    fi
    business=$("$program" business add 'Benchmark Ltd' "${where[@]}" --json | jq .id)
    printf '%s\n' "$password" "$word" |
        "$program" user add "${where[@]}" --business "$business" --username bench --admin --password-stdin >&2
    # The guard's own user: /userpermissions tells its three names from the session alone, in 40 bytes.
    "$program" role add "${where[@]}" --business "$business" --name Guard \
        --permissions ViewQuote,ViewReceipt,ManageRole >&2
    printf '%s\n' "$password" "$word" |
        "$program" user add "${where[@]}" --business "$business" --username guard --role Guard --password-stdin >&2
    for number in $(seq 18); do
        "$program" user add "${where[@]}" --business "$business" --username "user$number" \
            --email "user$number@bench.example" >/dev/null
    done
    start_server "$folder/daybook.$engine" "$program" serve "${where[@]}" --port 0
    pids+=("$SERVER_PID")
    unset DAYBOOK_SECRET_KEY
    api[$engine]=$SERVER_URL server[$engine]=$SERVER_PID
    sign_in_again "$engine"
    guard[$engine]="Authorization: KfToken $(sign_in "$SERVER_URL" guard "$password" "$word")"
    fill "$engine"
}

# An identity keeps 100 sessions; so many sign-ins as are measured end the oldest, which is ours.
sign_in_again() {
    token[$1]=$(sign_in "${api[$1]}" bench "$password" "$word")
    auth[$1]="Authorization: KfToken ${token[$1]}"
}

# A hundred people with a hundred sessions each, all of them used; prints how many live.
live_sessions() {
    local number
    for number in $(seq 100); do
        printf '%s\n' "$password" "$word" |
            "$program" user add --data "$folder/data.SQLite" --business 1 --username "person$number" --admin \
                --password-stdin >/dev/null
    done
    python3 benchmarks/live-sessions "${api[SQLite]}" "$password" "$word" 100 100
}

fill() {
    local url=${api[$1]} header=${auth[$1]} number users
    for number in $(seq -w 60); do
        curl -fsS -o /dev/null "$url/customers" -H "$header" --json "$(new_customer "$number")"
        jq -nc --arg number "$number" '{Code: "S\($number)", Name: "Supplier \($number)",
            Note: "Delivers on Mondays.",
            Contacts: [{Firstname: "Tom", LastName: "Reid", Email: "tom@timber.example", IsPrimary: true}],
            Address: {Line1: "9 Mill Lane", PostCode: "EX2 8DP", CountryCode: "GB"}}' |
            curl -fsS -o /dev/null "$url/suppliers" -H "$header" --json @-
    done
    users=$(curl -fsS "$url/users" -H "$header" | jq length)
    [ "$users" -eq 20 ] || refuse "the business has $users users and not 20"
    fields=$(curl -fsS "$url/customers/C01" -H "$header" | jq length)
    [ "$fields" -ge 25 ] || refuse "a customer has only $fields fields; the figure is for 25 or more"
}
