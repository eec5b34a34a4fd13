"""How records, readings and reports look on a terminal: lines of styled text, safe to print, wrapped to a width."""
