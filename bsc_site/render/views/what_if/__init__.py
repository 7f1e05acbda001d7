"""What if: what a browser needs to try other values of KPIs."""
