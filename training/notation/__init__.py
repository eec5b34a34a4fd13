"""The annotators' notation: lines of labels with quotes, checked against the text and turned into offsets."""
