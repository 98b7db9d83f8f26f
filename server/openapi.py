"""The OpenAPI description of the API, made from its types: ``python -m server.openapi > docs/openapi.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import msgspec

from server import shapes

VERSION = "3.1.0"
STATUSES = {
    400: "The body cannot be taken.",
    401: "The browser is not connected.",
    403: "The door is shut to this origin. The body may be empty.",
    404: "There is no such call, or what it asks for is not there.",
    409: "It does not fit what is kept.",
    413: "More than 16 MB.",
    415: "Not exactly application/json, or compressed.",
    421: "The Host is not this server's. The body is empty.",
    429: "Too many requests wait.",
    503: "It did not work; try again.",
    507: "The disk is full; nothing was kept.",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call: what it does, takes and gives, with the statuses of success; ``token`` tells whether it needs one."""

    summary: str
    takes: type[msgspec.Struct]
    gives: type[msgspec.Struct]
    success: tuple[int, ...] = (200,)
    token: bool = True


CALLS: dict[str, Call] = {
    "/api/captures": Call("Keep a page, read it, plan.", shapes.CaptureIn, shapes.ReceivedOut, success=(200, 201)),
    "/api/captures/status": Call("What has become of a capture.", shapes.StatusIn, shapes.ReceivedOut),
    "/api/known": Call("Whether a job at this address is tracked.", shapes.KnownIn, shapes.KnownOut),
    "/api/due": Call("What is due today.", shapes.NothingIn, shapes.DueOut),
    "/api/corrections": Call("Take the person's corrections.", shapes.CorrectionsIn, shapes.CorrectedOut),
    "/api/hello": Call("Whether the token is good.", shapes.NothingIn, shapes.HelloOut),
    "/api/proof": Call("Prove that the server knows a token.", shapes.ProofIn, shapes.ProofOut, token=False),
    "/api/pair/start": Call("Ask to be connected.", shapes.PairStartIn, shapes.PairStartOut, token=False),
    "/api/pair/claim": Call("Fetch the token once agreed.", shapes.ClaimIn, shapes.ClaimOut, token=False),
}


def document() -> dict[str, Any]:
    """Return the whole description."""
    kinds: list[type[msgspec.Struct]] = [kind for call in CALLS.values() for kind in (call.takes, call.gives)]
    kinds.append(shapes.ErrorOut)
    references, components = msgspec.json.schema_components(kinds, ref_template="#/components/schemas/{name}")
    schemas = dict(zip(kinds, references, strict=True))
    return {
        "openapi": VERSION,
        "info": {"title": "Ringback", "version": "1", "description": "What the browser extension calls: docs/api.md."},
        "servers": [{"url": "http://127.0.0.1:7464"}],
        "paths": {path: {"post": _operation(call, schemas)} for path, call in CALLS.items()},
        "components": {
            "schemas": dict(sorted(components.items())),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(call: Call, schemas: dict[type[msgspec.Struct], dict[str, Any]]) -> dict[str, Any]:
    answers = {str(status): _content("As described in docs/api.md.", schemas[call.gives]) for status in call.success}
    errors = {str(status): _content(text, schemas[shapes.ErrorOut]) for status, text in STATUSES.items()}
    return {
        "summary": call.summary,
        "security": [{"token": []}] if call.token else [],
        "requestBody": {"required": True, "content": {"application/json": {"schema": schemas[call.takes]}}},
        "responses": answers | errors,
    }


def _content(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def text() -> str:
    """Return the description as the file holds it."""
    return json.dumps(document(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(text(), end="")
