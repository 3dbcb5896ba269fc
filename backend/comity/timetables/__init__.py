"""When somebody may be approached: windows that suit and days that do not, each with its rule."""
