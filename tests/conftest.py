"""What tests share."""

import os

import hypothesis
import pytest

from services.local.crew import SERVICES
from shared.service import listeners
from shared.settings import Settings
from shared.wiring import install

hypothesis.settings.register_profile("same every time", derandomize=True, deadline=None)
if "CI" in os.environ:
    hypothesis.settings.load_profile("same every time")


@pytest.fixture
def installation(tmp_path):
    """A whole studio in an empty folder."""
    made = install(Settings(data=tmp_path / "data"), listeners(SERVICES))
    yield made
    made.close()


@pytest.fixture
def studio(installation):
    """Its ports."""
    return installation.studio
