# syntax=docker/dockerfile:1
# The reverse proxy in front: TLS, and who answers what (Caddyfile). Build context: the repository's root.
ARG CADDY_IMAGE=caddy:2.10-alpine
FROM ${CADDY_IMAGE}
# Without the file capability it starts with every capability dropped; containers may bind low ports without it.
RUN setcap -r /usr/bin/caddy \
  && addgroup -g 10001 tsunagi \
  && adduser -D -H -u 10001 -G tsunagi tsunagi \
  && chown -R tsunagi:tsunagi /data /config
COPY deploy/Caddyfile /etc/caddy/Caddyfile
USER 10001:10001
