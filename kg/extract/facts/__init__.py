"""Which of the events are stated so plainly that they become facts of the graph."""
