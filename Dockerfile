# The app, its command line and its workers in one image.
#
#   docker build -t variorum .
#   docker run -p 3000:3000 -v "$PWD/editions:/library:ro" -e VARIORUM_READ_ONLY=yes variorum
#
# See docs/hosts.md, and compose.yaml for one with PostgreSQL, accounts and a worker.

FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN VARIORUM_STANDALONE=yes npx next build && npm run build:program

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 KEEP_ALIVE_TIMEOUT=65000 \
    VARIORUM_LIBRARY=/library VARIORUM_CACHE=/cache VARIORUM_BUNDLE=/app/dist/program
# Commands, and what reads files and does long jobs, run beside the server, with all their dependencies.
COPY --from=dependencies /app/node_modules node_modules
COPY package.json tsconfig.json next.config.js ./
COPY lib lib
COPY app app
COPY editions editions
COPY --from=build /app/dist/program dist/program
# The server that the build has traced, with the files that browsers load.
COPY --from=build /app/.next/standalone/server.js server.js
COPY --from=build /app/.next/standalone/.next .next
COPY --from=build /app/.next/static .next/static
COPY public public
RUN mkdir -p /cache /library && chown node:node /cache /library
USER node
VOLUME /cache
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "server.js"]
