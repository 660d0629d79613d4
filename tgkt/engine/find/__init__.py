"""Printed figures found by a number or by words."""
