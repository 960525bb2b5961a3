"""What is made from the code is fresh."""

import pytest

from tests.architecture.generated import ROOT, generated

FILES = generated()


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_generated_files_are_fresh(path):
    assert path.read_text(encoding="utf-8") == FILES[path], "run `make generate`"
