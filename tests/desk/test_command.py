"""`paiban desk` as a command: what it wants, and how it begins and ends."""

import re
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from layout.cli import main
from layout.desk import assets
from tests.desk.rooms import newsroom
from tests.newsrooms import REPOSITORY


def run(*arguments):
    return CliRunner().invoke(main, ["--lang", "en", "desk", *map(str, arguments)])


def test_without_the_extra_it_says_what_to_install(tmp_path, monkeypatch):
    known = assets.find_spec
    monkeypatch.setattr(assets, "find_spec", lambda name: None if name == "uvicorn" else known(name))
    result = run(newsroom(tmp_path))
    assert result.exit_code == 2
    assert "the desk lacks uvicorn: pip install 'paiban[desk]'" in result.output


def test_an_edition_that_is_not_there(tmp_path):
    result = run(tmp_path)
    assert result.exit_code == 2 and "there is no" in result.output


@pytest.mark.parametrize("address", ["code {file", "code {path}", "javascript:alert({line})", "x"])
def test_an_editor_that_cannot_be_opened(tmp_path, address):
    result = run(newsroom(tmp_path), "--editor", address)
    assert result.exit_code == 2 and "--editor" in result.output


@pytest.mark.slow
def test_it_is_served_until_it_is_stopped_and_a_taken_port_is_told_of(tmp_path):
    command = [sys.executable, "-m", "layout", "--lang", "en", "desk", str(newsroom(tmp_path)), "--port"]
    with subprocess.Popen([*command, "0"], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as desk:
        try:
            address = re.search(r"http://127\.0\.0\.1:(\d+)/", desk.stdout.readline())
            with urlopen(address[0], timeout=30) as answer:
                assert "澜川日报" in answer.read().decode()
            again = subprocess.run(
                [*command, address[1]], cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False
            )
            assert again.returncode == 3 and address[1] in again.stderr and "Traceback" not in again.stderr
        finally:
            desk.send_signal(signal.SIGINT)
        assert desk.wait(30) == 0
