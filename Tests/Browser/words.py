"""The interface in words two fifths longer, in brackets: what is cut, what makes a page wider, what stands outside the brackets though
nobody wrote it."""
import re, sqlite3, subprocess

import chromium, markup
from appearance import cut
from person import Person
from program import Program, addresses
from samples import Crawl

# Said by the language of dates and not by the words.
DATES = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|at|UTC)\b")
LANGUAGES = {"English", "Français", "Español", "العربية", "Русский", "Português"}
# What is put before people's words: the code of a thing, a number before its unit.
BEFORE = re.compile(r"^([A-Z]{1,4}[0-9]+([.-][A-Z0-9]+)*|[0-9][0-9.,]*) ")

TEXTS = """
() => {
    const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const parent = node.parentElement;
        if (!parent.closest('script, style, textarea, code, bdi, blockquote, .brand') && node.data.trim()) texts.push(node.data);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
    return texts;
}
"""


def run(binary, browser):
    problems = []
    with Program(binary, "--stretched-words") as program:
        crawl = Crawl(program, addresses(binary)).run()
        written = Written(program)
        for name in dict.fromkeys(sample.person for sample in crawl.one_each):
            window = chromium.context(browser, program.base, Person(program.base, name))
            page = window.new_page()
            for sample in crawl.one_each:
                if sample.person == name:
                    problems += [f"stretched words: {problem} · {sample}" for problem in looked_at(page, program.base + sample.path, written)]
            window.close()
    return problems


def looked_at(page, url, written):
    problems = chromium.open_page(page, url)
    for breadth in (chromium.BREADTH, chromium.NARROW):
        problems += markup.overflow(page, breadth) + [f"{problem} at {breadth} px" for problem in cut(page)]
    left = dict.fromkeys(piece for text in page.evaluate(TEXTS) for piece in outside(text) if not written.holds(piece))
    return problems + [f"not among the words: “{piece}”" for piece in left]


def outside(text):
    """What stands outside of all brackets, in pieces."""
    depth, pieces = 0, [""]
    for character in text:
        if character == "[":
            depth += 1
            pieces.append("")
        elif character == "]":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces[-1] += character
    for piece in pieces:
        yield from (part.strip() for part in re.split(r"[·:;()\n–—/→\u00a0]|, |\s{2,}", piece) if re.search(r"[^\W\d_]{2}", part))


class Written:
    """Everything that people have written: what stands in the journal, and their names; and what files call their columns."""

    def __init__(self, program):
        store = sqlite3.connect(f"file:{program.folder}/portolan.sqlite?mode=ro", uri=True)
        texts = []
        for (table,) in store.execute("select name from sqlite_master where type = 'table'"):
            for row in store.execute(f'select * from "{table}"'):
                texts += [value if isinstance(value, str) else value.decode("utf-8", "replace") for value in row if isinstance(value, (str, bytes))]
        store.close()
        # The names of columns are those of the files, in every language.
        texts += re.findall("`([a-z_]+)`", subprocess.run([program.binary, "handbook"], capture_output=True, text=True).stdout)
        self.text = flat(" ".join(texts))

    def holds(self, piece):
        piece = BEFORE.sub("", piece.strip(" .,…%+×←↑↓*"))
        return piece in LANGUAGES or piece.startswith("Portolan ") or flat(piece) in self.text or not re.search(r"[^\W\d_]{2}", DATES.sub("", piece))


def flat(text):
    return " ".join(text.replace("\\n", " ").replace('\\"', '"').casefold().split())
