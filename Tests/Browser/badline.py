"""A contact point on a bad line reports ten values: nothing may be lost, and nothing counted twice."""
import re, urllib.parse

import chromium
from forms import form_on
from line import Line
from patience import ATTEMPTS, Patient
from person import Person
from program import HARBOURS, Program

WANTED = 10
SEND = 'main form.form button[type="submit"]'
USABLE = 15  # seconds, for any page


class Bruno:
    """Reads, types and sends; where a page does not come he loads it again, goes back, and sends again, as a person would."""

    def __init__(self, page, base):
        self.at, self.page, self.base = Patient(page), page, base

    def sign_in(self):
        self.at.open(f"{self.base}/sign-in")
        while not self.at.press("signing in", 'button[value="bruno"]'):
            self.at.again += 1
            self.at.open(f"{self.base}/{HARBOURS}/report")
            if "/sign-in" not in self.page.url:
                return

    def report(self, path, wanted):
        """Types values into what is still empty and sends it, until a page says that it is recorded. Answers what was typed."""
        typed = {}
        for _ in range(ATTEMPTS):
            self.at.open(self.base + path)
            if typed and self.stands(typed):
                return typed
            typed = typed or self.values(wanted)
            for name, value in typed.items():
                self.page.fill(f'[name="{name}"]', value)
            if not typed or self.sent(path):
                return typed
        raise AssertionError(f"{path} could not be sent")

    def sent(self, path):
        """Whether a page has said that it is recorded; otherwise the form has to be looked at again."""
        came = self.at.press("sending", SEND)
        for _ in range(ATTEMPTS):
            if came and self.page.locator("main .notice").count() and re.search("recorded=|unchanged=", self.page.url):
                return True
            ticks = self.page.locator('[name^="right-"]')
            if came and self.page.locator(".error-summary").count() and ticks.count():
                for tick in ticks.all():
                    tick.check()
                came = self.at.press("sending, confirmed", SEND)
            elif came:
                return False
            else:
                self.at.again += 1
                came = self.at.send_again()
        return False

    def stands(self, typed):
        return all(self.page.input_value(f'[name="{name}"]') == value for name, value in typed.items())

    def values(self, wanted):
        typed = {}
        for field in self.page.locator('input[name^="value-"]').all():
            if len(typed) < wanted and not field.input_value():
                typed[field.get_attribute("name")] = near(field.evaluate("field => document.getElementById(field.getAttribute('aria-describedby')).textContent"))
        return typed


def near(help_text):
    """A value near the last one, which the form tells."""
    last = re.search(r"value of [^:]* before: ([0-9.,]+[0-9]|[0-9])", help_text)
    number = last.group(1).replace(",", "") if last else "1"
    return f"{float(number) - 0.4:.1f}" if "." in number else str(int(number) + 1)


def story(browser, program, seed, broken, cut_answer=False):
    """One whole session. Answers what is wrong, and what it was like."""
    door = Person(program.base, "bruno")
    sheets = reports(door)
    before, position = reported(door, sheets), journal_position(door)
    with Line(program.port, seed=seed, broken=broken) as line:
        window = browser.new_context(viewport={"width": chromium.NARROW, "height": 740})
        bruno = Bruno(window.new_page(), line.base)
        bruno.sign_in()
        bruno.at.open(f"{line.base}/{HARBOURS}/report")
        typed = {}
        for path in sheets:
            line.cut_next_answer = cut_answer
            for name, value in bruno.report(path, WANTED - len(typed)).items():
                typed[path.split("/")[-2], name.removeprefix("value-")] = value
            line.cut_next_answer = False
        window.close()
        after = reported(door, sheets)
        problems = compare(before, after, typed)
        if journal_position(door) != position + len(typed):
            problems.append(f"{journal_position(door) - position} events were recorded for {len(typed)} values")
    return problems, bruno, line, typed


