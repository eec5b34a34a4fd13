"""Charts as SVG: geometry is worked out here, templates draw it, style sheets colour it."""
