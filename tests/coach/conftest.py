"""How properties are searched: the same examples in every run, whatever the speed of the machine."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
