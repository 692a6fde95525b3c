"""A page with every fault that is looked for: a check that does not find its own could not fail."""
import appearance, axe, keyboard, markup

PAGE = """<!doctype html><html lang="fr" dir="rtl"><head><title></title><style>
body { margin: 0; color: #14253d } .thin { color: #ccc } .wide { width: 900px } .small { display: inline-block; width: 10px; height: 10px; font-size: 8px }
.cut { overflow: hidden; width: 40px; white-space: nowrap; display: block } a:focus, input:focus { outline: none } .never { position: absolute; top: -900px }
.good::before, .bad::before { content: "x" } .moves { transition: color 3s }
</style></head><body><main><h2>Second</h2><h4 id="a">Fourth</h4><p class="thin" id="a">Pale words on white</p><div class="wide">Wide</div>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><input type="text"><button class="cut">A very long name of a button</button>
<a href="#1" class="small">1</a><a href="#2" class="small">2</a><a href="#3" tabindex="-1">Never reached</a><a href="#4" class="never">Off the screen</a>
<span class="state good">on track</span><span class="state bad">off track</span><span class="state none"></span><a href="#5" class="moves">Moves</a></main></body></html>"""


def unfound(browser):
    """The faults that were not found."""
    page = browser.new_page()
    page.set_content(PAGE)
    found = [problem for problem, _ in axe.violations(page)] + markup.problems(page, "en")
    found += appearance.cut(page) + page.evaluate(appearance.STATES) + page.evaluate(appearance.INVISIBLE) + page.evaluate(appearance.MOVING)
    for _ in range(12):
        page.keyboard.press("Tab")
        found += page.evaluate(keyboard.STEP) or []
    found += [f"unreached {element}" for element in page.evaluate(keyboard.UNREACHED)] + markup.overflow(page, 360)
    page.close()
    wanted = [
        "axe color-contrast", "axe image-alt", "axe target-size", "lang is fr", "dir is rtl", "no title", "0 headings", "rank 4 follows rank 2", "no label",
        "the id a stands twice", "cut or outside", "without shape or words", "look the same", "shows no focus", "transition all the same",
        "focus is not visible", "off the screen", "unreached", "wider than 360",
    ]
    return [f"a fault made for it was not found: {fault}" for fault in wanted if not any(fault in problem for problem in found)]
