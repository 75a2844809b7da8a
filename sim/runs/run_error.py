"""The error of a run that failed, told in one line."""


class RunError(RuntimeError):
    """A run that failed; its text names the run."""
