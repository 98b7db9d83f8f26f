"""Long work beside the requests: one job at a time, its progress to be seen, and to be stopped between two steps."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from flask import Flask, current_app

from server.rereading import Progress
from server.sentences import Sentence, joined
from server.store.errors import StoreError

log = logging.getLogger(__name__)

State: TypeAlias = Literal["running", "done", "stopped", "failed"]
Steps: TypeAlias = Callable[[], Iterator[Progress]]


@dataclass(slots=True)
class Job:
    """A piece of long work. ``kind`` is its name for the page; ``problem`` says why it failed."""

    kind: str
    progress: Progress = field(default_factory=lambda: Progress(0, 0, 0))
    state: State = "running"
    problem: Sentence | None = None
    stopping: bool = False


class Work:
    """The application's one place for long work. Steps are taken in a thread of their own."""

    def __init__(self) -> None:
        """Nothing is at work yet."""
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self.job: Job | None = None
        self.thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is still at work."""
        return bool(self.job and self.job.state == "running")

    def start(self, kind: str, steps: Steps) -> bool:
        """Begin a job; False where another is still at work."""
        with self._lock:
            if self.busy:
                return False
            self._stop.clear()
            self.job = Job(kind)
            self.thread = threading.Thread(target=self._run, args=(self.job, steps), name=kind, daemon=True)
            self.thread.start()
            return True

    def stop(self) -> None:
        """Let the job end after the step it is at."""
        self._stop.set()
        if self.job:
            self.job.stopping = True

    def _run(self, job: Job, steps: Steps) -> None:
        try:
            for progress in steps():
                job.progress = progress
                if self._stop.is_set():
                    job.state = "stopped"
                    return
            job.state = "done"
        except StoreError as error:
            log.error("%s failed: %s", job.kind, error.code)
            job.state, job.problem = "failed", joined(error.message, error.next_step)
        except Exception:
            # This is the thread's own end: nobody else would hear of it, and the next job would wait for ever.
            log.exception("%s broke off", job.kind)
            job.state, job.problem = "failed", Sentence("It could not be finished. The log says why.")


def install(app: Flask) -> None:
    """Give the application its place for long work."""
    app.extensions["work"] = Work()


def work() -> Work:
    """The application's place for long work."""
    place: Work = current_app.extensions["work"]
    return place
