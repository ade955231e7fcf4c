"""The log in other tools' formats, one module for each; `docs/exports.md` says what each holds."""
