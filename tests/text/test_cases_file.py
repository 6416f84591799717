"""Our own line composition cases run with the suite."""

from pathlib import Path

import pytest

from tests import cases

CORPUS = sorted((Path(__file__).resolve().parents[1] / "corpus").glob("*.yaml"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_case_of_the_file_passes(path, capsys):
    assert cases.main([str(path)]) == 0, capsys.readouterr().out


def test_a_wrong_expectation_is_found(tmp_path, capsys):
    elastic = next(path for path in CORPUS if path.stem == "cases_elastic_kaiming")
    text = elastic.read_text("utf-8").replace('lines: ["江水慢慢，退到石阶底",', 'lines: ["江水慢慢，退到石阶",')
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(text, "utf-8")
    assert cases.main([str(wrong)]) == 1
    assert "EK-01" in capsys.readouterr().out
