"""A bad line between a browser and the program: slow, far away, and now and then cut at any byte."""
import asyncio, random, socket, struct, threading, time

from program import free_port

PACKET = 1460


class Line:
    """Listens on `port` and passes on to the program: `bits` a second shared by all connections in each direction, `distance` seconds
    there and back, and a share `broken` of all connections cut at a random byte, the same ones for the same seed. No connection is kept
    open for a second exchange: a browser heals those by itself, and nothing would be left for the person to do."""

    def __init__(self, target, bits=50_000, distance=1.0, broken=0.05, seed=1):
        self.target, self.bytes, self.distance, self.broken = target, bits / 8, distance, broken
        self.chance = random.Random(seed)
        self.port = free_port()
        self.free = {"up": 0.0, "down": 0.0}
        self.connections = self.cuts = self.carried = 0
        # Set by a story: the answer to the next POST is cut after the program has sent it.
        self.cut_next_answer = False

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.loop, ready = asyncio.new_event_loop(), threading.Event()
        self.thread = threading.Thread(target=self.run, args=(ready,), daemon=True)
        self.thread.start()
        ready.wait()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)

    def run(self, ready):
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(asyncio.start_server(self.connected, "127.0.0.1", self.port))
        ready.set()
        self.loop.run_forever()

    async def connected(self, reader, writer):
        await asyncio.sleep(self.distance)  # the handshake
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            return writer.transport.abort()
        wire = Wire(self, writer, far_writer)
        await asyncio.gather(wire.carry(reader, far_writer, "up"), wire.carry(far_reader, writer, "down"))

    def arrival(self, direction, size):
        """When so many bytes, sent now, are there: after those that were sent before by anybody, and after the way."""
        begin = max(time.monotonic(), self.free[direction])
        self.free[direction] = begin + size / self.bytes
        return self.free[direction] + self.distance / 2


class Wire:
    """One connection, until it is cut."""

    def __init__(self, line, near, far):
        self.line, self.near, self.far = line, near, far
        # How many bytes more are carried, where this is one of the broken ones.
        self.left = None
        self.loses_answer = False

    async def carry(self, reader, writer, direction):
        queue = asyncio.Queue(64)
        await asyncio.gather(self.take(reader, queue, direction), self.give(queue, writer))

    async def take(self, reader, queue, direction):
        try:
            while data := await reader.read(PACKET):
                if direction == "up" and data.startswith((b"GET ", b"POST ")):
                    self.exchange(data)
                    data = data.replace(b"Connection: keep-alive", b"Connection: close     ")
                is_last = self.is_last(data, direction)
                await queue.put((self.line.arrival(direction, len(data)), data if not is_last else data[: len(data) // 2], is_last))
                if is_last:
                    break
        except OSError:
            pass
        await queue.put((time.monotonic(), b"", False))

    def exchange(self, head):
        line = self.line
        line.connections += 1
        if line.chance.random() < line.broken:
            self.left = line.chance.randrange(1, 5_000)
        if head.startswith(b"POST ") and line.cut_next_answer:
            self.loses_answer, line.cut_next_answer = True, False

    def is_last(self, data, direction):
        self.line.carried += len(data)
        if self.loses_answer and direction == "down":
            return True
        if self.left is not None:
            self.left -= len(data)
            return self.left <= 0
        return False

    async def give(self, queue, writer):
        while True:
            due, data, is_last = await queue.get()
            await asyncio.sleep(max(0, due - time.monotonic()))
            if data and not writer.is_closing():
                writer.write(data)
            if is_last:
                self.line.cuts += 1
                return self.cut()
            if not data:
                return writer.close()

    def cut(self):
        """Without a word: as a line breaks, not as a server closes."""
        for end in (self.near, self.far):
            if wire := end.get_extra_info("socket"):
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            end.transport.abort()
