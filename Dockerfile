# The images of gateway, workers and witness: `docker build --target gateway .`, or docker-compose.yml.
FROM node:20.20.2-bookworm-slim AS build
# better-sqlite3 is compiled where npm has no ready build for the platform.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.base.json ./
COPY chaincode chaincode
COPY contracts contracts
COPY gateway gateway
COPY workers workers
COPY scripts/lib scripts/lib
RUN npm ci && npx tsc --build && npm prune --omit=dev

FROM node:20.20.2-bookworm-slim AS base
ENV NODE_ENV=production LIANPIAO_DATA=/data
WORKDIR /app
COPY --from=build /app ./
# A new volume takes over the folder's owner.
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data

# REST API on port 3000. It speaks HTTP: put a proxy with TLS in front.
FROM base AS gateway
ENV LIANPIAO_HOST=0.0.0.0
EXPOSE 3000
HEALTHCHECK --start-period=20s --interval=10s --timeout=3s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "--min-semi-space-size=64", "--single-threaded-gc", "gateway/dist/main.js"]

# Index, transparency log, anchors, reconciliation, webhooks. They share the data folder with the gateway.
FROM base AS workers
CMD ["node", "workers/dist/main.js"]

# Cosigns logs of others on port 8090. Key and memory are in /data; /trust/trust.json says which logs, and is read at each request.
FROM base AS witness
ENV LIANPIAO_WITNESS_NAME=witness.example/witness
EXPOSE 8090
HEALTHCHECK --start-period=5s --interval=10s --timeout=3s \
  CMD ["node", "-e", "require('net').connect(8090).on('connect', () => process.exit(0)).on('error', () => process.exit(1))"]
CMD ["sh", "-c", "exec node gateway/bin/lianpiao.js witness serve --state /data --name \"$LIANPIAO_WITNESS_NAME\" --trust /trust/trust.json --host 0.0.0.0 --port 8090"]
