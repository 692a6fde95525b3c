"""The checks of axe-core, with target size and the experimental ones that concern tables and names."""
import functools

ALSO = ["target-size", "td-has-header", "table-fake-caption", "label-content-name-mismatch", "p-as-heading"]


@functools.cache
def script():
    from axe_playwright_python.base import AXE_FILE_PATH
    return AXE_FILE_PATH.read_text()


def into(window):
    """Lets every page of a window bring it along, instead of handing it to each."""
    window.add_init_script(script())
    return window


def violations(page):
    """Each violated rule, with the first place where it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(script())
    found = page.evaluate(
        """rules => axe.run(document, {resultTypes: ['violations'], rules}).then(results => results.violations.map(violation => ({
            id: violation.id, help: violation.help, count: violation.nodes.length,
            first: violation.nodes.slice(0, 2).map(node => node.html.slice(0, 160) + ' … ' + (node.any[0] || node.all[0] || node.none[0] || {message: ''}).message)})))""",
        {rule: {"enabled": True} for rule in ALSO})
    return [(f"axe {item['id']}: {item['help']}", f"{item['count']}× {item['first']}") for item in found]
