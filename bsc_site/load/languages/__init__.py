"""The languages in which texts of a scorecard are written, and which of them a site takes."""
