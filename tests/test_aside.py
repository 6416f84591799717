"""Work done aside gives what it would give here: its value, its exception, and its value also when the child dies."""

import os
import signal
import subprocess
import sys

import pytest

from layout import aside
from layout.aside import Aside
from layout.compose.findings import OVERSET
from layout.diagnostics import Diagnostic, Kind, Severity

# The test's own process may have threads; the command has none when it forks.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def test_a_value_comes_back(monkeypatch):
    monkeypatch.setattr(aside, "can_fork", lambda: True)
    here = os.getpid()
    value, process = Aside(lambda: ("版" * 200_000, os.getpid())).result()
    assert len(value) == 200_000
    assert process != here


def test_an_exception_comes_back(monkeypatch):
    monkeypatch.setattr(aside, "can_fork", lambda: True)

    def fails():
        raise ValueError("没有")

    with pytest.raises(ValueError, match="没有"):
        Aside(fails).result()


def test_a_child_that_dies_loses_nothing(monkeypatch):
    monkeypatch.setattr(aside, "can_fork", lambda: True)
    here = os.getpid()

    def dies_elsewhere():
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "做完了"

    assert Aside(dies_elsewhere).result() == "做完了"


def test_without_processes_the_work_is_done_here(monkeypatch):
    monkeypatch.setattr(aside, "can_fork", lambda: False)
    assert Aside(os.getpid).result() == os.getpid()


def test_a_kind_that_comes_back_is_the_one_known_here(monkeypatch):
    monkeypatch.setattr(aside, "can_fork", lambda: True)
    found = Aside(lambda: Diagnostic(OVERSET, values=(("story", "a"),))).result()
    assert found.kind is OVERSET
    stranger = Aside(lambda: Kind("ZZZ999", Severity.NOTE, "甲", "a", "乙")).result()
    assert (stranger.code, stranger.zh, stranger.hint_zh) == ("ZZZ999", "甲", "乙")


def test_what_the_child_prints_of_the_parent_is_printed_once():
    script = (
        "import sys\nfrom layout.aside import Aside\nsys.stdout.write('一次')\nassert Aside(lambda: 1).result() == 1\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout == "一次"
