import Foundation
import Journal
import Organisation
import Pages
import Synchronization

/// Questions to the search of a large organisation, and the same words sought in the same texts without anything around it.
final class Searching: Sendable {
    static let questions = ["trade", "release time", "\"customs value\"", "a", "KPI 300", "données commerce", "nothing-like-it", "d"]

    private let world: LargeWorld
    private let read: @Sendable (Visit) async throws -> Answer
    /// All texts in lower case, one after the other, with a zero behind the last.
    private let texts: [UInt8]
    private let day = Mutex(LargeWorld.today)

    init(_ world: LargeWorld) throws {
        guard let path = world.house.searchPlace, let route = world.house.routes.first(where: { $0.path == path }), case .read(let read) = route.handler else { throw Wrong() }
        self.world = world
        self.read = read
        texts =
            world.house.documents(of: world.organisation).flatMap { document in
                let all = [document.title] + document.fields.compactMap { if case .inLanguages(let content) = $0.content { content } else { nil } }
                return all.flatMap { $0.texts.values.compactMap(\.text) }.joined(separator: "\n").lowercased().utf8
            } + [0]
    }

    func ask() async throws -> Duration {
        let visits = Searching.questions.map { world.visit(["q": $0]) }
        // What is known of a state is gathered with its first question.
        _ = try await read(visits[0])
        return try await ContinuousClock().measure { for visit in visits { _ = try await read(visit) } }
    }

    func scan() -> Duration {
        let words = Searching.questions.flatMap { $0.lowercased().split { $0 == " " || $0 == "\"" }.map(String.init) }
        return ContinuousClock().measure { for word in words { _ = count(word) } }
    }

    func askOnANewDay() async throws -> Duration {
        var organisation = world.organisation
        let next = day.withLock { day in
            day = day.adding(days: 1)
            return day
        }
        organisation.advance(to: next)
        let visit = world.visit(["q": "trade"]).standing(on: organisation, as: Viewer(account: nil, name: "", grants: [], isPublicAdmitted: true))
        return try await ContinuousClock().measure { _ = try await read(visit) }
    }

    func scanOnce() -> Duration { ContinuousClock().measure { _ = count("trade") } }

    private func count(_ word: String) -> Int {
        texts.withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 0 }
            var count = 0
            while let found = strstr(place, word) {
                count += 1
                place = UnsafePointer(found) + 1
            }
            return count
        }
    }
}

extension House {
    /// Where the search answers.
    fileprivate var searchPlace: String? { features.lazy.compactMap(\.searchPage).first }
}
