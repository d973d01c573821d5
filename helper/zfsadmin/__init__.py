"""The package behind the command zfsadmin; `__main__` says what it is."""
