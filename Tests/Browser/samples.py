"""A page for every address: found by following links, as somebody who may see it."""
import html, re, urllib.parse
from collections import deque
from dataclasses import dataclass

import mailed
from person import Person
from program import HARBOURS, WCO, days_ago

# The server's own pages, which belong to no organisation, and who sees them; and what is for programs, not for people.
OWN = {"": None, "sign-in": None, "organisations/new": "amina", "account": "bruno", "account/tokens": "bruno"}
FOR_PROGRAMS = ("static/", "api/")
# Pages that never end.
STREAMED = "/live"
# Who follows the links: those who see most go first, and one of the second example for what only it has.
FEW = ["amina", "ines", "bruno", "chen", "wco-planner"]
ALL = [*FEW, None, "dana", "elif", "farah", "oskar"]


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
        self.all = [address["path"] for address in addresses if address.get("feature")]
        self.own = [address["path"] for address in addresses if not address.get("feature") and address["kind"] != "action"]
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
    """Follows the links of the organisations as each reader in turn; a page or two for each address are enough."""

    def __init__(self, program, addresses, each=1):
        self.base, self.table, self.each = program.base, RouteTable(addresses), each
        self.own = [Sample(f"/{path}", person, f"/{path}") for path, person in OWN.items()]
        self.own += [Sample(route, None, path) for route, path in mailed.links(program).items()]
        self.samples, self.files, self.broken = {}, {}, []

    def run(self, readers=FEW):
        for route in self.table.own:
            if "{" not in route and route not in OWN:
                self.look_at_own(route)
        planner = Person(self.base, "amina")
        begin_a_paper(planner)
        begin_a_survey(planner)
        for path in drop_a_candidate(planner):
            self.look(planner, path)
        self.look(planner, f"{former_member(planner)}/join")
        for path in type_in_a_paper(planner):
            self.look(planner, path)
        assessments, made = begin_an_assessment(planner)
        for path in begin_an_edition(planner) + begin_a_study(planner) + assessments + begin_an_innovation_strategy(planner) + RISKS:
            self.look(planner, path)
        drafter = Person(self.base, "bruno")
        for person, path in answer_an_assessment(planner, drafter, made):
            self.look(person, path)
        self.look(drafter, answer_on_paper(planner, own_member(drafter)))
        self.look(drafter, f"/{HARBOURS}/surveys/round-one/answers/{own_member(drafter)}/versions/1")
        for name in readers:
            if name == "chen":
                ask_for_clearance(Person(self.base, "bruno"), Person(self.base, "chen"))
            person, skipped = Person(self.base, name), []
            self.follow(person, [f"/{HARBOURS}", f"/{WCO}"], skipped)
            if name in ("amina", "ines"):
                # Some are linked only where there is much to show; anybody can still type them.
                self.follow(person, [f"/{HARBOURS}/{path}" for path in self.without if "{" not in path and path[:1] != "/"], [])
                self.look_further(person, skipped)
        return self

    def follow(self, person, starts, skipped):
        """Link by link, a few pages for each address; what was not looked at is left in `skipped`."""
        seen, counts, queue = set(starts), {}, deque(starts)
        while queue:
            path = queue.popleft()
            route = self.table.find(path)
            key = (path.split("/")[1], route)
            if route is None:
                continue
            if counts.get(key, 0) >= self.each:
                skipped.append(path)
                continue
            counts[key] = counts.get(key, 0) + 1
            for link in self.look(person, path, is_typed=path in starts):
                if link not in seen:
                    seen.add(link)
                    queue.append(link)

    def look_at_own(self, route):
        """One of the server's own that nobody said who sees: a file, or a page for everybody."""
        answer, sample = Person(self.base).get(f"/{route}"), Sample(f"/{route}", None, f"/{route}")
        if answer.status == 200 and answer.is_page:
            self.own.append(sample)
        elif answer.status == 200:
            self.files[route] = [sample]

    def look_further(self, person, skipped):
        """More pages of those addresses below which one is still without a page: not every indicator has a value to withdraw."""
        for path in skipped:
            above = self.table.find(path)
            if any(route.startswith(f"{above}/") for route in self.without):
                below = [link for link in self.look(person, path) if self.table.find(link) in self.without]
                for link in below:
                    self.look(person, link)

    def look(self, person, path, is_typed=False):
        """Keeps the page as a sample, and answers its links."""
        sample = Sample(self.table.find(path), person.name, path)
        if sample.route and sample.route.endswith(STREAMED):
            # It goes on for as long as somebody looks at it: tests of its own watch it.
            self.files.setdefault(sample.route, []).append(sample)
            return []
        answer = person.get(path)
        if answer.status == 200 and answer.is_page:
            self.samples.setdefault(sample.route, []).append(sample)
            return list(links(answer.text, path))
        if answer.status == 200:
            self.files.setdefault(sample.route, []).append(sample)
        elif not is_typed and "/sign-in" not in answer["location"]:
            self.broken.append(f"{sample}: {answer.status}")
        return []

    @property
    def without(self):
        """Addresses that nobody came across."""
        known = {sample.route[1:] for sample in self.own} | set(self.files)
        rooms = [route for route in self.table.all if route not in self.samples and route not in self.files]
        return rooms + [f"/{route}" for route in self.table.own if route not in known and not route.startswith(FOR_PROGRAMS)]

    @property
    def one_each(self):
        return self.own + [self.samples[route][0] for route in self.table.all if route in self.samples]


