"""The same input gives the same bytes, in other processes and under other hash seeds too."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.editions.samples import REPOSITORY, SAMPLES, pdfs


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_another_process_with_another_hash_seed_makes_the_same_files(name, tmp_path):
    command = [sys.executable, "-m", "layout", "-q", "build", str(REPOSITORY / "issues" / name), "--out", str(tmp_path)]
    made = subprocess.run(command, check=False, env={**os.environ, "PYTHONHASHSEED": "77"}, cwd=REPOSITORY)
    assert made.returncode in {0, 1}, "pages are made, whatever is found on them"
    here = {file: hashlib.sha256(data).hexdigest() for file, data in pdfs(name).items()}
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(tmp_path).glob("*.pdf")}
    assert there == here
