"""The rules of the playbook (§3): a file for each family, a function for each rule, named as the rule is."""
