"""What a site says of its making, and what that proves."""
