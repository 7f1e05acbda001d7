"""Pages of many KPIs, and of many periods, weigh little."""
