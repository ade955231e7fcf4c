"""One question to an issuer over HTTPS, with an end to its patience and to what it takes in.

Nothing of the environment counts here: no proxy, no certificate file that a variable names, so that no variable decides
whose word is taken for an issuer's. No redirect is followed. Plain HTTP is spoken to this machine itself and to nobody
else, for trying things out.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import SplitResult, urlencode, urlsplit

from engine.errors import Fault, InputRejected
from engine.nesting import is_deeper

if TYPE_CHECKING:
    from ssl import SSLContext

LARGEST_BYTES = 1_000_000
SILENCE_SECONDS = 5.0
"""How long the other side may say nothing."""
PATIENCE_SECONDS = 10.0
"""How long one question may take altogether: finding the host, connecting, and the whole answer."""
LONGEST_ADDRESS = 500
LOOK = "ohjaus identity show"
"""What tells whether an issuer can be asked again."""
OK, REDIRECTS, NOT_MODIFIED, OUT_OF_ORDER = 200, range(300, 400), 304, range(500, 600)

_T = TypeVar("_T")


def secure_address(stated: str, *, what: str) -> SplitResult:
    """Takes an address apart that may be asked: HTTPS, or HTTP on this machine; `what` says whose address it is.

    Raises:
        InputRejected: `issuer-insecure`, it is another kind of address; `issuer-invalid`, it is none.
    """
    try:
        parts = urlsplit(stated)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise invalid_address(what) from None
    plain = stated.isascii() and stated.isprintable() and " " not in stated and "\\" not in stated
    if not plain or not host or port == 0 or len(stated) > LONGEST_ADDRESS or parts.username is not None:
        raise invalid_address(what)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_this_machine(host)):
        raise InputRejected(
            "issuer-insecure",
            f"The {what} is not an https address; http is spoken to this machine itself only.",
            details={"what": what},
        )
    return parts


def invalid_address(what: str) -> InputRejected:
    """Gives the error of an address that is none."""
    return InputRejected("issuer-invalid", f"The {what} is no address that can be asked.", details={"what": what})


def is_this_machine(host: str) -> bool:
    """Tells whether a host is this machine by its loopback address; a name other than localhost is not looked up.

    Example:
        >>> is_this_machine("127.0.0.1"), is_this_machine("localhost"), is_this_machine("127.0.0.1.example.org")
        (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def ask(address: str, *, what: str, form: Mapping[str, str] | None = None) -> tuple[int, dict[str, Any]]:
    """Asks an issuer, by POST when there is a form, and gives the status and the JSON object of the answer.

    Raises:
        InputRejected: `issuer-insecure`, `issuer-invalid`.
        Fault: `issuer-unreachable`, `issuer-slow`, `issuer-redirects`, `issuer-answer-too-large`, `issuer-malformed`.
    """
    parts = secure_address(address, what=what)
    host = parts.netloc
    try:
        status, body = within(PATIENCE_SECONDS, lambda: _answer(parts, form), host)
    except TimeoutError as error:
        raise slow(host) from error
    except (OSError, HTTPException) as error:
        raise unreachable(host, _reason(error)) from error
    if status in OUT_OF_ORDER:
        raise unreachable(host, f"HTTP {status}")
    if status in REDIRECTS:
        raise Fault(
            "issuer-redirects", f"{host} sends on to another address, which is not followed.", details={"host": host}
        )
    if len(body) > LARGEST_BYTES:
        raise Fault(
            "issuer-answer-too-large",
            f"The answer of {host} is larger than {LARGEST_BYTES} bytes; it was not read to its end.",
            details={"host": host, "bytes": LARGEST_BYTES},
        )
    return status, _object(body, host)


def within(seconds: float, work: Callable[[], _T], host: str) -> _T:
    """Does something that may take no longer than so many seconds, whatever it waits for.

    Raises:
        Fault: `issuer-slow`.
    """
    done: list[_T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
            failed.append(error)

    # Timeouts of a socket count each silence anew: who sends a byte now and then would hold us for ever.
    thread = threading.Thread(target=run, name="asking an issuer", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise slow(host)
    return done[0]


def unreachable(host: str, reason: str) -> Fault:
    """Gives the fault of a host that cannot be asked, or is out of order."""
    return Fault(
        "issuer-unreachable",
        f"{host} cannot be asked: {reason}.",
        try_next=LOOK,
        details={"host": host, "reason": reason},
    )


def slow(host: str) -> Fault:
    """Gives the fault of a host that takes too long."""
    return Fault("issuer-slow", f"{host} does not answer in time.", try_next=LOOK, details={"host": host})


def malformed(host: str, problem: str) -> Fault:
    """Gives the fault of an issuer that answers something else than it should."""
    return Fault(
        "issuer-malformed",
        f"The answer of {host} cannot be used: {problem}.",
        try_next=LOOK,
        details={"host": host, "problem": problem},
    )


def _answer(parts: SplitResult, form: Mapping[str, str] | None) -> tuple[int, bytes]:
    host, port = str(parts.hostname), parts.port
    connection = (
        HTTPSConnection(host, port, timeout=SILENCE_SECONDS, context=_trust())
        if parts.scheme == "https"
        else HTTPConnection(host, port, timeout=SILENCE_SECONDS)
    )
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Accept": "application/json", "User-Agent": "ohjaus"}
    body = None
    if form is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(form).encode()
    try:
        connection.request("GET" if form is None else "POST", target, body=body, headers=headers)
        response = connection.getresponse()
        return response.status, response.read(LARGEST_BYTES + 1)
    finally:
        connection.close()


def _trust() -> SSLContext:
    """Gives whom we believe: the authorities of the system, where the system itself keeps them."""
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    places = ssl.get_default_verify_paths()
    # Those that SSL_CERT_FILE and SSL_CERT_DIR name would be anybody's who can set a variable.
    file = places.openssl_cafile if Path(places.openssl_cafile).is_file() else None
    folder = places.openssl_capath if Path(places.openssl_capath).is_dir() else None
    if file or folder:
        context.load_verify_locations(cafile=file, capath=folder)
    else:  # Windows and macOS keep them elsewhere
        context.load_default_certs()
    return context


def _object(body: bytes, host: str) -> dict[str, Any]:
    try:
        found = json.loads(body, parse_constant=_refused_constant)
    except (ValueError, RecursionError) as error:
        raise malformed(host, "it is no JSON") from error
    if not isinstance(found, dict) or is_deeper(found):
        raise malformed(host, "it is no JSON object")
    return found


def _refused_constant(name: str) -> float:
    raise ValueError(name)


def _reason(error: BaseException) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
