#!/usr/bin/env python3
"""Every page in every language and state, and everything else that only a browser can show: `make test-browser`.

Usage: all.py [PORTOLAN] [--only CHECK[,CHECK]] [--pages PREFIX[,PREFIX]] [--languages ar,ru] [--again]
It goes on where it was left: what passed for a build is kept beside it, and not looked at again for that build.
"""
import argparse, sys, time

import appearance, badline, chromium, everywhere, forty, keyboard, noscript, printing, words
from findings import Findings
from program import LANGUAGES, Program, addresses, binary_from, build
from world import Progress, World

# With programs of their own: what they do would be seen by the others.
ALONE = {"line": badline.run, "forty": forty.run, "words": words.run}
CHECKS = {
    "noscript": noscript.run, "keyboard": keyboard.run, "appearance": appearance.run, "print": printing.run,
    "everywhere": everywhere.run,
}


def main():
    options = arguments()
    if absent := chromium.missing():
        print(f"skipped: the pages in a browser: {absent}")
        return 0
    binary, found = binary_from([options.portolan] if options.portolan else []), Findings()
    wanted = options.only.split(",") if options.only else [*ALONE, *CHECKS]
    progress = Progress(binary.parent / "browser-tests.json", build(binary), options.again)
    pages = tuple(options.pages.split(",")) if options.pages else ()
    try:
        with chromium.chromium() as browser:
            for name, alone in ALONE.items():
                if name in wanted:
                    timed(name, lambda: on_its_own(name, alone, binary, browser, progress, found))
            if set(wanted) - set(ALONE):
                with Program(binary, "--without-limits") as program:
                    world = World(program, browser, addresses(binary), progress, found, pages, options.languages.split(","))
                    timed("finding pages", world.find_pages)
                    for name in wanted:
                        if name in CHECKS:
                            timed(name, lambda: CHECKS[name](world))
    except KeyboardInterrupt:
        print("interrupted: the next run goes on from here")
    finally:
        progress.save()
        found.say()
    print(f"{found.checked} looked at now, {len(progress.passed)} passed for this build.")
    return 1 if found else 0


def on_its_own(name, check, binary, browser, progress, found):
    if name not in progress:
        problems = check(binary, browser)
        found.add_all(problems, name)
        if not problems:
            progress.add(name)


def timed(name, work):
    started = time.monotonic()
    print(f"{name} …", flush=True)
    work()
    print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("portolan", nargs="?")
    parser.add_argument("--only", help=f"of these checks: {', '.join([*ALONE, *CHECKS])}")
    parser.add_argument("--pages", help="only addresses that begin so, such as plan,report")
    parser.add_argument("--languages", default=",".join(LANGUAGES), help="of every page in every language, only these")
    parser.add_argument("--again", action="store_true", help="forget what passed")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
