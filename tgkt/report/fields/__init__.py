"""The fields of every command's rows; `tgkt.report.machine.shapes` lists them all."""
