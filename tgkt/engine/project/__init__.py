"""`tgkt project`: the way to a target, pace, what-if and goal seek."""
