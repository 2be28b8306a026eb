# One image for every process of the studio; docker/entrypoint.py chooses which. See docs/docker.md.
# Behind a mirror: --build-arg PIP_INDEX_URL=… NPM_CONFIG_REGISTRY=…; they do not stay in the image.

FROM node:24.18.0-bookworm-slim AS frontend
ARG NPM_CONFIG_REGISTRY
WORKDIR /frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund --loglevel=error
COPY frontend ./
RUN npm run build

FROM node:24.18.0-bookworm-slim AS shelf
ARG NPM_CONFIG_REGISTRY
WORKDIR /shelf
COPY shelf/package.json shelf/package-lock.json shelf/.npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY shelf ./
RUN npm run build

FROM python:3.11.15-slim-bookworm AS packages
ARG PIP_INDEX_URL
ARG PIP_EXTRA_INDEX_URL
WORKDIR /build
COPY pyproject.toml ./
# The dependencies alone: a change of the studio's own code does not install them again.
RUN python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["dependencies"], sep="\n")' > requirements.txt \
 && python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --requirement requirements.txt

FROM python:3.11.15-slim-bookworm
# llama.cpp computes with OpenMP, and Playwright's driver wants libatomic: the slim image has neither.
# Chromium runs the page check; without fonts for Chinese and emoji its pictures would show boxes.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libgomp1 libatomic1 chromium \
      fonts-dejavu-core fonts-wqy-microhei fonts-noto-color-emoji \
 && rm -rf /var/lib/apt/lists/*
# A fixed number, so that bind-mounted folders can be given to it. Volumes take over the owner.
RUN groupadd --gid 10001 atelier \
 && useradd --uid 10001 --gid atelier --home-dir /data --no-create-home --shell /usr/sbin/nologin atelier \
 && install --directory --owner=atelier --group=atelier --mode=0700 /data /checkpoints
COPY --from=packages /opt/venv /opt/venv
WORKDIR /app
COPY . .
COPY --from=frontend /frontend/dist frontend/dist
COPY --from=shelf /shelf/dist shelf/dist
RUN python -m compileall -q docker ide workers
# Inside the container it listens everywhere: what is published decides who can reach it.
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ATELIER_HOME=/data \
    ATELIER_CHECKPOINT_DIR=/checkpoints \
    ATELIER_HOST=0.0.0.0
USER atelier
ENTRYPOINT ["python", "docker/entrypoint.py"]
CMD ["up"]
