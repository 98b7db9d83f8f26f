"""Draw the extension's icons: the mark of the dashboard (``ringback.svg``), a ring that comes back round.

    python tools/draw_icons.py        writes extension/icons/{16,32,48,128}.png

Standard library alone; the pictures are the same at every run. Lengths are those of the SVG, in its 32 units.
"""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "extension" / "icons"
SIZES = (16, 32, 48, 128)
SAMPLES = 4
GROUND = (15, 107, 94)
MARK = (255, 255, 255)
UNITS = 32
CORNER, CENTRE, RADIUS, HALF_STROKE, DOT = 8, 16, 9, 1.5, 2.6
# Where the ring is open, in degrees clockwise from three o'clock, and the two strokes of the arrow head.
OPEN_FROM, OPEN_TO = -45.0, 11.0
ARROW = (((24.6, 4.8), (24.6, 11.2)), ((24.6, 11.2), (18.2, 11.2)))


def in_square(x: float, y: float) -> bool:
    """Tell whether a point lies in the rounded square."""
    dx = max(CORNER - x, x - UNITS + CORNER, 0)
    dy = max(CORNER - y, y - UNITS + CORNER, 0)
    return math.hypot(dx, dy) <= CORNER


def near_line(x: float, y: float, line: tuple[tuple[float, float], tuple[float, float]]) -> bool:
    """Tell whether a point lies within the stroke of a line with round ends."""
    (ax, ay), (bx, by) = line
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = min(1.0, max(0.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= HALF_STROKE


def in_mark(x: float, y: float) -> bool:
    """Tell whether a point lies in the ring, the dot in its middle, or the arrow head."""
    dx, dy = x - CENTRE, y - CENTRE
    distance, angle = math.hypot(dx, dy), math.degrees(math.atan2(dy, dx))
    ring = abs(distance - RADIUS) <= HALF_STROKE and not OPEN_FROM < angle < OPEN_TO
    return ring or distance <= DOT or any(near_line(x, y, line) for line in ARROW)


def pixel(column: int, row: int, size: int) -> bytes:
    """Return one pixel as RGBA, averaged over a grid of samples."""
    steps = [(index + 0.5) / SAMPLES for index in range(SAMPLES)]
    scale = UNITS / size
    points = [((column + dx) * scale, (row + dy) * scale) for dx in steps for dy in steps]
    inside = [point for point in points if in_square(*point)]
    if not inside:
        return bytes(4)
    share = sum(in_mark(*point) for point in inside) / len(inside)
    colour = [round(ground + (mark - ground) * share) for ground, mark in zip(GROUND, MARK, strict=True)]
    return bytes([*colour, round(255 * len(inside) / len(points))])


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return one chunk of a PNG file (PNG specification, section 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(size: int) -> bytes:
    """Return the icon of ``size`` pixels as a PNG file, 8 bits RGBA."""
    rows = b"".join(b"\0" + b"".join(pixel(column, row, size) for column in range(size)) for row in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def main() -> None:
    """Write all sizes."""
    for size in SIZES:
        (ICONS / f"{size}.png").write_bytes(png(size))


if __name__ == "__main__":
    main()
