# The server and the browser app in one image; the same image runs every copy. Pin both tags to their digests
# (node@sha256:…) when it is first published: what a registry calls by a tag may be changed behind it.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY server/package.json server/
COPY shared/package.json shared/
COPY miniapp/package.json miniapp/
COPY e2e/package.json e2e/
RUN npx -y pnpm@10.34.9 install --frozen-lockfile
COPY . .
RUN node scripts/build.mjs server h5-production
RUN npx -y pnpm@10.34.9 --filter @jinmen/server deploy --prod --legacy out

FROM node:20.20.2-bookworm-slim
# tini hands signals on and buries the children that read residents' files
RUN apt-get update \
  && apt-get install -y --no-install-recommends tini=0.19.0-1* \
  && rm -rf /var/lib/apt/lists/* /usr/local/lib/node_modules/npm /usr/local/bin/npm /usr/local/bin/npx \
  && mkdir /data /append-only && chown 10001:10001 /data /append-only
WORKDIR /app
COPY --from=build /app/out ./
COPY --from=build /app/miniapp/dist/h5-production ./h5
# Everything else is said where it runs (.env.example); no secret is ever part of an image.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 INTERNAL_PORT=9100 DATA_DIR=/data H5_DIR=/app/h5
USER 10001:10001
VOLUME ["/data", "/append-only"]
EXPOSE 3000 9100
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
# its memory: scripts/lib/server-memory.mjs
CMD ["node", "--max-semi-space-size=12", "--heap-growing-percent=1000", "--max-old-space-size=2048", "dist/main.js"]
