#!/usr/bin/env python3
"""Sends ten thousand damaged requests to the program, as raw bytes, and looks at every answer.

Fails where the program ends, where an answer says 500 without an error id, where one lacks the security headers, or where it hangs.
Seeded: the same number sends the same bytes. Nothing but the standard library.
Usage: fuzz.py PORTOLAN [--requests 10000] [--seed 1]
"""
import argparse, concurrent.futures, json, pathlib, random, re, shutil, socket, subprocess, sys, tempfile, threading, time, urllib.parse, urllib.request

PORT = 18091
NASTY = [
    b"\0", b"\r\n", b"\n\n", b"\xff\xfe", b"\xc0\xaf", b"%00", b"%2e%2e%2f", b"%252e", b"%ff", b"\"\xcc\x81", b"<script>alert(1)</script>",
    "\u202e\u2066".encode(), "١٢٣".encode(), b"1e400", b"9223372036854775808", b"-9223372036854775809", b"NaN", b"2026-02-30", b"0000-00-00",
    b"' OR 1=1 --", b"; DROP TABLE event", b"../../etc/passwd", b"//evil.example", b"javascript:alert(1)", b"{{7*7}}", b"=1+1", b"A" * 5000,
    b"null", b"[]", b"{}", b"[[[[[[[[[[", b"\"\\ud800\"", b"1e999", b"{\"a\":1,\"a\":2}", b"WyJ4Il0", b"cursor=AAAA", b"limit=-1", b"limit=99999999999999999999",
    "e\u0301".encode(), "é".encode(), b"%0d%0aSet-Cookie:a=b", b"[" * 2000, b"&a=b" * 200, b"\x1b[31m", b"plan:", b":", b"--", b"{", b"\xed\xa0\x80",
]
METHODS = [b"GET", b"HEAD", b"POST", b"PUT", b"PATCH", b"DELETE", b"OPTIONS", b"TRACE", b"CONNECT", b"get", b"BREW", b""]
HEADERS = [b"content-type: application/json", b"transfer-encoding: chunked", b"content-length: -1", b"content-length: 99999999999999999999", b"host: evil.example",
           b"expect: 100-continue", b"if-match: *", b"if-none-match: \"x\"", b"cookie: portolan-session=x", b"accept-language: \xff", b"range: bytes=0-1", b"origin: null",
           b"if-match: \"1\"", b"if-match: W/\"1\"", b"idempotency-key: 12345678", b"idempotency-key: \xff\xfe", b"idempotency-key: " + b"k" * 300, b"authorization: Bearer ptl_x",
           b"authorization: Basic eDp4", b"accept: text/html", b"accept: application/json;q=0", b"content-encoding: gzip"]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--requests", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    folder = tempfile.mkdtemp()
    server = subprocess.Popen(
        [options.program, "serve", "--example", "--without-limits", "--database", f"sqlite:{folder}/fuzz.sqlite", "--address", f"127.0.0.1:{PORT}"],
        stdout=subprocess.DEVNULL, stderr=open(f"{folder}/log", "w"))
    try:
        wait(server)
        corpus = recorded_requests()
        print(f"{len(corpus)} requests to begin with; sending {options.requests} damaged ones, seed {options.seed}")
        began = time.time()
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            faults = [fault for fault in pool.map(lambda n: attempt(corpus, options.seed * 1_000_003 + n), range(options.requests)) if fault]
        statuses = sorted(COUNTS.items(), key=lambda item: item[0] or 0)
        print(f"answers in {time.time() - began:.0f} s: " + ", ".join(f"{status or 'closed'} {count}" for status, count in statuses))
        alive = server.poll() is None and urllib.request.urlopen(f"http://127.0.0.1:{PORT}/readyz").status == 200
        if not alive:
            faults.append("the program has ended: " + pathlib.Path(f"{folder}/log").read_text()[-2000:])
        for fault in faults[:20]:
            print("FAULT", fault)
        print("no fault" if not faults else f"{len(faults)} faults")
        sys.exit(1 if faults else 0)
    finally:
        server.terminate()
        server.wait(60)
        shutil.rmtree(folder, ignore_errors=True)


COUNTS = {}
TURN = threading.Lock()


