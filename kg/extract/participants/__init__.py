"""Who takes part in an event: the phrases that fill its roles, wherever the parser hung them."""