def compare(before, after, typed):
    problems = []
    for (period, indicator), value in typed.items():
        rows = [row for row in after if row[:2] == (indicator, period)]
        if rows != [(indicator, period, value)]:
            problems.append(f"{indicator} for {period}: typed {value}, there stands {rows}")
    others = {row for row in after if (row[1], row[0]) not in typed}
    if others != {row for row in before if (row[1], row[0]) not in typed}:
        problems.append("values that nobody touched have changed")
    return problems


def reports(door):
    """The forms in which Bruno may report."""
    return list(dict.fromkeys(re.findall(rf'href="(/{HARBOURS}/report/[^"]+)"', door.get(f"/{HARBOURS}/report").text)))


def reported(door, sheets):
    """All values of Bruno's administration that he could touch, read through the front door as CSV."""
    home = sheets[0].split("/")[-1].upper()
    names = {name.removeprefix("value-") for sheet in sheets for name, _ in form_on(door.get(sheet).text, sheet).fields if name.startswith("value-")}
    rows = []
    for indicator in sorted(names):
        for line in door.get(f"/{HARBOURS}/indicators/{indicator}/values.csv").text.splitlines():
            cells = line.split(",")
            if len(cells) > 3 and cells[2] == home:
                rows.append((cells[0], cells[1], cells[3]))
    return rows


def journal_position(door):
    return int(re.search(r"journal: no\. ([0-9,]+)", door.get(f"/{HARBOURS}").text).group(1).replace(",", ""))


def sent_again(program):
    """The program has recorded, the answer is lost on the way: sent again, the same submission gets the same receipt."""
    with Line(program.port, bits=1e6, distance=0.05, broken=0) as line:
        far, near = Person(line.base, "dana"), Person(program.base, "dana")
        near.cookies = far.cookies
        path = re.search(rf'href="(/{HARBOURS}/report/[^"]+)"', near.get(f"/{HARBOURS}/report").text).group(1)
        form = form_on(near.get(path).text, path)
        name = next(name for name, value in form.fields if name.startswith("value-") and not value)
        body = urllib.parse.urlencode([(key, "1" if key == name else value) for key, value in form.fields] + [(name.replace("value-", "right-"), "1")]).encode()
        line.cut_next_answer = True
        first = lost(lambda: far.send("POST", path, body))
        second, third = far.send("POST", path, body), near.send("POST", path, body)
    if not first:
        return ["the answer was not lost: this proves nothing"]
    if second.status != 303 or "recorded=" not in second["location"] or second["location"] != third["location"]:
        return [f"sent again: {second.status} {second['location']}, and once more: {third.status} {third['location']}"]
    return []


def lost(send):
    try:
        return not send().status
    except (OSError, IndexError, ValueError):
        return True


def run(binary, browser):
    """The line as promised, a worse one, and the answer lost after the program had recorded: each with a program of its own."""
    problems = []
    for name, seed, broken, cut in [("5 % broken", 31, 0.05, False), ("60 % broken", 3, 0.6, False), ("each answer lost once", 5, 0.0, True)]:
        with Program(binary) as program:
            found = sent_again(program) if cut else []
            more, bruno, line, typed = story(browser, program, seed, broken, cut)
        came = [seconds for _, seconds, arrived in bruno.at.times if arrived]
        found += more
        if len(typed) != WANTED:
            found.append(f"{len(typed)} values were typed, not {WANTED}")
        if max(came) > USABLE:
            found.append(f"a page took {max(came):.0f} s")
        problems += [f"bad line, {name}: {problem}" for problem in found]
        print(
            f"  {name}: {len(typed)} values, {len(came)} pages in {sum(seconds for _, seconds, _ in bruno.at.times):.0f} s, each in"
            f" {min(came):.1f} to {max(came):.1f} s, {line.cuts} of {line.connections} connections cut, {bruno.at.again} times again, {line.carried >> 10} KB", flush=True)
        for what, seconds, arrived in bruno.at.times:
            print(f"      {seconds:5.1f} s  {urllib.parse.urlsplit(what).path}{'' if arrived else '  (did not come)'}", flush=True)
    return problems
