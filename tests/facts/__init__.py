"""Figures, intervals, periods, notation and units: what every answer is made of."""
