"""Arithmetic of quantities: values with their intervals, units and sorts. It knows no catalogue."""
