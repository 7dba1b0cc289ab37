# syntax=docker/dockerfile:1
# The hub: REST, bots, Matrix gateway, built web client. Also runs the one-shots `migrate`, `homeserver-config` and
# `operator`. Build context: the repository's root.
ARG NODE_IMAGE=node:24-bookworm-slim

# Manifests only: packages are installed again only when these change.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contracts/package.json contracts/
COPY prisma/package.json prisma/
COPY care/package.json care/
COPY bots/package.json bots/
COPY appservice/package.json appservice/
COPY homeserver/package.json homeserver/
COPY web-client/package.json web-client/
COPY tests/package.json tests/
COPY vendor vendor

# Everything, to generate the database client and build the web client.
FROM manifests AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json ./
COPY contracts contracts
COPY prisma prisma
COPY web-client web-client
RUN node node_modules/prisma/build/index.js generate --config prisma/prisma.config.ts \
  && cd web-client && node ../node_modules/vite/bin/vite.js build

# What runs: no build tools, no test tools, no embedded Postgres (an optional package).
FROM manifests AS production
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  --workspace=contracts --workspace=prisma --workspace=care --workspace=bots \
  --workspace=appservice --workspace=homeserver

FROM ${NODE_IMAGE}
# The same numbers as in synapse.Dockerfile: both use the volume of Synapse's files.
RUN groupadd --gid 10001 tsunagi \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin tsunagi \
  && install -d -o tsunagi -g tsunagi -m 0700 /data /homeserver
WORKDIR /app
COPY --from=production /app ./
COPY contracts contracts
COPY prisma prisma
COPY care care
COPY bots bots
COPY appservice appservice
COPY homeserver homeserver
COPY --from=build /app/prisma/generated prisma/generated
COPY --from=build /app/web-client/dist web-client/dist
COPY LICENSE ./
# node:sqlite is experimental; the bridge's dependencies use an old helper of Node's. Prisma's CLI asks nobody.
ENV NODE_ENV=production \
  NODE_OPTIONS="--disable-warning=ExperimentalWarning --disable-warning=DEP0060" \
  HOME=/tmp \
  CHECKPOINT_DISABLE=1
USER 10001:10001
EXPOSE 8080 8009
CMD ["node", "appservice/src/main.ts"]