def links(text, path):
    """The paths that a page links to on this server, without questions and fragments."""
    for target in re.findall(r'<a\b[^>]*?href="([^"]+)"', text):
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(path, html.unescape(target)))
        if not parts.scheme and not parts.netloc and parts.path:
            yield parts.path


def begin_a_paper(planner):
    """The example holds none: a draft shows what may be done with one."""
    planner.post(f"/{HARBOURS}/paper/new", {})


def begin_a_survey(planner):
    """Those of the example are open or closed: a draft shows what may be done with one."""
    survey = planner.post(f"/{HARBOURS}/surveys/new", {"title.en": "Another round"})["location"].split("?")[0]
    planner.post(f"{survey}/sections/new", {"title.en": "Questions"})
    section = next(link for link in links(planner.get(survey).text, "/") if link.startswith(f"{survey}/sections/") and link.endswith("/edit"))
    planner.post(f"{section.removesuffix('edit')}new/text", {"text.en": "What else?"})


def drop_a_candidate(planner):
    """In the round that is under way: what was dropped can be taken up again."""
    page = planner.get(f"/{HARBOURS}/priorities/second-list").text
    candidate = [link for link in links(page, "/") if link.startswith(f"/{HARBOURS}/priorities/second-list/candidates/second-")][-1]
    planner.post(f"{candidate}/drop", {"because": "For the sake of a test."})
    other = f"/{HARBOURS}/priorities/second-list/candidates/second-1"
    return [f"{candidate}/restore", *(f"{other}/{end}" for end in ("split", "drop", "edit"))]


def type_in_a_paper(planner):
    """An answer that came on paper, submitted once and typed in anew; the pages that it has then."""
    page = planner.get(f"/{HARBOURS}/surveys/round-two").text
    paper = next(link for link in links(page, "/") if "/paper/" in link)
    planner.post(f"{paper}/sections/r2-use", {"q-r2-useful": "3"})
    planner.post(f"{paper}/submit", {"received": days_ago(1), "signed": "yes", "consent": "nobody"})
    planner.post(f"{paper}/sections/r2-use", {"q-r2-useful": "4"})
    return [f"{paper}/{end}" for end in ("sections/r2-use", "whole", "submit", "versions/1", "sheet", "sheet.xlsx", "sheet.csv")]


def answer_on_paper(planner, member):
    """Whose answer came on paper says itself who may read it."""
    paper = f"/{HARBOURS}/surveys/round-two/paper/{member}"
    planner.post(f"{paper}/sections/r2-use", {"q-r2-useful": "2"})
    planner.post(f"{paper}/submit", {"received": days_ago(1), "signed": "yes", "consent": "nobody"})
    return f"/{HARBOURS}/surveys/round-two/answers/{member}/consent"


# One that is closed and could be opened again, one that a body accepted.
RISKS = [f"/{HARBOURS}/risks/{end}" for end in ("r-moving", "r-moving/reopen", "r-contributions/withdraw-acceptance")]


def begin_an_edition(planner):
    """That of the example is open for rating: one in the making could be opened. And a signal that went into another can be separated again."""
    edition = planner.post(f"/{HARBOURS}/scan/editions/new", {"title.en": "Another edition"})["location"].split("?")[0]
    merged = f"/{HARBOURS}/scan/signals/s-parcels-again"
    return [edition, f"{edition}/open", merged, f"{merged}/separate"]


