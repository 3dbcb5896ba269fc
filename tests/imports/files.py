"""Files in the shapes that other programs write, made by our own hand."""

import io
import zipfile
from collections.abc import Iterable

CONNECTIONS_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PREAMBLE = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing.'
    ' You will only see email addresses for connections who have allowed it, ""just like that""."\n\n'
)
MESSAGES_HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
ANA = "https://www.linkedin.com/in/ana-lima"
OLE = "https://www.linkedin.com/in/ole-berg"
ME = "https://www.linkedin.com/in/mia-owner"

ANDROID = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96zt=C3=BCrk;Ay=C5=9Fe;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=41=79=C5=9F=65=20=C3=96=7A=74=\r\n=C3=BC=72=6B\r\n"
    "TEL;CELL;PREF:+90 532 000 00 01\r\nTEL;HOME:0212 000 00 02\r\nEMAIL;HOME:ayse@example.com\r\n"
    "ORG:Deniz Tekstil;Satış\r\nTITLE:Satış Müdürü\r\nBDAY:--02-29\r\n"
    "NOTE;ENCODING=QUOTED-PRINTABLE:met at the fair=0D=0Ain Izmir\r\n"
    "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n 4QBARXhpZgAATU0AKgAAAAgAAYdp\r\n\r\n"
    "END:VCARD\r\n"
)
IPHONE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 18.1//EN\r\n"
    "N:Okafor;Sam;Chidi;Dr.;\r\nFN:Dr. Sam Chidi Okafor\r\nORG:Globex\\, Inc.;Research\r\nTITLE:Head of Research\r\n"
    "item1.EMAIL;type=INTERNET;type=pref:sam@globex.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n"
    "item2.TEL:+234 1 000 0001\r\nitem2.X-ABLabel:Assistant\r\n"
    "TEL;type=CELL;type=VOICE;type=pref:+234 800 000 0002\r\n"
    "item3.ADR;type=WORK:;;1 Marina Road;Lagos;;;Nigeria\r\nitem3.X-ABADR:ng\r\n"
    "X-SOCIALPROFILE;type=linkedin;x-user=samokafor:https://www.linkedin.com/in/samokafor\r\n"
    "BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-05-21\r\n"
    "NOTE:likes chess\\nand\\, oddly\\; turnips\r\n"
    "END:VCARD\r\n"
)
OUTLOOK = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;LANGUAGE=de:Müller;Jürgen\r\nFN:Jürgen Müller\r\nORG:Stadtwerke Köln;Einkauf\r\n"
    "TITLE:Abteilungsleiter\r\nTEL;WORK;VOICE:+49 221 0001\r\nTEL;WORK;FAX:+49 221 0002\r\n"
    "ADR;WORK;PREF:;;Domplatz 1;Köln;NRW;50667;Deutschland\r\n"
    "LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Domplatz 1=0D=0A=\r\n50667 Koeln\r\n"
    "EMAIL;PREF;INTERNET:juergen@example.com\r\nX-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r\n"
    "PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRgABAQEAYABgAAD\r\n\r\nREV:20240101T000000Z\r\nEND:VCARD\r\n"
)
GMAIL = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lea Brandt\r\nN:Brandt;Lea;;;\r\n"
    "EMAIL;TYPE=INTERNET;TYPE=WORK:lea@example.org\r\nTEL;TYPE=CELL:+41 79 000 00 01\r\nORG:Helvetia\r\n"
    "URL:https\\://www.linkedin.com/in/leabrandt\r\nCATEGORIES:myContacts,Climbing\r\nEND:VCARD\r\n"
)
MAC = (
    "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Initech\nORG:Initech;\nEMAIL;type=INTERNET:info@initech.example\n"
    "X-ABShowAs:COMPANY\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nN:Bloom;Noa;;;\nFN:Noa Bloom\nEMAIL;type=INTERNET;type=WORK:noa@initech.example\n"
    "PHOTO;BASE64:\n  /9j/4AAQSkZJRgABAQAAAQABAAD\n  4QBARXhpZgAATU0AKgAAAAgAAYdp\nEND:VCARD\n"
)
VERSION_4 = (
    'BEGIN:VCARD\nVERSION:4.0\nKIND:individual\nFN;TYPE="a;b:c,d":Yuki Sato\nN:Sato;Yuki;;;\n'
    'TEL;VALUE=uri;TYPE="voice,cell";PREF=1:tel:+81-3-0000-0001\nEMAIL;PREF=1:yuki@example.jp\n'
    'ADR;LABEL="1 Chiyoda^nTokyo^\'east":;;1 Chiyoda;Tokyo;;100;JP\nBDAY:--0229\nORG:Kumo\nTITLE:Engineer\n'
    "END:VCARD\n"
)
CARDS = {
    "android": ANDROID.encode(),
    "iphone": IPHONE.encode(),
    "outlook": OUTLOOK.encode("utf-16"),
    "gmail": GMAIL.encode(),
    "mac": MAC.encode(),
    "version 4": VERSION_4.encode(),
}
GOOGLE = (
    "First Name,Middle Name,Last Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Organization Name,Organization Title,Website 1 - Value\n"
    "Lea,,Brandt,1985-03-02,,Climbing ::: * myContacts,* Work,lea@example.org ::: l.brandt@example.org,,Mobile,"
    "+41 79 000 00 01,Helvetia,Underwriter,https://lea.example.org\n"
)
OUTLOOK_TABLE = (
    "First Name,Middle Name,Last Name,Company,Job Title,Business Country/Region,Business Fax,Mobile Phone,Birthday,"
    "Categories,E-mail Address,E-mail Type,E-mail 2 Address,Web Page\n"
    "Jürgen,,Müller,Stadtwerke Köln,Einkäufer,Germany,+49 221 2,+49 170 1,0/0/00,Kunden,j@example.com,SMTP,,\n"
)


