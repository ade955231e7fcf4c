"""Changes of law as recorded under the Constitution in force from 1 March 2012 (731/1999 as amended by 1112/2011).

Since that day the Government gives the bills itself (39 §). The open cases of this procedure are the changes that are
pending; which declared procedures each one concerns is data (`concerns`), for a declaration changes only when somebody
writes the new version of it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from procedures.declaring import guards_of, numbers_of
from procedures.legislation import questions, states
from procedures.legislation.moves import TRANSITIONS
from procedures.roles import GOVERNMENT, PARLIAMENT, PARLIAMENT_COMMITTEE, PRESIDENT, SM, STM, VM
from procedures.statutes import CONSTITUTION

DECLARATION: Final = Procedure(
    id="legislation",
    label=Label("lainmuutos", "lagändring", "change of law"),
    description=Label(
        "Seurattava lainmuutos tai viranomaisuudistus: hallituksen esityksestä eduskunnan, vahvistamisen ja "
        "julkaisemisen kautta voimaantuloon, ja mitä menettelyjä se koskee.",
        "En lagändring eller myndighetsreform som följs: från propositionen via riksdagen, stadfästelsen och "
        "publiceringen till ikraftträdandet, och vilka förfaranden den gäller.",
        "A change of law or reform of an authority that is followed: from the bill through Parliament, confirmation "
        "and publication to its entry into force, and which procedures it concerns.",
    ),
    in_force_from=date(2012, 3, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(GOVERNMENT, VM, STM, SM, PARLIAMENT, PARLIAMENT_COMMITTEE, PRESIDENT),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=numbers_of(__package__, "confirmation_months", "second_reading_days"),
    basis=(CONSTITUTION("70–79 §"), CONSTITUTION("39 §"), CONSTITUTION("49 §")),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/1999/19990731",
        "https://www.finlex.fi/fi/laki/alkup/2011/20111112",
        "https://www.finlex.fi/fi/laki/alkup/2000/20000040",
    ),
)
