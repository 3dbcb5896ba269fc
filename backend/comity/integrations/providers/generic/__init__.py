"""Any program: an interaction as JSON, signed as Standard Webhooks say."""