def connections(*rows: str, preamble: bool = True) -> bytes:
    """A `Connections.csv` with these rows."""
    return ((PREAMBLE if preamble else "") + "\n".join([CONNECTIONS_HEADER, *rows]) + "\n").encode()


def connection(number: int) -> str:
    """The row of a made-up person."""
    return (
        f"Person{number},Number{number},https://www.linkedin.com/in/person-{number},,Company {number % 50},"
        f"Engineer,{number % 28 + 1:02} Mar 2024"
    )


def messages(*rows: str) -> bytes:
    """A `messages.csv` with these rows."""
    return ("\n".join([MESSAGES_HEADER, *rows]) + "\n").encode()


def message(
    *,
    sender: str = "Ana Lima",
    sender_url: str = ANA,
    to: str = "Mia Owner",
    to_urls: str = ME,
    conversation: str = "c1",
    sent: str = "2024-03-15 09:30:00 UTC",
    content: str = "Hello",
    folder: str = "INBOX",
) -> str:
    """The row of one message."""
    cells = (conversation, "", sender, sender_url, to, to_urls, sent, "", content, folder)
    return ",".join(f'"{cell}"' for cell in cells)


def archive(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts:
            packed.writestr(name, content)
    return file.getvalue()


CALENDAR = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "METHOD:PUBLISH",
        "BEGIN:VTIMEZONE",
        "TZID:Ours",
        "BEGIN:DAYLIGHT",
        "DTSTART:20070311T020000",
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "TZOFFSETFROM:-0500",
        "TZOFFSETTO:-0400",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20071104T020000",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
        "TZOFFSETFROM:-0400",
        "TZOFFSETTO:-0500",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:weekly@example.com",
        "SEQUENCE:2",
        "SUMMARY:Stammtisch für Ärzte",
        "DTSTART;TZID=Ours:20260105T180000",
        "DURATION:PT2H",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270101T000000Z",
        "EXDATE;TZID=Ours:20260119T180000",
        "RDATE;TZID=Ours:20260120T180000,20260121T180000",
        'ATTENDEE;CN="Okafor, Sam";PARTSTAT=ACCEPTED:mailto:sam@example.com',
        "BEGIN:VALARM",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:weekly@example.com",
        "RECURRENCE-ID;TZID=Ours:20260316T180000",
        "SUMMARY:Stammtisch",
        "DTSTART;TZID=Europe/Berlin:20260317T190000",
        "DTEND;TZID=Asia/Tokyo:20260318T060000",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:day@example.com",
        "SUMMARY:Fair",
        "DTSTART;VALUE=DATE:20260401",
        "DTEND;VALUE=DATE:20260403",
        "ORGANIZER;CN=Ben Ito:mailto:ben@example.com",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
).encode()
