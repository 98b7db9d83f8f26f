"""The heart: what to do next, when, why, and what to say. Pure: no Flask, no SQL, no clock."""
