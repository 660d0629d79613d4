"""What we write, opened with programs that we did not write; `make foreign` runs these."""
