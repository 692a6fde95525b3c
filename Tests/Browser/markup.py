"""What every page must be, whoever reads it: seen from within the page, without a library."""

SCRIPT = """
language => {
    const problems = [], html = document.documentElement;
    if (html.lang !== language) problems.push(`lang is ${html.lang}, not ${language}`);
    if (html.dir !== (language === 'ar' ? 'rtl' : 'ltr')) problems.push(`dir is ${html.dir} in ${language}`);
    if (!document.title.trim()) problems.push('no title');
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(heading => heading.checkVisibility());
    const first = headings.filter(heading => heading.localName === 'h1');
    if (first.length !== 1) problems.push(`${first.length} headings of the first rank`);
    headings.reduce((above, heading) => {
        const rank = Number(heading.localName[1]);
        if (rank > above + 1) problems.push(`heading “${heading.textContent.slice(0, 40)}” of rank ${rank} follows rank ${above}`);
        return rank;
    }, 0);
    for (const control of document.querySelectorAll('input:not([type=hidden]), select, textarea, button')) {
        const names = [...(control.labels || [])].map(label => label.textContent).join('') + (control.getAttribute('aria-label') || '')
            + (control.localName === 'button' ? control.textContent : '');
        if (!names.trim()) problems.push(`no label: ${control.outerHTML.slice(0, 120)}`);
    }
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice) problems.push(`the id ${twice} stands twice`);
    return problems;
}
"""

OVERFLOW = """
() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const rolls = element => { for (let e = element; e; e = e.parentElement) if (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX)) return true; return false };
    const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(element => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > width + 1 || box.left < -1) && !rolls(element.parentElement);
    });
    const inner = wide.filter(element => !wide.some(other => other !== element && element.contains(other)));
    return (inner.length ? inner : [document.body]).slice(0, 2).map(element => element.outerHTML.slice(0, 160));
}
"""


def problems(page, language):
    return page.evaluate(SCRIPT, language)


def overflow(page, breadth):
    """What makes a page of this breadth scroll sideways."""
    page.set_viewport_size({"width": breadth, "height": 900})
    return [f"wider than {breadth} px: {element}" for element in page.evaluate(OVERFLOW)]
