"""Digests: what is due from somebody and what changed, as files that any mailer or chat can send."""
