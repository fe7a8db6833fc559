"""The words that statements of SQL and of a Dockerfile begin with or are made of."""

from __future__ import annotations

from typing import Final

from exporter.words import words_of

SQL: Final = words_of(
    """
    select insert update delete create alter drop truncate grant revoke show use desc describe explain commit rollback
    begin start with merge call exec set flush kill source savepoint load lock unlock analyze vacuum rename
    """
)
# What an SQL statement is made of, explained like commands under a title that speaks of SQL.
CLAUSES: Final = words_of(
    """
    from where like ilike in between and or not having group-by order-by limit offset join inner-join left-join
    right-join outer-join full-join cross-join self-join union union-all intersect except distinct as case when is-null
    is-not-null exists any all count sum avg min max values into on using with asc desc
    """
)
INSTRUCTIONS: Final = words_of(
    """
    FROM RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL
    MAINTAINER
    """
)
