#!/bin/sh
# Pin the newest versions that fit pyproject.toml, with hashes, for every platform and Python 3.11 on.
set -eu
cd "$(dirname "$0")/.."
pin() {
    output=$1; shift
    uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
        --python-version 3.11 "$@" --output-file "requirements/$output.txt"
}
pin build requirements/build.in
pin lint requirements/lint.in
pin run pyproject.toml
pin test pyproject.toml --extra test --extra dev --constraint requirements/run.txt
pin bench pyproject.toml --extra test --extra dev --extra bench --constraint requirements/test.txt
