#!/usr/bin/env python3
"""Each page once in English and Arabic: the part of the browser tests that `make test` runs.

Usage: short.py [PORTOLAN]      (ONLY=plan,report narrows it to addresses that begin so)
"""
import os, sys, time

import axe, chromium, faults, markup, weight
from findings import Findings
from person import Person
from program import Program, addresses, binary_from
from samples import Crawl


def main():
    if absent := chromium.missing():
        print(f"skipped: the pages in a browser: {absent}")
        return 0
    binary, started, found = binary_from(sys.argv[1:]), time.monotonic(), Findings()
    with Program(binary, "--without-limits") as program:
        crawl = Crawl(program, addresses(binary)).run()
        for route in crawl.without:
            found.add("no page of this address was found: link to it, or prepare a sample", route)
        for broken in crawl.broken:
            found.add("a link leads nowhere", broken)
        samples = chosen(crawl.one_each)
        print(f"{len(samples)} pages of {len(crawl.table.all)} addresses found in {time.monotonic() - started:.0f} s", flush=True)
        heaviest = weigh(program, samples, found)
        with chromium.chromium() as browser:
            found.add_all(faults.unfound(browser), "faults.py")
            for language in ("en", "ar"):
                look(browser, program, samples, language, found)
    found.say()
    print(f"{found.checked - 1} pages looked at in Chromium in {time.monotonic() - started:.0f} s; the heaviest: {heaviest}")
    return 1 if found else 0


def chosen(samples):
    only = tuple(filter(None, os.environ.get("ONLY", "").split(",")))
    return [sample for sample in samples if not only or sample.route.startswith(only)]


def weigh(program, samples, found):
    people, weights = {}, {}
    for sample in samples:
        person = people.get(sample.person) or people.setdefault(sample.person, Person(program.base, sample.person))
        problems, weights[sample] = weight.problems(person, sample.path)
        for problem in problems:
            found.add(problem, f"{sample} ({weights[sample]:,} bytes)")
    heaviest = max(weights, key=weights.get, default=None)
    return f"{heaviest} with {weights[heaviest]:,} bytes" if heaviest else "none"


def look(browser, program, samples, language, found):
    """In English on a wide page, in Arabic on a narrow one; both must fit a telephone."""
    breadth = chromium.BREADTH if language == "en" else chromium.NARROW
    for name in dict.fromkeys(sample.person for sample in samples):
        context = axe.into(chromium.context(browser, program.base, Person(program.base, name, language), breadth))
        page = context.new_page()
        for sample in samples:
            if sample.person == name:
                page.set_viewport_size({"width": breadth, "height": 900})
                where = f"{sample} in {language}"
                found.add_all(chromium.open_page(page, program.base + sample.path), where)
                for rule, detail in axe.violations(page):
                    found.add(rule, f"{where}: {detail}")
                for problem in markup.problems(page, language) + markup.overflow(page, chromium.NARROW):
                    found.add(problem, where)
        context.close()


if __name__ == "__main__":
    sys.exit(main())
