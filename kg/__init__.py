"""A claim graph from the news: who says what about which event."""
