"""`/v1/sample-network`."""

from comity.sample import service
from comity.sample.schemas import SampleNetworkOut
from comity.sample.service import SampleNetworkExists, SampleNetworkNotFound
from comity.web import AccountDep, NowDep, WriteSession, new_router, problems

router = new_router(tag="sample-network")


@router.post(
    "/sample-network", status_code=201, response_model=SampleNetworkOut, responses=problems(SampleNetworkExists)
)
def create_sample_network(session: WriteSession, account_id: AccountDep, now: NowDep) -> SampleNetworkOut:
    """Make up a network to look around in: 120 people, tagged Demo, with two years of history."""
    return service.create_sample_network(session, account_id=account_id, now=now)


@router.delete("/sample-network", status_code=204, responses=problems(SampleNetworkNotFound))
def remove_sample_network(session: WriteSession, account_id: AccountDep, now: NowDep) -> None:
    """Take the made-up network away, and nothing else."""
    service.remove_sample_network(session, account_id=account_id, now=now)
