"""Debian's own Chromium under playwright; nothing is ever downloaded."""
import contextlib, importlib.util, shutil, time, urllib.parse

BREADTH, NARROW = 1280, 360


def missing():
    """What is not on this machine, or nothing."""
    if not executable():
        return "no Chromium (Debian: apt-get install chromium)"
    for module, package in [("playwright", "playwright"), ("axe_playwright_python", "axe-playwright-python")]:
        if importlib.util.find_spec(module) is None:
            return f"no {package} (pip install {package})"
    return None


def executable():
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextlib.contextmanager
def chromium():
    from playwright.sync_api import sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox", "--disable-gpu", "--no-proxy-server"])
        yield browser
        browser.close()


def context(browser, base, person, breadth=BREADTH, **more):
    """A window of one reader, who has signed in already; what goes wrong on its pages is kept in `trouble`."""
    new = browser.new_context(viewport={"width": breadth, "height": 900}, **more)
    address = urllib.parse.urlsplit(base)
    new.add_cookies([{"name": name, "value": value, "domain": address.hostname, "path": "/"} for name, value in person.cookies.items()])
    new.trouble = []
    new.on("request", lambda request: foreign(new.trouble, request.url, address.netloc))
    new.on("weberror", lambda error: new.trouble.append(f"script error: {error.error}"))
    new.on("console", lambda message: new.trouble.append(f"console: {message.text}") if message.type == "error" else None)
    return new


def foreign(trouble, url, here):
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("data", "blob", "about") and parts.netloc != here:
        trouble.append(f"external request: {parts.scheme}://{parts.netloc}")


def open_page(page, url):
    """Loads a page, and answers what goes wrong with that."""
    trouble = page.context.trouble
    for _ in range(5):
        trouble.clear()
        answer = page.goto(url, wait_until="load")
        if answer.status != 429:
            break
        time.sleep(float(answer.headers.get("retry-after", 1)))
    problems = list(trouble)
    if answer.status != 200:
        problems = [f"answers {answer.status}"]
    return problems
