"""Parts: small finished values that several pages share."""
