"""The trained reader: one pass of a small network over the report, then its answers put together."""
