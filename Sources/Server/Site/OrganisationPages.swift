import Accounts
import Foundation
import HashTreeCollections
import Journal
import Organisation
import Pages

/// One request to one organisation: found, admitted, shown or decided, framed.
extension Site {
    func answer(_ request: WebRequest, in journal: Journal, path: [String]) async throws -> WebResponse {
        // Counted before anything is read: what changes meanwhile makes another page.
        let renamings = signIn.store.renamings.value
        let reader = try await reader(request)
        let present = journal.standing
        let viewer = viewer(reader, in: present)
        guard let (route, parameters) = routes.find(path) else { throw Missing() }
        guard route.access.admits(viewer) else {
            // Whoever has no part in a closed organisation learns nothing of what there is.
            if reader.account == nil { return dressed(toSignIn(request, reader), for: reader) }
            throw viewer.belongs(to: .everyone) ? route.access.refusal : Missing()
        }
        try request.isOne(of: route.methods)
        let times = try times(request, today: present.day)
        try admit(route, times, request, reader)
        // A program that reads in somebody's name is no visit of theirs: only pages are noted.
        let last = try await lastVisit(of: reader, as: viewer, to: present, request)
        let tag = PageTag(route, request, reader, present, last, renamings: renamings)
        if let known = tag?.answer(to: request) { return known }
        let past = times.asOf == nil && times.knownOn == nil ? present : try await journal.organisation(asOf: times.day, knownOn: times.knownOn)
        let visit = try await visit(past, present, journal, reader, viewer, times, parameters, request, lastVisit: last)
        let response = try await shown(route, visit, journal, reader, request, tag)
        try await note(route.reading, of: visit, in: journal, response)
        return response
    }

    /// Records that something was read which is not to be read unnoticed. Where that cannot be recorded, nothing is answered.
    func note(_ reading: (@Sendable (Visit) -> [Proposal])?, of visit: Visit, in journal: Journal, _ response: WebResponse) async throws {
        // Whoever is led elsewhere after a form has read nothing; a form that is shown again with what is wrong is read, and so is what is still as it was.
        guard let reading, let account = visit.viewer.account, response.status == 304 || !(300..<400).contains(response.status) else { return }
        let proposals = reading(visit)
        _ = try await journal.record(Command(by: Actor(account), key: "reading-\(Token().text)", content: Data())) { _ in proposals }
    }

    private func shown(_ route: Route, _ visit: Visit, _ journal: Journal, _ reader: Reader, _ request: WebRequest, _ tag: PageTag?) async throws -> WebResponse {
        switch route.handler {
        case .read(let read):
            guard let answer = try await found(by: read, visit, route.effort) else { return dressed(framed(notThen(visit), visit, reader, request, status: 404), for: reader) }
            switch answer {
            case .file(let file): return dressed(.download(file), for: reader)
            case .live(let live): return dressed(try self.live(live, visit, journal, reader, request), for: reader)
            case .page(let page):
                let answer = framed(page, visit, reader, request, notice: try await notice(request, visit, journal))
                return dressed(tag?.named(answer) ?? answer, for: reader)
            }
        case .form(let handler):
            guard reader.account != nil else { return dressed(toSignIn(request, reader), for: reader) }
            guard visit.isNow else { throw BadRequest("host.past-is-read-only") }
            let exchange = FormExchange(site: self, journal: journal, route: route, handler: handler, visit: visit, reader: reader, request: request)
            return dressed(request.method == .post ? try await exchange.decide() : try exchange.show(try await notice(request, visit, journal)), for: reader)
        }
    }

    private func admit(_ route: Route, _ times: Times, _ request: WebRequest, _ reader: Reader) throws(TooManyRequests) {
        let account = reader.account?.id.text
        if times.asOf != nil || times.knownOn != nil { try admit(.past, request, account: account) }
        if request.method == .post { try admit(.change, request, account: account) }
        switch route.effort {
        case .ordinary: break
        case .search: try admit(.search, request, account: account)
        case .export: try admit(.export, request, account: account)
        }
    }

    /// What was sent meanwhile is found again in the form after signing in.
    func toSignIn(_ request: WebRequest, _ reader: Reader) -> WebResponse {
        var address = request.rawPath
        if request.method == .post, let entered = try? FormBody.entered(request, language: reader.language),
            // Whoever sends many of them loses the rest, and nobody else theirs.
            limits.wait(for: .change, account: nil, address: request.address, isKnown: false, at: journals.moment) == nil,
            let token = keptForms.keep(entered, sentTo: request.rawPath, by: reader.visitor, size: request.body.count)
        {
            address += "?kept-form=\(token)"
        }
        return .redirect("/sign-in?next=\(percentEncoded(address))")
    }

    /// `nil` where the past that is read does not know what the address names; today that is simply missing.
    private func found(by read: @escaping @Sendable (Visit) async throws -> Answer, _ visit: Visit, _ effort: Effort) async throws -> Answer? {
        do {
            // A large table takes seconds: meanwhile everybody else is answered.
            return effort == .export ? try await exportBench.run(waiting: { try await read(visit) }) : try await read(visit)
        } catch is Missing where !visit.isNow { return nil }
    }

