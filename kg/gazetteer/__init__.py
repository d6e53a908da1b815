"""States and organisations that the news names: tables, no code."""
