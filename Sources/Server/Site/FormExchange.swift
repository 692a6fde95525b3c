import Accounts
import Foundation
import Journal
import Organisation
import Pages
import Synchronization

/// One form shown, or one submission decided: proof of origin, merge with what others did, decision, receipt.
struct FormExchange: Sendable {
    let site: Site
    let journal: Journal
    let route: Route
    let handler: FormHandler
    let visit: Visit
    let reader: Reader
    let request: WebRequest

    /// - Parameter notice: of what the form before has recorded.
    func show(_ notice: Markup) throws -> WebResponse {
        let form = try handler.show(visit)
        guard let kept = site.keptForms.entered(request[query: "kept-form"], sentTo: request.rawPath, by: reader.visitor) else {
            return page(form, Problems(), base: visit.present.position, status: 200, notice: notice)
        }
        return shownAgain(form, kept, "host.kept-form", status: 200)
    }

    func decide() async throws -> WebResponse {
        guard let account = reader.account else { throw Forbidden() }
        guard var entered = try FormBody.entered(request, language: reader.language) else { throw BadRequest("host.not-a-form", status: 415) }
        guard reader.proves(entered.text("csrf")) else { return shownAgain(try handler.show(visit), entered, "host.session-changed", status: 403) }
        if let language = Language(rawValue: entered.text("in")) { entered = entered.read(in: language) }
        if let kept = site.keptUploads.uploads(entered.text("kept"), of: account.id) { entered.uploads.merge(kept) { sent, _ in sent } }
        // What a page showed that would follow is not what its reader wished for: the form once more, with all that was entered.
        if entered.flag(FormExchange.change) { return page(try handler.show(visit).holding(entered), Problems(), base: visit.present.position, status: 200) }
        // Of what was sent, not of what it was merged into: the same submission is the same, whatever happened meanwhile.
        let command = Command(by: Actor(account.id), key: key(of: entered), content: fingerprint(of: entered))
        do {
            return try await record(entered, command)
        } catch {
            // What a submission changed may have closed the form to which it belongs: sent again, it is answered as before.
            if let kept = try await journal.receipt(for: command.key), kept.fingerprint == command.fingerprint {
                return arrived(kept.receipt, Destination())
            }
            guard var turned = error as? TurnedDown else { throw error }
            if !turned.kept.isEmpty { turned = try await kept(of: turned, entered, command) }
            return page(turned.form, turned.problems, base: turned.position, status: turned.status, told: turned.notice)
        }
    }

    /// Records what was right of what was turned down, so that it outlives the page; the form goes on from there.
    private func kept(of turned: TurnedDown, _ entered: Entered, _ command: Command) async throws -> TurnedDown {
        let attempt = FormAttempt(exchange: self, entered: entered, before: try await formBegunFrom(entered), bearer: nil)
        let last = Mutex(turned)
        let receipt = try await journal.record(Command(by: command.actor, key: "\(command.key.key.prefix(190))-kept", content: fingerprint(of: entered))) { organisation in
            do { _ = try attempt.outcome(on: organisation) } catch let now as TurnedDown {
                last.withLock { $0 = now }
                return now.kept
            }
            return []
        }
        var found = last.withLock { $0 }
        // Sent again, it is kept already.
        if found.kept.isEmpty { found.notice = turned.notice }
        found.position = max(found.position, receipt.positions.upperBound - 1)
        return found
    }

    /// The form with what was entered into it in a session that is over: nothing is recorded until its own reader sends it.
    private func shownAgain(_ form: Form, _ entered: Entered, _ key: String, status: Int) -> WebResponse {
        // Where none was sent, none is made up: what stands would be overwritten by the next sending.
        let base = Int(entered.text("base")).map { min(max($0, 0), visit.present.position) } ?? 0
        return page(form.holding(entered), Problems(general: [visit.say(key)]), base: base, status: status)
    }

