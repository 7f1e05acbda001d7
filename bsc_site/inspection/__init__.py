"""What a report about a fault needs: versions, sizes, timings and what is slow or odd, without any of the data."""
