"""The one place that knows the environment."""

import subprocess
import sys

import pytest
from pydantic import ValidationError

from shared.settings import Settings
from tests.requirements import requirement


@requirement("S2.18")
def test_a_fresh_machine_needs_no_setting():
    settings = Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_what_cannot_be_is_refused():
    with pytest.raises(ValidationError, match="workers"):
        Settings(workers=0)


def test_adapters_are_imported_when_they_are_used_and_not_before():
    program = (
        "import sys, services.local.commands; print([m for m in ('skia', 'cv2', 'av', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
