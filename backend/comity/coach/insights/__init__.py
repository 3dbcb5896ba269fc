"""Why the owner's networking is not working, on their own evidence (playbook §8).

Nothing of it is stored: all follows from the log, so whoever corrects the log corrects it too.
"""
