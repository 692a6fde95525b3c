"""Without JavaScript: signing in, reporting a value, seeing the receipt."""
import chromium
from badline import near
from program import HARBOURS


def run(world):
    world.check("without JavaScript: a value is reported", lambda: whole_job(world))


def whole_job(world):
    window = world.browser.new_context(java_script_enabled=False, viewport={"width": chromium.NARROW, "height": 740})
    page, base = window.new_page(), world.program.base
    try:
        page.goto(f"{base}/sign-in")
        page.click('button[value="bruno"]')
        page.goto(f"{base}/{HARBOURS}/report")
        page.click("main table a >> nth=0")
        field = page.locator('input[name^="value-"]').first
        help_text = page.locator(f'[id="{field.get_attribute("aria-describedby")}"]').inner_text()
        field.fill(near(help_text))
        page.click('main form.form button[type="submit"]')
        for tick in page.locator('[name^="right-"]').all():
            tick.check()
            page.click('main form.form button[type="submit"]')
        if not page.locator(".notice.good").count():
            return [f"nothing says that it was recorded: {page.url}"]
        page.click(".notice.good a")
        return [] if "/activity/receipts/" in page.url and page.locator("main h1").count() else [f"no receipt: {page.url}"]
    finally:
        window.close()
