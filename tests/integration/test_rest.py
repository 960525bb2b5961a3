"""The registry over HTTP, as the browser and other clients meet it."""

import pytest
from flask.testing import FlaskClient

from services.gateway.app import local_app
from shared.settings import Settings
from tests.requirements import requirement

HOST = "127.0.0.1:8000"


class OnThisMachine(FlaskClient):
    """A client that calls the server by its own name."""

    def open(self, *args, **kwargs):
        return super().open(*args, **{"base_url": f"http://{HOST}", **kwargs})


@pytest.fixture
def client(studio, tmp_path):
    app, token = local_app(studio, Settings(data=tmp_path / "data"))
    app.test_client_class = OnThisMachine
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


def begin(client, project_id="boats", key=None, **more):
    headers = {"Idempotency-Key": key} if key else {}
    return client.post("/api/v1/projects", json={"project_id": project_id, "name": "Boats", **more}, headers=headers)


@requirement("S1.67")
def test_a_project_is_begun_and_read_with_the_settings_of_the_seed(client):
    made = begin(client, llm_model="gemini-3.1-pro-preview", image_model="flux-2-turbo", lora_weights_id="miriN14")
    assert made.status_code == 200
    read = client.get("/api/v1/projects/boats").json["project"]
    assert read == made.json["project"]
    assert read["settings"] == {
        "llm_model": "gemini-3.1-pro-preview", "image_model": "flux-2-turbo", "video_model": "draft-motion-1",
        "lora_weights_id": "miriN14", "require_human_approval": True,
    }  # fmt: skip
    assert read["created_at"]
    assert [p["project_id"] for p in client.get("/api/v1/projects").json["projects"]] == ["boats"]


def test_a_repeated_request_with_its_key_is_answered_the_same_and_done_once(client, studio):
    first, second = begin(client, key="k"), begin(client, key="k")
    assert first.json == second.json
    assert len(studio.store.history("boats", "project/boats")) == 1


def test_the_same_key_with_another_request_is_refused(client):
    begin(client, key="k")
    other = begin(client, project_id="other", key="k")
    assert (other.status_code, other.json["code"]) == (422, "idempotency_key_reused")


def test_a_wrong_request_says_every_field_that_is_wrong(client):
    wrong = client.post("/api/v1/projects", json={"project_id": "NO WAY", "naem": "x"})
    assert wrong.status_code == 422
    for field in ("project_id", "name", "naem"):
        assert field in wrong.json["message"]
    assert client.post("/api/v1/projects", data="[]", content_type="application/json").status_code == 422


def test_what_is_not_there_is_not_found_and_what_is_not_allowed_is_refused(client):
    assert client.get("/api/v1/projects/none").status_code == 404
    assert client.post("/api/v1/projects/none/film").status_code == 409
    begin(client)
    assert client.post("/api/v1/projects/boats/film").status_code == 409
    assert client.get("/api/v1/projects/boats/scenes/sc01").status_code == 404


def test_nobody_without_the_token_and_no_other_site_gets_in(client):
    assert client.get("/api/v1/projects", headers={"Authorization": "Bearer guess"}).status_code == 401
    assert client.get("/api/v1/projects", headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.get("/api/v1/projects", base_url="http://rebound.example:8000").status_code == 403
    assert client.get("/api/v1/projects", headers={"Origin": f"http://{HOST}"}).status_code == 200


def test_a_song_that_is_no_song_is_refused_and_nothing_is_stored(client, studio):
    begin(client)
    blob = studio.blobs.put(b"#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd\n")
    refused = client.post("/api/v1/projects/boats/song", json={"song": blob, "file_name": "song.mp3"})
    assert (refused.status_code, refused.json["code"]) == (415, "unacceptable_file")
    assert studio.store.history("boats", "song/main") == []


def test_the_server_describes_itself(client):
    document = client.get("/openapi.json").json
    assert document["openapi"] == "3.1.0"
    assert "approve_shot" in {o["operationId"] for m in document["paths"].values() for o in m.values()}


@requirement("S1.38")
def test_a_person_tells_what_the_film_is_about_and_reads_it_back(client):
    begin(client)
    told = client.post("/api/v1/projects/boats/story", json={"text": "ילדה בשם מירי מחכה לבוקר"})
    assert told.status_code == 200
    assert client.get("/api/v1/projects/boats/story").json["story"]["text"] == "ילדה בשם מירי מחכה לבוקר"
    assert client.post("/api/v1/projects/none/story", json={"text": "x"}).status_code == 404
