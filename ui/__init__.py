"""What a person meets through QGIS: maps, algorithms, dialogs."""
