"""The providers that Comity understands: a folder each, and a line here."""

from comity.integrations.provider import Provider
from comity.integrations.providers.calcom.provider import CALCOM
from comity.integrations.providers.calendly.provider import CALENDLY
from comity.integrations.providers.generic.provider import GENERIC
from comity.integrations.providers.postmark.provider import POSTMARK
from comity.integrations.providers.slack.provider import SLACK
from comity.integrations.providers.zoom.provider import ZOOM

PROVIDERS: dict[str, Provider] = {
    provider.kind: provider for provider in (GENERIC, CALCOM, CALENDLY, POSTMARK, SLACK, ZOOM)
}
