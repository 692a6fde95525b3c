import Journal
import Organisation
import Pages

/// What is answered to a change: how the thing stood right after it. The same however often the request is sent.
struct WriteAnswer {
    private let writing: APIWriting
    private let receipt: Receipt
    /// What has just been recorded, for the visit in which it was decided; `nil` for a request that was sent before, which is read from the store.
    private let fresh: (visit: Visit, after: Organisation, entries: [Entry])?

    init(writing: APIWriting, _ visit: Visit, _ recorded: Recorded) {
        self.writing = writing
        receipt = recorded.receipt
        fresh = recorded.after.map { (visit, $0, recorded.entries) }
    }

    /// - Parameter receipt: of the same request, sent before.
    init(writing: APIWriting, receipt: Receipt) {
        (self.writing, self.receipt, fresh) = (writing, receipt, nil)
    }

    private var api: API { writing.api }

    func response() async throws -> WebResponse {
        let headers = receipt.positions.last.map { [(name: "Portolan-Position", value: "\($0)")] } ?? []
        switch writing.write.verb {
        case .remove: return WebResponse(status: 204, headers: headers + [("Cache-Control", "no-store")])
        case .record:
            let position = receipt.positions.last ?? fresh?.after.position ?? writing.journal.standing.position
            return api.represented(["recorded": .integer(receipt.positions.count), "position": .integer(position)], headers: headers)
        case .create:
            let (id, json) = try await created()
            return api.represented(json, status: 201, headers: headers + [("Location", "\(api.request.rawPath)/\(id)")])
        case .change, .put:
            let json = try await writing.resource.read(try await visit(try await after(), writing.parameters))
            let isNew = writing.write.verb == .put && Preconditions(api.request).isForNew
            return api.represented(json, status: isNew ? 201 : 200, headers: headers)
        }
    }

    /// Right after the change, also where others have gone on since.
    private func after() async throws -> Organisation {
        if let fresh { return fresh.after }
        let standing = writing.journal.standing
        guard let last = receipt.positions.last, last < standing.position else { return standing }
        do { return try await writing.journal.organisation(at: last) } catch is TooManyPasts { return standing }
    }

    private func visit(_ organisation: Organisation, _ parameters: [String: String]) async throws -> Visit {
        guard let fresh else { return try await writing.visit(organisation, parameters) }
        return fresh.visit.standing(on: organisation, as: api.site.viewer(writing.reader, in: organisation), at: parameters)
    }

    /// The new thing is what the events are about, as the log tells them.
    private func created() async throws -> (id: String, json: JSON) {
        guard let first = receipt.positions.first, let last = receipt.positions.last,
            let name = writing.resource.itemPaths.first.map({ String($0.dropFirst().dropLast()) })
        else { throw Missing() }
        let then = try await after(), entries = if let fresh { fresh.entries } else { try await writing.journal.entries(after: first - 1, through: last) }
        for reference in entries.flatMap({ api.site.house.told($0, in: then)?.about ?? [] }) {
            let visit = try await visit(then, writing.parameters.merging([name: reference.id]) { _, new in new })
            do { return (reference.id, try await writing.resource.read(visit)) } catch is Missing { continue }
        }
        throw Missing()
    }
}
