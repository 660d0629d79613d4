"""How answers are written: numbers, tables and machine formats."""
