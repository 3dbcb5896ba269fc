"""The answer of `/v1/sample-network`."""

from comity.schemas import Out


class SampleNetworkOut(Out):
    """How much was made up."""

    contacts: int
    interactions: int
    promises: int
    ties: int
    events: int
    goals: int
    follow_ups: int
