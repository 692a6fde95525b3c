"""A reader without a browser: plain requests with cookies, and what each answer weighs on the wire."""
import gzip, socket, time, urllib.parse

from forms import form_on


class Answer:
    def __init__(self, raw):
        head, _, body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.wire = len(raw)
        self.status = int(lines[0].split()[1])
        self.headers = [tuple(line.split(": ", 1)) for line in lines[1:] if ": " in line]
        self.body = gzip.decompress(body) if self["content-encoding"] == "gzip" else body

    def __getitem__(self, name):
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def is_page(self):
        return self["content-type"].startswith("text/html")

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")


class Person:
    """Signed in with one click as one of the cast, or nobody (`None`)."""

    def __init__(self, base, name=None, language="en"):
        self.base, self.name, self.cookies = base, name, {"portolan-language": language}
        self.port = urllib.parse.urlsplit(base).port
        if name:
            self.post("/sign-in", {"account": name, "next": "/"}, action="/sign-in/as")
            if "portolan-session" not in self.cookies:
                raise SystemExit(f"{name} could not sign in")

    def get(self, path):
        return self.send("GET", path)

    def follow(self, path):
        """The page at the end of the redirections."""
        for _ in range(5):
            answer = self.get(path)
            if answer.status not in (301, 302, 303):
                return answer
            path = answer["location"]
        return answer

    def post(self, page, fields, action=None):
        """Fills the form of a page and sends it; what is not named stands as it is."""
        form = form_on(self.get(page).text, action or page)
        kept = [(name, value) for name, value in form.fields if name not in fields]
        return self.send("POST", form.action, urllib.parse.urlencode(kept + list(fields.items())).encode())

    def send(self, method, path, body=b""):
        """As told, waits and comes again where the program says that it was too often."""
        for _ in range(5):
            answer = self.ask(method, path, body)
            if answer.status != 429:
                break
            time.sleep(float(answer["retry-after"] or 1))
        return answer

    def ask(self, method, path, body):
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: gzip", "Connection: close"]
        head.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as connection:
            connection.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + body)
            raw = b""
            while block := connection.recv(1 << 16):
                raw += block
        answer = Answer(raw)
        for key, value in answer.headers:
            if key.lower() == "set-cookie":
                name, _, rest = value.partition("=")
                self.cookies[name] = rest.split(";")[0]
        return answer
