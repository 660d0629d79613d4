"""`python -m tgkt`."""

from tgkt.cli.start import main

if __name__ == "__main__":
    main()
