"""From assessments to text: views, charts, the strategy map and pages."""
