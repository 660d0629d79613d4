"""A package of tables, as `tgkt export` writes it, made into the files of a data folder again."""
