"""ID tokens: the good ones of each algorithm, and every attack with a code of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from cli.identity.id_token import LONGEST_LIFE, Claims, verified
from cli.identity.issuer import Issuer, Keys
from engine.errors import NotAuthorised
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer
from tests.test_identity.signing import SigningKey, encoded, joined, key

SUBJECT = "made-up-subject-42"


class NoKeys(Keys):
    """The keys of an issuer that nobody asks."""

    def __init__(self) -> None:
        super().__init__(Issuer("https://id.example.org", CLIENT))

    def of(self, kid: str | None) -> tuple[Mapping[str, Any], ...]:
        return (key("first").public(),)


def of_parts(parts: list[bytes]) -> str:
    return ".".join(map(encoded, parts))


def checked(token: str, issuer: Issuer, **given: Any) -> Claims:
    return verified(token, issuer, Keys(issuer), **{"now": datetime.now(UTC), **given})


def code_of(token: str, issuer: Issuer, **given: Any) -> str:
    with pytest.raises(NotAuthorised) as refused:
        checked(token, issuer, **given)
    assert not token or token not in f"{refused.value} {refused.value.details}"
    return refused.value.code


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "EdDSA", "Ed25519"])
def test_a_good_token_says_who_it_is(algorithm: str, served: MadeUpIssuer, issuer: Issuer) -> None:
    """A token that the issuer signed for us counts, by each algorithm that is accepted."""
    served.keys = [key(f"{algorithm} key", algorithm)]
    now = int(time.time())
    claims = checked(served.id_token(SUBJECT, iat=now, exp=now + 600), issuer)
    assert claims == Claims(SUBJECT, datetime.fromtimestamp(now, UTC), datetime.fromtimestamp(now + 600, UTC))


def test_a_person_is_named_by_issuer_and_subject(served: MadeUpIssuer, issuer: Issuer) -> None:
    """Host, port and path of the issuer stand before the subject, so that two issuers never name the same person."""
    assert issuer.person(SUBJECT) == f"oidc:{served.host}#{SUBJECT}"
    assert Issuer("https://id.example.org", "x").person("1") == "oidc:id.example.org#1"
    assert Issuer("https://ID.example.org:443/a/b", "x").person("1") == "oidc:id.example.org/a/b#1"
    assert Issuer("https://[2001:db8::1]:8443/", "x").person("1") == "oidc:[2001:db8::1]:8443/#1"
    assert Issuer("http://localhost", "x").person("1") == "oidc:localhost:80#1"


def test_a_token_lasts_eight_hours_at_most(served: MadeUpIssuer, issuer: Issuer) -> None:
    """However long the issuer lets it live."""
    now = int(time.time())
    claims = checked(served.id_token(SUBJECT, iat=now, exp=now + 7 * 86400), issuer)
    assert claims.until - claims.issued_at == LONGEST_LIFE
    later = claims.issued_at + LONGEST_LIFE
    assert code_of(served.id_token(SUBJECT, iat=now, exp=now + 7 * 86400), issuer, now=later) == "token-expired"


def test_a_key_without_an_id_is_found_when_it_is_the_only_one(served: MadeUpIssuer, issuer: Issuer) -> None:
    """A token that names no key counts where one key alone fits, and nowhere else."""
    served.header = {"kid": None}
    assert checked(served.id_token(SUBJECT), issuer).subject == SUBJECT
    served.keys.append(key("second"))
    assert code_of(served.id_token(SUBJECT), issuer) == "token-key-unknown"


def test_a_new_key_is_fetched_once(served: MadeUpIssuer, issuer: Issuer) -> None:
    """When the issuer signs with a key that came after we looked, the keys are fetched again, and only once."""
    keys = Keys(issuer)
    now = datetime.now(UTC)
    assert verified(served.id_token(SUBJECT), issuer, keys, now=now).subject == SUBJECT
    served.keys = [key("after the change"), key("first")]
    assert verified(served.id_token(SUBJECT), issuer, keys, now=now).subject == SUBJECT
    assert served.asked.count("keys") == 2
    for _ in range(3):
        with pytest.raises(NotAuthorised):
            verified(key("nobody's").token({}), issuer, keys, now=now)
    assert served.asked.count("keys") == 2


def test_a_withdrawn_key_signs_nothing(served: MadeUpIssuer, issuer: Issuer) -> None:
    """A token that was signed with a key that its issuer has taken back does not count any more."""
    token = served.id_token(SUBJECT)
    assert checked(token, issuer).subject == SUBJECT
    served.keys = [key("second")]
    assert code_of(token, issuer) == "token-key-unknown"


def tampered(served: MadeUpIssuer) -> str:
    token = served.id_token(SUBJECT)
    header, _, signature = token.split(".")
    return f"{header}.{served.id_token('somebody-else').split('.')[1]}.{signature}"


def now_and(seconds: float) -> int:
    return int(time.time() + seconds)


ATTACKS: dict[str, tuple[Callable[[MadeUpIssuer], str], str]] = {
    "alg none": (lambda s: s.keys[0].unsigned({"iss": s.url, "sub": SUBJECT, "aud": CLIENT}), "token-algorithm"),
    "alg None": (lambda s: s.keys[0].unsigned({"sub": SUBJECT}, "None"), "token-algorithm"),
    "alg nOnE": (lambda s: s.keys[0].unsigned({"sub": SUBJECT}, "nOnE"), "token-algorithm"),
    "public key as secret": (lambda s: s.keys[0].as_shared_secret({"iss": s.url, "sub": SUBJECT}), "token-algorithm"),
    "HS512": (lambda s: s.keys[0].token({}, alg="HS512"), "token-algorithm"),
    "PS256": (lambda s: s.keys[0].token({}, alg="PS256"), "token-algorithm"),
    "alg is no text": (lambda s: s.keys[0].token({}, alg=["ES256"]), "token-algorithm"),
    "another algorithm's key": (lambda s: s.keys[0].token({}, alg="RS256"), "token-key-unknown"),
    "wrong audience": (lambda s: s.id_token(SUBJECT, aud="another-program"), "token-wrong-audience"),
    "no audience": (lambda s: s.id_token(SUBJECT, aud=None), "token-wrong-audience"),
    "several, none of them us": (lambda s: s.id_token(SUBJECT, aud=["a", "b"], azp="a"), "token-wrong-audience"),
    "several, without a party": (lambda s: s.id_token(SUBJECT, aud=[CLIENT, "b"]), "token-wrong-audience"),
    "another party": (lambda s: s.id_token(SUBJECT, azp="another-program"), "token-wrong-audience"),
    "wrong issuer": (lambda s: s.id_token(SUBJECT, iss="https://id.example.org"), "token-wrong-issuer"),
    "issuer with a slash more": (lambda s: s.id_token(SUBJECT, iss=f"{s.url}/"), "token-wrong-issuer"),
    "no issuer": (lambda s: s.id_token(SUBJECT, iss=None), "token-wrong-issuer"),
    "expired": (lambda s: s.id_token(SUBJECT, iat=now_and(-600), exp=now_and(-1)), "token-expired"),
    "issued in the future": (lambda s: s.id_token(SUBJECT, iat=now_and(120), exp=now_and(900)), "token-not-yet"),
    "not before the future": (lambda s: s.id_token(SUBJECT, nbf=now_and(120)), "token-not-yet"),
    "a key of nobody": (lambda s: key("nobody's").token({"sub": SUBJECT}), "token-key-unknown"),
    "another key, same id": (
        lambda s: SigningKey("first", "ES256", key("nobody's").private).token({"iss": s.url, "sub": SUBJECT}),
        "token-signature-wrong",
    ),
    "tampered payload": (tampered, "token-signature-wrong"),
    "its own key along": (
        lambda s: key("nobody's").token({"sub": SUBJECT}, kid="first", jwk=key("nobody's").public()),
        "token-signature-wrong",
    ),
    "keys from elsewhere": (
        lambda s: key("nobody's").token({"sub": SUBJECT}, kid="first", jku="https://elsewhere.example/keys"),
        "token-signature-wrong",
    ),
    "a critical extension": (lambda s: s.keys[0].token({}, crit=["b64"], b64=False), "token-malformed"),
    "a key id that is no text": (lambda s: s.keys[0].token({}, kid=7), "token-malformed"),
    "no expiry": (lambda s: s.id_token(SUBJECT, exp=None), "token-malformed"),
    "expiry as text": (lambda s: s.id_token(SUBJECT, exp="tomorrow"), "token-malformed"),
    "expiry as truth": (lambda s: s.id_token(SUBJECT, exp=True), "token-malformed"),
    "expiry beyond all days": (lambda s: s.id_token(SUBJECT, exp=10**300), "token-malformed"),
    "expiry beyond all numbers": (lambda s: s.id_token(SUBJECT, exp=10**400), "token-malformed"),
    "expiry that is no number": (lambda s: s.id_token(SUBJECT, exp=float("nan")), "token-malformed"),
    "expiry without end": (lambda s: s.id_token(SUBJECT, exp=float("inf")), "token-malformed"),
    "no beginning": (lambda s: s.id_token(SUBJECT, iat=None), "token-malformed"),
    "nobody": (lambda s: s.id_token(""), "token-malformed"),
    "a subject that is no text": (lambda s: s.id_token(SUBJECT, sub=42), "token-malformed"),
    "a subject with a line in it": (lambda s: s.id_token("a\nb"), "token-malformed"),
    "a subject beyond ASCII": (lambda s: s.id_token("hän"), "token-malformed"),
    "a subject too long": (lambda s: s.id_token("x" * 256), "token-malformed"),
    "empty": (lambda s: "", "token-malformed"),
    "two parts": (lambda s: "a.b", "token-malformed"),
    "five parts": (lambda s: "a.b.c.d.e", "token-malformed"),
    "no JSON": (lambda s: f"{encoded(b'{')}.{encoded(b'{')}.", "token-malformed"),
    "a list for a header": (lambda s: f"{encoded(b'[]')}.{encoded(b'{}')}.", "token-malformed"),
    "a list for claims": (
        lambda s: (
            (text := f"{joined({'alg': 'ES256', 'kid': 'first'}, {}).split('.')[0]}.{encoded(b'[]')}")
            + f".{encoded(s.keys[0].signature(text.encode()))}"
        ),
        "token-malformed",
    ),
    "deep": (lambda s: f"{encoded(b'[' * 40_000)}.{encoded(b'{}')}.", "token-malformed"),
    "huge": (lambda s: s.id_token(SUBJECT, more="x" * 70_000), "token-malformed"),
    "beyond ASCII": (lambda s: "ä.ö.å", "token-malformed"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_every_attack_is_refused_with_a_code_of_its_own(name: str, served: MadeUpIssuer, issuer: Issuer) -> None:
    """A token that its issuer did not give to us, as it stands, now, counts for nothing; the token is never told."""
    forge, code = ATTACKS[name]
    assert code_of(forge(served), issuer) == code


def test_an_answer_to_another_question_is_refused(served: MadeUpIssuer, issuer: Issuer) -> None:
    """A token with a nonce must have the one that we sent; one without counts, since the device flow knows none."""
    assert code_of(served.id_token(SUBJECT, nonce="theirs"), issuer, nonce="ours") == "token-nonce-wrong"
    assert checked(served.id_token(SUBJECT, nonce="ours"), issuer, nonce="ours").subject == SUBJECT
    assert checked(served.id_token(SUBJECT), issuer, nonce="ours").subject == SUBJECT


def test_clocks_may_differ_by_a_minute(served: MadeUpIssuer, issuer: Issuer) -> None:
    """An issuer whose clock is a little ahead is not taken for a forger."""
    assert checked(served.id_token(SUBJECT, iat=now_and(30), exp=now_and(900)), issuer).subject == SUBJECT
    past = datetime.now(UTC) - timedelta(seconds=120)
    assert code_of(served.id_token(SUBJECT), issuer, now=past) == "token-not-yet"


@pytest.mark.parametrize("change", [{"use": "enc"}, {"alg": "ES384"}, {"crv": "P-384"}, {"kty": "oct", "k": "AAAA"}])
def test_a_key_for_something_else_does_not_count(change: dict[str, str], served: MadeUpIssuer, issuer: Issuer) -> None:
    """A key that its issuer keeps for encryption, for another algorithm or as a secret signs nothing for us."""
    public = {**key("first").public(), **change}
    served.bent["/keys"] = lambda talking: talking.say(200, {"keys": [public]})
    assert code_of(served.id_token(SUBJECT), issuer) == "token-key-unknown"


def test_a_small_key_does_not_count(served: MadeUpIssuer, issuer: Issuer) -> None:
    """RSA with fewer than 2048 bits can be broken."""
    small = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505 - that is the point
    served.keys = [SigningKey("small", "RS256", small)]
    assert code_of(served.id_token(SUBJECT), issuer) == "token-key-unknown"


def test_two_keys_of_one_id_are_none(served: MadeUpIssuer, issuer: Issuer) -> None:
    """Which of them signed could not be said."""
    served.keys.append(SigningKey("first", "ES256", key("second").private))
    assert code_of(served.id_token(SUBJECT), issuer) == "token-key-unknown"


def test_a_header_may_say_more_than_we_know(served: MadeUpIssuer, issuer: Issuer) -> None:
    """Login services put the prints of their certificates there; only what is critical must be understood."""
    served.header = {"x5t": "made-up", "made": "up"}
    assert checked(served.id_token(SUBJECT), issuer).subject == SUBJECT


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "EdDSA"])
def test_no_single_change_makes_another_token(algorithm: str, served: MadeUpIssuer, issuer: Issuer) -> None:
    """Each sign of a token replaced by another: refused, or the same bytes written otherwise and so the same person."""
    served.keys = [key(f"{algorithm} key", algorithm)]
    token, keys, now = served.id_token(SUBJECT), Keys(issuer), datetime.now(UTC)
    good = verified(token, issuer, keys, now=now)
    accepted, codes = 0, set()
    for place, sign in enumerate(token):
        for other in {"A", chr((ord(sign) ^ 1) & 0x7F)} - {sign}:
            changed = token[:place] + other + token[place + 1 :]
            try:
                assert verified(changed, issuer, keys, now=now) == good
                accepted += 1
            except NotAuthorised as refused:
                codes.add(refused.code)
    # Only the last sign of the signature has bits that stand for nothing.
    assert accepted <= 2
    assert {"token-signature-wrong", "token-malformed"} <= codes
    assert all(code.startswith("token-") for code in codes)
    assert served.asked.count("keys") == 2


@given(st.text(max_size=300) | st.lists(st.binary(max_size=60), min_size=3, max_size=3).map(of_parts))
def test_whatever_stands_in_the_place_of_a_token_is_refused(text: str) -> None:
    """Nothing but a token gets through, and nothing makes the program fail."""
    with pytest.raises(NotAuthorised) as refused:
        verified(text, Issuer("https://id.example.org", CLIENT), NoKeys(), now=datetime.now(UTC))
    assert refused.value.code.startswith("token-")
