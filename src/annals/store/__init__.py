"""The ledger's file: reports, what was read in them, what people judged, and the records derived from these."""
