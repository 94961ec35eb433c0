"""Charts drawn by Qt itself, from plain numbers: they know neither layers nor runs. None of this imports qgis.core."""
