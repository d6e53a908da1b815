"""How certain a source is of what it says: negation, modality, conditions, what is presupposed, acts."""
