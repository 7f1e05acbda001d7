"""Subscriptions: what tells readers of a site who do not look at it: feeds, calendars, and charts in other pages."""