def attempt(corpus, seed):
    chance = random.Random(seed)
    request = wished_anew(chance.choice(corpus), chance)
    # Two in three stay HTTP, so that what is damaged reaches the pages, the forms and the API.
    request = damaged(bytearray(request), chance) if chance.random() < 0.33 else misled(request, chance)
    try:
        answer = exchange(request)
    except TimeoutError:
        return f"seed {seed}: no answer within 40 s to {bytes(request[:200])!r}"
    # Who waited to be asked for the body is answered twice.
    if answer.startswith(b"HTTP/1.1 100 "):
        answer = answer.split(b"\r\n\r\n", 1)[-1]
    status = int(answer[9:12]) if answer[:9] == b"HTTP/1.1 " else None
    with TURN:
        COUNTS[status] = COUNTS.get(status, 0) + 1
    head = answer.split(b"\r\n\r\n", 1)[0].lower()
    if status and b"content-security-policy" not in head:
        return f"seed {seed}: {status} without the security headers to {bytes(request[:200])!r}"
    if status and status >= 500 and status not in (501, 503) and not re.search(rb"[A-Za-z0-9_-]{8}", answer.split(b"\r\n\r\n", 1)[-1]):
        return f"seed {seed}: {status} without an error id to {bytes(request[:200])!r}"
    if status == 500:
        return f"seed {seed}: 500 to {bytes(request[:300])!r}"
    return None


def wished_anew(request, chance):
    """Mostly under a key of its own, as each form and each change has one: else all but the first are refused for their key alone."""
    if chance.random() < 0.1:
        return request
    new = lambda key: key.group(1) + "".join(chance.choice("abcdefghijkmnpqrstuvwxyz23456789") for _ in key.group(2)).encode()
    return re.sub(rb"([&\n]key=|Idempotency-Key: )([A-Za-z0-9_-]+)", new, request)


def misled(request, chance):
    """A request that is whole in itself, with nonsense in its address, its body or one of its fields."""
    head, _, body = request.partition(b"\r\n\r\n")
    line, *fields = head.split(b"\r\n")
    method, target, version = line.split(b" ")
    fields = [field for field in fields if not field.lower().startswith(b"content-length")]
    for _ in range(chance.choice([1, 1, 2, 3])):
        kind = chance.random()
        if body and kind < 0.6:
            body = changed(body, chance)
        elif kind < 0.85:
            target = b"/" + re.sub(rb"[\x00-\x20\x7f-\xff]", lambda byte: b"%%%02X" % byte.group()[0], changed(target[1:], chance))
        elif fields[1:]:
            at = chance.randrange(1, len(fields))
            name, _, value = fields[at].partition(b": ")
            fields[at] = name + b": " + re.sub(rb"[\x00-\x08\x0a-\x1f\x7f]", b"", changed(value, chance))
    length = [b"Content-Length: %d" % len(body)] if body or method != b"GET" else []
    return b"\r\n".join([b" ".join([method, target, version]), *fields, *length, b"", b""]) + body


def changed(text, chance):
    """A value becomes another, or something is put in, left out, doubled or turned."""
    text, at, kind = bytearray(text), chance.randrange(len(text) + 1), chance.randrange(6)
    if kind < 2:
        mark = chance.choice([m.end() for m in re.finditer(rb'[/=&?:,"\[{]', bytes(text))] or [0])
        end = re.compile(rb'[/=&?,"}\]]').search(bytes(text), mark)
        text[mark:end.start() if end else len(text)] = chance.choice(NASTY)
    elif kind == 2:
        text[at:at] = chance.choice(NASTY)
    elif kind == 3:
        del text[at:at + chance.choice([1, 4, 40])]
    elif kind == 4:
        text[at:at] = text[at:at + chance.choice([1, 10, 100])] * chance.choice([1, 5])
    elif at < len(text):
        text[at] = chance.randrange(256)
    return bytes(text)


