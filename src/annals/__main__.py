"""`python -m annals` is the same as `annals`."""

from annals.cli import main

if __name__ == "__main__":
    main()
