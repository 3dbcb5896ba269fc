"""How far a job is, and how fast it goes."""

from typing import Any

from comity.imports.schemas import Progress


def progress_of(job: Any) -> Progress:
    """Say how fast it goes, by the records of this run and the time from its start to its last step."""
    took = (job.moved_at - job.started_at).total_seconds() if job.moved_at and job.started_at else 0
    per_second = job.done / took if took > 0 else 0.0
    left = round((job.total - job.done) / per_second) if per_second > 0 else None
    return Progress(done=job.done, total=job.total, per_second=round(per_second, 1), seconds_left=left)
