"""Every page in six languages and in its states: axe, the rules of markup, and reflow at 320 px (that is 1280 px at 400 %)."""
import urllib.parse

import axe, chromium, markup
from program import CAST, HARBOURS, days_ago

# More than any field takes.
TOO_MUCH = "much too long " * 1600
SMALL = 320

SPOIL = """
text => {
    const form = [...document.querySelectorAll('main form[method=post]')].at(-1);
    if (!form) return false;
    const fields = [...form.querySelectorAll('input[type=text], textarea')];
    fields.forEach(field => { field.removeAttribute('maxlength'); field.value = field.inputMode === 'decimal' ? 'many' : text });
    if (!fields.length) return false;
    form.noValidate = true;
    form.submit();
    return true;
}
"""


def run(world):
    empty = empty_organisation(world)
    for language in world.languages:
        for state, sample_person, path in views(world, empty):
            world.check(f"everywhere {language} {state} {path} as {sample_person}", lambda: seen(world, language, state, sample_person, path))


def views(world, empty):
    """State, reader, path."""
    for sample in world.samples:
        yield "filled", sample.person, sample.path
    forms = {address["path"] for address in world.addresses if address["kind"] == "form"}
    public = {address["path"] for address in world.addresses if address["access"] == ["everyone"]}
    for sample in world.samples:
        if sample.route in forms:
            yield "spoilt", sample.person, sample.path
        elif sample.route in world.crawl.table.all:
            yield "past", sample.person, f"{sample.path}?as-of={days_ago(600)}"
        if sample.route in public:
            yield "signed out", None, sample.path
    for path in ("", "tasks", "report", "plan", "activity"):
        for name in CAST:
            if world.is_wanted(path) and (path != "report" or name in ("amina", "bruno", "chen", "dana")):
                yield "cast", name, f"/{HARBOURS}/{path}".rstrip("/")
    for route in world.crawl.table.all:
        if "{" not in route and world.is_wanted(route) and route in world.crawl.samples:
            yield "empty", "amina", f"{empty}/{route}".rstrip("/")
    yield "missing", None, f"/{HARBOURS}/nothing-here"


def empty_organisation(world):
    """One of which nothing is known but its name."""
    name = {"name": "Union of Nothing Yet", "public": "yes"}
    answer = world.person("amina").post("/organisations/new", name)
    return "/" + answer["location"].strip("/") if answer.status == 303 else "/organisation-that-was-not-founded"


def seen(world, language, state, person, path):
    page = world.page(person, language)
    trouble = chromium.open_page(page, world.program.base + path)
    if state == "spoilt":
        with page.expect_navigation(timeout=20_000) as sending:
            if not page.evaluate(SPOIL, TOO_MUCH):
                page.reload()
        status = sending.value.status
        if status not in (200, 422):
            yield f"a spoilt form is answered {status}"
        if status == 422 and not page.locator(".error-summary").count():
            yield "a spoilt form says nothing about what is wrong"
    elif state == "missing":
        trouble = [] if trouble == ["answers 404"] else ["an absent page is not answered 404"]
    elif state in ("past", "signed out", "empty") and trouble == ["answers 404"]:
        trouble = []  # not there yet, a draft, or nothing to do it with: the page that says so is looked at
    yield from trouble
    for rule, detail in axe.violations(page):
        yield f"{rule}: {detail}"
    yield from markup.problems(page, language)
    yield from markup.overflow(page, SMALL)
