"""CNI Mapper: community need beside deprivation, as styled layers in QGIS."""


def classFactory(iface):  # noqa: ANN001, ANN201  (the name and the form that QGIS calls)
    from .plugin import CniMapperPlugin

    return CniMapperPlugin(iface)
