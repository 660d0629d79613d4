"""From computed facts to text: rows for machines, tables for people."""
