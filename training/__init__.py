"""How the pipelines that `kg` ships were trained: sources, teacher, silver, student, evaluation, package."""
