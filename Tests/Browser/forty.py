#!/usr/bin/env python3
"""A round of the eight essentials from the first click to the plan: a planner opens it, forty people of three groups come in by their mails and
answer on a narrow screen, half in French and half in Arabic; it is closed and published, read against last year, and two gaps become actions.

Alone, with a folder for pictures: forty.py PORTOLAN [FOLDER]
"""
import pathlib, random, re, sys

import chromium, markup
from mailed import PASSWORD, arrived_at
from person import Person
from program import HARBOURS, Program, binary_from

PEOPLE = [("members", "drafter", 14), ("staff", "projectOwner", 13), ("management", "projectOwner", 13)]
CATEGORIES = ["aspire", "choose", "discover", "evolve", "accelerate", "scale", "extend", "mobilise"]
# Around which score people tick: two clearly below the rest.
AROUND = {"aspire": 4, "choose": 4, "discover": 4, "evolve": 4, "accelerate": 2, "scale": 4, "extend": 4, "mobilise": 2}
FRONT = f"/{HARBOURS}/assessments"
SEND = 'main form.form button[type="submit"]'


class Planner:
    """In a window of 1280 pixels, in English."""

    def __init__(self, browser, base):
        self.base, self.window = base, chromium.context(browser, base, Person(base, "amina"))
        self.page = self.window.new_page()

    def open(self, path):
        problems = chromium.open_page(self.page, self.base + path)
        if problems:
            raise AssertionError(f"{path}: {problems}")

    def send(self):
        self.page.click(SEND)
        assert self.page.locator("main .error-summary").count() == 0, self.page.inner_text("main .error-summary")

    def step(self, path):
        self.open(path)
        self.send()

    def begin(self):
        self.open(f"{FRONT}/rounds/new")
        self.page.select_option('[name="framework"]', "essentials")
        self.page.locator("details:has(#field-title-fr) > summary").first.click()
        for language, title in [("en", "Eight essentials, walked"), ("fr", "Huit essentiels, parcourus"), ("ar", "الأساسيات الثماني، جولة كاملة")]:
            self.page.fill(f'[name="title.{language}"]', title)
        self.send()
        self.round = re.search(r"/rounds/([^/?]+)", self.page.url).group(1)
        self.at = f"{FRONT}/rounds/{self.round}"
        self.step(f"{self.at}/open")
        for category in CATEGORIES[:5]:
            self.open(f"{self.at}/evidence/{category}")
            self.page.fill('[name="text.en"]', f"What shows {category}: invented for this walk.")
            self.send()

    def act(self, category):
        """One click on the page of results, and one more to say yes. Answers the address of the action."""
        self.open(self.at)
        self.page.click(f'a[href$="/act/{category}"]')
        self.send()
        cell = self.page.locator(f'tr:has(a[href$="/act/{category}"]) a[href*="/plan/actions/"]')
        return cell.first.get_attribute("href")


