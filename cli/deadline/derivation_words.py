"""How a due date came about, said in three languages: the words for each kind of step that `engine.deadlines` takes.

The record keeps the English sentence; here the same step is said anew from its code and details.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.calendar import NAMES
from engine.deadlines import DerivationStep
from engine.law import Label

_UNITS: Mapping[str, tuple[Label, Label]] = {
    "days": (Label("päivä", "dag", "day"), Label("päivää", "dagar", "days")),
    "weeks": (Label("viikko", "vecka", "week"), Label("viikkoa", "veckor", "weeks")),
    "months": (Label("kuukausi", "månad", "month"), Label("kuukautta", "månader", "months")),
    "years": (Label("vuosi", "år", "year"), Label("vuotta", "år", "years")),
    "working_days": (Label("työpäivä", "arbetsdag", "working day"), Label("työpäivää", "arbetsdagar", "working days")),
}

_STEPS: Mapping[str, Label] = {
    "served-authority-arrival": Label(
        "{basis}: viranomainen saa tiedon kirjeen saapumispäivänä",
        "{basis}: en myndighet får del av saken den dag då brevet anländer",
        "{basis}: an authority is served on the day the letter arrives",
    ),
    "served-ordinary-letter": Label(
        "{basis}: tavallinen kirje katsotaan saaduksi tiedoksi {nth_day}. päivänä lähettämisestä, jollei muuta näytetä",
        "{basis}: ett vanligt brev anses delgivet dag {nth_day} efter avsändandet, om inte annat visas",
        "{basis}: an ordinary letter is held to be served on day {nth_day} from sending, unless otherwise shown",
    ),
    "served-electronic-ordinary": Label(
        "{basis}: sähköinen viesti katsotaan saaduksi tiedoksi {nth_day}. päivänä lähettämisestä, jollei muuta näytetä",
        "{basis}: ett elektroniskt meddelande anses delgivet dag {nth_day} efter avsändandet, om inte annat visas",
        "{basis}: an electronic message is held to be served on day {nth_day} from sending, unless otherwise shown",
    ),
    "service-not-moved": Label(
        "150/1930 5 § koskee toimia: tiedoksisaanti ei siirry, vaikka {day_off} on vapaapäivä (avoinna)",
        "150/1930 5 § gäller åtgärder: delgivningen flyttas inte, fast {day_off} är en ledig dag (öppet)",
        "150/1930 5 § speaks of acts: not moved although {day_off} is a day off (unsettled)",
    ),
    "set-day": Label(
        "säädetty päivä",
        "den dag som föreskrivs",
        "the day that the statute sets",
    ),
    "stated": Label(
        "asiakirjan ilmoittama päivä ({field})",
        "den dag som handlingen anger ({field})",
        "the day that the document states ({field})",
    ),
    "begins-anew": Label(
        "aika alkaa alusta, kun sen kuluminen jatkuu",
        "tiden börjar om när den löper igen",
        "the time begins anew when it is resumed",
    ),
    "left-as-it-was": Label(
        "keskeytys ei muuttanut viimeistä päivää",
        "avbrottet ändrade inte den sista dagen",
        "the suspension left the last day as it was",
    ),
    "given-back": Label(
        "keskeytyksen päivät annetaan takaisin: {days}",
        "avbrottets dagar ges tillbaka: {days}",
        "the time stood still for {days} days, given back",
    ),
    "working-days-given-back": Label(
        "keskeytyksen työpäivät annetaan takaisin: {days}",
        "avbrottets arbetsdagar ges tillbaka: {days}",
        "the time stood still for {days} working days, given back",
    ),
    "days-after-end": Label(
        "päiviä siitä, kun aika olisi päättynyt ({ended_on}): {days}",
        "dagar efter det att tiden skulle ha gått ut ({ended_on}): {days}",
        "{days} days after {ended_on}, when it would end",
    ),
    "working-days-after-end": Label(
        "työpäiviä siitä, kun aika olisi päättynyt ({ended_on}): {days}",
        "arbetsdagar efter det att tiden skulle ha gått ut ({ended_on}): {days}",
        "{days} working days after {ended_on}, when it would end",
    ),
    "as-long-as-before": Label(
        "yhtä pitkä kuin ennen, päiviä: {days}",
        "lika lång som förut, dagar: {days}",
        "{days} days, as before",
    ),
    "takes-no-day": Label(
        "keskeytys ei vie ajasta yhtään päivää",
        "ett avbrott tar ingen dag av tiden",
        "a suspension takes no day away",
    ),
    "agreed-day": Label(
        "sovittu, lain 150/1930 ulkopuolella: tämä päivä tai seuraava arkipäivä",
        "avtalat, utanför lag 150/1930: denna dag eller nästa vardag",
        "agreed, outside 150/1930: this day or the next working day",
    ),
    "agreed-moved-from-day-off": Label(
        "sovittu, lain 150/1930 ulkopuolella: {day_off} on vapaapäivä; siirtyy seuraavaan arkipäivään",
        "avtalat, utanför lag 150/1930: {day_off} är en ledig dag; flyttas till nästa vardag",
        "agreed, outside 150/1930: {day_off} is a day off; moved to the next working day",
    ),
    "agreed-not-moved": Label(
        "sovittu, lain 150/1930 ulkopuolella: arkipäivä, ei siirry",
        "avtalat, utanför lag 150/1930: en vardag, flyttas inte",
        "agreed, outside 150/1930: a working day, not moved",
    ),
    "agreed-first-working-day-after": Label(
        "sovittu, lain 150/1930 ulkopuolella: toimen saa tehdä ensimmäisenä arkipäivänä sen jälkeen",
        "avtalat, utanför lag 150/1930: åtgärden får vidtas första vardagen därefter",
        "agreed, outside 150/1930: the act may be done on the first working day after",
    ),
    "start-of-period": Label(
        "150/1930 3 §: aika alkaa tästä päivästä",
        "150/1930 3 §: tiden börjar denna dag",
        "150/1930 3 §: the period runs from this day",
    ),
    "start-not-counted": Label(
        "150/1930 2 §: alkamispäivää ei lueta mukaan",
        "150/1930 2 §: begynnelsedagen räknas inte",
        "150/1930 2 §: the start day is not counted",
    ),
    "moved-from-day-off": Label(
        "150/1930 5 §: {day_off} on vapaapäivä; siirtyy seuraavaan arkipäivään",
        "150/1930 5 §: {day_off} är en ledig dag; flyttas till nästa vardag",
        "150/1930 5 §: {day_off} is a day off; moved to the next working day",
    ),
    "not-moved": Label(
        "150/1930 5 §: arkipäivä, ei siirry",
        "150/1930 5 §: en vardag, flyttas inte",
        "150/1930 5 §: a working day, not moved",
    ),
    "first-working-day-after": Label(
        "150/1930 5 §: toimen saa tehdä ensimmäisenä arkipäivänä sen jälkeen",
        "150/1930 5 §: åtgärden får vidtas första vardagen därefter",
        "150/1930 5 §: the act may be done on the first working day after",
    ),
    "backward-not-moved": Label(
        "150/1930 4–5 §: siirtyykö taaksepäin lasketun ajan loppu, on avoinna; ei siirretty",
        "150/1930 4–5 §: om slutet på en tid bakåt flyttas är öppet; inte flyttad",
        "150/1930 4–5 §: whether the end of a backward period moves is unsettled; not moved",
    ),
    "backward-on-day-off": Label(
        "150/1930 4–5 §: siirtyykö taaksepäin lasketun ajan loppu, on avoinna; ei siirretty, vaikka {day_off} on "
        "vapaapäivä: toimi varmuuden vuoksi sitä edeltävänä arkipäivänä",
        "150/1930 4–5 §: om slutet på en tid bakåt flyttas är öppet; inte flyttad, fast {day_off} är en ledig dag: "
        "handla för säkerhets skull vardagen före",
        "150/1930 4–5 §: whether the end of a backward period moves is unsettled; not moved, although {day_off} is a "
        "day off: act on a working day before it to be safe",
    ),
    "backward-end": Label(
        "150/1930 4 §: aika päättyy tähän",
        "150/1930 4 §: tiden slutar här",
        "150/1930 4 §: the period ends here",
    ),
    "working-days-start": Label(
        "työpäiviä laki 150/1930 ei tunne: alkamispäivää ei lueta mukaan",
        "arbetsdagar känner lag 150/1930 inte: begynnelsedagen räknas inte",
        "working days are unknown to Act 150/1930: the start day is not counted",
    ),
    "working-days-end": Label(
        "päättyy itsestään työpäivään",
        "slutar av sig själv på en arbetsdag",
        "ends on a working day by itself",
    ),
}

_COUNTED: Mapping[str, Label] = {
    "days-counted": Label("150/1930 2 §: {span}", "150/1930 2 §: {span}", "150/1930 2 §: {span}"),
    "same-weekday": Label(
        "150/1930 3 §: {span}, sama viikonpäivä",
        "150/1930 3 §: {span}, samma veckodag",
        "150/1930 3 §: {span}, the same weekday",
    ),
    "same-day-number": Label(
        "150/1930 3 §: {span}, sama päivä kuukaudessa",
        "150/1930 3 §: {span}, samma dag i månaden",
        "150/1930 3 §: {span}, the same day of the month",
    ),
    "last-day-of-month": Label(
        "150/1930 3 §: {span}; kuukaudessa ei ole vastaavaa päivää, joten sen viimeinen",
        "150/1930 3 §: {span}; månaden saknar motsvarande dag, alltså dess sista",
        "150/1930 3 §: {span}; that month has no such day, so its last one",
    ),
    "working-days-counted": Label(
        "{span}, vapaapäivät 5 §:n mukaan", "{span}, lediga dagar enligt 5 §", "{span}, days off as in 5 §"
    ),
}


def why(step: DerivationStep) -> Label:
    """Gives the reason for a step in three languages; a step without words here is said in English in all three.

    Example:
        >>> from datetime import date
        >>> counted = DerivationStep("count", date(2026, 6, 19), "", "days-counted",
        ...                          (("amount", "14"), ("unit", "days"), ("backward", "false")))
        >>> why(counted).fi
        '150/1930 2 §: 14 päivää alkamispäivän jälkeen'
    """
    details = dict(step.details)
    counted = _COUNTED.get(step.code)
    if counted is not None:
        return _filled(counted, span=_span(details["amount"], details["unit"], backward=details["backward"] == "true"))
    words = _STEPS.get(step.code)
    if words is None:
        return Label(step.why, step.why, step.why)
    return _filled(words, **{name: _part(value) for name, value in details.items()})


def _part(value: str) -> Label:
    """Gives a detail as each language writes it: the name of a day off, a day, or the text as it is."""
    try:
        on = date.fromisoformat(value)
    except ValueError:
        return NAMES.get(value) or Label(value, value, value)
    written = f"{on.day}.{on.month}.{on.year}"
    return Label(written, written, value)


def _filled(words: Label, **parts: Label) -> Label:
    return Label(
        words.fi.format(**{name: part.fi for name, part in parts.items()}),
        words.sv.format(**{name: part.sv for name, part in parts.items()}),
        words.en.format(**{name: part.en for name, part in parts.items()}),
    )


def _span(amount: str, unit: str, *, backward: bool) -> Label:
    one, many = _UNITS[unit]
    counted = one if amount == "1" else many
    if backward:
        return Label(
            f"{amount} {counted.fi} ennen alkamispäivää",
            f"{amount} {counted.sv} före begynnelsedagen",
            f"{amount} {counted.en} before the start day",
        )
    return Label(
        f"{amount} {counted.fi} alkamispäivän jälkeen",
        f"{amount} {counted.sv} efter begynnelsedagen",
        f"{amount} {counted.en} after the start day",
    )
