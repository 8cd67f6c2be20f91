# The accounts of the database (docs/operations.md, Two accounts and Backups), in three ways:
#   accounts.sh before …  stands before the entrypoint of MariaDB's image: a password it would refuse stops the container while
#     nothing is made yet. A database that is there is asked nothing
#   the image reads it once, when it makes the database, and brings docker_process_sql with it
#   by hand the statements are printed, for an administrator:
#     MARIADB_DATABASE=jinmen OWNER_PASSWORD_FILE=… DATABASE_PASSWORD=… sh deploy/mariadb/accounts.sh | mariadb -u root -p
# Without DATABASE_PASSWORD the serving account is there already, and none is made; without BACKUP_PASSWORD_FILE none that
# backs up. OWNER_ACCOUNT (jinmen_owner), SERVING_ACCOUNT (jinmen) and BACKUP_ACCOUNT (backup) may say from where:
# jinmen@10.0.0.%. By hand and with MARIADB_ROOT_PASSWORD_FILE, root is given that password, and is root here alone.
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
accounts_backup=$(accounts_quoted "${BACKUP_ACCOUNT:-backup}") || exit 1

accounts_identified() { # in words that MariaDB and MySQL 8 both take
  echo "IDENTIFIED WITH mysql_native_password AS '$(accounts_digest "$1")'"
}

accounts_sql() {
  echo "CREATE USER IF NOT EXISTS $accounts_owner $(accounts_identified "$accounts_password");"
  echo "GRANT ALL PRIVILEGES ON \`${MARIADB_DATABASE:?}\`.* TO $accounts_owner WITH GRANT OPTION;"
  [ -z "${DATABASE_PASSWORD:-}" ] ||
    echo "CREATE USER IF NOT EXISTS $accounts_serving $(accounts_identified "$DATABASE_PASSWORD");"
  # what mariadb-backup asks for, and mariadb-binlog that follows; no table: pages are read from the disk
  [ -z "$accounts_for_backup" ] || cat <<SQL
CREATE USER IF NOT EXISTS $accounts_backup $(accounts_identified "$accounts_for_backup");
GRANT RELOAD, PROCESS, LOCK TABLES, BINLOG MONITOR, REPLICATION SLAVE ON *.* TO $accounts_backup;
SQL
  [ -z "$accounts_for_root" ] || cat <<SQL
ALTER USER 'root'@'localhost' $(accounts_identified "$accounts_for_root");
DROP USER IF EXISTS 'root'@'%';
SQL
}

accounts_is_before=no
if [ "${1:-}" = before ]; then
  shift
  accounts_is_before=yes
  [ ! -d "${DATADIR:-/var/lib/mysql}/mysql" ] || exec docker-entrypoint.sh "$@"
fi
accounts_read() { # a file, or none
  [ -z "$1" ] || cat "$1"
}
accounts_password=$(cat "${OWNER_PASSWORD_FILE:?}") || exit 1
accounts_for_backup=$(accounts_read "${BACKUP_PASSWORD_FILE:-}") || exit 1
accounts_for_root=
# the image makes root itself, and is nobody who could read this file by then
command -v docker_process_sql >/dev/null || accounts_for_root=$(accounts_read "${MARIADB_ROOT_PASSWORD_FILE:-}") || exit 1
accounts_checked "$accounts_owner" "$accounts_password"
[ -z "${DATABASE_PASSWORD:-}" ] || accounts_checked "$accounts_serving" "$DATABASE_PASSWORD"
[ -z "${BACKUP_PASSWORD_FILE:-}" ] || accounts_checked "$accounts_backup" "$accounts_for_backup"
command -v docker_process_sql >/dev/null || [ -z "${MARIADB_ROOT_PASSWORD_FILE:-}" ] ||
  accounts_checked root "$accounts_for_root"
if [ $accounts_is_before = yes ]; then
  : "${MARIADB_DATABASE:?}" "${DATABASE_PASSWORD:?}" "${BACKUP_PASSWORD_FILE:?}" "${MARIADB_ROOT_PASSWORD_FILE:?}"
  exec docker-entrypoint.sh "$@"
elif command -v docker_process_sql >/dev/null; then
  accounts_sql | docker_process_sql
else
  accounts_sql
fi