    private func record(_ entered: Entered, _ command: Command) async throws -> WebResponse {
        let bearer = try await site.bearer(of: handler.address.map { entered.text($0) }, in: journal.id)
        let attempt = FormAttempt(exchange: self, entered: entered, before: try await formBegunFrom(entered), bearer: bearer)
        let standing = journal.standing, account = reader.account?.id
        let first = entered.uploads.isEmpty ? try attempt.outcome(on: standing) : try await site.workbench.run { try attempt.outcome(on: standing) }
        switch first {
        case .show(let page): return site.framed(page(visit), visit, reader, request, isForm: true)
        case .propose(let button, let field, let page): return site.framed(page(visit, again(entered, without: field, button)), visit, reader, request, isForm: true)
        case .seen(let position, let path):
            if let account = reader.account { try await site.markSeen(through: position, by: account.id, in: standing) }
            return .redirect(visit.path(path))
        case .returned(let mails, let again, let path): return try await site.note(mails, again: again, in: standing, then: visit.path(path), by: account)
        // What cannot be sent now is not recorded as sent.
        case .write where await !site.mailRoom.hasRoom: throw Workbench.Busy()
        case .record, .invite, .write: break
        }
        if first.invitation != nil { try site.admit(.invitation, request, account: reader.account?.id.text) }
        let dispatch = try await Dispatch(first, self)
        let destination = Destination()
        let receipt: Receipt
        do {
            receipt = try await journal.record(command) { organisation in
                // Deciding can be long work, such as reading a file: it is done again only where something happened in between.
                let isSame = organisation.position == standing.position && organisation.day == standing.day
                let outcome = isSame ? first : try attempt.outcome(on: organisation)
                guard let (proposals, path, notice) = outcome.recorded else { return [] }
                guard outcome.invitation == first.invitation else { throw BadRequest("host.key-reused", status: 409) }
                destination.set(path, notice, outcome.mailings)
                return proposals
            }
        } catch {
            // What went wrong first is what is told.
            try? await dispatch?.takenBack()
            throw error
        }
        // Sent again, the same is not decided again, and nobody is written to a second time.
        if !receipt.repeated, !receipt.positions.isEmpty { await site.write(destination.mailings, of: journal.standing, by: account) }
        return try await dispatch?.sent(receipt, or: arrived(receipt, destination)) ?? arrived(receipt, destination)
    }

    /// The form as it was shown when this person began, and where in the journal that was; `nil` where that cannot be: nothing stood there yet, or the
    /// journal has never been so long.
    private func formBegunFrom(_ entered: Entered) async throws -> (position: Int, form: Form)? {
        guard let base = Int(entered.text("base")), base > 0, base <= visit.present.position else { return nil }
        let then = base == visit.present.position ? visit.present : try await journal.organisation(at: base)
        return (try? handler.show(visit.standing(on: then, as: visit.viewer))).map { (base, $0) }
    }

    private func key(of entered: Entered) -> String {
        let key = entered.text("key")
        return (8...200).contains(key.utf8.count) ? key : Token().text
    }

    private func fingerprint(of entered: Entered) -> Data {
        var content = Data(request.rawPath.utf8)
        for name in entered.names.subtracting(["csrf", "key", "base", "kept"]).sorted() {
            content += Data("\n\(name)=\(entered.raw(name).joined(separator: "\u{1F}"))".utf8)
        }
        for (name, upload) in entered.uploads.sorted(by: { $0.key < $1.key }) { content += Data("\n\(name)=".utf8) + upload.bytes }
        return content
    }

    /// The same address with the questions that it carried.
    var action: String {
        let query = request.query.filter { !["language", "kept-form"].contains($0.name) }.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }
        return query.isEmpty ? request.rawPath : "\(request.rawPath)?\(query.joined(separator: "&"))"
    }

    static let change = "change-entered"

    private func page(_ form: Form, _ problems: Problems, base: Int, status: Int, notice: Markup = Markup(), told: Saying? = nil) -> WebResponse {
        if base == visit.present.position { journal.keep(visit.present) }
        let seal = FormSeal(action: action, csrf: reader.csrf, key: Token().text, base: base)
        var page = Page(form.title, place: form.place, trail: form.trail) {
            if !form.lede.isEmpty { p(.class("lede")) { form.lede } }
            if let told { p(.class("note"), .role("status")) { visit.tell(told) } }
            form.markup(seal, problems, visit.say, cancelPath: visit.path(wayBack ?? form.cancel))
        }
        page.isAssisted = form.fields.contains { $0.suggestions != nil }
        return site.framed(page, visit, reader, request, isForm: true, status: status, notice: notice)
    }
}
