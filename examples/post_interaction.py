"""Tells Comity what happened: python post_interaction.py interaction.json

COMITY_HOOK_URL and COMITY_HOOK_SECRET are what an integration of the kind "generic" shows.
"""

import base64
import hmac
import os
import pathlib
import sys
import time
import urllib.request
import uuid

event_id = f"evt_{uuid.uuid4().hex}"  # the same id again is the same event
stamp = str(int(time.time()))
body = pathlib.Path(sys.argv[1]).read_bytes()
key = base64.b64decode(os.environ["COMITY_HOOK_SECRET"].removeprefix("whsec_"))
signature = base64.b64encode(hmac.digest(key, f"{event_id}.{stamp}.".encode() + body, "sha256")).decode()

request = urllib.request.Request(
    os.environ["COMITY_HOOK_URL"],
    data=body,
    headers={
        "Content-Type": "application/json",
        "webhook-id": event_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{signature}",
    },
)
with urllib.request.urlopen(request) as answer:
    print(answer.read().decode())
