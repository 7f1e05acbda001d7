"""StratML (ISO 17469): strategic plans and performance reports in XML, read and written."""
