"""The child process of ``server.reader``: takes pages on its input, answers with postings on its output.

Run as ``python -m server.reader_child MEGABYTES``. It ends when its input does.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import IO

import msgspec

from scrapers import Frame, scrape
from scrapers.marked import with_marked
from server.pipe import Answer, ToRead, receive, send

FULL_COLLECTION_EVERY = 200
WARM_UP = "<html lang=en><title>Clerk</title><body><h1>Clerk</h1><p>Call Ann Example, 206-555-0142, by May 3, 2026.</p>"


def limit_memory(megabytes: int) -> None:
    """Hold this process to so much memory: by the kernel on Linux, by watching itself on macOS.

    On Windows there is no limit on memory here; the limit on time holds everywhere.
    """
    if sys.platform == "win32":
        return
    import resource

    if sys.platform == "darwin":
        # macOS accepts RLIMIT_AS and does not keep to it.
        threading.Thread(target=_watch_memory, args=(megabytes * 2**20,), daemon=True).start()
        return
    size = megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _watch_memory(size: int) -> None:
    import resource

    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < size:
        time.sleep(0.05)
    os._exit(1)


def private_output() -> IO[bytes]:
    """Return the pipe to the parent, and send what anything here prints to nowhere."""
    pipe = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return pipe


def settle_collector() -> None:
    """Keep what was imported out of all collections, and collect by hand: trees are cyclic, and it costs a third."""
    gc.collect()
    gc.freeze()
    gc.disable()


def read(message: bytes) -> Answer:
    """Read one page. Whatever it does to the reader is said in the answer."""
    try:
        page = msgspec.msgpack.decode(message, type=ToRead)
        posting = scrape(
            page.html,
            page.url,
            captured_at=page.captured_at,
            frames=[Frame(url, html) for url, html in page.frames],
            selection=page.selection,
        )
        return Answer(posting=(with_marked(posting, page.marked) if page.marked else posting).as_dict())
    except MemoryError:
        return Answer(out_of_memory=True)
    except Exception as error:
        # The name and the place alone: an error's text may quote the page, and this goes to the log.
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Answer(failure=f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}")


def main() -> None:
    """Answer pages until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    output = private_output()
    limit_memory(int(sys.argv[1]))
    scrape(WARM_UP, "https://jobs.example.com/clerk")
    settle_collector()
    send(output, b"")
    pages = 0
    while (message := receive(sys.stdin.buffer)) is not None:
        send(output, msgspec.msgpack.encode(read(message)))
        del message
        pages += 1
        gc.collect(0 if pages % FULL_COLLECTION_EVERY else 2)


if __name__ == "__main__":
    main()
