"""Tables, codes and vintages, look-ups."""
