"""Sharing: work whose pieces do not need each other, done by copies of this process, and what they make laid aside."""
