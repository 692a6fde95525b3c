"""What the long run has in hand: the program, a browser, the pages, and what has passed already for this build."""
import json, pathlib, time

import axe, chromium
from person import Person
from samples import ALL, Crawl


class Progress:
    """Survives an interruption: what passed for a build is not looked at again for it."""

    def __init__(self, file, build, again):
        self.file, self.build = pathlib.Path(file), build
        kept = json.loads(self.file.read_text()) if self.file.exists() and not again else {}
        self.passed = set(kept["passed"]) if kept.get("build") == build else set()
        self.saved = time.monotonic()

    def __contains__(self, key):
        return key in self.passed

    def add(self, key):
        self.passed.add(key)
        if time.monotonic() - self.saved > 5:
            self.save()

    def save(self):
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps({"build": self.build, "passed": sorted(self.passed)}))
        self.saved = time.monotonic()


class World:
    def __init__(self, program, browser, addresses, progress, findings, only, languages):
        self.program, self.browser, self.progress, self.findings, self.only = program, browser, progress, findings, only
        self.addresses, self.languages = addresses, languages
        self.people, self.windows = {}, {}

    def find_pages(self):
        self.crawl = Crawl(self.program, self.addresses).run(ALL)
        for route in self.crawl.without:
            self.findings.add("no page of this address was found: link to it, or prepare a sample", route)
        for broken in self.crawl.broken:
            self.findings.add("a link leads nowhere", broken)
        self.samples = [sample for sample in self.crawl.one_each if self.is_wanted(sample.route)]

    def is_wanted(self, route):
        return not self.only or route.startswith(self.only)

    def person(self, name, language="en"):
        key = (name, language)
        if key not in self.people:
            self.people[key] = Person(self.program.base, name, language)
        return self.people[key]

    def page(self, name, language="en", breadth=chromium.BREADTH, **more):
        """A page of a window that this reader has had before, where there is one with the same settings."""
        key = (name, language, tuple(sorted(more.items())))
        if key not in self.windows:
            if len(self.windows) > 6:
                self.windows.pop(next(iter(self.windows))).context.close()
            self.windows[key] = axe.into(chromium.context(self.browser, self.program.base, self.person(name, language), **more)).new_page()
        page = self.windows[key]
        page.set_viewport_size({"width": breadth, "height": 900})
        return page

    def check(self, key, look):
        """Looks, unless that has passed already; `look` answers what is wrong. Nothing that a page does ends the run."""
        if key in self.progress:
            return
        try:
            problems = list(look())
        except Exception as error:
            problems = [f"could not be looked at: {type(error).__name__}: {str(error).splitlines()[0]}"]
        self.findings.add_all(problems, key)
        if not problems:
            self.progress.add(key)
