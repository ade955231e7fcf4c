"""Golden histories: what was written once must read the same for ever.

`<procedure>/<declaration>/<story>.jsonl` holds the exact canonical bytes of a history, one event a line; it is never
changed. `<story>.expected.json` holds the case that it folds to; it changes only when the reading was wrong, by
`python -m tests.golden.record --expected`, and a reviewer reads the difference. `corpus.sha256` lists every history,
so that one that was changed or has gone fails the run. New stories are added in `scenarios.py` and recorded by
`python -m tests.golden.record`, which never touches one that is there.
"""
