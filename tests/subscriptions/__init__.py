"""Subscriptions: feeds, calendars, charts in other pages."""
