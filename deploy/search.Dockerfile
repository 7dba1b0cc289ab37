# syntax=docker/dockerfile:1
# Meilisearch for somebody who is not root. Build context: the repository's root.
ARG MEILISEARCH_IMAGE=getmeili/meilisearch:v1.50
FROM ${MEILISEARCH_IMAGE}
RUN addgroup -g 10001 tsunagi \
  && adduser -D -H -u 10001 -G tsunagi tsunagi \
  && mkdir -p /meili_data \
  && chown -R tsunagi:tsunagi /meili_data
USER 10001:10001
