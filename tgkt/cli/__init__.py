"""The commands: one file each, reading arguments and handing over to the other rooms."""
