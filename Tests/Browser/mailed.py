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
    for _ in range(50):
        texts = " ".join(file.read_text(errors="replace").replace("=\n", "") for file in pathlib.Path(folder).iterdir() if file.is_file())
        found = {f"/{kind}/{{link}}": link.group(0) for kind in kinds if (link := re.search(rf"/{kind}/[A-Za-z0-9_-]+", texts))}
        if len(found) == len(kinds):
            break
        time.sleep(0.1)
    return found
