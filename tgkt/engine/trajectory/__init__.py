"""The way of a target from its base: what is required, observed and needed. Status and project both ask here."""
