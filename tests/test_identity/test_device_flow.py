"""Device authorization by RFC 8628: what is shown, how often the issuer is asked, and every end that it can have."""

from __future__ import annotations

import pytest

from cli.identity.device import Asked, begin, wait
from cli.identity.id_token import verified
from cli.identity.issuer import Issuer, Keys, discover
from engine.errors import Fault, InputRejected, NotAuthorised
from tests.test_identity.made_up_issuer import CLIENT, MadeUpIssuer
from tests.test_identity.signing import key


class Patience:
    """Counts seconds that nobody waits for, and tells the issuer's side what happens meanwhile."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.pauses: list[float] = []

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.passed += seconds

    def seconds(self) -> float:
        return self.passed


def asked_of(issuer: Issuer) -> Asked:
    return begin(issuer, discover(issuer), nonce="made-up-nonce")


def waited(issuer: Issuer, asked: Asked, patience: Patience) -> str:
    return wait(issuer, discover(issuer), asked, pause=patience.pause, seconds=patience.seconds)


def code_of(issuer: Issuer, asked: Asked, patience: Patience) -> str:
    with pytest.raises((NotAuthorised, Fault)) as refused:
        waited(issuer, asked, patience)
    assert asked.device_code not in f"{refused.value} {refused.value.details}"
    return refused.value.code


def test_the_person_is_shown_a_code_and_where_to_enter_it(served: MadeUpIssuer, issuer: Issuer) -> None:
    """Address, code and the address with the code in it, as the issuer gives them; the device code is never told."""
    asked = asked_of(issuer)
    (waiting,) = served.waiting.values()
    assert (asked.user_code, asked.link) == (waiting.user_code, f"{served.url}/enter")
    assert asked.whole_link == f"{served.url}/enter?user_code={waiting.user_code}"
    assert waiting.nonce == "made-up-nonce"
    assert asked.device_code not in repr(asked)


def test_an_approval_brings_a_token(served: MadeUpIssuer, issuer: Issuer) -> None:
    """Pending once, slower once, then approved: the token is there, and the pauses were what the issuer asked for."""
    served.approves, served.errors = "made-up-subject", ["authorization_pending", "slow_down", "authorization_pending"]
    patience = Patience()
    token = waited(issuer, asked_of(issuer), patience)
    assert token in served.given
    assert patience.pauses == [1, 1, 6, 6]


def test_an_issuer_that_names_no_interval_is_asked_every_five_seconds(served: MadeUpIssuer, issuer: Issuer) -> None:
    """The interval of the standard, and never less than a second."""
    served.bent["/device"] = lambda talking: talking.say(
        200, {name: value for name, value in served.device(FORM)[1].items() if name != "interval"}
    )
    assert asked_of(issuer).interval_seconds == 5
    served.bent.clear()
    served.interval = 0
    assert asked_of(issuer).interval_seconds == 1


FORM = {"client_id": CLIENT, "scope": "openid"}


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ("access_denied", "login-denied"),
        ("expired_token", "login-expired"),
        ("invalid_grant", "login-refused"),
        ("unauthorized_client", "login-refused"),
        ("<script>", "login-refused"),
    ],
)
def test_every_refusal_has_its_code(error: str, code: str, served: MadeUpIssuer, issuer: Issuer) -> None:
    """Denied, expired or not allowed at all: the end is told, and nothing more is asked."""
    served.errors = [error]
    patience = Patience()
    assert code_of(issuer, asked_of(issuer), patience) == code
    assert served.asked.count("token") == len(patience.pauses) == 1


def test_nobody_is_asked_beyond_the_life_of_the_code(served: MadeUpIssuer, issuer: Issuer) -> None:
    """When nobody approves, we stop by ourselves before the code runs out."""
    served.expires_in, served.interval = 20, 5
    patience = Patience()
    assert code_of(issuer, asked_of(issuer), patience) == "login-expired"
    assert (patience.pauses, served.asked.count("token")) == ([5, 5, 9], 3)


@pytest.mark.parametrize(("lives", "approved_after"), [(20, 18), (8, 6), (4, 2)])
def test_who_approves_late_is_in_time(
    lives: float, approved_after: float, served: MadeUpIssuer, issuer: Issuer
) -> None:
    """Whoever approves while the code is good is logged in, though it lives no longer than the interval."""
    served.expires_in, served.interval = lives, 5
    asked, patience = asked_of(issuer), Patience()

    def pause(seconds: float) -> None:
        patience.pause(seconds)
        if patience.passed >= approved_after:
            served.approve(asked.user_code, "made-up-subject")

    assert wait(issuer, discover(issuer), asked, pause=pause, seconds=patience.seconds) in served.given
    assert patience.passed < lives
    assert all(seconds >= 5 for seconds in patience.pauses[1:])


def test_slowing_down_ends_as_well(served: MadeUpIssuer, issuer: Issuer) -> None:
    """An issuer that always wants us slower is not asked for ever."""
    served.errors = ["slow_down"] * 100
    patience = Patience()
    assert code_of(issuer, asked_of(issuer), patience) == "login-expired"
    assert patience.pauses == [1, 6, 11, 16, 25]


def test_an_interruption_is_waited_out(served: MadeUpIssuer, issuer: Issuer) -> None:
    """A connection that breaks is no answer; the issuer is asked again, less often."""
    served.approves = "made-up-subject"
    asked, patience = asked_of(issuer), Patience()
    served.bent["/token"] = lambda talking: talking.connection.close()

    def pause(seconds: float) -> None:
        patience.pause(seconds)
        if len(patience.pauses) == 3:
            served.bent.clear()

    assert wait(issuer, discover(issuer), asked, pause=pause, seconds=patience.seconds) in served.given
    assert patience.pauses == [1, 2, 4]


def test_an_issuer_that_was_away_to_the_end_is_what_is_told(served: MadeUpIssuer, issuer: Issuer) -> None:
    """Nobody could be asked whether the person had approved: that is not to say that they had not."""
    served.expires_in, served.interval = 20, 5
    asked = asked_of(issuer)
    served.bent["/token"] = lambda talking: talking.say(503, {})
    patience = Patience()
    with pytest.raises(Fault) as fault:
        wait(issuer, discover(issuer), asked, pause=patience.pause, seconds=patience.seconds)
    assert (fault.value.code, patience.passed) == ("issuer-unreachable", 19)
    assert "HTTP 503" in str(fault.value)


def test_a_redirect_is_no_interruption(served: MadeUpIssuer, issuer: Issuer) -> None:
    """An answer that is wrong ends the login."""
    asked = asked_of(issuer)

    def elsewhere(talking: object) -> None:
        talking.send_response(307)  # type: ignore[attr-defined]
        talking.send_header("Location", "https://elsewhere.example/token")  # type: ignore[attr-defined]
        talking.end_headers()  # type: ignore[attr-defined]

    served.bent["/token"] = elsewhere
    assert code_of(issuer, asked, Patience()) == "issuer-redirects"


def test_an_approval_without_identity_is_none(served: MadeUpIssuer, issuer: Issuer) -> None:
    """An access token alone does not say who somebody is."""
    served.bent["/token"] = lambda talking: talking.say(200, {"access_token": "x", "token_type": "Bearer"})
    assert code_of(issuer, asked_of(issuer), Patience()) == "login-without-id-token"


def test_a_program_that_the_issuer_does_not_know_is_refused(served: MadeUpIssuer) -> None:
    """The reason is the issuer's code; what else it says is not repeated."""
    with pytest.raises(NotAuthorised) as refused:
        asked_of(Issuer(served.url, "somebody-else"))
    assert (refused.value.code, refused.value.details["reason"]) == ("login-refused", "invalid_client")
    assert "never show this" not in str(refused.value)


