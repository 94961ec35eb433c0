"""Layers, styles and what is written beside them. No widgets."""
