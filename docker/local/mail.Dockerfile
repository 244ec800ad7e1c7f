# In the place of axllent/mailpit
FROM xudai-local/debian
COPY mailpit /mailpit
EXPOSE 1025 8025
ENTRYPOINT ["/mailpit"]
