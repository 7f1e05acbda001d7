"""What is known from before: words of KPIs, and conclusions that are found again by them."""
