"""Make what was read part of what is kept: the same job merges, contacts are joined, what the person said stays."""
