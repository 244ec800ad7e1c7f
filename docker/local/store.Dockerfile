# In the place of pgsty/silo
FROM xudai-local/base
COPY minio /usr/bin/minio
VOLUME /data
EXPOSE 9000
ENTRYPOINT ["/usr/bin/minio"]
