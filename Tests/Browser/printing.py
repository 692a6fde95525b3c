"""On paper: no navigation, nothing cut, links that can be read."""
import pathlib, re, shutil, subprocess, tempfile

from program import HARBOURS

PAGES = [
    ("", "amina"), ("plan", "amina"), ("map", "amina"), ("indicators", "amina"), ("indicators/{id}", "amina"), ("plan/objectives/{objective}", "amina"),
    ("members", "amina"), ("members/{member}", "amina"), ("plan/annual", "amina"), ("plan/timeline", "amina"), ("paper", "amina"), ("paper/{paper}", "amina"),
    ("thread/{reference}", "amina"), ("report/{period}/{member}", "bruno"), ("about", "amina"),
]
LINES = """
() => {
    const texts = [];
    for (const element of document.querySelectorAll('h1, main th, main td a, main li a')) {
        const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode())
            if (node.parentElement.checkVisibility() && !node.parentElement.closest('.visually-hidden')) texts.push(node.data);
    }
    return texts;
}
"""
VISIBLE = ".filter(one => one.checkVisibility())"


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
    page.emulate_media(media="print")
    try:
        still = page.locator("nav, .who, .skip, main button, main a.button").evaluate_all(f"all => all{VISIBLE}.map(one => one.outerHTML.slice(0, 80))")
        lines = page.evaluate(LINES)
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "page.pdf")
            file.write_bytes(page.pdf(format="A4", tagged=True, prefer_css_page_size=True))
            problems = [f"print shows what cannot be pressed on paper: {element}" for element in still[:2]]
            return problems + paper(file, lines if language == "en" else [])
    finally:
        page.emulate_media(media="screen")


def paper(file, lines):
    problems = [] if re.search(r"Tagged:\s+yes", said("pdfinfo", file)) else ["print: the PDF is not tagged"]
    flat = "".join(said("pdftotext", "-raw", file, "-").split())
    lost = [line for line in lines if "".join(line.split()) not in flat]
    places = said("pdftotext", "-bbox", file, "-")
    widths = [float(width) for width in re.findall(r'<page width="([0-9.]+)"', places)]
    cut = [word for left, right, word in re.findall(r'<word xMin="([0-9.-]+)".*? xMax="([0-9.-]+)".*?>(.*?)</word>', places) if float(left) < 0 or float(right) > max(widths)]
    return problems + [f"print lacks “{line}”" for line in lost[:3]] + [f"print cuts “{word}” at the edge of the paper" for word in cut[:3]]


def said(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True).stdout
