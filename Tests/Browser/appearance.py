"""Forced colours, wide text spacing, little motion: how a page looks must not carry what it says."""
import markup

# WCAG 2.2, 1.4.12.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""

CUT = """
() => {
    const cuts = [];
    const extent = element => {
        const boxes = [], walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), words = document.createRange();
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            if (!node.data.trim() || node.parentElement.closest('.visually-hidden') || !node.parentElement.checkVisibility()) continue;
            words.selectNodeContents(node);
            boxes.push(words.getBoundingClientRect());
        }
        return boxes.length && {left: Math.min(...boxes.map(box => box.left)), right: Math.max(...boxes.map(box => box.right)), bottom: Math.max(...boxes.map(box => box.bottom))};
    };
    for (const element of document.querySelectorAll('button, .button, h1, h2, h3, th, summary, label, legend, dt, nav a, .menu a, caption, .chips > *')) {
        if (!element.checkVisibility() || element.closest('.visually-hidden')) continue;
        const text = extent(element);
        if (!text) continue;
        for (let box = element; box && box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box), room = box.getBoundingClientRect();
            const own = box === element && style.display !== 'inline', clips = /hidden|clip/.test(style.overflowX + style.overflowY);
            if (/auto|scroll/.test(style.overflowX)) break;
            if ((own || clips) && (text.right > room.right + 2 || text.left < room.left - 2 || (clips && text.bottom > room.bottom + 2)))
                { cuts.push(element.outerHTML.slice(0, 140)); break }
        }
    }
    return cuts;
}
"""

# Colours are gone: a state must still have a shape or words, and none may look like another.
STATES = """
() => {
    const problems = [], said = new Map();
    for (const mark of document.querySelectorAll('main .state, main .key')) {
        if (!mark.checkVisibility()) continue;
        const before = getComputedStyle(mark, '::before'), shape = before.content, words = (mark.textContent || mark.getAttribute('aria-label') || '').trim();
        const isDrawn = parseFloat(before.borderTopWidth) > 0 || parseFloat(before.blockSize) > 4;
        if (!words && (shape === 'none' || shape === 'normal') && !isDrawn) problems.push(`a state without shape or words: ${mark.outerHTML.slice(0, 120)}`);
        for (const kind of ['good', 'warn', 'bad', 'none'])
            if (mark.classList.contains(kind) && mark.classList.contains('state') && shape.length > 2 && !mark.classList.contains('stale')) said.set(shape, new Set([...(said.get(shape) || []), kind]));
    }
    for (const [shape, kinds] of said) if (kinds.size > 1) problems.push(`${[...kinds].join(' and ')} look the same: ${shape}`);
    for (const picture of document.querySelectorAll('main figure svg, main .chart svg'))
        if (picture.checkVisibility() && !picture.closest('table') && !picture.closest('figure, .chart').querySelector('table, text, details, a')) problems.push(`a picture without words or table: ${picture.outerHTML.slice(0, 120)}`);
    return problems;
}
"""

INVISIBLE = """
() => [...document.querySelectorAll('main a, main button, main input, header a, header summary')].filter(element => {
    if (!element.checkVisibility() || element.matches(':disabled')) return false;
    const style = getComputedStyle(element);
    if (style.color === style.backgroundColor) return true;
    element.focus();
    const at = getComputedStyle(element);
    return at.outlineStyle === 'none' && !element.closest('.cast');
}).slice(0, 3).map(element => `cannot be told from its ground, or shows no focus: ${element.outerHTML.slice(0, 120)}`)
"""

MOVING = """
() => document.getAnimations().map(animation => `moves all the same: ${animation.animationName || animation.transitionProperty}`)
    .concat([...document.querySelectorAll('a, button, summary, .sheet')].filter(element => parseFloat(getComputedStyle(element).transitionDuration) > 0.02)
    .slice(0, 1).map(element => `has a transition all the same: ${element.outerHTML.slice(0, 100)}`))
"""


def run(world):
    for sample in world.samples:
        world.check(f"forced colours {sample}", lambda: forced_colours(world, sample))
    for sample in world.samples:
        for language in ("en", "ru", "ar"):
            world.check(f"text spacing {language} {sample}", lambda: text_spacing(world, sample, language))
    for sample in world.samples:
        world.check(f"little motion {sample}", lambda: little_motion(world, sample))


def forced_colours(world, sample):
    page = world.page(sample.person, forced_colors="active")
    page.goto(world.program.base + sample.path)
    return page.evaluate(STATES) + page.evaluate(INVISIBLE)


def text_spacing(world, sample, language):
    page = world.page(sample.person, language, breadth=360, bypass_csp=True)
    page.goto(world.program.base + sample.path)
    page.add_style_tag(content=SPACING)
    return [f"text spacing: {problem}" for problem in markup.overflow(page, 360) + cut(page)]


def cut(page):
    """Words that do not fit where they stand."""
    return [f"cut or outside its box: {element}" for element in page.evaluate(CUT)[:3]]


def little_motion(world, sample):
    page = world.page(sample.person, reduced_motion="reduce")
    page.goto(world.program.base + sample.path)
    return page.evaluate(MOVING)
