"""What the program reaches, and what it costs, in figures that anyone can measure again."""
