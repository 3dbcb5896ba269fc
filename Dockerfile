# The web app is built in one stage, and served with the API by the other.
FROM node:20-slim AS web
WORKDIR /comity/frontend
COPY frontend/package.json frontend/pnpm-lock.yaml ./
RUN CI=true npx --yes pnpm@10.34.8 install --frozen-lockfile --ignore-scripts
COPY frontend/ ./
COPY openapi.yaml ../
COPY examples/ ../examples/
RUN CI=true npx --yes pnpm@10.34.8 build

FROM python:3.11-slim
WORKDIR /comity
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY pyproject.toml README.md ./
COPY backend/ backend/
COPY migrations/ migrations/
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable .
COPY --from=web /comity/frontend/dist/ frontend/dist/
RUN useradd --uid 10001 --create-home comity && install --directory --owner comity /data
USER comity
ENV COMITY_DATA_DIR=/data
VOLUME /data
EXPOSE 8000
CMD ["comity", "serve", "--host", "0.0.0.0"]
