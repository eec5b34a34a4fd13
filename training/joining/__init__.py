"""How the weights of linking are learned: pairs of mentions that are known to be one event, or two."""
