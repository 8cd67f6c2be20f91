# The two accounts of the database (docs/operations.md, Two accounts), in three ways:
#   accounts.sh before …  stands before the entrypoint of MariaDB's image: a password it would refuse stops the container while
#     nothing is made yet. A database that is there is asked nothing
#   the image reads it once, when it makes the database, and brings docker_process_sql with it
#   by hand the statements are printed, for an administrator:
#     MARIADB_DATABASE=jinmen OWNER_PASSWORD_FILE=… DATABASE_PASSWORD=… sh deploy/mariadb/accounts.sh | mariadb -u root -p
# Without DATABASE_PASSWORD the serving account is there already, and none is made. OWNER_ACCOUNT (jinmen_owner) and
# SERVING_ACCOUNT (jinmen) may say from where: jinmen@10.0.0.%
accounts_quoted() { # jinmen@10.0.0.% as 'jinmen'@'10.0.0.%'
  case "$1" in
    *[!A-Za-z0-9_.@%:/-]* | *@*@* | @*) echo "$1 names no account: jinmen, or jinmen@10.0.0.%" >&2; exit 1 ;;
    *@*) echo "'${1%@*}'@'${1#*@}'" ;;
    *) echo "'$1'@'%'" ;;
  esac
}

accounts_checked() { # whose, the password
  case "$2" in
    *[!A-Za-z0-9_-]*) ;;
    ????????????????*) return 0 ;;
  esac
  echo "the password of $1 is to be 16 letters and digits or more, e.g. of: openssl rand -hex 24" >&2
  exit 1
}

# The digest alone is told to the server: what stands in CREATE USER stands in its binary log, and in every copy of that.
accounts_digest() {
  accounts_once=$(printf %s "$1" | sha1sum | cut -c1-40 | sed 's/../0x& /g')
  accounts_twice=$(for accounts_byte in $accounts_once; do printf "\\$(printf %03o "$accounts_byte")"; done | sha1sum)
  printf '*%s' "$accounts_twice" | cut -c1-41 | tr a-f A-F
}

accounts_owner=$(accounts_quoted "${OWNER_ACCOUNT:-jinmen_owner}") || exit 1
accounts_serving=$(accounts_quoted "${SERVING_ACCOUNT:-jinmen}") || exit 1

accounts_sql() {
  echo "CREATE USER IF NOT EXISTS $accounts_owner IDENTIFIED BY PASSWORD '$(accounts_digest "$accounts_password")';"
  echo "GRANT ALL PRIVILEGES ON \`${MARIADB_DATABASE:?}\`.* TO $accounts_owner WITH GRANT OPTION;"
  [ -z "${DATABASE_PASSWORD:-}" ] ||
    echo "CREATE USER IF NOT EXISTS $accounts_serving IDENTIFIED BY PASSWORD '$(accounts_digest "$DATABASE_PASSWORD")';"
}

accounts_is_before=no
if [ "${1:-}" = before ]; then
  shift
  accounts_is_before=yes
  [ ! -d "${DATADIR:-/var/lib/mysql}/mysql" ] || exec docker-entrypoint.sh "$@"
fi
accounts_password=$(cat "${OWNER_PASSWORD_FILE:?}") || exit 1
accounts_checked "$accounts_owner" "$accounts_password"
[ -z "${DATABASE_PASSWORD:-}" ] || accounts_checked "$accounts_serving" "$DATABASE_PASSWORD"
if [ $accounts_is_before = yes ]; then
  : "${MARIADB_DATABASE:?}" "${DATABASE_PASSWORD:?}"
  exec docker-entrypoint.sh "$@"
elif command -v docker_process_sql >/dev/null; then
  accounts_sql | docker_process_sql
else
  accounts_sql
fi
