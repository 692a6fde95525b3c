import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// One request to the API. Which things there are, who may see them and what follows from a change is the features' to say.
struct API: Sendable {
    let site: Site
    let request: WebRequest
    let say: Say

    init(site: Site, request: WebRequest) {
        self.site = site
        self.request = request
        say = Say(Language(accepting: request.headers["accept-language"] ?? "") ?? .en, site.house.catalogue)
    }

    /// Never throws: everything that goes wrong is `application/problem+json`.
    var response: WebResponse {
        get async {
            do {
                return try await answer()
            } catch {
                if let problem = APIProblem(error) { return problem.response(say) }
                let id = UUID().uuidString.lowercased()
                site.note(error, of: request, as: id)
                return APIProblem(.failed).response(say, id: id)
            }
        }
    }

    private func answer() async throws -> WebResponse {
        guard let segments = request.segments else { throw APIProblem(.unreadableAddress) }
        let path = Array(segments.dropFirst())
        guard let methods = site.endpoints.methods(of: path) else { throw APIProblem(.notFound) }
        guard methods.contains(request.method.rawValue) else {
            throw APIProblem(.methodNotAllowed, headers: [("Allow", methods.joined(separator: ", "))])
        }
        if path.first == "problems", let kind = APIProblem.Kind(rawValue: path[1]) { return explained(kind) }
        try mustAcceptJSON()
        if path.first == "openapi.json" { return represented(site.endpoints.description) }
        guard let (endpoint, parameters) = site.endpoints.find(Array(path.dropFirst())) else { throw APIProblem(.notFound) }
        return try await answer(endpoint, parameters)
    }

    private func answer(_ endpoint: Endpoint, _ parameters: [String: String]) async throws -> WebResponse {
        let caller = try await caller(), isRead = request.method == .get || request.method == .head
        if case .organisations = endpoint.place { return try await organisations(caller) }
        guard let id = parameters["organisation"].flatMap({ OrganisationID($0) }), let journal = try await site.journals.existing(id) else {
            throw APIProblem(.notFound)
        }
        let reader = reader(caller, in: id), viewer = site.viewer(reader, in: journal.standing)
        // A closed organisation is as if it were not there.
        guard viewer.belongs(to: .everyone) else { throw APIProblem(.notFound) }
        switch endpoint.place {
        case .organisations: throw APIProblem(.notFound)
        case .organisation: return try organisation(journal.standing)
        case .list(let resource) where isRead, .item(let resource) where isRead:
            let reading = APIReading(api: self, endpoint: endpoint, resource: resource, parameters: parameters, journal: journal, reader: reader, hasToken: caller != nil)
            return try await reading.response()
        case .list(let resource), .item(let resource):
            guard let write = endpoint.writes.first(where: { $0.method == request.method.rawValue }) else { throw APIProblem(.notFound) }
            guard let caller else { throw API.tokenWanted }
            let scope: AccessToken.Scope = write.isReporting ? .report : .write
            guard caller.token.scope >= scope else { throw API.wider(scope) }
            guard write.access.admits(viewer) else { throw write.access.refusal }
            guard caller.speaks(in: id) else { throw APIProblem(.forbidden) }
            let writing = APIWriting(api: self, resource: resource, write: write, parameters: parameters, journal: journal, reader: reader, account: caller.account)
            return try await noted(resource, writing)
        }
    }

    /// What was written is answered as it stands then, and so is a condition that does not hold: that is read too.
    private func noted(_ resource: Resource, _ writing: APIWriting) async throws -> WebResponse {
        guard resource.reading != nil else { return try await writing.response() }
        let answered: WebResponse
        do { answered = try await writing.response() } catch {
            guard let problem = APIProblem(error), problem.current != nil || !problem.mistakes.isEmpty else { throw error }
            answered = problem.response(say)
        }
        let visit = try await writing.visit(writing.journal.standing, writing.parameters)
        // A thing that was taken back is not shown.
        if answered.status != 204 { try await site.note(resource.reading, of: visit, in: writing.journal, answered) }
        return answered
    }

