import Journal
import Organisation
import Pages
import Synchronization
import TestKit
import Testing

@testable import Server

@Suite("What is pushed to whoever looks on")
struct LiveStreamTests {
    /// Runs a stream whose seconds pass at once; `happens` is asked at each look what has happened by then.
    private func sent(position: @escaping @Sendable (Int) -> Int, text: @escaping @Sendable (Int) -> String, ends: Int = .max) async throws -> [String] {
        let look = Mutex(0), sent = Mutex<[String]>([])
        var stream = LiveStream(
            head: Array("<body>".utf8), position: { position(look.withLock { $0 }) }, now: { Array(text(look.withLock { $0 }).utf8) }, isEnding: { look.withLock { $0 } >= ends })
        stream.wait = { _ in look.withLock { $0 += 1 } }
        stream.held = LiveHold(Occupancy(whole: 1, share: 1), for: .unknown)
        try await stream.run { piece in sent.withLock { $0.append(String(decoding: piece, as: UTF8.self)) } }
        return sent.withLock { $0 }
    }

    private let farewell = "<meta http-equiv=\"refresh\" content=\"1\">"

    @Test("what changes is sent once, what says the same is not; then the browser is asked to come back")
    func changes() async throws {
        // Something is recorded at the third and at the fifth look; only the fifth says anything new.
        let pieces = try await sent(position: { $0 < 3 ? 1 : $0 < 5 ? 2 : 3 }, text: { $0 < 5 ? "one" : "two" })
        #expect(pieces.filter { $0 != "\n" } == ["<body>one", "two", farewell])
    }

    @Test("a line on which nothing is said is kept alive, and given up after two minutes")
    func quiet() async throws {
        let pieces = try await sent(position: { _ in 1 }, text: { _ in "one" })
        #expect(pieces.count { $0 == "\n" } == LiveStream.looks / LiveStream.quiet && pieces.last == farewell)
    }

    @Test("whoever may no longer see it is told nothing more")
    func rights() async throws {
        struct Gone: Error {}
        let looks = Mutex(0), sent = Mutex<[String]>([])
        var stream = LiveStream(
            head: [], position: { looks.withLock { $0 } },
            now: {
                if looks.withLock({ $0 }) > 2 { throw Gone() }
                return Array("one".utf8)
            }, isEnding: { false })
        stream.wait = { _ in looks.withLock { $0 += 1 } }
        stream.held = LiveHold(Occupancy(whole: 1, share: 1), for: .unknown)
        try await stream.run { piece in sent.withLock { $0.append(String(decoding: piece, as: UTF8.self)) } }
        #expect(sent.withLock { $0 } == ["one", farewell])
    }

    @Test("where too many look on, one more is told how things stand, and to come back later; a place is free again once somebody has gone")
    func room() async throws {
        let places = Occupancy(whole: 2, share: 1)
        var first = LiveHold(places, for: .unknown)
        #expect(first != nil && LiveHold(places, for: .unknown) == nil)
        first?.giveBack()
        first = nil
        #expect(places.held == 0 && LiveHold(places, for: .unknown) != nil)
        let sent = Mutex<[String]>([])
        let stream = LiveStream(head: [], position: { 1 }, now: { Array("one".utf8) }, isEnding: { false })
        try await stream.run { piece in sent.withLock { $0.append(String(decoding: piece, as: UTF8.self)) } }
        #expect(sent.withLock { $0 } == ["one", "<meta http-equiv=\"refresh\" content=\"20\">"])
    }

    @Test("it ends with the server")
    func ending() async throws {
        #expect(try await sent(position: { _ in 1 }, text: { _ in "one" }, ends: 4) == ["<body>one", farewell])
    }

    @Test("an open survey is pushed to its readers, to nobody else, and a closed one to nobody")
    func survey() async throws {
        let server = try await ExampleWorld.shared(), amina = Browser(server)
        await amina.signIn(as: "amina")
        let live = await amina.get("/harbours/surveys/round-two/live")
        #expect(live.status == 200 && live.live != nil)
        let first = try await #require(live.live?.now())
        #expect(String(decoding: first, as: UTF8.self).contains("Members have answered"))
        #expect(await amina.get("/harbours/surveys/round-one/live").status == 404)
        #expect(await Browser(server).get("/harbours/surveys/round-two/live").status == 404)
    }
}
