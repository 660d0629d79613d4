"""The figures of an indicator in an area over time: which statement counts, and why."""
