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
        print("STUCK", [(w.description(), w.status(), w.isCanceled(), w.isActive()) for w in Work.running], AlgorithmRun.running, QgsApplication.taskManager().countActiveTasks(), [ (t.description(), t.status(), t.isCanceled()) for t in QgsApplication.taskManager().tasks()])
        from qgis.PyQt.QtCore import QThreadPool; p=QThreadPool.globalInstance(); print("POOL", p.activeThreadCount(), p.maxThreadCount(), desk.iface.canvas.isDrawing(), [j for j in desk.dock.looks._seen], flush=True)
        import subprocess, os; print(subprocess.run(f"for t in /proc/{os.getpid()}/task/*; do echo $t $(cat $t/comm) $(cat $t/wchan) $(grep State $t/status); done", shell=True, capture_output=True, text=True).stdout, flush=True)
        p.setMaxThreadCount(p.maxThreadCount()+1); QTest.qWait(1000); print("AFTER", len(Work.running), p.activeThreadCount())
        raise
