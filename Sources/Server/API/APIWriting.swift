import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// A change asked for by a program: read strictly, held against its conditions where the journal decides, and decided as by the form.
struct APIWriting: Sendable {
    let api: API
    let resource: Resource
    let write: Write
    let parameters: [String: String]
    let journal: Journal
    let reader: Reader
    let account: Account

    private var request: WebRequest { api.request }

    func response() async throws -> WebResponse {
        try api.site.admit(.change, request, account: account.id.text)
        let content = try content(), query = try api.query(admitting: write.parameters), key = try key()
        let command = Command(by: Actor(account.id), key: key ?? "api-\(Token().text)", content: fingerprint)
        guard api.site.commandsUnderWay.enter(command.key, in: journal.id) else { throw APIProblem(.keyInUse, headers: [("Retry-After", "1")]) }
        defer { api.site.commandsUnderWay.leave(command.key, in: journal.id) }
        // Before any condition: what a request has changed itself must not be held against it when it is sent again.
        if key != nil, let kept = try await journal.receipt(for: command.key) {
            guard kept.fingerprint == command.fingerprint else { throw APIProblem(.keyReused) }
            return try await WriteAnswer(writing: self, receipt: kept.receipt).response()
        }
        return try await decided(content, query, command)
    }

    private func decided(_ content: JSON, _ query: [String: String], _ command: Command) async throws -> WebResponse {
        let standing = journal.standing, visit = try await visit(standing, parameters)
        let whole = write.show == nil ? write.entered(content, over: nil, asking: query, in: visit.language) : nil
        let attempt = { @Sendable organisation throws -> [Proposal] in
            let viewer = api.site.viewer(reader, in: organisation)
            // Rights are those at the position decided on: they may have been taken away a moment ago.
            guard viewer.belongs(to: .everyone) else { throw Missing() }
            guard write.access.admits(viewer) else { throw write.access.refusal }
            return try WriteAttempt(writing: self, visit: visit.standing(on: organisation, as: viewer), content: content, query: query, whole: whole).proposals()
        }
        // Several things at once are long work: they are decided before their turn, and again only where something happened in between.
        let first = write.verb == .record ? try attempt(standing) : nil
        let recorded = try await journal.outcome(of: command) { organisation in
            guard let first, organisation.position == standing.position, organisation.day == standing.day else { return try attempt(organisation) }
            return first
        }
        return try await WriteAnswer(writing: self, visit, recorded).response()
    }

    /// The organisation as it stood, read with the rights of today.
    func visit(_ organisation: Organisation, _ parameters: [String: String]) async throws -> Visit {
        let present = journal.standing
        return try await api.site.visit(
            organisation, present, journal, reader, api.site.viewer(reader, in: present), Times(today: present.day), parameters, request)
    }

    private func content() throws(APIProblem) -> JSON {
        guard request.method.hasBody else { return .object([]) }
        let type = (request.headers["content-type"] ?? "").lowercased().split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        let isUTF8 = type.dropFirst().allSatisfy { !$0.hasPrefix("charset=") || $0.dropFirst(8).trimmingCharacters(in: .init(charactersIn: "\"")) == "utf-8" }
        guard type.first == "application/json", isUTF8 else { throw APIProblem(.unsupportedMediaType, headers: [("Accept", "application/json")]) }
        let json: JSON
        do { json = try JSONReader.read(request.body) } catch {
            throw APIProblem(.unreadableContent, [.init(JSONMistake("", error.key, ["offset": "\(error.offset)"]))])
        }
        let mistakes = write.shape.mistakes(in: json)
        guard mistakes.isEmpty else { throw APIProblem(.invalid, mistakes.map { .init($0) }) }
        return json
    }

    /// `Idempotency-Key` as a string of RFC 8941 or as it is: 1 to 100 visible characters of ASCII.
    private func key() throws(APIProblem) -> String? {
        guard var key = request.headers["idempotency-key"]?.trimmingCharacters(in: .whitespaces) else {
            if write.verb == .create || write.verb == .record { throw APIProblem(.keyMissing) }
            return nil
        }
        if key.count >= 2, key.hasPrefix("\""), key.hasSuffix("\"") { key = String(key.dropFirst().dropLast()) }
        guard (1...100).contains(key.utf8.count), key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { throw APIProblem(.keyMissing) }
        return "api-\(key)"
    }

    /// What makes it the same request.
    private var fingerprint: Data {
        let query = request.query.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "&")
        return Data("\(request.method.rawValue) \(request.rawPath)?\(query)\n".utf8) + Data(request.body)
    }
}
