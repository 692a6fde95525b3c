import Accounts
import Foundation
import Journal
import Organisation
import Pages

/// One form shown, or one submission decided: proof of origin, merge with what others did, decision, receipt.
struct FormExchange: Sendable {
    let site: Site
    let journal: Journal
    let route: Route
    let handler: FormHandler
    let visit: Visit
    let reader: Reader
    let request: WebRequest

    func show() throws -> WebResponse {
        page(try handler.show(visit), Problems(), status: 200)
    }

    func decide() async throws -> WebResponse {
        guard let entered = FormBody.entered(request, language: reader.language) else { throw BadRequest("host.not-a-form", status: 415) }
        guard reader.proves(entered.text("csrf")) else { throw BadRequest("host.forged", status: 403) }
        if let earlier = try await earlierReceipt(entered) { return arrived(earlier, Destination()) }
        let now = try handler.show(visit)
        let merge = try await merge(entered, into: now)
        guard merge.conflicts.isEmpty else {
            return page(now.holding(merge.entered), Problems(meanwhile: merge.conflicts), status: 409)
        }
        do {
            return try await record(merge.entered)
        } catch let refusal as Refusal {
            return page(now.holding(merge.entered), problems(refusal), status: 422)
        }
    }

    /// The receipt of the same submission, where it came before: what it changed may have closed the form to which it belongs.
    private func earlierReceipt(_ entered: Entered) async throws -> Receipt? {
        guard let account = reader.account else { return nil }
        let command = Command(by: Actor(account.id), key: key(of: entered), content: fingerprint(of: entered))
        guard let kept = try await journal.receipt(for: command.key), kept.fingerprint == command.fingerprint else { return nil }
        return kept.receipt
    }

    /// What others changed since the form was filled in, field by field.
    private func merge(_ entered: Entered, into now: Form) async throws -> Merge {
        guard let base = Int(entered.text("base")), base > 0, base < visit.present.position else { return Merge(base: now, now: now, entered: entered) }
        let then = try await journal.organisation(at: base)
        let earlier = try await site.visit(then, then, journal, reader, visit.viewer, visit.times, visit.parameters, request)
        guard let before = try? handler.show(earlier) else { return Merge(base: now, now: now, entered: entered) }
        return Merge(base: before, now: now, entered: entered)
    }

    private func record(_ entered: Entered) async throws -> WebResponse {
        guard let account = reader.account else { throw Forbidden() }
        let (handler, route, site, parameters, query, language) = (handler, route, site, visit.parameters, visit.query, reader.language)
        let (reader, house) = (reader, visit.house)
        let submit: @Sendable (Organisation) throws -> Outcome = { organisation in
            let viewer = site.viewer(reader, in: organisation)
            // Rights are those at the position decided on: they may have been taken away a moment ago.
            guard route.access.admits(viewer) else { throw Forbidden() }
            return try handler.decide(
                Submission(
                    organisation: organisation, viewer: viewer, entered: entered, parameters: parameters, query: query, today: organisation.day,
                    language: language, house: house,
                    makeID: {
                        var generator = SystemRandomNumberGenerator()
                        return ID<Never>.random(using: &generator).text
                    }))
        }
        switch try submit(journal.standing) {
        case .show(let page): return site.framed(page(visit), visit, reader, request)
        case .record: break
        }
        let command = Command(by: Actor(account.id), key: key(of: entered), content: fingerprint(of: entered))
        let destination = Destination()
        let receipt = try await journal.record(command) { organisation in
            guard case .record(let proposals, let path, let notice) = try submit(organisation) else { return [] }
            destination.set(path, notice)
            return proposals
        }
        return arrived(receipt, destination)
    }

    private func arrived(_ receipt: Receipt, _ destination: Destination) -> WebResponse {
        // A repeated submission is not decided again, so that its destination is found through the form itself.
        let (path, notice) = destination.value ?? ((try? handler.show(visit).cancel) ?? "activity/receipts/\(receipt.positions.lowerBound)", nil)
        guard !receipt.positions.isEmpty else { return .redirect(address(path, "unchanged=1")) }
        if let notice { site.notices.keep(notice, for: visit.organisation.id, at: receipt.positions.lowerBound) }
        return .redirect(address(path, "recorded=\(receipt.positions.lowerBound)"))
    }

    private func address(_ path: String, _ query: String) -> String {
        let address = visit.path(path)
        return "\(address)\(address.contains("?") ? "&" : "?")\(query)"
    }

    private func key(of entered: Entered) -> String {
        let key = entered.text("key")
        return (8...200).contains(key.utf8.count) ? key : Token().text
    }

    private func fingerprint(of entered: Entered) -> Data {
        var content = Data(request.rawPath.utf8)
        for name in entered.names.subtracting(["csrf", "key", "base"]).sorted() {
            content += Data("\n\(name)=\(entered.raw(name).joined(separator: "\u{1F}"))".utf8)
        }
        for (name, upload) in entered.uploads.sorted(by: { $0.key < $1.key }) { content += Data("\n\(name)=".utf8) + upload.bytes }
        return content
    }

    private func problems(_ refusal: Refusal) -> Problems {
        let text = visit.say(refusal.key, refusal.arguments)
        return refusal.field.map { Problems(byField: [$0: text]) } ?? Problems(general: [text])
    }

    /// The same address with the questions that it carried.
    private var action: String {
        let query = request.query.filter { $0.name != "language" }.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        return query.isEmpty ? request.rawPath : "\(request.rawPath)?\(query.joined(separator: "&"))"
    }

    private func page(_ form: Form, _ problems: Problems, status: Int) -> WebResponse {
        let seal = FormSeal(action: action, csrf: reader.csrf, key: Token().text, base: visit.present.position)
        let page = Page(form.title, place: form.place, trail: form.trail) {
            if !form.lede.isEmpty { p(.class("lede")) { form.lede } }
            form.markup(seal, problems, visit.say, cancelPath: visit.path(form.cancel))
        }
        return site.framed(page, visit, reader, request, status: status)
    }
}
