"""What pages weigh on the wire, compressed and with their headers."""
import re

PAGE, STYLES, SCRIPTS, FIRST_VISIT, REQUESTS = 14 << 10, 10 << 10, 15 << 10, 50 << 10, 5


def problems(person, path):
    """Held against the budget: the page, its style sheet, its scripts, and all of a first visit. Answers them and the page's weight."""
    answer = person.get(path)
    parts = {"style sheet": [], "script": [], "other": []}
    for tag in re.findall(r"<(?:link|script|img)\b[^>]*>", answer.text):
        target = re.search(r'(?:href|src)="(/[^"]*)"', tag)
        if target:
            kind = "style sheet" if 'rel="stylesheet"' in tag else "script" if tag.startswith("<script") else "other"
            parts[kind].append(size(person, target.group(1)))
    found = []
    for what, weight, most in [
        ("page", answer.wire, PAGE), ("style sheets", sum(parts["style sheet"]), STYLES), ("scripts", sum(parts["script"]), SCRIPTS),
        ("first visit", answer.wire + sum(sum(sizes) for sizes in parts.values()), FIRST_VISIT),
    ]:
        if weight > most:
            found.append(f"{what} heavier than {most >> 10} KB")
    requests = 1 + sum(len(sizes) for sizes in parts.values())
    if requests > REQUESTS:
        found.append(f"{requests} requests for a first visit")
    return found, answer.wire


SIZES = {}


def size(person, path):
    if path not in SIZES:
        SIZES[path] = person.get(path).wire
    return SIZES[path]
