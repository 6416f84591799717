"""The same input gives the same bytes, in other processes and under other hash seeds too."""

import hashlib
import os
import subprocess
import sys

import pytest

from tests.editions.samples import REPOSITORY, SAMPLES, pdfs

# Run elsewhere with the faces that the suite uses here.
SCRIPT = """
import sys
from tests.editions.test_same_bytes import digests
print("\\n".join(digests(sys.argv[1])))
"""


def digests(name: str) -> list[str]:
    return [f"{file} {hashlib.sha256(data).hexdigest()}" for file, data in sorted(pdfs(name).items())]


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_another_process_with_another_hash_seed_makes_the_same_files(name):
    environment = {**os.environ, "PYTHONHASHSEED": "77"}
    command = [sys.executable, "-c", SCRIPT, name]
    made = subprocess.run(command, check=True, env=environment, cwd=REPOSITORY, capture_output=True, text=True)
    assert made.stdout.split("\n")[:-1] == digests(name)
