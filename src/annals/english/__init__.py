"""What annals knows of the English language: sentences, word forms, phrases, numbers, times."""
