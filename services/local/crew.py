"""Every service, together in one process."""

from services.audio_analysis.reactions import SERVICE as AUDIO_ANALYSIS
from services.image_gen.reactions import SERVICE as IMAGE_GEN
from services.ingest.reactions import SERVICE as INGEST
from services.planner.reactions import SERVICE as PLANNER
from services.qa.reactions import SERVICE as QA
from services.stitcher.reactions import SERVICE as STITCHER
from services.video_gen.reactions import SERVICE as VIDEO_GEN

SERVICES = (INGEST, AUDIO_ANALYSIS, PLANNER, QA, IMAGE_GEN, VIDEO_GEN, STITCHER)