def test_an_issuer_without_the_flow_is_told(served: MadeUpIssuer, issuer: Issuer) -> None:
    """Not every issuer offers it."""
    served.discovery = {"device_authorization_endpoint": None}
    with pytest.raises(InputRejected) as refused:
        asked_of(issuer)
    assert refused.value.code == "device-flow-missing"


@pytest.mark.parametrize(
    "change",
    [
        {"device_code": None},
        {"user_code": ""},
        {"user_code": "x" * 65},
        {"user_code": "a\x1b[31mb"},
        {"verification_uri": None},
        {"expires_in": "soon"},
        {"expires_in": -1},
        {"interval": True},
        {"interval": 1e300},
    ],
    ids=str,
)
def test_a_malformed_answer_is_refused(change: dict[str, object], served: MadeUpIssuer, issuer: Issuer) -> None:
    """What is shown to a person or waited for is looked at first."""
    served.bent["/device"] = lambda talking: talking.say(200, {**served.device(FORM)[1], **change})
    with pytest.raises(Fault) as refused:
        asked_of(issuer)
    assert refused.value.code == "issuer-malformed"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://elsewhere.example/", "file:///etc/passwd"])
def test_a_person_is_sent_to_safe_addresses_only(link: str, served: MadeUpIssuer, issuer: Issuer) -> None:
    """What the browser is to open is an https address, as everything else."""
    served.bent["/device"] = lambda talking: talking.say(200, {**served.device(FORM)[1], "verification_uri": link})
    with pytest.raises(InputRejected):
        asked_of(issuer)


def test_a_change_of_keys_during_the_wait_is_followed(served: MadeUpIssuer, issuer: Issuer) -> None:
    """The issuer may change its keys between the code and the approval."""
    from datetime import UTC, datetime

    served.approves = "made-up-subject"
    keys, asked = Keys(issuer), asked_of(issuer)
    keys.of(None)
    served.keys = [key("after the change", "RS256")]
    token = waited(issuer, asked, Patience())
    assert verified(token, issuer, keys, now=datetime.now(UTC), nonce="made-up-nonce").subject == "made-up-subject"
