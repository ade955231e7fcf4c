"""Asking an issuer: only by HTTPS, only there, and with an end to patience and to what is taken in."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from cli.identity import fetching
from cli.identity.fetching import LARGEST_BYTES, ask
from cli.identity.issuer import WELL_KNOWN, Issuer, Keys, discover, issuer_of, parse_issuer
from engine.errors import Fault, InputRejected
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer, Talking


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises((Fault, InputRejected)) as refused:
        work()
    return refused.value.code


def text(body: bytes, status: int = 200, **headers: str) -> Callable[[Talking], None]:
    """What answers with this body, whatever it is."""

    def say(talking: Talking) -> None:
        talking.send_response(status)
        for name, value in headers.items():
            talking.send_header(name, value)
        talking.end_headers()
        talking.wfile.write(body)

    return say


def huge(talking: Talking) -> None:
    talking.send_response(200)
    talking.end_headers()
    for _ in range(3):
        talking.wfile.write(b" " * LARGEST_BYTES)


@pytest.mark.parametrize(
    ("bent", "code"),
    [
        (huge, "issuer-answer-too-large"),
        (text(b"", 302, Location="http://127.0.0.1:9/elsewhere"), "issuer-redirects"),
        (text(b"", 307, Location="https://elsewhere.example/"), "issuer-redirects"),
        (text(b"<html>"), "issuer-malformed"),
        (text(b"[]"), "issuer-malformed"),
        (text(b'{"issuer": NaN}'), "issuer-malformed"),
        (text(b"[" * 50_000), "issuer-malformed"),
        (text(b'{"a":' * 100 + b"1" + b"}" * 100), "issuer-malformed"),
        (text(b"\xff\xfe"), "issuer-malformed"),
        (text(b"{}", 404), "issuer-malformed"),
        (text(b"<html>", 503), "issuer-unreachable"),
        (text(b"{}"), "issuer-mismatch"),
        (text(b'{"issuer": "https://id.example.org"}'), "issuer-mismatch"),
        (lambda talking: talking.connection.close(), "issuer-unreachable"),
    ],
    ids=[
        "huge",
        "redirect",
        "redirect elsewhere",
        "a page",
        "a list",
        "no number",
        "deep list",
        "deep table",
        "no text",
        "not there",
        "out of order",
        "says nothing",
        "says another",
        "hangs up",
    ],
)
def test_what_an_issuer_does_not_answer_is_refused(
    bent: Callable[[Talking], None], code: str, served: MadeUpIssuer, issuer: Issuer
) -> None:
    """Each way of answering wrongly has a code of its own, and nothing of the answer is used."""
    served.bent[WELL_KNOWN] = bent
    assert code_of(lambda: discover(issuer)) == code
    assert [path for path in served.asked if path == "elsewhere"] == []


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ({"jwks_uri": None}, "issuer-malformed"),
        ({"token_endpoint": 7}, "issuer-malformed"),
        ({"jwks_uri": "http://id.example.org/keys"}, "issuer-insecure"),
        ({"device_authorization_endpoint": "file:///etc/passwd"}, "issuer-invalid"),
        ({"token_endpoint": "ftp://id.example.org/"}, "issuer-insecure"),
    ],
    ids=["no keys", "no token endpoint", "keys in the clear", "a file", "another scheme"],
)
def test_endpoints_are_as_safe_as_the_issuer(
    stated: dict[str, object], code: str, served: MadeUpIssuer, issuer: Issuer
) -> None:
    """An issuer cannot send us to an address that we would not ask by ourselves."""
    served.discovery = stated
    assert code_of(lambda: discover(issuer)) == code


@pytest.mark.parametrize("body", [b"{}", b'{"keys": {}}', b'{"keys": "x"}'])
def test_keys_that_are_none_are_refused(body: bytes, served: MadeUpIssuer, issuer: Issuer) -> None:
    """What is no set of keys is told as such."""
    served.bent["/keys"] = text(body)
    assert code_of(lambda: Keys(issuer).of(None)) == "issuer-malformed"


def test_a_slow_issuer_is_not_waited_for(served: MadeUpIssuer, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither one that says nothing, nor one that keeps us with a byte now and then, holds us beyond our patience."""
    released = threading.Event()

    def drip(talking: Talking) -> None:
        talking.send_response(200)
        talking.end_headers()
        while not released.wait(0.05):
            try:
                talking.wfile.write(b" ")
            except OSError:
                return

    monkeypatch.setattr(fetching, "PATIENCE_SECONDS", 0.5)
    monkeypatch.setattr(fetching, "SILENCE_SECONDS", 0.2)
    for bent in (drip, lambda _: released.wait(10)):
        served.bent[WELL_KNOWN] = bent  # type: ignore[assignment]
        assert code_of(lambda: discover(issuer)) == "issuer-slow"
    released.set()


