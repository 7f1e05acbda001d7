"""What the policy of each page lets happen, and what it does not."""
