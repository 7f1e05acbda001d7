"""What is known from before: conclusions about KPIs, by the word of all that they follow from."""
