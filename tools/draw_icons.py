"""Draw the extension's icons: a ring that comes round, as an arc with an arrow head, on a rounded square.

    python tools/draw_icons.py        writes extension/icons/{16,32,48,128}.png

Standard library alone; the pictures are the same at every run.
"""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path

ICONS = Path(__file__).resolve().parent.parent / "extension" / "icons"
SIZES = (16, 32, 48, 128)
SAMPLES = 4
GROUND = (29, 78, 137)
MARK = (255, 255, 255)
RADIUS, WIDTH, GAP = 0.27, 0.115, (-80.0, -5.0)
ARROW = ((0.64, 0.47), (0.94, 0.47), (0.79, 0.66))


def in_square(x: float, y: float, corner: float = 0.2) -> bool:
    """Tell whether a point of the unit square lies in the rounded square."""
    dx, dy = max(corner - x, x - 1 + corner, 0), max(corner - y, y - 1 + corner, 0)
    return math.hypot(dx, dy) <= corner


def in_triangle(x: float, y: float) -> bool:
    """Tell whether a point lies in the arrow head."""
    sides = zip(ARROW, (*ARROW[1:], ARROW[0]), strict=True)
    return all((bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0 for (ax, ay), (bx, by) in sides)


def in_mark(x: float, y: float) -> bool:
    """Tell whether a point lies in the arc, the dot in its middle, or the arrow head."""
    dx, dy = x - 0.5, y - 0.5
    distance, angle = math.hypot(dx, dy), math.degrees(math.atan2(dy, dx))
    arc = abs(distance - RADIUS) <= WIDTH / 2 and not GAP[0] < angle < GAP[1]
    return arc or distance <= 0.085 or in_triangle(x, y)


def pixel(column: int, row: int, size: int) -> bytes:
    """Return one pixel as RGBA, averaged over a grid of samples."""
    steps = [(index + 0.5) / SAMPLES for index in range(SAMPLES)]
    points = [((column + dx) / size, (row + dy) / size) for dx in steps for dy in steps]
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
