"""The command line seen from outside: every test runs tgkt as a process, a fork where many tests ask the same."""
