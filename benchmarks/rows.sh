# shellcheck shell=bash
# What benchmarks/run measures in turns: the rows in their order, what each is called, and how it is driven. Each sets
# `rate`. It sources this after servers.sh.
# shellcheck disable=SC2034,SC2154  # its variables are read and set by who sources it

rows=(
    nginx constant
    guard.SQLite guard.PostgreSQL
    read.SQLite read.PostgreSQL read.peer
    list.SQLite list.PostgreSQL suppliers.SQLite users.SQLite
    create.SQLite create.PostgreSQL create.peer create.pgbench
    sign-in.SQLite sign-in.PostgreSQL
)

title() {
    case $1 in
    nginx) echo "nginx's constant answer, 40 bytes" ;;
    constant) echo "the HTTP library's constant answer, 40 bytes" ;;
    read.peer) echo 'one customer of 25 fields, FastAPI' ;;
    create.peer) echo 'create a customer, FastAPI' ;;
    create.pgbench) echo 'the inserts alone, pgbench' ;;
    guard.*) echo "the guard alone, 40 bytes, ${1#*.}" ;;
    read.*) echo "one customer of $fields fields, ${1#*.}" ;;
    list.*) echo "a page of 50 customers, ${1#*.}" ;;
    suppliers.*) echo "a page of 50 suppliers, ${1#*.}" ;;
    users.*) echo "the 20 users of a business, ${1#*.}" ;;
    create.*) echo "create a customer, ${1#*.}" ;;
    sign-in.*) echo "sign in, both steps, ${1#*.}" ;;
    esac
}

measure_row() {
    local row=$1 engine=${1#*.}
    case $row in
    nginx) drive 32 "$nginx_url/constant" ;;
    constant) drive 32 "$constant_url/constant" ;;
    read.peer) drive 32 -H "$peer_auth" "$peer_url/customers/C01" ;;
    create.peer) drive_loosely 32 --script benchmarks/wrk/create.lua "$peer_url/customers" -- peer ;;
    create.pgbench) run_pgbench ;;
    guard.*) drive 32 -H "${guard[$engine]}" "${api[$engine]}/userpermissions" ;;
    read.*) drive 32 -H "${auth[$engine]}" "${api[$engine]}/customers/C01" ;;
    list.*) drive 32 -H "${auth[$engine]}" "${api[$engine]}/customers?perpage=50" ;;
    suppliers.*) drive 32 -H "${auth[$engine]}" "${api[$engine]}/suppliers?perpage=50" ;;
    users.*) drive 32 -H "${auth[$engine]}" "${api[$engine]}/users" ;;
    create.*) drive 32 --script benchmarks/wrk/create.lua "${api[$engine]}/customers" -- "${token[$engine]}" ;;
    sign-in.*)
        drive 8 --script benchmarks/wrk/sign-in.lua "${api[$engine]}/sessiontoken" -- bench "$password" "$word"
        rate=$(awk -v rate="$rate" 'BEGIN { print rate / 2 }')
        sign_in_again "$engine"
        ;;
    esac
}

# The same inserts as a create's, by PostgreSQL's own load generator: behind the same wall, over the same socket.
# A business that the server does not know, so that its rows can't clash with those of the row before.
run_pgbench() {
    PGOPTIONS='-c role=daybook_program -c search_path=book -c daybook.business=999' \
        pgbench --no-vacuum --protocol=prepared --client=32 --jobs=2 --time="$seconds" \
        --define=base="$(date +%s)00000000" --define=made=0 --file=benchmarks/pgbench/create.sql \
        --host="$postgresql" --username=daybook daybook >"$folder/pgbench" 2>&1 ||
        { cat "$folder/pgbench" >&2 && refuse 'pgbench failed'; }
    rate=$(sed -n 's/^tps = \([0-9.]*\).*/\1/p' "$folder/pgbench")
}

# Each ratio that an owner was promised: its name, the two rows, its unit, what it must reach.
promises=(
    "the guard of the constant answer|guard.SQLite|constant|%|90"
    "reading a customer of the constant answer|read.SQLite|constant|%|60"
    "reading a customer of the peer's|read.SQLite|read.peer|times|10"
    "creating a customer of the peer's|create.SQLite|create.peer|times|15"
    "creating a customer on PostgreSQL of pgbench's inserts|create.PostgreSQL|create.pgbench|%|50"
)
