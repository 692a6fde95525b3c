import Journal
import Organisation
import Pages

/// What is answered to a change: how the thing stood right after it. The same however often the request is sent.
struct WriteAnswer {
    let writing: APIWriting
    let receipt: Receipt

    private var api: API { writing.api }

    func response() async throws -> WebResponse {
        let then = try await organisation()
        let headers = receipt.positions.last.map { [(name: "Portolan-Position", value: "\($0)")] } ?? []
        switch writing.write.verb {
        case .remove: return WebResponse(status: 204, headers: headers + [("Cache-Control", "no-store")])
        case .record:
            return api.represented(["recorded": .integer(receipt.positions.count), "position": .integer(receipt.positions.last ?? then.position)], headers: headers)
        case .create:
            let (id, json) = try await created(then)
            return api.represented(json, status: 201, headers: headers + [("Location", "\(api.request.rawPath)/\(id)")])
        case .change, .put:
            let json = try await writing.resource.read(try await writing.visit(then, writing.parameters))
            let isNew = writing.write.verb == .put && api.request.headers["if-match"] == nil
            return api.represented(json, status: isNew ? 201 : 200, headers: headers)
        }
    }

    /// Right after the change, also where others have gone on since.
    private func organisation() async throws -> Organisation {
        let standing = writing.journal.standing
        guard let last = receipt.positions.last, last < standing.position else { return standing }
        do { return try await writing.journal.organisation(at: last) } catch is TooManyPasts { return standing }
    }

    /// The new thing is what the events are about, as the log tells them.
    private func created(_ then: Organisation) async throws -> (id: String, json: JSON) {
        guard let first = receipt.positions.first, let last = receipt.positions.last,
            let name = writing.resource.itemPaths.first.map({ String($0.dropFirst().dropLast()) })
        else { throw Missing() }
        let entries = try await writing.journal.entries(after: first - 1, through: last)
        for reference in entries.flatMap({ api.site.house.told($0, in: then)?.about ?? [] }) {
            let visit = try await writing.visit(then, writing.parameters.merging([name: reference.id]) { _, new in new })
            do { return (reference.id, try await writing.resource.read(visit)) } catch is Missing { continue }
        }
        throw Missing()
    }
}
