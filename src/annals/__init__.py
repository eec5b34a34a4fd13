"""annals: one sourced record per incident, from news reports of violence."""

__version__ = "0.1.0"