class Respondent:
    """Comes in by the link of a mail, on a telephone, and reads one language only."""

    def __init__(self, browser, base, language, pictures):
        self.base, self.language, self.pictures, self.problems = base, language, pictures, []
        self.window = browser.new_context(
            viewport={"width": chromium.NARROW, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True, locale=language)
        self.page = self.window.new_page()

    def come_in(self, link):
        self.page.goto(self.base + link)
        self.look("invitation")
        self.page.fill('[name="password"]', PASSWORD)
        self.tap(SEND)

    def answer(self, round, group, scores):
        """From the front page of the assessments on, by what is to be tapped. Answers what was ticked, by category."""
        self.page.goto(f"{self.base}{FRONT}")
        self.look("assessments")
        self.tap(f'main a[href="{FRONT}/rounds/{round}"]')
        self.look("round")
        self.tap('main a[href*="/answer/"]')
        ticked = {}
        while found := re.search(r"/answer/([^/?]+)", self.page.url):
            if self.page.locator('[name="group"]').count():
                self.page.locator(f'label:has([name="group"][value="{self.group_named(group)}"])').tap()
            category = found.group(1)
            names = list(dict.fromkeys(self.page.eval_on_selector_all('main form.form input[type="radio"]:not([name="group"])', "all => all.map(one => one.name)")))
            ticked[category] = [scores(category) for _ in names]
            for name, score in zip(names, ticked[category]):
                self.page.locator(f'label:has([name="{name}"][value="{score}"])').tap()
            self.look(f"answer-{category}")
            self.tap(SEND)
        self.look("answered")
        return ticked

    def tap(self, what):
        """What leads to another page."""
        with self.page.expect_navigation():
            self.page.locator(what).first.tap()

    def group_named(self, group):
        """The value of a choice, by its place: groups stand as the planner's form proposes them."""
        values = self.page.eval_on_selector_all('[name="group"]', "all => all.map(one => one.value)")
        return values[["staff", "management"].index(group)]

    def look(self, name):
        page = self.page
        self.problems += [f"{name} in {self.language}: {problem}" for problem in markup.overflow(page, chromium.NARROW)]
        if page.get_attribute("html", "lang") != self.language:
            self.problems.append(f"{name} in {self.language}: stands in {page.get_attribute('html', 'lang')}")
        if self.pictures:
            page.screenshot(path=self.pictures / f"{name}-{self.language}.png", full_page=True)


def invited(program, administrator, number, group, role, language, members):
    name, mail = f"Respondent {number} (invented)", f"respondent-{number}@example.org"
    fields = {"name": name, "email": mail, "role": role, "language": language}
    fields |= {"member": members[number % len(members)]} if group == "members" else {"unit": "nav"}
    answer = administrator.post(f"/{HARBOURS}/people/invite", fields)
    if answer.status != 303:
        raise AssertionError(f"{mail} could not be invited: {answer.status}")
    return arrived_at(program.mail, mail, "invitations")


def walk(browser, program, pictures=None):
    """Answers what is wrong."""
    seeded, planner, administrator = random.Random(40), Planner(browser, program.base), Person(program.base, "ines")
    members = re.findall(r'value="([a-z]+)"', re.search(r'<select id="field-member".*?</select>', administrator.get(f"/{HARBOURS}/people/invite").text, re.S).group())
    planner.begin()
    problems, ticked, seen, number = [], {}, set(), 0
    for group, role, count in PEOPLE:
        for place in range(count):
            number += 1
            language = ["fr", "ar"][number % 2]
            link = invited(program, administrator, number, group, role, language, members)
            first = pictures if (language, group == "members") not in seen else None
            seen.add((language, group == "members"))
            person = Respondent(browser, program.base, language, first)
            person.come_in(link)
            given = person.answer(planner.round, group, lambda category: min(5, max(1, AROUND[category] + seeded.choice([-1, 0, 0, 1]))))
            for category, scores in given.items():
                ticked.setdefault(category, []).append(scores)
            problems += person.problems
            person.window.close()
    planner.step(f"{planner.at}/close")
    planner.step(f"{planner.at}/publish")
    return problems + results(planner, ticked, number) + acted(planner) + read(browser, program.base, planner, pictures)


def results(planner, ticked, number):
    """What the page says against what was ticked, and that it is held against last year."""
    planner.open(planner.at)
    problems, text = [], planner.page.inner_text("main")
    if sorted(ticked) != sorted(CATEGORIES) or any(len(all) != number for all in ticked.values()):
        problems.append(f"not all were asked everything: { {category: len(all) for category, all in ticked.items()} }")
    if f"{number} people answered" not in text:
        problems.append(f"the page does not say that {number} people answered")
    if "Compared with: Eight essentials, this year" not in text:
        problems.append("the page is not compared with the round before")
    table = planner.page.locator("main table", has=planner.page.locator("th", has_text="Standing")).first
    for category, all in ticked.items():
        mean = sum(sum(scores) / len(scores) for scores in all) / len(all)
        row = table.locator("tr", has=planner.page.locator("th", has_text=re.compile(f"^{category}$", re.I))).first.inner_text()
        if f"{mean:.1f}" not in row.split() or str(number) not in row.split():
            problems.append(f"{category}: ticked {mean:.3f} by {number}, there stands {row.split()}")
    return problems


def acted(planner):
    """Two gaps, each an action that stands in the plan and hangs on the thread below its round."""
    problems = []
    for category in ("accelerate", "mobilise"):
        path = planner.act(category)
        planner.open(f"/{HARBOURS}/plan")
        if path not in planner.page.content():
            problems.append(f"the action for {category} does not stand in the plan")
        planner.open(f"/{HARBOURS}/thread/plan:{path.rsplit('/', 1)[1]}")
        if planner.at not in planner.page.content():
            problems.append(f"the action for {category} does not hang on its round")
    return problems


def read(browser, base, planner, pictures):
    """The results as a Member reads them."""
    problems = []
    for language in ("fr", "ar"):
        window = chromium.context(browser, base, Person(base, "bruno", language), chromium.NARROW, device_scale_factor=2)
        page = window.new_page()
        problems += [f"results in {language}: {problem}" for problem in chromium.open_page(page, base + planner.at) + markup.overflow(page, chromium.NARROW)]
        if pictures:
            page.screenshot(path=pictures / f"results-{language}.png", full_page=True)
        window.close()
    return problems


def run(binary, browser, pictures=None):
    with Program(binary, "--without-limits") as program:
        return [f"forty people: {problem}" for problem in walk(browser, program, pictures)]


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    with chromium.chromium() as browser:
        found = run(binary_from(sys.argv[1:2]), browser, folder)
    print("\n".join(found) or "forty people: nothing wrong")
    sys.exit(1 if found else 0)
