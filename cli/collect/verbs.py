"""`ohjaus collect`, `ohjaus agenda` and `ohjaus theme`, with all their verbs."""

from __future__ import annotations

from cli.collect import closing_commands as closing
from cli.collect import opening_commands as opening
from cli.collect import status_commands as standing
from cli.collect import taking_commands as taking
from cli.collect import talking_commands as talking
from cli.collect import theme_commands as themes
from cli.collect.noun import agenda, collect, theme

_IN_ORDER = (
    "open",
    "template",
    "check",
    "import",
    "resolve",
    "status",
    "discuss",
    "end",
    "compile",
    "confirm",
    "report",
)

# Help lists the verbs in the order in which a month goes.
collect.commands = {name: collect.commands[name] for name in (*_IN_ORDER, "close")}

__all__ = ["agenda", "closing", "collect", "opening", "standing", "taking", "talking", "theme", "themes"]
