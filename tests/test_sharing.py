"""Works shared out give what they would give here, in their order, whatever becomes of the processes they ran in."""

import os
import signal
import time

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


def test_progress_ends_with_all():
    told = []
    shared([waiting(number) for number in range(9)], lambda done, total: told.append((done, total)))
    assert {total for _, total in told} == {9}
    assert [done for done, _ in told] == sorted(done for done, _ in told)


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
