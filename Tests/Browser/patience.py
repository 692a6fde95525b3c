"""A person before a browser whose pages may come slowly, in part, or not at all."""
import time

ATTEMPTS = 40
SECONDS = 60


class Patient:
    """Loads, looks whether the page is there to its last line, and otherwise does what people do: again, or back."""

    def __init__(self, page):
        self.page, self.times, self.again = page, [], 0
        self.has_failed, self.arrivals = False, 0
        page.set_default_timeout(SECONDS * 1000)
        page.on("requestfailed", self.failed)
        page.on("framenavigated", self.arrived)

    def failed(self, request):
        self.has_failed = self.has_failed or request.is_navigation_request()

    def arrived(self, frame):
        self.arrivals += frame == self.page.main_frame

    def open(self, url):
        """Answers once the page is there."""
        for attempt in range(ATTEMPTS):
            if self.load(url, lambda: self.page.goto(url, wait_until="commit") if attempt == 0 else self.page.reload(wait_until="commit")):
                return
            self.again += 1
        raise AssertionError(f"{url} did not come after {ATTEMPTS} attempts")

    def press(self, what, selector):
        return self.load(what, lambda: self.page.click(selector, no_wait_after=True))

    def send_again(self):
        """What F5 does after a form whose answer did not come: the browser asks, and sends the same again."""
        return self.load("sending again", lambda: self.page.reload(wait_until="commit"))

    def back(self):
        return self.load("going back", lambda: self.page.go_back(wait_until="commit"))

    def load(self, what, begin):
        from playwright.sync_api import Error
        started, before, self.has_failed = time.monotonic(), self.arrivals, False
        try:
            begin()
            while time.monotonic() - started < SECONDS and not self.has_failed:
                if self.arrivals > before and self.page.evaluate("document.readyState") == "complete":
                    break
                self.page.wait_for_timeout(50)
        except Error:
            pass
        came = not self.has_failed and self.is_there
        self.times.append((what, time.monotonic() - started, came))
        return came

    @property
    def is_there(self):
        """A whole page of ours: one that was cut lacks its foot, and an error page of the browser's is none."""
        from playwright.sync_api import Error
        try:
            return self.page.url.startswith("http") and self.page.locator("footer").count() == 1
        except Error:
            return False
