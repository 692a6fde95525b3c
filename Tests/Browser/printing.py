"""On paper: no navigation, nothing cut, links that can be read."""
import pathlib, shutil, subprocess, tempfile

import markup
from program import HARBOURS

PAGES = [
    ("", "amina"), ("plan", "amina"), ("map", "amina"), ("indicators", "amina"), ("indicators/{id}", "amina"), ("plan/objectives/{objective}", "amina"),
    ("members", "amina"), ("members/{member}", "amina"), ("plan/annual", "amina"), ("plan/timeline", "amina"), ("paper", "amina"), ("paper/{paper}", "amina"),
    ("thread/{reference}", "amina"), ("report/{period}/{member}", "bruno"), ("about", "amina"),
]
A4 = 794 - 2 * 64  # px between the margins


def run(world):
    if not shutil.which("pdftotext"):
        print("  skipped: print: no pdftotext (Debian: apt-get install poppler-utils)")
        return
    for route, person in PAGES:
        for language in ("en", "ar"):
            sample = next(iter(world.crawl.samples.get(route, [])), None)
            if sample and world.is_wanted(route):
                world.check(f"print {language} {sample.path}", lambda: printed(world, sample, language))


def printed(world, sample, language):
    page = world.page(sample.person, language)
    page.goto(world.program.base + sample.path)
    hidden = page.locator("nav a, .who summary, .skip, main button, main a.button").all_inner_texts()
    heading, link_texts = page.locator("h1").inner_text(), page.locator("main td a, main li a").all_inner_texts()[:5]
    page.emulate_media(media="print")
    problems = [f"print: {problem}" for problem in markup.overflow(page, A4)]
    still = page.locator("nav, .who, .skip, main button, main a.button").evaluate_all("all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))")
    problems += [f"print shows what cannot be pressed on paper: {element}" for element in still[:2]]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "page.pdf")
        file.write_bytes(page.pdf(format="A4", tagged=True, prefer_css_page_size=True))
        about = subprocess.run(["pdfinfo", file], capture_output=True, text=True).stdout
        words = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True).stdout
    page.emulate_media(media="screen")
    flat = "".join(words.split())
    if "Tagged:          yes" not in about:
        problems.append("print: the PDF is not tagged")
    if language == "en":
        problems += [f"print lacks “{text}”" for text in [heading, *link_texts] if "".join(text.split()) not in flat]
    return problems
