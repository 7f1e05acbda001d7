"""Roll-up: the status of what stands above, from that of what stands below."""
