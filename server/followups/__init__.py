"""What to do next, when, with whom and why: the planner, pure, with ``now`` as an argument (FOLLOWUPS R0 to R7)."""

from server.followups.arrange import arrange
from server.followups.overdue import overdue
from server.followups.planner import plan

__all__ = ["arrange", "overdue", "plan"]
