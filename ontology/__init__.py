"""Data only: `kg.ttl`, the vocabulary, and `shapes.ttl`, what a graph of it looks like; installed as `kg._ontology`."""
