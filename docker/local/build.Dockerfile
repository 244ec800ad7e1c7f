# In the place of maven
FROM xudai-local/base
COPY certificates/ /usr/local/share/ca-certificates/
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven \
 && update-ca-certificates && rm -rf /var/lib/apt/lists/*
