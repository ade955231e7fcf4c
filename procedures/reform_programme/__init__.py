"""The programme of the reform: its goal tree, measures, assumptions, risks and reports."""
