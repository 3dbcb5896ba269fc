"""The coach: what the playbook knows, as pure functions over plain values."""
