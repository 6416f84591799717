"""A little fuzzing in every run, more of it in the slow ones, and every input that was kept because it was a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import CORPUS
from tests.fuzz.targets import EXECUTIONS, Newsroom

FOUND = sorted(path for path in CORPUS.glob("*") if "--" in path.name)
_QUICK = settings(
    max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate)
)
_LONG = settings(_QUICK, max_examples=400)


@pytest.fixture(scope="module")
def room():
    made = Newsroom()
    yield made
    made.close()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("target", EXECUTIONS)
def test_spoilt_files_are_findings_never_exceptions(room, target):
    @_QUICK
    @given(st.randoms(use_true_random=False))
    def spoil(random):
        EXECUTIONS[target](room, random)

    spoil()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("target", EXECUTIONS)
def test_many_spoilt_files_are_findings_never_exceptions(room, target):
    @_LONG
    @given(st.randoms(use_true_random=False))
    def spoil(random):
        EXECUTIONS[target](room, random)

    spoil()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_a_fault_once_is_a_finding(room, path: Path):
    target, *parts, _ = path.name.split("--")
    room.read(target, room.root.joinpath(*parts), path.read_bytes())
