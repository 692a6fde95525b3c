import Accounts
import Hummingbird
import Journal
import NIOCore
import Organisation
import Pages
import Synchronization

/// A document that is sent piece by piece for as long as somebody looks at it: each change of the organisation that says something else goes out as another
/// part of it, and takes the place of the part before by the style sheet alone.
///
/// It ends after a while and asks to be fetched anew: then rights are looked at again, and a line that broke unnoticed is given back.
struct LiveStream: Sendable {
    /// What is sent first: the head of the document, which is never closed.
    let head: [UInt8]
    /// How far the organisation is.
    let position: @Sendable () -> Int
    /// What there is to say now.
    let now: @Sendable () async throws -> [UInt8]
    let isEnding: @Sendable () -> Bool
    /// What it holds for as long as it lasts; `nil` where there is no room for more, and it ends with what it says first.
    var held: LiveHold?
    var wait: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// How often it is looked whether something has changed; after how many looks without anything a byte is sent, so that nobody takes the line for dead; after
    /// how many it ends.
    static let pause = Duration.seconds(1), quiet = 10, looks = 120

    /// Asks the browser to come back, later where there was no room; one that does not is left with what it was told last.
    private static let farewell = Array("<meta http-equiv=\"refresh\" content=\"1\">".utf8), later = Array("<meta http-equiv=\"refresh\" content=\"20\">".utf8)

    var body: ResponseBody {
        ResponseBody { writer in
            defer { held?.giveBack() }
            try await run { try await writer.write(ByteBuffer(bytes: $0)) }
            try await writer.finish(nil)
        }
    }

    /// - Throws: what sending throws. Whoever may no longer see it is told nothing more, and comes back to be told why.
    func run(_ send: ([UInt8]) async throws -> Void) async throws {
        // What is recorded while the page is written is told next.
        var known = position(), silent = 0
        guard var said = try? await now() else { return try await send(LiveStream.farewell) }
        try await send(head + said)
        guard held != nil else { return try await send(LiveStream.later) }
        for _ in 0..<LiveStream.looks {
            if isEnding() { break }
            try await wait(LiveStream.pause)
            silent += 1
            let here = position()
            if here != known {
                known = here
                guard let next = try? await now() else { break }
                if next != said {
                    said = next
                    silent = 0
                    try await send(next)
                }
            }
            if silent == LiveStream.quiet {
                silent = 0
                try await send([0x0A])
            }
        }
        try await send(LiveStream.farewell)
    }
}

/// A place among those who look on.
final class LiveHold: Sendable {
    private let places: Occupancy
    private let address: ClientAddress
    private let isHeld = Mutex(true)

    /// `nil` where all places, or those of this address, are taken.
    init?(_ places: Occupancy, for address: ClientAddress) {
        self.places = places
        self.address = address
        do { try places.take(1, for: address) } catch {
            // What was not taken is not given back.
            isHeld.withLock { $0 = false }
            return nil
        }
    }

    func giveBack() {
        let held = isHeld.withLock { held in
            defer { held = false }
            return held
        }
        if held { places.giveBack(1, for: address) }
    }

    /// Of an answer that was never sent.
    deinit { giveBack() }
}

extension Site {
    /// - Parameter visit: as it stands when it is asked for; what follows is read as it stands then, with the rights of then.
    func live(_ live: Live, _ visit: Visit, _ journal: Journal, _ reader: Reader, _ request: WebRequest) throws -> WebResponse {
        // Whoever may not see it now is told so before anything is sent.
        _ = try live.now(visit)
        let document = Document(title: live.title, language: visit.language, styleSheet: assets.styleSheet, bodyClass: "sheet") {
            p { link(visit.path(live.back.path)) { live.back.title } }
            h1 { live.title }
        }
        let head = Array(document.bytes.dropLast("</body></html>".utf8.count))
        var response = WebResponse(status: 200, headers: [("Content-Type", "text/html; charset=utf-8"), ("X-Accel-Buffering", "no")])
        response.live = LiveStream(
            head: head, position: { journal.standing.position },
            now: {
                // Whoever has signed out, or was shut out, is told nothing more.
                if let session = reader.session { guard try await self.signIn.account(for: session) != nil else { throw Missing() } }
                let present = journal.standing
                let now = visit.standing(on: present, as: self.viewer(reader, in: present))
                let said = try live.now(now)
                return div(.class("now"), .role("status")) { said }.bytes
            }, isEnding: { self.ending.hasBegun })
        if request.method == .get { response.live?.held = LiveHold(onlookers, for: request.address) }
        return response
    }
}
