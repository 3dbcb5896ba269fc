"""Names of days, months and lengths of time."""

_IN_A_WEEK = "monday tuesday wednesday thursday friday saturday sunday"
_IN_A_YEAR = "january february march april may june july august september october november december"
WEEKDAYS = {name: number for number, name in enumerate(_IN_A_WEEK.split(), start=1)}  # ISO, 1 Monday to 7 Sunday
SHORT_WEEKDAYS = {
    short: number
    for number, names in enumerate(("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"), start=1)
    for short in names.split()
}
MONTHS = {name: number for number, name in enumerate(_IN_A_YEAR.split(), start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items() if name not in {"march", "may"}} | {"sept": 9}
UNITS = {  # how many days, or, where True, months
    "day": (1, False),
    "days": (1, False),
    "week": (7, False),
    "weeks": (7, False),
    "fortnight": (14, False),
    "month": (1, True),
    "months": (1, True),
    "quarter": (3, True),
    "year": (12, True),
    "years": (12, True),
}
