import pytest

from dock_desk import *
import faulthandler, sys
@pytest.fixture
def desk(processing, county, output, tmp_path, monkeypatch):
    with dock_desk(county, output, monkeypatch, tmp_path/"data") as d:
        yield d
import desk as deskmod
@pytest.mark.parametrize("i", range(60))
def test_x(desk, i):
    desk.turn_to("thresholds")
    try:
        desk.choose(); 
        desk.session.edit("x", counted=True, cni_limit=17.0, imd_limit=15.0); desk.settle()
    except AssertionError:
        print("STUCK", [(w.description(), w.status()) for w in Work.running], flush=True)
        raise