def test_an_issuer_that_is_not_there_is_told(folder: Path) -> None:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    assert code_of(lambda: discover(Issuer(address, CLIENT))) == "issuer-unreachable"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://id.example.org", "issuer-insecure"),
        ("http://127.0.0.1.example.org/", "issuer-insecure"),
        ("http://localhost.example.org/", "issuer-insecure"),
        ("http://10.0.0.1/", "issuer-insecure"),
        ("ftp://id.example.org", "issuer-insecure"),
        ("javascript:alert(1)", "issuer-invalid"),
        ("https://", "issuer-invalid"),
        ("https://user:pass@id.example.org", "issuer-invalid"),
        ("https://id.example.org:99999", "issuer-invalid"),
        ("https://id.example.org:0", "issuer-invalid"),
        ("https://id.example.org/?a=b", "issuer-invalid"),
        ("https://id.example.org/?", "issuer-invalid"),
        ("https://id.example.org/#x", "issuer-invalid"),
        ("https://id.example.org/a b", "issuer-invalid"),
        ("https://id.example.org\\@elsewhere.example", "issuer-invalid"),
        ("https://näin.example", "issuer-invalid"),
        ("https://id.example.org/\n", "issuer-invalid"),
        ("https://id.example.org/" + "x" * 500, "issuer-invalid"),
        ("https://[::1", "issuer-invalid"),
        ("", "issuer-invalid"),
    ],
)
def test_an_issuer_is_an_https_address(url: str, code: str) -> None:
    """Anything else is refused before anybody is asked; plain HTTP is spoken to this machine alone."""
    assert code_of(lambda: issuer_of(url, CLIENT)) == code


def test_an_issuer_is_written_with_its_client_id() -> None:
    """The way in which a log names the issuers that it trusts."""
    assert parse_issuer("https://id.example.org/realm#made-up") == Issuer("https://id.example.org/realm", "made-up")
    assert str(parse_issuer("https://id.example.org", client_id="b")) == "https://id.example.org#b"
    assert code_of(lambda: parse_issuer("https://id.example.org")) == "client-id-invalid"


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate for loopback that no authority has signed, with its key."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "made-up issuer")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, private.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    public, secret = folder / "made-up.crt", folder / "made-up.key"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return public, secret


@pytest.fixture
def secured(folder: Path) -> Iterator[tuple[str, Path]]:
    """A server that speaks HTTPS with a certificate of its own making."""
    public, secret = certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, secret)
    said = text(b'{"made": "up"}')

    class Handler(Talking):
        def do_GET(self) -> None:  # noqa: N802 - the library's name
            said(self)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{server.server_address[1]}/", public
    server.shutdown()
    server.server_close()
    thread.join()


def test_no_variable_says_whom_to_believe(secured: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that the system does not know is refused, whatever the environment says of it."""
    address, public = secured
    monkeypatch.setenv("SSL_CERT_FILE", str(public))
    monkeypatch.setenv("SSL_CERT_DIR", str(public.parent))
    assert code_of(lambda: ask(address, what="issuer")) == "issuer-unreachable"
    # The same certificate is a good one for whoever does believe variables: it is not refused for its form.
    believing = ssl.create_default_context()
    plain = socket.create_connection(("127.0.0.1", int(address.split(":")[2].strip("/"))))
    with believing.wrap_socket(plain, server_hostname="127.0.0.1") as spoken:
        assert spoken.version() is not None


def test_no_variable_puts_anybody_between(
    served: MadeUpIssuer, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that the environment names is not asked."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert discover(issuer).keys == f"{served.url}/keys"
