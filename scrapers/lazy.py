"""Values that an object computes at their first use and keeps."""

from __future__ import annotations

import sys

__all__ = ["cached_property"]

if sys.version_info >= (3, 12):
    from functools import cached_property
else:
    from collections.abc import Callable
    from typing import Any, Generic, TypeVar, overload

    T = TypeVar("T")

    class cached_property(Generic[T]):
        """What functools has from Python 3.12 on: without the lock that a first use takes before."""

        def __init__(self, compute: Callable[[Any], T]) -> None:
            self.compute = compute
            self.__doc__ = compute.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        @overload
        def __get__(self, instance: None, owner: type) -> cached_property[T]: ...

        @overload
        def __get__(self, instance: object, owner: type) -> T: ...

        def __get__(self, instance: object | None, owner: type) -> T | cached_property[T]:
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.compute(instance)
            return value
