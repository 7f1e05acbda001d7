"""Signal: what an XmR chart says about a series, after the NHS programme "Making Data Count"."""
