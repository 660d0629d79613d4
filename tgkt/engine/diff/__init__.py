"""What differs between two states of the data, or between two plans."""
