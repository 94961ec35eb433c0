"""A page of our own making, small enough to know everything on it."""

from __future__ import annotations

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

EXTENT = QgsRectangle(500000, 200000, 510000, 205000)
"""10 by 5 km, shown on 100 by 50 mm: 1:100,000."""
MAP = (20.0, 40.0, 100.0, 50.0)
"""mm: x, y, width, height."""


def squares() -> QgsVectorLayer:
    """Two squares, one of them reaching a kilometre beyond the extent on the right."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700&field=name:string", "Two squares", "memory")
    for left, right in ((501000, 503000), (508000, 511000)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 201000, right, 204000)))
        layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    return layer


def make_page(
    project: QgsProject,
    words: str,
    maps: int = 1,
    size: tuple[float, float] = (210, 297),
    layer: QgsVectorLayer | None = None,
) -> QgsPrintLayout:
    """A page with a text and as many equal maps, one below the other, named map0, map1 ...

    layer: what the maps show; by default the squares, which are the layout's own as those of the plugin's pages are.
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(words)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*size))
    label = QgsLayoutItemLabel(layout)
    label.setText(words)
    label.attemptMove(QgsLayoutPoint(20, 15))
    label.attemptResize(QgsLayoutSize(150, 10))
    layout.addLayoutItem(label)
    if layer is None:
        layer = squares()
        layer.setParent(layout)
    for number in range(maps):
        item = QgsLayoutItemMap(layout)
        item.setId(f"map{number}")
        layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(MAP[0], MAP[1] + 60 * number))
        item.attemptResize(QgsLayoutSize(MAP[2], MAP[3]))
        item.setCrs(layer.crs())
        item.setLayers([layer])
        item.setKeepLayerSet(True)
        item.setExtent(EXTENT)
    return layout
