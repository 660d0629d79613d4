"""A plan as a workbook: sheets as offices lay them out, whose numbers can be computed with."""
