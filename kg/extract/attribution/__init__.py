"""Who says what: words of saying of all kinds, with their sources, addressees and contents; direct speech."""
