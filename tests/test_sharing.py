"""Works shared out give what they would give here, in their order, whatever becomes of the processes they ran in."""

import os
import signal
import time
from pathlib import Path
from threading import Timer

import pytest

from layout import aside, sharing
from layout.sharing import shared

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
HERE = os.getpid()


@pytest.fixture(autouse=True)
def processes(monkeypatch):
    monkeypatch.setattr(sharing, "can_fork", lambda: True)
    monkeypatch.setattr(aside, "can_fork", lambda: True)
    monkeypatch.setattr(sharing, "_processes", lambda: 3)


def numbered(number):
    return lambda: (number, os.getpid())


def waiting(number):
    def work():
        time.sleep(0.02)
        return number, os.getpid()

    return work


def test_results_come_in_the_order_of_their_works_from_several_processes():
    made = shared([waiting(number) for number in range(40)])
    assert [number for number, _ in made] == list(range(40))
    assert len({process for _, process in made}) > 1


def test_every_work_is_done_once(tmp_path):
    def marking(number):
        def work():
            with (tmp_path / str(number)).open("a") as file:
                file.write("x")

        return work

    shared([marking(number) for number in range(60)])
    assert [(tmp_path / str(number)).read_text() for number in range(60)] == ["x"] * 60


@pytest.mark.parametrize("forks", [True, False])
def test_progress_ends_with_all(monkeypatch, forks):
    monkeypatch.setattr(sharing, "can_fork", lambda: forks)
    told, meanwhile = [], []
    works = [waiting(number) for number in range(9)]
    shared(works, lambda done, total: told.append((done, total)), lambda: meanwhile.append(len(told)))
    assert {total for _, total in told} == {9}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (9, 9)
    assert len(meanwhile) == 1


def test_what_a_dying_process_took_is_done_here():
    def dies_elsewhere():
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.05)
        return "done", HERE

    assert [word for word, _ in shared([dies_elsewhere] * 8)] == ["done"] * 8


def test_an_exception_is_raised_here():
    class ComplicatedError(Exception):
        def __init__(self, one, other):
            super().__init__(f"{one} {other}")

    def fails():
        time.sleep(0.02)
        raise ComplicatedError("no", "good")

    with pytest.raises(ComplicatedError, match="no good"):
        shared([numbered(1), fails, waiting(2), fails])


def test_without_processes_all_is_done_here(monkeypatch):
    monkeypatch.setattr(sharing, "can_fork", lambda: False)
    assert {process for _, process in shared([numbered(number) for number in range(5)])} == {HERE}


def test_a_process_killed_after_its_work_costs_only_time():
    def kills_itself_while_answering():
        if os.getpid() != HERE:
            Timer(0.2, os.kill, (os.getpid(), signal.SIGKILL)).start()
        time.sleep(0.02)
        return "字" * 1_000_000

    def slow():
        time.sleep(0.6)
        return ""

    works = [kills_itself_while_answering] * 4 + [slow]
    assert [len(one) for one in shared(works)] == [1_000_000] * 4 + [0]


def test_who_ignores_the_ends_of_children_gets_results_all_the_same():
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert [number for number, _ in shared([waiting(number) for number in range(6)])] == list(range(6))
    finally:
        signal.signal(signal.SIGCHLD, before)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc")
def test_after_a_failure_nothing_is_left_open_and_nobody_works_on(tmp_path, monkeypatch):
    children = []
    fork = os.fork

    def noted():
        child = fork()
        children.append(child)
        return child

    monkeypatch.setattr(os, "fork", noted)

    def marks():
        time.sleep(0.05)
        (tmp_path / f"{time.monotonic_ns()}-{os.getpid()}").touch()
        if os.getpid() == HERE:
            raise ValueError("no good")

    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(ValueError, match="no good"):
        shared([marks] * 40)
    done = len(list(tmp_path.iterdir()))
    assert done < 12
    time.sleep(0.2)
    assert len(list(tmp_path.iterdir())) == done
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert children
    for child in children:
        with pytest.raises(ChildProcessError):
            os.waitpid(child, os.WNOHANG)


def test_more_works_than_a_pipe_holds_are_done_here():
    assert shared([lambda: 1] * 5000) == [1] * 5000
