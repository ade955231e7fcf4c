"""The same login at an issuer that others have written: Authlib's device authorization and ID tokens.

Ours is the way over HTTP to it, and the person who approves; codes, errors, states and tokens are Authlib's.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli.conftest import answer, invoke
from tests.test_identity.made_up_issuer import CLIENT, GRANT_TYPE, Answer, MadeUpIssuer

pytest.importorskip(
    "authlib", reason="NO INDEPENDENT ISSUER WAS TRIED: Authlib is not installed. The issuer of our own was."
)

rfc6749: Any = importlib.import_module("authlib.oauth2.rfc6749")
rfc8628: Any = importlib.import_module("authlib.oauth2.rfc8628")
jwk: Any = importlib.import_module("joserfc.jwk")
generate_id_token: Any = importlib.import_module("authlib.oidc.core.grants.util").generate_id_token
SUBJECT = "made-up-subject"


class Known(rfc6749.ClientMixin):  # type: ignore[misc]
    """This program, as the issuer knows it: a public client."""

    def get_client_id(self) -> str:
        return CLIENT

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "none"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == GRANT_TYPE


class Independent(MadeUpIssuer):
    """The issuer; what it decides, Authlib decides."""

    def __init__(self, algorithm: str) -> None:
        self.codes: dict[str, Any] = {}
        self.decided: dict[str, tuple[str, bool]] = {}
        self.slow = 0
        self.server = Server(self)
        super().__init__()
        made = {"RS256": jwk.RSAKey, "ES256": jwk.ECKey, "EdDSA": jwk.OKPKey}[algorithm]
        size = {"RS256": 2048, "ES256": "P-256", "EdDSA": "Ed25519"}[algorithm]
        self.algorithm, self.private = algorithm, made.generate_key(size, {"kid": "independent"})

    def public_keys(self) -> Answer:
        return 200, {"keys": [{**self.private.as_dict(private=False), "kid": "independent"}]}

    def device(self, form: Mapping[str, str]) -> Answer:
        answered: Answer = self.server.create_endpoint_response("device_authorization", dict(form))
        return answered

    def exchange(self, form: Mapping[str, str]) -> Answer:
        answered: Answer = self.server.create_token_response(dict(form))
        return answered

    def signed(self, subject: str) -> str:
        token = generate_id_token(
            {}, {"sub": subject}, self.private, self.url, CLIENT, alg=self.algorithm, kid="independent"
        )
        return str(token)


class Asking(rfc6749.OAuth2Request):  # type: ignore[misc]
    """One question, as Authlib reads it."""

    def __init__(self, form: dict[str, str]) -> None:
        super().__init__("POST", "https://id.example.org/")
        self.payload = importlib.import_module("authlib.oauth2.rfc6749.requests").BasicOAuth2Payload(form)
        self._form = form

    @property
    def form(self) -> dict[str, str]:
        return self._form


class Server(rfc6749.AuthorizationServer):  # type: ignore[misc]
    """Authlib's authorization server, with what it asks to be told."""

    def __init__(self, issuer: Independent) -> None:
        super().__init__(scopes_supported=["openid"])
        self.issuer = issuer
        self.register_grant(Grant)
        self.register_endpoint(Device)
        self.register_token_generator("default", lambda **_: {"access_token": "made-up", "token_type": "Bearer"})

    def query_client(self, client_id: str) -> Known | None:
        return Known() if client_id == CLIENT else None

    def save_token(self, token: Any, request: Any) -> None:
        """Keeps nothing."""

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Tells nobody."""

    def create_oauth2_request(self, form: Any) -> Any:
        return form if isinstance(form, Asking) else Asking(form)

    def handle_response(self, status: int, body: Any, headers: Any) -> Answer:
        return status, json.loads(body) if isinstance(body, str) else body


class Grant(rfc8628.DeviceCodeGrant):  # type: ignore[misc]
    """The exchange of an approved code."""

    def query_device_credential(self, device_code: str) -> Any:
        return self.server.issuer.codes.get(device_code)

    def query_user_grant(self, user_code: str) -> Any:
        return self.server.issuer.decided.get(user_code)

    def should_slow_down(self, credential: Any) -> bool:
        self.server.issuer.slow -= 1
        return bool(self.server.issuer.slow >= 0)

    def create_token_response(self) -> Any:
        status, token, headers = super().create_token_response()
        return status, {**token, "id_token": self.server.issuer.signed(self.request.user)}, headers


class Device(rfc8628.DeviceAuthorizationEndpoint):  # type: ignore[misc]
    """The giving of codes."""

    INTERVAL = 1

    def get_verification_uri(self) -> str:
        return f"{self.server.issuer.url}/enter"

    def save_device_credential(self, client_id: str, scope: str, data: Any) -> None:
        issuer = self.server.issuer
        issuer.codes[data["device_code"]] = rfc8628.DeviceCredentialDict(client_id=client_id, scope=scope, **data)
        if issuer.approves is not None:
            issuer.decided[data["user_code"]] = (issuer.approves, issuer.approves != "nobody")


@pytest.fixture(params=["RS256", "ES256", "EdDSA"])
def independent(request: pytest.FixtureRequest) -> Iterator[Independent]:
    """The issuer, with a key of each kind."""
    issuer = Independent(request.param)
    yield issuer
    issuer.close()


def login(issuer: Independent, *, client: str = CLIENT) -> Any:
    return invoke("identity", "login", "--issuer", issuer.url, "--client-id", client, "--format", "json")


@pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")
def test_a_login_at_an_independent_issuer(independent: Independent, log: Path, folder: Path) -> None:
    """Its codes, its tokens, its signatures: the person is known by them."""
    independent.approves = SUBJECT
    done = login(independent)
    assert (done.exit_code, json.loads(done.stdout)["person"]) == (0, f"oidc:{independent.host}#{SUBJECT}"), done.stderr
    (folder / "ohjaus.toml").write_text(f'[identity]\nissuer = "{independent.url}"\nclient_id = "{CLIENT}"\n')
    assert answer("identity", "show")["identity"] == "authenticated:oidc"
    independent.private = jwk.ECKey.generate_key("P-256", {"kid": "independent"})
    assert answer("identity", "show")["identity"] == "asserted:os-user"


def test_its_refusals_are_understood(log: Path) -> None:
    """Denied by the person, and a program that it does not know."""
    issuer = Independent("ES256")
    try:
        issuer.approves = "nobody"
        denied = login(issuer)
        assert (denied.exit_code, "login-denied" in denied.stderr) == (4, True)
        unknown = login(issuer, client="somebody-else")
        assert (unknown.exit_code, "login-refused" in unknown.stderr) == (4, True)
    finally:
        issuer.close()


def test_its_waiting_is_understood(log: Path) -> None:
    """Pending and slow_down in its words, until the code is approved."""
    from cli.identity.device import begin, wait
    from cli.identity.issuer import Issuer, discover

    issuer = Independent("ES256")
    try:
        known = Issuer(issuer.url, CLIENT)
        issuer.slow = 1
        asked, pauses = begin(known, discover(known), nonce="made-up"), []

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 3:
                issuer.decided[asked.user_code] = (SUBJECT, True)

        token = wait(known, discover(known), asked, pause=pause, seconds=lambda: sum(pauses, 0.0))
        assert (pauses, token.count(".")) == ([1, 6, 6], 2)
    finally:
        issuer.close()
