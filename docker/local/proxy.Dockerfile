# In the place of caddy; it may listen on low ports, as there
FROM xudai-local/base
RUN apt-get update && apt-get install -y --no-install-recommends libcap2-bin wget && rm -rf /var/lib/apt/lists/*
COPY caddy /usr/bin/caddy
RUN setcap cap_net_bind_service=+ep /usr/bin/caddy
ENV XDG_CONFIG_HOME=/config XDG_DATA_HOME=/data
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
