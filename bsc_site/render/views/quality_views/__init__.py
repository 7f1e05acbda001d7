"""Quality views: how well scorecard and data are made, and how figures come about."""
