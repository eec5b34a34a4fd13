"""How the trained reader is made: annotations, training, export. Not part of the installed package."""
