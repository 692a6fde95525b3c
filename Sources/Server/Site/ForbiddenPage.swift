import Journal
import Organisation
import Pages

/// What is answered to those whose roles do not allow what they asked for.
extension Site {
    /// Says so; whoever has a part in the organisation is led to the page that names those who can give a role.
    func forbiddenPage(_ request: WebRequest) async -> WebResponse {
        guard let reader = try? await reader(request), let address = await whomToAsk(reader, request) else {
            return await problemPage(request, status: 403, "host.forbidden")
        }
        let frame = HostFrame(self, reader), say = frame.say
        return frame.problem(
            say("host.forbidden.title"), say("host.forbidden"), at: request.rawPath, status: 403, more: p { link(address) { say("host.forbidden.who") } })
    }

    /// Where the people of the organisation are named; `nil` where there is no such page, or not for this reader.
    private func whomToAsk(_ reader: Reader, _ request: WebRequest) async -> String? {
        guard let id = request.segments?.first.flatMap({ OrganisationID($0) }), let journal = try? await journals.existing(id),
            let (route, _) = routes.find(["people"]), route.access.admits(viewer(reader, in: journal.standing))
        else { return nil }
        return "/\(id)/people"
    }
}