    /// JSON is all there is; whoever refuses it cannot be answered.
    private func mustAcceptJSON() throws(APIProblem) {
        guard let accept = request.headers["accept"], !accept.isEmpty else { return }
        let ranges = accept.split(whereSeparator: { $0 == "," }).prefix(50).map { range in
            range.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        }
        let isTaken = ranges.contains { parts in
            let isRefused = parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
            return !isRefused && ["application/json", "application/*", "*/*"].contains(parts.first ?? "")
        }
        guard isTaken else { throw APIProblem(.notAcceptable) }
    }

    /// For people who follow the address in `type`.
    private func explained(_ kind: APIProblem.Kind) -> WebResponse {
        let reader = Reader(account: nil, session: nil, visitor: Token(), isNewVisitor: false, language: say.language, choseLanguage: false)
        return .html(
            HostFrame(site, reader).page(say("\(kind.words).title"), path: request.rawPath) { p(.class("lede")) { say(kind.words, ["id": "–"]) } })
    }
}

// MARK: - Representations

extension API {
    /// A representation with its validator; nothing where the reader has it already, or wants another.
    func represented(_ json: JSON, status: Int = 200, headers: [(name: String, value: String)] = []) -> WebResponse {
        represented(json.bytes, status: status, headers: headers)
    }

    func represented(_ bytes: [UInt8], status: Int = 200, headers: [(name: String, value: String)] = []) -> WebResponse {
        let tag = EntityTag(bytes), packed = takesGzip(request.headers["accept-encoding"]) ? gzipped(bytes) : nil
        var all =
            headers + [
                ("ETag", packed == nil ? tag.text : tag.packed), ("Cache-Control", "private, no-cache"),
                ("Vary", "Authorization, Accept, Accept-Language, Accept-Encoding"),
            ]
        let isRead = request.method == .get || request.method == .head
        if isRead, let failing = Preconditions(request).failing(isThere: true, tag: tag) {
            guard failing == .noneMatch else { return APIProblem(.preconditionFailed, headers: [("ETag", tag.text)]).response(say) }
            return WebResponse(status: 304, headers: all)
        }
        all += [("Content-Type", "application/json; charset=utf-8"), ("Content-Language", say.language.rawValue)]
        if packed != nil { all.append(("Content-Encoding", "gzip")) }
        return WebResponse(status: status, headers: all, body: packed ?? bytes)
    }

    /// The questions of an address, each at most once and known here.
    func query(admitting parameters: [QueryParameter]) throws(APIProblem) -> [String: String] {
        var query: [String: String] = [:], mistakes: [APIProblem.Mistake] = []
        for (name, value) in request.query {
            guard let parameter = parameters.first(where: { $0.part.name.utf8.elementsEqual(name.utf8) }), query[name] == nil else {
                mistakes.append(.init(parameter: Entered.clean(String(name.prefix(100))), query[name] == nil ? "host.api.unknown-member" : "host.api.twice"))
                continue
            }
            query[name] = value
            mistakes += parameter.mistakes(in: value).map { .init(parameter: name, $0.key, $0.arguments) }
        }
        mistakes += parameters.filter { $0.part.isRequired && query[$0.part.name] == nil }.map { .init(parameter: $0.part.name, "pages.refusal.required") }
        guard mistakes.isEmpty else { throw APIProblem(.badParameter, mistakes) }
        return query
    }
}

extension QueryParameter {
    fileprivate func mistakes(in text: String) -> [JSONMistake] {
        if case .integer = part.shape { return part.shape.mistakes(in: Int(text).map { .integer($0) } ?? .text(text)) }
        return part.shape.mistakes(in: .text(text))
    }

    static let limit = QueryParameter("limit", .integer(1...200), "How many things at most; 50 where nothing is said.")
    static let cursor = QueryParameter("cursor", .text(most: 400), "Where to go on, as the page before says.")
    static let days = [
        QueryParameter("as-of", .day, "What was in force on that day, as known today."),
        QueryParameter("known-on", .day, "Only what had been recorded by the end of that day."),
    ]
}
