"""Definition, transforms, engine and result of an index."""
