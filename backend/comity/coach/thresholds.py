"""Every number of the playbook: with its unit and its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The playbook's defaults. Those marked (setting) an account may change."""

    warmth_target: float = 0.5  # share (setting): half a half-life of silence is natural, more is neglect


DEFAULTS = Thresholds()
