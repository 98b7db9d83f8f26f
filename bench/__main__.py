"""Run every measurement here, or those named: ``python -m bench [NAME...]``. Exits 1 where a bound is missed."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

found = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]) if module.name[0] != "_")
missed = []
for name in sys.argv[1:] or found:
    if name not in found:
        sys.exit(f"There is no measurement {name!r}; there are {', '.join(found)}.")
    print(f"== {name}", flush=True)
    if importlib.import_module(f"bench.{name}").main():
        missed.append(name)
sys.exit(f"Bounds were missed: {', '.join(missed)}" if missed else 0)
