"""What is computed: community need, deprivation and their overlay. Never imports qgis or Qt."""
