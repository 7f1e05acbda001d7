"""Grammar: what every chart is made of: its colours, layers and axes."""
