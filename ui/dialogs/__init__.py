"""Windows and small widgets."""