def damaged(request, chance):
    for _ in range(chance.choice([1, 1, 2, 3, 6])):
        kind, at = chance.randrange(9), chance.randrange(len(request) or 1)
        if kind == 0:
            request[at:at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            request[at:at] = chance.choice(NASTY)
        elif kind == 2:
            del request[at:at + chance.choice([1, 4, 40, 400])]
        elif kind == 3:
            request[at:at] = request[at:at + chance.choice([1, 10, 100])] * chance.choice([1, 5])
        elif kind == 4:
            space = request.find(b" ")
            request[:max(space, 0)] = chance.choice(METHODS)
        elif kind == 5:
            line = request.find(b"\r\n")
            request[line + 2:line + 2] = chance.choice(HEADERS) + b"\r\n"
        elif kind == 6:  # a segment of the path, or a value of the body, becomes something else
            marks = [m.end() for m in re.finditer(rb"[/=&]", bytes(request))] or [0]
            mark = chance.choice(marks)
            end = re.compile(rb"[/=& ?\r]").search(bytes(request), mark)
            request[mark:end.start() if end else mark] = chance.choice(NASTY)
        elif kind == 7:
            swap = bytes(request).split(b"\r\n")
            chance.shuffle(swap[1:4])
            request[:] = b"\r\n".join(swap)
        else:
            request[at:] = b""
    return request


def exchange(request):
    with socket.create_connection(("127.0.0.1", PORT), timeout=40) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        answer = b""
        try:
            while chunk := connection.recv(65536):
                answer += chunk
        except ConnectionError:
            pass
        return answer


def wait(server):
    for _ in range(1200):
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{PORT}/readyz")
        except OSError:
            if server.poll() is not None:
                sys.exit("the program did not start")
            time.sleep(0.1)


def recorded_requests():
    """What real visitors send: pages as four people, and every form that they can open, filled in."""
    requests = []
    for person in [None, "amina", "bruno", "ines"]:
        cookie = session(person) if person else ""
        seen, todo = set(), ["/", "/harbours", "/wco", "/sign-in", "/harbours/plan", "/harbours/indicators", "/harbours/report", "/harbours/people", "/harbours/imports", "/account"]
        while todo and len(seen) < 60:
            path = todo.pop(0)
            kind = re.sub(r"\d", "", path.split("?")[0])
            if kind in seen:
                continue
            seen.add(kind)
            page = fetch(path, cookie)
            requests.append(get(path, cookie))
            requests.append(get(path + ("&" if "?" in path else "?") + "as-of=2026-01-01&page=2&q=x", cookie))
            requests += [post(action, fields, cookie) for action, fields in forms(page) if not action.startswith("/sign-out")]
            links = re.findall(r'href="(/(?:harbours|wco|account|sign-in)[^"#]*)"', page)
            todo += [link.replace("&amp;", "&") for link in random.Random(len(seen)).sample(links, min(8, len(links)))]
    return requests + program_requests()


def program_requests():
    """What a program sends with a token of the planner's, one of the administrator's and none: every address of the description, lists page by page, changes with keys and conditions."""
    api = json.loads(fetch("/api/openapi.json", ""))
    ids = {"organisation": "harbours"}
    for gap, things in [("member", "members"), ("region", "regions"), ("body", "bodies"), ("objective", "objectives"), ("indicator", "indicators"), ("period", "periods")]:
        found = re.search(r'"id":"([^"]*)"', fetch(f"/api/v1/organisations/harbours/{things}?limit=1", ""))
        ids[gap] = found.group(1) if found else "none"
    requests = []
    for token in [access_token("amina"), access_token("ines"), ""]:
        who = f"Authorization: Bearer {token}\r\n" if token else ""
        for path, operations in api["paths"].items():
            target = re.sub(r"\{(\w+)\}", lambda gap: ids.get(gap.group(1), "none"), path)
            shared = operations.get("parameters", [])
            for method, operation in operations.items():
                if method == "parameters":
                    continue
                known = {one["name"]: one for one in (resolved(one, api) for one in shared + operation.get("parameters", [])) if one["in"] == "query"}
                if method == "get":
                    requests.append(program("GET", target, who))
                    if "cursor" in known:
                        page = re.search(r'[?&]cursor=([^">&]*)', fetch_headers(f"{target}?limit=1", who))
                        requests.append(program("GET", f"{target}?limit=1&cursor={page.group(1) if page else 'x'}", who))
                    if "as-of" in known:
                        requests.append(program("GET", f"{target}?as-of=2026-01-01", f"{who}If-None-Match: \"1\"\r\n"))
                elif method in ("post", "put", "patch", "delete"):
                    condition = "If-Match: *\r\n" if method != "post" else ""
                    body = json.dumps(sample(operation, api)) if "requestBody" in operation else ""
                    target += "".join(f"?{name}=because" for name in known if known[name].get("required"))[:200]
                    requests.append(program(method.upper(), target, f"{who}{condition}Idempotency-Key: key-{len(requests):06}\r\nContent-Type: application/json\r\n", body))
    return requests


def sample(operation, api):
    """Something of the shape that a change is described with."""
    def made(schema, depth=0):
        schema = resolved(schema, api)
        for choice in ("oneOf", "anyOf", "allOf"):
            if choice in schema:
                return made(schema[choice][0], depth + 1)
        kind = schema.get("type", "string")
        kind = kind[0] if isinstance(kind, list) else kind
        if "enum" in schema:
            return schema["enum"][0]
        if kind == "object":
            return {name: made(one, depth + 1) for name, one in schema.get("properties", {}).items()} if depth < 6 else {}
        if kind == "array":
            return [made(schema.get("items", {}), depth + 1)] if depth < 6 else []
        return {"integer": 5, "number": 5.5, "boolean": True, "null": None}.get(kind, "2026-01-01" if schema.get("format") == "date" else "x1")
    return made(next(iter(operation["requestBody"]["content"].values()))["schema"])


def resolved(part, api):
    while "$ref" in part:
        _, *path = part["$ref"].split("/")
        part = api
        for name in path:
            part = part[name]
    return part


def program(method, target, headers, body=""):
    length = f"Content-Length: {len(body.encode())}\r\n" if body or method != "GET" else ""
    return f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n{headers}{length}\r\n{body}".encode()


def access_token(person):
    cookie = session(person)
    csrf = re.search(r'name="csrf" value="([^"]*)"', fetch("/account/tokens", cookie)).group(1)
    fields = {"csrf": csrf, "name": "fuzz", "scope": "write", "days": "7", "organisation": "harbours"}
    made = urllib.request.Request(f"http://127.0.0.1:{PORT}/account/tokens", data=urllib.parse.urlencode(fields).encode(), headers={"Cookie": cookie})
    return re.search(r"ptl_[A-Za-z0-9_-]+", urllib.request.urlopen(made).read().decode()).group(0)


def fetch_headers(target, headers):
    return exchange(program("GET", target, headers)).split(b"\r\n\r\n", 1)[0].decode("latin1")


def get(path, cookie):
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nCookie: {cookie}\r\nAccept-Encoding: gzip\r\nAccept-Language: fr\r\n\r\n".encode()


def post(path, fields, cookie):
    body = urllib.parse.urlencode(fields).encode()
    return (f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def forms(page):
    for form in re.findall(r'<form[^>]*method="post"[^>]*action="([^"]*)"[^>]*>(.*?)</form>', page, re.S):
        names = re.findall(r'<(?:input|select|textarea|button)[^>]*name="([^"]*)"(?:[^>]*value="([^"]*)")?', form[1])
        yield form[0].replace("&amp;", "&"), [(name, value or "1") for name, value in names]


def fetch(path, cookie):
    try:
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", headers={"Cookie": cookie})
        return urllib.request.urlopen(request).read().decode("utf8", "replace")
    except OSError:
        return ""


def session(person):
    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None
    opener = urllib.request.build_opener(NoRedirect)
    page = opener.open(f"http://127.0.0.1:{PORT}/sign-in")
    visitor = page.headers.get("Set-Cookie", "").split(";")[0]
    csrf = re.search(r'name="csrf" value="([^"]*)"', page.read().decode()).group(1)
    body = urllib.parse.urlencode({"csrf": csrf, "account": person, "next": "/"}).encode()
    try:
        opener.open(urllib.request.Request(f"http://127.0.0.1:{PORT}/sign-in/as", data=body, headers={"Cookie": visitor}))
    except urllib.error.HTTPError as answer:
        return answer.headers.get("Set-Cookie", "").split(";")[0]
    sys.exit(f"could not sign in as {person}")


if __name__ == "__main__":
    main()
