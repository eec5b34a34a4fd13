"""The web app: every incident with its sources, disagreements and quotes; each page is also JSON at the same path."""
