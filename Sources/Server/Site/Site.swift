import Accounts
import Foundation
import Journal
import Logging
import Organisation
import Pages

/// Everything that answers: the organisations' own pages and the few of the server itself.
package final class Site: Sendable {
    package let journals: Journals
    package let signIn: SignIn
    package let house: House
    package let settings: Settings
    package let mailRoom: MailRoom
    let routes: AddressTable<Route>
    let hostRoutes: AddressTable<HostRoute>
    let endpoints: Endpoints
    let commandsUnderWay = CommandsUnderWay()
    let assets: Assets
    let limits: RateLimits
    let notices = Notices()
    let foundings = Foundings()
    let keptUploads = KeptUploads()
    let keptForms = KeptForms()
    let visits = RememberedVisits()
    let names = Kept<NamesKey, [ID<Actor>: String]>(capacity: 32)
    let ending = Ending()
    /// For files that come in.
    let workbench = Workbench(workers: 1, capacity: 16)
    /// For those that go out: a large table must not keep waiting who sends a file.
    let exportBench = Workbench(workers: 1, capacity: 8)
    /// Those who look on while something changes: each holds a connection for as long as they do.
    let onlookers = Occupancy(whole: 500, share: 50)
    let logger: Logger
    /// Where the data lie; `nil` where they lie on no disc.
    let disc: Disc?
    /// Ends the service: after a write that failed nothing more can be promised.
    private let stop: @Sendable () -> Void

    /// - Parameters:
    ///   - disc: where the data lie; `nil` where they lie on none.
    ///   - stop: ends the service.
    package init(
        journals: Journals, signIn: SignIn, house: House, settings: Settings, mailRoom: MailRoom, logger: Logger, disc: Disc? = nil,
        stop: @escaping @Sendable () -> Void = {}
    ) {
        self.disc = disc
        self.stop = stop
        self.journals = journals
        self.signIn = signIn
        self.house = house
        self.settings = settings
        self.mailRoom = mailRoom
        self.logger = logger
        limits = RateLimits(allowances: settings.allowances)
        routes = AddressTable(house.routes, path: \.path)
        hostRoutes = AddressTable(HostRoute.all, path: \.path)
        endpoints = Endpoints(house.resources, version: settings.version)
        assets = .standard
    }

    /// Never throws: what goes wrong is answered with an error page and an id that stands in the log beside the cause.
    package func respond(to request: WebRequest) async -> WebResponse {
        if request.isForAPI { return await API(site: self, request: request).response }
        do {
            return try await answer(request)
        } catch is Missing {
            return await problemPage(request, status: 404, "host.not-found")
        } catch is Forbidden {
            return await forbiddenPage(request)
        } catch let problem as BadRequest {
            return await problemPage(request, status: problem.status, problem.key)
        } catch let error where error is Workbench.Busy || error is TooManyPasts {
            return await problemPage(request, status: 503, "host.busy").adding(("Retry-After", "5"))
        } catch let tooMany as TooManyRequests {
            return await problemPage(request, status: 429, "host.too-often", count: tooMany.wait).adding(("Retry-After", String(tooMany.wait)))
        } catch let other as OtherMethod {
            return await problemPage(request, status: 405, "host.other-method").adding(("Allow", other.allowed))
        } catch is KeyReused {
            return await problemPage(request, status: 409, "host.key-reused")
        } catch {
            let id = Token().text.prefix(8)
            note(error, of: request, as: String(id))
            return await problemPage(request, status: 500, "host.failed", ["id": String(id)])
        }
    }

    /// In the log, under the number that its reader is told.
    func note(_ error: any Error, of request: WebRequest, as id: String) {
        logger.error("request failed", metadata: ["id": "\(id)", "path": "\(request.pathWithoutSecrets)", "error": "\(error)"])
        guard journals.hasStopped else { return }
        logger.critical("the journal can no longer be written: stopping", metadata: ["id": "\(id)"])
        stop()
    }

    private func answer(_ request: WebRequest) async throws -> WebResponse {
        guard let segments = request.segments else { throw BadRequest("host.unreadable-address") }
        if request.method == .post, request.isFromElsewhere {
            throw BadRequest("host.cross-site", status: 403)
        }
        if let (route, _) = hostRoutes.find(segments) {
            try request.isOne(of: route.methods)
            return try await route.answer(self, request, segments)
        }
        guard let id = segments.first.flatMap({ OrganisationID($0) }) else { throw Missing() }
        guard let journal = try await journals.existing(id) else {
            // As for a closed organisation: whether there is one is nobody's business who has not signed in.
            let reader = try await reader(request)
            guard reader.account == nil else { throw Missing() }
            return dressed(toSignIn(request, reader), for: reader)
        }
        return try await answer(request, in: journal, path: Array(segments.dropFirst()))
    }

    /// Whether requests should be sent here.
    func readiness() async -> WebResponse {
        if ending.hasBegun { return .text("the process is ending\n", status: 503) }
        if journals.hasStopped { return .text("the journal can no longer be written\n", status: 503) }
        if disc?.canBeWritten == false { return .text("nothing can be written to the disc of the database\n", status: 503) }
        do { _ = try await journals.store.organisations() } catch { return .text("the database cannot be read\n", status: 503) }
        return .text("ready\n")
    }
}

/// Who may not; for a reader who has not signed in, the way to do so.
struct Forbidden: Error {}

extension Access {
    /// What whoever is not admitted is told: of what is restricted, not even that it is there.
    var refusal: any Error {
        if case .restricted = self { return Missing() }
        return Forbidden()
    }
}

/// There is such an address, for other methods.
struct OtherMethod: Error {
    var allowed: String
}

extension WebRequest {
    /// - Throws: `OtherMethod`, naming those that there are: HEAD where there is GET, OPTIONS never.
    func isOne(of methods: [Method]) throws(OtherMethod) {
        guard !methods.contains(method), !(method == .head && methods.contains(.get)) else { return }
        let named = methods.flatMap { $0 == .get ? [Method.get, .head] : [$0] }
        throw OtherMethod(allowed: named.map(\.rawValue).joined(separator: ", "))
    }
}

struct BadRequest: Error {
    var key: String
    var status: Int

    init(_ key: String, status: Int = 400) {
        self.key = key
        self.status = status
    }
}
