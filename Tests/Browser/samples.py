"""A page for every address: found by following links, as somebody who may see it."""
import html, re, urllib.parse
from collections import deque
from dataclasses import dataclass

from person import Person
from program import CAST, HARBOURS, WCO

# The server's own pages, which belong to no organisation.
OWN = {"/": None, "/sign-in": None, "/organisations/new": "amina"}
# Who follows the links: those who see most go first, and one of the second example for what only it has.
READERS = ["amina", "ines", "bruno", None, "chen", "dana", "wco-planner"]


@dataclass(frozen=True)
class Sample:
    route: str
    person: str | None
    path: str

    def __str__(self):
        return f"{self.path} as {self.person or 'nobody'}"


class RouteTable:
    """Which address a path belongs to: literal segments before gaps."""

    def __init__(self, addresses):
        self.all = [address["path"] for address in addresses]
        self.sorted = sorted(self.all, key=lambda path: [part.startswith("{") for part in path.split("/")])

    def find(self, path):
        parts = [part for part in path.split("/") if part]
        if not parts:
            return None
        for route in self.sorted:
            segments = [part for part in route.split("/") if part]
            if len(segments) == len(parts) - 1 and all(a.startswith("{") or a == b for a, b in zip(segments, parts[1:])):
                return route
        return None


class Crawl:
    """Follows the links of the organisations as each reader in turn; a few pages for each address are enough."""

    def __init__(self, base, addresses, each=1):
        self.base, self.table, self.each = base, RouteTable(addresses), each
        self.samples, self.files, self.broken = {}, {}, []

    def run(self, prepare=None):
        for reader in READERS:
            person = Person(self.base, reader)
            if prepare:
                prepare(person)
            self.follow(person, [f"/{HARBOURS}", f"/{WCO}"])
        return self

    def follow(self, person, starts):
        seen, counts, queue = set(starts), {}, deque(starts)
        while queue:
            path = queue.popleft()
            route = self.table.find(path)
            key = (path.split("/")[1], route)
            if route is None or counts.get(key, 0) >= self.each:
                continue
            counts[key] = counts.get(key, 0) + 1
            answer = person.get(path)
            if answer.status in (301, 302, 303) and "/sign-in" in answer["location"]:
                continue
            if answer.status != 200:
                self.broken.append(f"{path} as {person.name or 'nobody'}: {answer.status}")
            elif answer.is_page:
                self.samples.setdefault(route, []).append(Sample(route, person.name, path))
                for link in links(answer.text, path):
                    if link not in seen:
                        seen.add(link)
                        queue.append(link)
            else:
                self.files.setdefault(route, []).append(Sample(route, person.name, path))

    @property
    def without(self):
        """Addresses that nobody came across."""
        return [route for route in self.table.all if route not in self.samples and route not in self.files]

    @property
    def one_each(self):
        own = [Sample(path, person, path) for path, person in OWN.items()]
        return own + [self.samples[route][0] for route in self.table.all if route in self.samples]


def links(text, path):
    """The paths that a page links to on this server, without questions and fragments."""
    for target in re.findall(r'<a\b[^>]*?href="([^"]+)"', text):
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(path, html.unescape(target)))
        if not parts.scheme and not parts.netloc and parts.path:
            yield parts.path
