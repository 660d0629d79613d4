"""The Python interface: data that answer questions, and the answers; the command line asks nothing else."""