    private func notThen(_ visit: Visit) -> Page {
        Page(visit.say("host.not-then.title"), place: nil, trail: [(visit.say("pages.home"), "")]) { p(.class("lede")) { visit.say("host.not-then") } }
    }

    func visit(
        _ organisation: Organisation, _ present: Organisation, _ journal: Journal, _ reader: Reader, _ viewer: Viewer, _ times: Times,
        _ parameters: [String: String], _ request: WebRequest, lastVisit: LastVisit? = nil
    ) async throws -> Visit {
        let query = Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
        let position = organisation.position, known = times.knownOn, today = times.today
        return Visit(
            organisation: organisation, present: present, viewer: viewer, say: Say(reader.language, house.catalogue), times: times, house: house,
            parameters: parameters, query: query, names: try await names(in: present), invitees: try await invitees(in: present, for: viewer),
            post: try await post(in: present, for: viewer), lastVisit: lastVisit,
            history: { selection in try await Workbench.away { try await journal.entries(selection, through: position, knownOn: known) } },
            state: { day in
                if day >= today, known == nil { return present }
                try self.admit(.past, request, account: reader.account?.id.text)
                return try await Workbench.away { try await journal.organisation(asOf: min(day, today), knownOn: known) }
            },
            // Of no choice of the reader's: there are as many as were published, and they are folded once.
            recorded: { position, day in try await Workbench.away { try await journal.organisation(asOf: min(day, today), through: position) } })
    }

    /// The names of those who have a grant in the organisation, or had one; nobody else's.
    private func names(in organisation: Organisation) async throws -> [ID<Actor>: String] {
        let key = NamesKey(state: StateKey(organisation), renamings: signIn.store.renamings.value)
        if let known = names[key] { return known }
        let grants = organisation[Grants.self]
        let found = try await signIn.store.names(of: Set(grants.all.values.map(\.account) + grants.former.values.map(\.account)))
        names[key] = found
        return found
    }

    /// Who is meant by the invitations that this reader may send anew or withdraw.
    private func invitees(in organisation: Organisation, for viewer: Viewer) async throws -> [ID<Invitation>: Invitee] {
        let own = organisation[Grants.self].invitations.filter { viewer.mayInvite($0.value.invitation) }
        guard !own.isEmpty else { return [:] }
        return try await signIn.store.letters(in: organisation.id).reduce(into: [:]) { invitees, letter in
            guard let id = ID<Invitation>(letter.invitation), own[id] != nil else { return }
            invitees[id] = Invitee(name: letter.name, email: letter.email, language: letter.language.flatMap { Language(rawValue: $0) })
        }
    }

    func times(_ request: WebRequest, today: Day) throws(BadRequest) -> Times {
        func day(_ name: String) throws(BadRequest) -> Day? {
            guard let text = request[query: name], !text.isEmpty else { return nil }
            guard let day = Day(text) else { throw BadRequest("host.unreadable-day") }
            return day
        }
        let asOf = try day("as-of"), knownOn = try day("known-on")
        return Times(asOf: asOf == today ? nil : asOf, knownOn: knownOn.flatMap { $0 >= today ? nil : $0 }, today: today)
    }

    /// - Parameter isForm: whether it stands at the address of a form, which is only of today: the past is read on the page that it belongs to.
    func framed(
        _ page: Page, _ visit: Visit, _ reader: Reader, _ request: WebRequest, isForm: Bool = false, status: Int = 200, notice: Markup = Markup()
    ) -> WebResponse {
        let own = ["language", "as-of", "known-on", "recorded", "unchanged", "kept-form"]
        let surroundings = Surroundings(
            styleSheet: assets.styleSheet, script: assets.script, path: request.rawPath, query: visit.query.filter { !own.contains($0.key) },
            pathOfDays: isForm ? pathOfDays(of: page, visit) : request.rawPath, csrf: reader.csrf, notice: notice, version: settings.version)
        return .html(Frame(visit, surroundings).document(page), status: status)
    }

    private func pathOfDays(of page: Page, _ visit: Visit) -> String {
        visit.path([page.trail.last?.path, page.place].compactMap { $0 }.first { !$0.isEmpty } ?? "")
    }

    /// After a form: what has just been recorded, and where in the journal.
    private func notice(_ request: WebRequest, _ visit: Visit, _ journal: Journal) async throws -> Markup {
        if request[query: "unchanged"] != nil { return div(.class("notice"), .role("status")) { p { visit.say("host.unchanged") } } }
        guard let position = request[query: "recorded"].flatMap({ Int($0) }), position > 0, visit.viewer.belongs(to: .participants) else { return Markup() }
        let entry = try await journal.entries(after: position - 1, through: position).first
        guard let entry, let told = house.told(entry, in: visit.present), visit.viewer.belongs(to: told.audience) || entry.record.actor.id == visit.viewer.account else {
            return Markup()
        }
        let sentence = (notices[visit.organisation.id, position] ?? [told.saying]).map { visit.tell($0) }.joined(separator: " ")
        return div(.class("notice good"), .role("status")) {
            p {
                sentence
                " "
                link(visit.path("activity/receipts/\(position)")) { visit.say("host.receipt", ["position": visit.say.number(position)]) }
            }
        }
    }
}

/// What people are called follows from who has a part in an organisation and from who was renamed or forgotten.
struct NamesKey: Hashable {
    let state: StateKey
    let renamings: Int
}