def begin_a_study(planner):
    """Those of the example are open and published: one in the making could be opened. And a signpost that came true can be taken back."""
    study = planner.post(f"/{HARBOURS}/scenarios/studies/new", {"title.en": "Another study", "question.en": "What?", "readers": "everyone"})["location"].split("?")[0]
    planner.post(f"{study}/drivers/new", {"title.en": "A driver", "low.en": "Less", "high.en": "More"})
    return [study, f"{study}/open"]


def begin_an_assessment(planner):
    """Those of the example are open and published: one in the making could be opened, one that is open can be answered, and one that was closed could be published."""
    base = f"/{HARBOURS}/assessments"
    copy = planner.post(f"{base}/frameworks/new", {"from": "views", "title.en": "Our views"})["location"].split("?")[0]
    pages, rounds = [copy], {}
    for state in ("draft", "open", "closed"):
        fields = {"framework": copy.rsplit("/", 1)[1], "title.en": f"Views, {state}", "readers": "everyone", "least": "3"}
        groups = {"group-1.en": "Staff", "kind-1": "staff", "group-2.en": "Members", "kind-2": "members"}
        rounds[state] = made = planner.post(f"{base}/rounds/new", fields | groups)["location"].split("?")[0]
        pages += [made, *(f"{made}/{end}" for end in {"draft": ["open"], "open": [], "closed": ["publish"]}[state])]
        if state != "draft":
            planner.post(f"{made}/open", {})
    planner.post(f"{rounds['closed']}/close", {})
    return pages, rounds["open"]


def answer_an_assessment(planner, drafter, made):
    """Who answered may stand elsewhere or take it all back, who gave evidence may take that back, and an administration may let itself be compared."""
    answer = next(link for link in links(planner.get(made).text, "/") if link.startswith(f"{made}/answer/"))
    category = answer.rsplit("/", 1)[1]
    statements = re.findall(r'name="(s-[^"]+)"', planner.get(answer).text)
    planner.post(answer, {statements[0]: "2"})
    planner.post(f"{made}/evidence/{category}", {"text.en": "Seen."})
    evidence = [link for link in links(planner.get(made).text, "/") if link.endswith("/remove") and "/evidence/" in link]
    return [(planner, path) for path in (f"{made}/seat", f"{made}/take-back", *evidence)] + [(drafter, f"{made}/consent")]


def begin_an_innovation_strategy(planner):
    """The example has an adopted version and a draft after it: one that was adopted last could be renewed, or its adoption taken back."""
    base = f"/{HARBOURS}/innovation"
    made = planner.post(f"{base}/new", {"title.en": "Another strategy", "readers": "everyone"})["location"].split("?")[0]
    planner.post(f"{made}/reasons", {"reason-1-kind": "other", "reason-1-text.en": "Why not"})
    planner.post(f"{made}/answers", {f"answer-{name}.en": "So" for name in ("value", "capture", "kind", "resources")} | {"types": "system", "explore": "30", "tolerance": "3"})
    planner.post(f"{made}/initiatives/new", {"title.en": "One", "type": "productService", "amount": "1", "position-1-share": "100", "position-1-degree-to-be": "1"})
    planner.post(f"{made}/adopt", {"body": "steering", "on": days_ago(1), "document.en": "Here"})
    planner.post(f"{base}/statements/new", {"about": "degree", "text.en": "Said", "source.en": "There"})
    draft = planner.get(f"{base}/strategies/wider-harbour-2").text
    initiative = next(link for link in links(draft, "/") if link.startswith(f"{base}/initiatives/"))
    return [made, f"{made}/renew", f"{made}/withdraw-adoption", f"{initiative}/edit", f"{initiative}/remove"]


def ask_for_clearance(drafter, head):
    """The head has something to clear, and somebody who stands in."""
    drafter.post(f"/{HARBOURS}/surveys/round-two/answers/{own_member(drafter)}/clearance", {})
    head.post(f"/{HARBOURS}/clearance/{own_member(head)}/new", {"account": drafter.name, "until": days_ago(-30)})


def own_member(person):
    """The identifier of the administration for which somebody answers."""
    page = person.get(f"/{HARBOURS}/surveys/round-two").text
    return next(link for link in links(page, "/") if "/answers/" in link).rsplit("/", 1)[1]


def former_member(planner):
    """One who has left, and may join again."""
    member = [link for link in links(planner.get(f"/{HARBOURS}/members").text, "/") if link.startswith(f"/{HARBOURS}/members/")][-1]
    planner.post(f"{member}/leave", {"on": days_ago(30), "because": "Left for the sake of a test."})
    return member
