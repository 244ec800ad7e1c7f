# In the place of eclipse-temurin, a runtime
FROM xudai-local/base
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless fontconfig tzdata \
 && rm -rf /var/lib/apt/lists/*
