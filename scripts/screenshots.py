#!/usr/bin/env python3
"""A contact sheet: every page x desktop, 360 px, Arabic, dark, print, as one HTML file with its pictures.

Needs Chromium and `pip install playwright` (its own browser download is not needed).
Usage: screenshots.py PORTOLAN [OUTPUT-FOLDER]
"""
import html, os, pathlib, re, shutil, subprocess, sys, tempfile, time, urllib.request

PAGES = [
    ("front", "/", None), ("sign-in", "/sign-in", None), ("public-face", "/harbours", None), ("wco-public-face", "/wco", None),
    ("home-amina", "/harbours", "amina"), ("home-bruno", "/harbours", "bruno"), ("tasks", "/harbours/tasks", "amina"),
    ("plan", "/harbours/plan", "amina"), ("map", "/harbours/map", "amina"), ("wco-map", "/wco/map", None), ("checks", "/harbours/map/checks", "amina"),
    ("timeline", "/harbours/plan/timeline", "amina"), ("annual", "/harbours/plan/annual", "amina"), ("indicators", "/harbours/indicators", "amina"),
    ("report-bruno", "/harbours/report", "bruno"), ("paper", "/harbours/paper", "amina"), ("members", "/harbours/members", "amina"),
    ("wco-members", "/wco/members", None), ("wco-members-2018", "/wco/members?as-of=2018-11-30", None), ("bodies", "/wco/bodies", None),
    ("units", "/harbours/units", "amina"), ("people", "/harbours/people", "ines"), ("thread", "/harbours/thread", "amina"),
    ("activity", "/harbours/activity", "amina"), ("imports", "/harbours/imports", "amina"), ("import-form", "/harbours/imports/stratml", "amina"),
    ("new-organisation", "/organisations/new", "amina"), ("not-found", "/harbours/nothing-here", None), ("about", "/harbours/about", None),
    ("search", "/harbours/search?q=port", "amina"), ("changes", "/harbours/activity/changes?since=2026-01-01", "amina"),
    ("compare", "/harbours/plan/compare?from=2026-01-01", "amina"), ("exports", "/harbours/exports", "bruno"), ("account", "/account", "bruno"),
    ("tokens", "/account/tokens", "bruno"), ("invite", "/harbours/people/invite", "ines"), ("forgotten", "/forgotten", None),
    ("survey", "/harbours/surveys/round-one", "amina"), ("results", "/harbours/surveys/round-one/results", "amina"), ("priorities", "/harbours/priorities/second-list", "amina"),
    ("scan", "/harbours/scan", "amina"), ("radar", "/harbours/scan/radar", "amina"), ("risks", "/harbours/risks", "amina"), ("study", "/harbours/scenarios/studies/harbours-2040", "amina"),
    ("curves", "/harbours/curves", "amina"), ("curve", "/harbours/curves/t-messages", "amina"), ("wco-figure-7", "/wco/curves/single-window-tool", None),
    ("assessments", "/harbours/assessments", "amina"), ("essentials", "/harbours/assessments/rounds/essentials-this", "amina"), ("cultures", "/harbours/assessments/rounds/omse-this", "amina"),
    ("value-chain", "/harbours/assessments/rounds/chain-this", "amina"), ("answer-bruno", "/harbours/assessments/rounds/levers-open/answer/skills", "bruno"),
    ("wco-figure-4", "/wco/assessments/frameworks/essentials", None), ("wco-figure-5", "/wco/assessments/frameworks/omse", None), ("wco-figure-6", "/wco/assessments/frameworks/chain", None),
    ("innovation", "/harbours/innovation", "amina"), ("wco-table-1", "/wco/innovation", None), ("leadership", "/harbours/leadership/analyses/shared-arrivals", "amina"),
    ("wco-table-3", "/wco/leadership/views", None),
]
# Found by following the first such link on a page: identifiers are made by the generator.
FOLLOW = [
    ("objective", "plan", r"/harbours/plan/objectives/[a-z0-9.-]+", "amina"), ("indicator", "indicators", r"/harbours/indicators/[a-z0-9.-]+", "amina"),
    ("member", "members", r"/harbours/members/[a-z0-9.-]+", "amina"), ("thing-thread", "objective", r"/harbours/thread/plan:[a-z0-9.-]+", "amina"),
    ("innovation-strategy", "innovation", r"/harbours/innovation/strategies/[a-z0-9.-]+", "amina"),
    ("objective-edit", "objective", r"/harbours/plan/objectives/[a-z0-9.-]+/edit", "amina"), ("how", "indicator", r"/harbours/indicators/[a-z0-9.-]+/how", "amina"),
]
VARIANTS = [("desktop", 1280, "en", "light"), ("narrow", 360, "en", "light"), ("arabic", 1280, "ar", "light"), ("dark", 1280, "en", "dark"), ("print", 794, "en", "print")]


