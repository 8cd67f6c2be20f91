# The two accounts of the database (docs/operations.md, Two accounts). The image of MariaDB reads this once, when it makes
# the database, and brings docker_process_sql with it. By hand the statements are printed, for an administrator:
#   MARIADB_DATABASE=jinmen OWNER_PASSWORD_FILE=… DATABASE_PASSWORD=… sh deploy/mariadb/accounts.sh | mariadb -u root -p
command -v docker_process_sql >/dev/null || docker_process_sql() { cat; }
owner_password=$(cat "${OWNER_PASSWORD_FILE:?}")
case "$owner_password" in
  ????????????????*) ;;
  *) echo 'the owner needs a password of 16 characters or more' >&2; exit 1 ;;
esac
case "$owner_password${DATABASE_PASSWORD:?}" in
  *[!A-Za-z0-9_-]*) echo 'passwords of the database are letters and digits' >&2; exit 1 ;;
esac
docker_process_sql <<SQL
CREATE USER IF NOT EXISTS '${OWNER_ACCOUNT:=jinmen_owner}'@'%' IDENTIFIED BY '$owner_password';
GRANT ALL PRIVILEGES ON \`${MARIADB_DATABASE:?}\`.* TO '$OWNER_ACCOUNT'@'%' WITH GRANT OPTION;
CREATE USER IF NOT EXISTS '${SERVING_ACCOUNT:=jinmen}'@'%' IDENTIFIED BY '$DATABASE_PASSWORD';
SQL
