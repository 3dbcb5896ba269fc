"""What providers send, in the shape of their own examples."""

from typing import Any

from tests.integrations.senders import SAM, happened

Json = dict[str, Any]


def calcom(
    trigger: str = "BOOKING_CREATED",
    *,
    uid: str = "bFJeNb2uX8ANpT3JL5EfXw",
    starts: str = "2026-03-05T09:30:00Z",
    ends: str = "2026-03-05T10:30:00Z",
    created: str = "2026-03-02T08:30:00.538Z",
    **payload: Any,
) -> Json:
    return {
        "triggerEvent": trigger,
        "createdAt": created,
        "payload": {
            "type": "60min",
            "title": "60min between Robin Vale and Sam Okafor",
            "description": "",
            "additionalNotes": "Your talk in May",
            "startTime": starts,
            "endTime": ends,
            "organizer": {
                "id": 5,
                "name": "Robin Vale",
                "email": "robin@elsewhere.example",
                "timeZone": "Europe/Berlin",
            },
            "responses": {
                "name": {"label": "your_name", "value": "Sam Okafor"},
                "location": {"label": "location", "value": {"optionValue": "", "value": "inPerson"}},
            },
            "attendees": [{"email": "sam@example.com", "name": "Sam Okafor", "timeZone": "Europe/Berlin"}],
            "location": "Café Central",
            "uid": uid,
            "length": 60,
            "status": "ACCEPTED",
            **payload,
        },
    }


def calendly(
    event: str = "invitee.created",
    *,
    invitee: str = "AAAA",
    starts: str | None = "2026-03-05T09:30:00.000000Z",
    created: str = "2026-03-02T08:50:13.000000Z",
    **payload: Any,
) -> Json:
    scheduled = {
        "uri": "https://api.calendly.com/scheduled_events/EEEE",
        "name": "30 Minute Meeting",
        "start_time": starts,
        "end_time": "2026-03-05T10:00:00.000000Z",
        "location": {"type": "zoom", "join_url": "https://zoom.example/j/1"},
        "event_guests": [],
        "event_memberships": [{"user": "https://api.calendly.com/users/UUUU", "user_email": "robin@elsewhere.example"}],
    }
    return {
        "event": event,
        "created_at": created,
        "created_by": "https://api.calendly.com/users/UUUU",
        "payload": {
            "created_at": created,
            "email": "sam@example.com",
            "event": "https://api.calendly.com/scheduled_events/EEEE",
            "first_name": None,
            "last_name": None,
            "name": "Sam Okafor",
            "new_invitee": None,
            "old_invitee": None,
            "questions_and_answers": [{"question": "What is it about?", "answer": "Your talk", "position": 0}],
            "rescheduled": False,
            "status": "active",
            "uri": f"https://api.calendly.com/scheduled_events/EEEE/invitees/{invitee}",
            **({"scheduled_event": scheduled} if starts else {}),
            **payload,
        },
    }


POSTMARK: Json = {
    "FromName": "Sam Okafor",
    "MessageStream": "inbound",
    "From": "sam@example.com",
    "FromFull": {"Email": "sam@example.com", "Name": "Sam Okafor", "MailboxHash": ""},
    "To": '"Robin Vale" <mailbox+hash@inbound.postmarkapp.com>',
    "ToFull": [{"Email": "mailbox+hash@inbound.postmarkapp.com", "Name": "Robin Vale", "MailboxHash": "hash"}],
    "CcFull": [],
    "OriginalRecipient": "mailbox+hash@inbound.postmarkapp.com",
    "Subject": "Re: Your talk in May",
    "MessageID": "73e6d360-66eb-11e1-8e72-a8904824019b",
    "Date": "Sun, 1 Mar 2026 17:41:16 -0400",
    "TextBody": "Gladly, on Tuesday?\n\nOn Sunday Robin wrote:\n> Shall we meet?",
    "HtmlBody": "<html><head><style>p{}</style></head><body><p>Gladly,<br>on Tuesday?</p></body></html>",
    "StrippedTextReply": "Gladly, on Tuesday?",
    "Headers": [
        {"Name": "Message-ID", "Value": "<answer@example.com>"},
        {"Name": "References", "Value": "<question@example.com> <another@example.com>"},
    ],
    "Attachments": [],
}


def slack(*, user: str = "U_SAM", ts: str = "1772359200.000200", event_id: str = "Ev01", **event: Any) -> Json:
    return {
        "token": "XXYYZZ",
        "team_id": "T123",
        "api_app_id": "A123",
        "event": {
            "type": "message",
            "channel": "D024BE91L",
            "channel_type": "im",
            "user": user,
            "text": "Shall we talk tomorrow?",
            "ts": ts,
            **event,
        },
        "type": "event_callback",
        "event_id": event_id,
        "event_time": 1772359200,
        "authorizations": [{"enterprise_id": None, "team_id": "T123", "user_id": "U_ROBIN", "is_bot": False}],
    }


def zoom(
    event: str = "meeting.participant_joined",
    *,
    name: str = "Sam Okafor",
    email: str = "sam@example.com",
    left: str | None = None,
    **participant: Any,
) -> Json:
    return {
        "event": event,
        "event_ts": 1772359260000,
        "payload": {
            "account_id": "AAAA",
            "object": {
                "uuid": "4444AAAiAAAAAiAiAiiAii==",
                "id": "123456789",
                "host_id": "HOST",
                "topic": "Coffee",
                "type": 2,
                "start_time": "2026-03-01T10:00:00Z",
                "timezone": "Europe/Berlin",
                "duration": 30,
                "participant": {
                    "user_id": f"16778240-{name}",
                    "user_name": name,
                    "id": "",
                    "email": email,
                    **({"leave_time": left} if left else {"join_time": "2026-03-01T10:01:00Z"}),
                    **participant,
                },
            },
        },
    }


ANY: dict[str, Json] = {
    "generic": happened(SAM),
    "calcom": calcom(),
    "calendly": calendly(),
    "postmark": POSTMARK,
    "slack": slack(),
    "zoom": zoom(),
}
