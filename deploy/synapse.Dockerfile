# syntax=docker/dockerfile:1
# Synapse and our policy module, main process and worker alike. Build context: the repository's root.
ARG PYTHON_IMAGE=python:3.12-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
COPY homeserver/requirements.txt /tmp/requirements.txt
# Wheels only, every one by its hash.
RUN python -m venv /opt/synapse \
  && /opt/synapse/bin/pip install --no-cache-dir --disable-pip-version-check \
    --only-binary :all: --require-hashes -r /tmp/requirements.txt

FROM ${PYTHON_IMAGE}
# The same numbers as in hub.Dockerfile: the hub's image writes Synapse's files.
RUN groupadd --gid 10001 tsunagi \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin tsunagi \
  && install -d -o tsunagi -g tsunagi -m 0700 /homeserver
COPY --from=build /opt/synapse /opt/synapse
COPY homeserver/modules /opt/tsunagi-modules
ENV PATH=/opt/synapse/bin:$PATH \
  PYTHONPATH=/opt/tsunagi-modules \
  PYTHONDONTWRITEBYTECODE=1 \
  PYTHONUNBUFFERED=1
USER 10001:10001
EXPOSE 8008 8083
CMD ["python", "-m", "synapse.app.homeserver", "-c", "/homeserver/homeserver.yaml"]
