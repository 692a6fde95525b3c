"""The built program, serving the example organisations on a free port from a database of its own."""
import datetime, hashlib, json, os, pathlib, re, shutil, socket, subprocess, tempfile, time, urllib.request

HARBOURS = "harbours"
WCO = "wco"
CAST = ["amina", "bruno", "chen", "dana", "farah", "elif", "gita", "ines", "oskar"]
LANGUAGES = ["en", "fr", "es", "ar", "ru", "pt"]


class Program:
    def __init__(self, binary, *options):
        self.binary = str(binary)
        self.options = options

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="portolan-browser-")
        self.port = free_port()
        # Where its mails are put; and two who were asked in from the command line, which is possible only before it serves.
        self.mail = pathlib.Path(self.folder, "mail")
        self.mail.mkdir()
        self.welcome, self.owner = self.invited("guest"), self.invited("owner")
        self.log = open(pathlib.Path(self.folder, "log"), "w")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--example", "--database", self.database, "--address", self.address, "--mail", f"spool:{self.mail}", *self.options],
            stdout=self.log, stderr=subprocess.STDOUT)
        self.wait()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    @property
    def database(self):
        return f"sqlite:{self.folder}/portolan.sqlite"

    def invited(self, name):
        """The path of the link with which the first of a new organisation comes in."""
        said = subprocess.run(
            [self.binary, "organisation", "create", f"Union of the {name}", "--administrator", f"{name}@example.org", "--database", self.database],
            capture_output=True, text=True).stdout
        link = re.search(r"/welcome/[^\s]+", said)
        return link.group(0) if link else None

    @property
    def base(self):
        return f"http://{self.address}"

    @property
    def written(self):
        """What the program has written to its log so far."""
        return pathlib.Path(self.folder, "log").read_text(errors="replace")

    def wait(self):
        for _ in range(1200):
            if self.process.poll() is not None:
                raise SystemExit(f"the program ended at once:\n{self.written}")
            try:
                urllib.request.urlopen(f"{self.base}/readyz", timeout=5)
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"the program did not come up:\n{self.written}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def addresses(binary):
    """Every address of the rooms and of the server itself, as the program says so."""
    return json.loads(subprocess.run([str(binary), "routes"], check=True, capture_output=True, text=True).stdout)


def build(binary):
    """What tells one build from another."""
    digest = hashlib.sha256()
    with open(binary, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:16]


def days_ago(days):
    """A day as the pages read it: the examples are told up to today."""
    return (datetime.date.today() - datetime.timedelta(days)).isoformat()


def binary_from(arguments):
    root = pathlib.Path(__file__).resolve().parents[2]
    binary = pathlib.Path(arguments[0]) if arguments else root / ".build/debug/portolan"
    if not os.access(binary, os.X_OK):
        raise SystemExit(f"{binary} is not there: make run builds it")
    return binary
