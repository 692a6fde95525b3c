import Accounts
import Foundation
import Journal
import Logging
import Organisation
import Pages

/// Everything that answers: the organisations' own pages and the few of the server itself.
package struct Site: Sendable {
    package let journals: Journals
    package let signIn: SignIn
    package let house: House
    package let settings: Settings
    let routes: RouteTable
    let endpoints: Endpoints
    let commandsUnderWay = CommandsUnderWay()
    let assets: Assets
    let notices = Notices()
    let foundings = Foundings()
    let keptUploads = KeptUploads()
    let keptForms = KeptForms()
    let workbench = Workbench(workers: 1, capacity: 16)
    let logger: Logger
    /// Ends the service: after a write that failed nothing more can be promised.
    private let stop: @Sendable () -> Void

    package init(
        journals: Journals, signIn: SignIn, house: House, settings: Settings, logger: Logger, stop: @escaping @Sendable () -> Void = {}
    ) {
        self.stop = stop
        self.journals = journals
        self.signIn = signIn
        self.house = house
        self.settings = settings
        self.logger = logger
        routes = RouteTable(house.routes)
        endpoints = Endpoints(house.resources, version: settings.version)
        assets = Assets()
    }

    /// Never throws: what goes wrong is answered with an error page and an id that stands in the log beside the cause.
    package func respond(to request: WebRequest) async -> WebResponse {
        if request.isForAPI { return await API(site: self, request: request).response }
        guard request.method.isOfPages else {
            return await problemPage(request, status: 405, "host.not-a-form").adding(("Allow", "GET, HEAD, POST"))
        }
        do {
            return try await answer(request)
        } catch is Missing {
            return await problemPage(request, status: 404, "host.not-found")
        } catch is Forbidden {
            return await problemPage(request, status: 403, "host.forbidden")
        } catch let problem as BadRequest {
            return await problemPage(request, status: problem.status, problem.key)
        } catch where error is Workbench.Busy || error is TooManyPasts {
            return await problemPage(request, status: 503, "host.busy").adding(("Retry-After", "5"))
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
        logger.error("request failed", metadata: ["id": "\(id)", "path": "\(request.rawPath)", "error": "\(error)"])
        guard journals.hasStopped else { return }
        logger.critical("the journal can no longer be written: stopping", metadata: ["id": "\(id)"])
        stop()
    }

    private func answer(_ request: WebRequest) async throws -> WebResponse {
        guard let segments = request.segments else { throw BadRequest("host.unreadable-address") }
        if request.method == .post, request.isFromElsewhere {
            throw BadRequest("host.cross-site", status: 403)
        }
        if let fixed = try await fixed(request, segments) { return fixed }
        guard let id = segments.first.flatMap({ OrganisationID($0) }), let journal = try await journals.existing(id) else { throw Missing() }
        return try await answer(request, in: journal, path: Array(segments.dropFirst()))
    }

    /// The addresses of the server itself.
    private func fixed(_ request: WebRequest, _ segments: [String]) async throws -> WebResponse? {
        switch segments.first {
        case nil: try await frontPage(request)
        case "static", "favicon.svg": try assets.answer(segments)
        case "healthz" where segments.count == 1: .text("alive\n")
        case "readyz" where segments.count == 1: try await readiness()
        case "version" where segments.count == 1: .json("{\"name\":\"portolan\",\"version\":\"\(settings.version)\"}\n")
        case "sign-in", "sign-out", "welcome": try await peoplePage(request, segments)
        case "organisations": try await newOrganisation(request, segments)
        case "account" where segments.dropFirst().first == "tokens": try await tokenPages(request, segments)
        default: nil
        }
    }

    private func readiness() async throws -> WebResponse {
        if journals.hasStopped { return .text("the journal can no longer be written\n", status: 503) }
        _ = try await journals.store.organisations()
        return .text("ready\n")
    }
}

/// Who may not; for a reader who has not signed in, the way to do so.
struct Forbidden: Error {}

struct BadRequest: Error {
    var key: String
    var status: Int

    init(_ key: String, status: Int = 400) {
        self.key = key
        self.status = status
    }
}
