"""A data folder as rows for others: every statement, every derived figure, and which row of a plan has which."""
