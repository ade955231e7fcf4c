"""A small whole issuer of OpenID Connect on loopback: discovery, keys, device authorization, tokens, and approvals.

It speaks HTTP as a login service does, over real sockets. What it says can be bent, for the tests of what is refused.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.test_identity.signing import SigningKey, key

CLIENT = "made-up-client"
GRANT_TYPE = "urn:ietf:params:oauth:grant-type:device_code"

Answer = tuple[int, Mapping[str, Any]]
Bent = Callable[["Talking"], None]


@dataclass
class Waiting:
    """One authorization that waits for a person."""

    user_code: str
    nonce: str | None
    client_id: str
    expires_at: float
    state: str = "pending"
    subject: str = ""
    asked_at: list[float] = field(default_factory=list)


class MadeUpIssuer:
    """The issuer: what it knows, what it was asked, and how it is bent."""

    def __init__(self) -> None:
        self.keys: list[SigningKey] = [key("first")]
        self.signs_with: SigningKey | None = None
        self.claims: dict[str, Any] = {}
        self.header: dict[str, Any] = {}
        self.token: str | None = None
        self.discovery: dict[str, Any] = {}
        self.whole_link = True
        self.interval: float = 1
        self.expires_in: float = 60
        self.approves: str | None = None
        self.before_token: Callable[[], None] = lambda: None
        self.bent: dict[str, Bent] = {}
        self.errors: list[str] = []
        self.waiting: dict[str, Waiting] = {}
        self.asked: list[str] = []
        self.given: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        # A client that gives up on an answer is what some tests are about; nobody need read of it.
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/realm"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def host(self) -> str:
        """Host, port and path, as they stand in a person."""
        return self.url.removeprefix("http://")

    def approve(self, user_code: str, subject: str) -> None:
        """A person approves in a browser."""
        one = self._of(user_code)
        one.state, one.subject = "approved", subject

    def deny(self, user_code: str) -> None:
        self._of(user_code).state = "denied"

    def id_token(self, subject: str, *, audience: str = CLIENT, nonce: str | None = None, **claims: Any) -> str:
        """A token as this issuer gives it."""
        now = int(time.time())
        stated = {"iss": self.url, "sub": subject, "aud": audience, "iat": now, "exp": now + 3600}
        if nonce is not None:
            stated["nonce"] = nonce
        return (self.signs_with or self.keys[0]).token({**stated, **self.claims, **claims}, **self.header)

    def _of(self, user_code: str) -> Waiting:
        return next(one for one in self.waiting.values() if one.user_code == user_code)

    def configuration(self) -> Answer:
        return 200, {
            "issuer": self.url,
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint": f"{self.url}/token",
            "device_authorization_endpoint": f"{self.url}/device",
            "id_token_signing_alg_values_supported": ["RS256", "ES256", "EdDSA"],
            **self.discovery,
        }

    def public_keys(self) -> Answer:
        return 200, {"keys": [one.public() for one in self.keys]}

    def device(self, form: Mapping[str, str]) -> Answer:
        if form.get("client_id") != CLIENT or "openid" not in form.get("scope", "").split():
            return 401, {"error": "invalid_client", "error_description": "never show this"}
        code, user_code = secrets.token_urlsafe(24), f"{secrets.token_hex(2)}-{secrets.token_hex(2)}".upper()
        self.waiting[code] = Waiting(user_code, form.get("nonce"), CLIENT, time.monotonic() + self.expires_in)
        if self.approves is not None:
            self.approve(user_code, self.approves)
        answer: dict[str, Any] = {
            "device_code": code,
            "user_code": user_code,
            "verification_uri": f"{self.url}/enter",
            "expires_in": self.expires_in,
            "interval": self.interval,
        }
        if self.whole_link:
            answer["verification_uri_complete"] = f"{self.url}/enter?user_code={user_code}"
        return 200, answer

    def exchange(self, form: Mapping[str, str]) -> Answer:
        one = self.waiting.get(form.get("device_code", ""))
        if form.get("grant_type") != GRANT_TYPE or form.get("client_id") != CLIENT or one is None:
            return 400, {"error": "invalid_grant"}
        one.asked_at.append(time.monotonic())
        if self.errors:
            return 400, {"error": self.errors.pop(0)}
        if time.monotonic() > one.expires_at:
            return 400, {"error": "expired_token"}
        if one.state == "denied":
            return 400, {"error": "access_denied"}
        if one.state == "pending":
            return 400, {"error": "authorization_pending"}
        self.before_token()
        token = self.token or self.id_token(one.subject, nonce=one.nonce)
        self.given += [token, "made-up-access-token"]
        return 200, {"access_token": "made-up-access-token", "token_type": "Bearer", "id_token": token}


class Talking(BaseHTTPRequestHandler):
    """One conversation."""

    issuer: MadeUpIssuer

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self._talk(path, {"/realm/.well-known/openid-configuration": "configuration", "/realm/keys": "public_keys"})

    def do_POST(self) -> None:
        self._talk(self.path, {"/realm/device": "device", "/realm/token": "exchange"})

    def _talk(self, path: str, known: Mapping[str, str]) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        form = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
        name = known.get(path)
        self.issuer.asked.append(path.removeprefix("/realm/"))
        if path.removeprefix("/realm") in self.issuer.bent:
            self.issuer.bent[path.removeprefix("/realm")](self)
            return
        if name is None:
            self.say(404, {"error": "not_found"})
            return
        answer = getattr(self.issuer, name)
        self.say(*(answer(form) if self.command == "POST" else answer()))

    def say(self, status: int, data: Mapping[str, Any]) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Says nothing on the terminal."""


def _handler(issuer: MadeUpIssuer) -> type[Talking]:
    return type("TalkingOfOne", (Talking,), {"issuer": issuer})


@contextmanager
def made_up_issuer() -> Iterator[MadeUpIssuer]:
    """An issuer for the block."""
    issuer = MadeUpIssuer()
    try:
        yield issuer
    finally:
        issuer.close()
