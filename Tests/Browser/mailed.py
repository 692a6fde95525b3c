"""Pages that only a link in a mail leads to: the program writes its mails into a folder, and the links are taken from there."""
import pathlib, re, time

from person import Person
from program import HARBOURS

PASSWORD = "a harbour pilot's lantern"


def links(program):
    """Path by address, for the links that came."""
    # An account with a password of its own: it may change its address, and forget the password.
    owner = Person(program.base)
    owner.post(program.owner, {"password": PASSWORD})
    owner.post("/account", {"email": "other@example.org", "present": PASSWORD, "password": PASSWORD}, action="/account/email")
    Person(program.base).post("/forgotten", {"email": "owner@example.org"})
    administrator = Person(program.base, "ines")
    administrator.post(f"/{HARBOURS}/people/invite", {"name": "A Guest", "email": "invited@example.org", "role": "partner"})
    return {"/welcome/{link}": program.welcome, **arrived(program.mail, ["invitations", "reset", "confirm"])}


def arrived(folder, kinds):
    found = {}
    for texts in looked_for(folder):
        found = {f"/{kind}/{{link}}": link.group(0) for kind in kinds if (link := linked(kind, " ".join(texts)))}
        if len(found) == len(kinds):
            break
    return found


def arrived_at(folder, address, kind):
    """The path of the link in the mail to one address."""
    for texts in looked_for(folder):
        for text in texts:
            if address in text and (link := linked(kind, text)):
                return link.group(0)
    raise AssertionError(f"no mail came to {address}")


def looked_for(folder):
    """All mails there are, again and again for some seconds."""
    for _ in range(50):
        yield [file.read_text(errors="replace").replace("=\n", "") for file in pathlib.Path(folder).iterdir() if file.is_file()]
        time.sleep(0.1)


def linked(kind, text):
    return re.search(rf"/{kind}/[A-Za-z0-9_-]+", text)
