"""The five pages of the dock."""
