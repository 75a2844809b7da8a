"""Linear algebra on one thread: the threads of OpenBLAS and OpenMP wait for one another by spinning.

The matrices of an analysis are small, so that several threads cost many times what they save: Borgonovo's delta of one
study took 22.4 s of processor with two and 3.6 s with one. Results are the same to the byte.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import ParamSpec, TypeVar
from warnings import catch_warnings, simplefilter

Given = ParamSpec("Given")
Returned = TypeVar("Returned")


def one_thread(*modules: str) -> Callable[[Callable[Given, Returned]], Callable[Given, Returned]]:
    """Return a decorator of functions that reckon with ``modules``, which holds their libraries to one thread.

    The modules are imported first: a limit reaches only the libraries that are loaded. Calling the function raises
    ModuleNotFoundError where one is not installed.
    """

    def limited(function: Callable[Given, Returned]) -> Callable[Given, Returned]:
        @wraps(function)
        def call(*given: Given.args, **named: Given.kwargs) -> Returned:
            from threadpoolctl import threadpool_limits

            with catch_warnings():
                simplefilter("ignore")  # of what else a library could do if more were installed
                for module in modules:
                    import_module(module)
            with threadpool_limits(1):
                return function(*given, **named)

        return call

    return limited
