"""With the keyboard alone: everything can be reached, one sees where one is, nothing holds one fast, and a form can be sent."""
from program import HARBOURS

MOST = 700  # presses of Tab on one page

# What has the focus now; it is marked, so that what was never reached is known in the end.
STEP = """
() => {
    const here = document.activeElement;
    if (!here || here === document.body || here === document.documentElement) return null;
    here.dataset.reached = '1';
    const problems = [], shown = element => { const style = getComputedStyle(element); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
    const name = here.outerHTML.slice(0, 120);
    let carrier = here;
    while (carrier && !shown(carrier)) carrier = carrier.parentElement;
    if (!carrier) problems.push(`focus is not visible on ${name}`);
    const box = here.getBoundingClientRect(), inside = (x, y) => { const top = document.elementFromPoint(x, y); return top && (here.contains(top) || top.contains(here) || [...(here.labels || [])].some(label => label.contains(top))) };
    const points = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
    const onScreen = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    if (!onScreen.length) problems.push(`what has the focus is off the screen: ${name}`);
    else if (!onScreen.some(([x, y]) => inside(x, y))) problems.push(`what has the focus is covered: ${name}`);
    return problems;
}
"""

UNREACHED = """
() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.disabled && !element.dataset.reached)
    .filter(element => !(element.type === 'radio' && document.querySelector(`[name="${element.name}"][data-reached]`)))
    .map(element => element.outerHTML.slice(0, 120))
"""


def run(world):
    for sample in world.samples:
        world.check(f"keyboard {sample}", lambda: walk(world, sample.person, sample.path))
    for name, story in [("skip link", skip_link), ("menus", menus), ("a form", a_form), ("a table moved sideways", a_table)]:
        world.check(f"keyboard: {name}", lambda: story(world))


def walk(world, person, path):
    page = world.page(person)
    page.goto(world.program.base + path)
    said, presses, begun = [], 0, False
    while presses < MOST:
        page.keyboard.press("Tab")
        presses += 1
        problems = page.evaluate(STEP)
        if problems is None and begun:
            break
        begun = begun or problems is not None
        said += problems or []
    else:
        said.append("Tab does not come to an end: a trap, or too much to walk through")
    return said + [f"cannot be reached with Tab: {element}" for element in page.evaluate(UNREACHED)[:3]]


def skip_link(world):
    page = world.page("amina")
    page.goto(f"{world.program.base}/{HARBOURS}/indicators")
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.getAttribute('href')") != "#content":
        return ["the first thing reached is not the link to the content"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return [] if page.evaluate("document.querySelector('main').contains(document.activeElement)") else ["the link to the content does not lead there"]


def menus(world):
    page, problems = world.page("amina"), []
    page.goto(f"{world.program.base}/{HARBOURS}")
    for index in range(page.locator(".menu").count()):
        menu = page.locator(".menu").nth(index)
        menu.locator("> summary").focus()
        page.keyboard.press("Enter")
        if menu.get_attribute("open") is None:
            problems.append(f"menu {index + 1} does not open with Enter")
        page.keyboard.press("Tab")
        if not menu.evaluate("menu => menu.contains(document.activeElement) && document.activeElement.localName !== 'summary'"):
            problems.append(f"what is in menu {index + 1} is not reached with the next Tab")
        menu.locator("> summary").focus()
        page.keyboard.press("Enter")
    page.locator(".menu > summary").first.focus()
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_load_state("load")
    if page.locator("html").get_attribute("lang") != "fr":
        problems.append("the second language of the menu is not chosen with Enter")
    page.goto(f"{world.program.base}/{HARBOURS}?language=en")
    return problems


def a_form(world):
    """A region founded without touching anything but keys."""
    page = world.page("amina")
    page.goto(f"{world.program.base}/{HARBOURS}/new/region")
    for _ in range(200):
        page.keyboard.press("Tab")
        kind = page.evaluate("document.activeElement.localName + ' ' + (document.activeElement.type || '')")
        inside = page.evaluate("!!document.activeElement.closest('main form')")
        if inside and kind == "input text" and not page.evaluate("document.activeElement.value"):
            page.keyboard.type("Keys")
        if inside and kind == "button submit":
            with page.expect_navigation():
                page.keyboard.press("Enter")
            break
    return [] if "recorded=" in page.url else [f"a form filled with keys leads to {page.url}: {page.locator('.error-summary').all_inner_texts()}"]


def a_table(world):
    """What scrolls by itself can be moved with the arrow keys."""
    page = world.page("amina", breadth=360)
    page.goto(f"{world.program.base}/{HARBOURS}/members")
    regions = page.locator(".scroll").all()
    wide = [region for region in regions if region.evaluate("region => region.scrollWidth > region.clientWidth + 20")]
    for region in wide[:3]:
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        if not region.evaluate("region => region.scrollLeft"):
            return ["a table that is wider than the page does not move with the arrow keys"]
    return []
