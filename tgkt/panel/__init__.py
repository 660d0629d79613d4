"""`tgkt panel`: the rules of the engine said once more, as one SQL statement for tables of millions of figures."""
