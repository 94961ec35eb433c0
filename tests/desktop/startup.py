"""QGIS runs this before it loads its plugins, so that nothing they log is missed."""

import faults  # noqa: F401
