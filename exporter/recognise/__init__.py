"""`Document` to `StudyNote`: the only place that guesses."""