def main():
    from playwright.sync_api import sync_playwright
    program, out = sys.argv[1], pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "screenshots")
    wanted = set(os.environ.get("PAGES", "").split(",")) - {""}
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    folder = tempfile.mkdtemp()
    server = subprocess.Popen([program, "serve", "--example", "--database", f"sqlite:{folder}/portolan.sqlite", "--address", "127.0.0.1:18080", "--without-limits"], stdout=subprocess.DEVNULL)
    try:
        wait("http://127.0.0.1:18080/readyz")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            shots = take(browser, "http://127.0.0.1:18080", out, wanted)
        sheet(out, shots)
        print(f"{len(shots)} pictures: {out}/index.html")
    finally:
        server.terminate()
        server.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def take(browser, base, out, wanted):
    found, shots = {}, []
    needed = wanted | {origin for name, origin, _, _ in FOLLOW if name in wanted}
    needed |= {origin for name, origin, _, _ in FOLLOW if name in needed}
    pages = [page for page in PAGES if not wanted or page[0] in needed]
    for variant, width, language, scheme in VARIANTS:
        contexts = {}
        for name, path, person in pages:
            if wanted and name not in wanted and variant != "desktop":
                continue
            if person not in contexts:
                contexts[person] = signed_in(browser, base, person, width, language, scheme)
            page = contexts[person].new_page()
            if scheme == "print":
                page.emulate_media(media="print")
            response = page.goto(base + path, wait_until="load")
            if variant == "desktop":
                found[name] = page.content()
                for follow, origin, pattern, who in FOLLOW:
                    link = re.search(f'href="({pattern})"', found[name]) if origin == name else None
                    if link:
                        pages.append((follow, link.group(1), who))
            if not wanted or name in wanted:
                overflow = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                file = f"{name}-{variant}.png"
                page.screenshot(path=str(out / file), full_page=True)
                shots.append((name, variant, file, response.status, overflow))
            page.close()
        for context in contexts.values():
            context.close()
    return shots


def signed_in(browser, base, person, width, language, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", java_script_enabled=True, locale=language)
    page = context.new_page()
    page.goto(f"{base}/sign-in?language={language}")
    if person:
        page.click(f'button[value="{person}"]')
    page.close()
    return context


def sheet(out, shots):
    rows = {}
    for name, variant, file, status, overflow in shots:
        rows.setdefault(name, {})[variant] = (file, status, overflow)
    variants = [v[0] for v in VARIANTS]
    with open(out / "index.html", "w") as f:
        f.write("<!doctype html><meta charset=utf-8><title>Contact sheet</title><table border=1><tr><th>page</th>" + "".join(f"<th>{v}</th>" for v in variants) + "</tr>")
        for name, row in rows.items():
            f.write(f"<tr><th>{html.escape(name)}</th>")
            for variant in variants:
                file, status, overflow = row.get(variant, ("", "", False))
                f.write(f'<td valign=top><a href="{file}"><img src="{file}" width=240></a><br>{status}{" OVERFLOWS" if overflow else ""}</td>' if file else "<td></td>")
            f.write("</tr>")
        f.write("</table>")


def wait(url):
    for _ in range(600):
        try:
            urllib.request.urlopen(url)
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not come up")


if __name__ == "__main__":
    main()
