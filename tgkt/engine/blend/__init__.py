"""`tgkt blend`: merged figures from their constituents, and the weights."""
