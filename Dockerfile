# The practice bot in a container. docs/deploy.md says how to run it.

FROM python:3.11-slim-trixie AS build
RUN python -m venv /opt/practice-bot
WORKDIR /build
COPY requirements.lock ./
# wheels only, so no compiler is needed; the lock names every package, so pip has nothing to resolve
RUN /opt/practice-bot/bin/python -m pip install --quiet --disable-pip-version-check --no-cache-dir \
    --no-deps --only-binary :all: --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY docs/ docs/
COPY bot/ bot/
COPY conversations/ conversations/
COPY storage/ storage/
# the catalogues are compiled here, since the user of the bot may not write beside them
RUN /opt/practice-bot/bin/python -m pip install --quiet --disable-pip-version-check --no-cache-dir \
    --no-deps --no-index --no-build-isolation . \
    && /opt/practice-bot/bin/python -m pip check --disable-pip-version-check \
    && /opt/practice-bot/bin/python -I -c "from conversations.languages import CATALOGUES, catalogue; list(map(catalogue, CATALOGUES))" \
    && /opt/practice-bot/bin/python -m pip uninstall --quiet --yes setuptools hatchling pip

FROM python:3.11-slim-trixie
RUN useradd --no-log-init --uid 10001 --user-group --create-home --skel /dev/null --home-dir /data \
    --shell /usr/sbin/nologin bot
COPY --from=build /opt/practice-bot /opt/practice-bot
ENV PATH=/opt/practice-bot/bin:$PATH \
    DATABASE_URL=sqlite+aiosqlite:////data/practices.db \
    DATA_DIR=/data/data \
    HEALTH_LISTEN=0.0.0.0:9090
WORKDIR /data
VOLUME ["/data"]
USER 10001:10001
EXPOSE 8080 9090
# not by urllib: it would ask the proxy of HTTP_PROXY
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-c", "import http.client, os\nhost = http.client.HTTPConnection('127.0.0.1', int(os.environ['HEALTH_LISTEN'].rpartition(':')[2]), timeout=4)\nhost.request('GET', '/healthz')\nraise SystemExit(host.getresponse().status != 200)"]
ENTRYPOINT ["practice-bot"]
CMD ["run"]
