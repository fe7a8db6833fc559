"""Languages of code blocks that hold something to type, and of those that hold something else."""

from __future__ import annotations

from typing import Final

from exporter.words import words_of

SHELL_LANGUAGES: Final = words_of(
    "sh bash shell zsh fish console terminal shell-session shellsession cmd bat batch powershell ps1 ps dos "
    "sql mysql psql pgsql plsql sqlite vim viml tmux dockerfile docker ba bach"
)
OTHER_LANGUAGES: Final = words_of(
    "yaml yml json json5 xml html toml ini properties conf nginx css scss less java javascript js ts "
    "typescript jsx tsx "
    "kotlin swift go rust rs c c# csharp php r scala groovy jinja liquid hcl terraform proto graphql diff"
    " log plaintext-log "
    "csv tex latex svg mermaid plantuml jenkinsfile vue markdown md gradle"
)
