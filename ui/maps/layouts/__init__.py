"""Print layouts: what a page says, what its maps draw, and the file it becomes."""
