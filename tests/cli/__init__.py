"""The command line seen from outside: every test starts tgkt as a process of its own."""
