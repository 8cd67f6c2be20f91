# `npm run backup` and `npm run restore` with the programs of MariaDB: mariadb-backup must be of the version that serves, so its
# image is the same as in deploy/compose.yaml. Node is the server's; what the scripts need of the repository is in scripts/.
FROM node:20.20.2-bookworm-slim AS node

FROM mariadb:10.11.14
COPY --from=node /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY scripts ./scripts
ENTRYPOINT ["node"]
CMD ["scripts/backup.mjs", "/backup"]
