"""`python -m tgkt`."""

from tgkt.cli.app import main

if __name__ == "__main__":
    main()
