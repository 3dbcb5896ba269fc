#!/bin/sh
# Tells Comity what happened: sh post_interaction.sh interaction.json
# COMITY_HOOK_URL and COMITY_HOOK_SECRET are what an integration of the kind "generic" shows.
set -eu

id="evt_$(openssl rand -hex 12)" # the same id again is the same event
time=$(date +%s)
body=$(cat "$1")
key=$(printf %s "${COMITY_HOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
signature=$(printf '%s.%s.%s' "$id" "$time" "$body" |
	openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)

curl --silent --show-error --fail-with-body "$COMITY_HOOK_URL" \
	--header "Content-Type: application/json" \
	--header "webhook-id: $id" \
	--header "webhook-timestamp: $time" \
	--header "webhook-signature: v1,$signature" \
	--data-binary "$body"
