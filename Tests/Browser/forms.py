"""What the forms on a page would send as they stand."""
from html.parser import HTMLParser


class Form:
    def __init__(self, action, method):
        self.action, self.method, self.fields, self.kinds = action, method, [], {}

    def put(self, name, value, kind):
        if name:
            self.fields.append((name, value))
            self.kinds[name] = kind


class Forms(HTMLParser):
    """All forms of a page, in their order, each with its fields and the values that stand in them."""

    def __init__(self, text):
        super().__init__()
        self.all, self.form, self.area, self.select = [], None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "form":
            self.form = Form(has.get("action", ""), has.get("method", "get"))
            self.all.append(self.form)
        elif self.form is None:
            return
        elif tag == "input":
            kind = has.get("type", "text")
            if kind not in ("checkbox", "radio") or "checked" in has:
                self.form.put(has.get("name"), has.get("value") or "", kind)
        elif tag == "textarea":
            self.area = [has.get("name"), ""]
        elif tag == "select":
            self.select = [has.get("name"), None]
        elif tag == "option" and self.select and (self.select[1] is None or "selected" in has):
            self.select[1] = has.get("value") or ""

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if self.form is None:
            return
        if tag == "textarea" and self.area:
            self.form.put(*self.area, "textarea")
            self.area = None
        elif tag == "select" and self.select:
            self.form.put(self.select[0], self.select[1] or "", "select")
            self.select = None
        elif tag == "form":
            self.form = None


def form_on(text, action=None):
    """The form that is sent to an address, or else the last of the page."""
    posted = [form for form in Forms(text).all if form.method == "post"]
    return next((form for form in posted if action and form.action.split("?")[0] == action), posted[-1] if posted else None)
