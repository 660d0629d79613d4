"""What is known of an indicator in an area over time: which statement counts, and why."""
