import HashTreeCollections
import Journal
import Organisation
import Pages

enum RegionForms {
    static let new = Route.form(
        "new/region", .planners,
        show: { visit in
            form(
                visit, visit.say("membership.form.new-region"), Region(code: "", name: .empty), cancel: "members", more: [visit.sinceField])
        },
        decide: { submission in
            let region = try entered(submission, present: nil)
            let id = submission.register.freeID(for: region.code, otherwise: submission.newID(Region.self))
            return try record(region, id, submission)
        })

    static let edit = Route.form(
        "regions/{region}/edit", .planners,
        show: { visit in
            let id: ID<Region> = try visit.id("region")
            guard let region = visit.register.regions[id] else { throw Missing() }
            return form(
                visit, visit.say("membership.form.edit", ["name": visit.plain(region.name)]), region, cancel: "regions/\(id)",
                trail: [(visit.plain(region.name), "regions/\(id)")])
        },
        decide: { submission in
            let id: ID<Region> = try submission.id("region")
            guard let present = submission.register.regions[id] else { throw Refusal("pages.refusal.gone") }
            return try record(try entered(submission, present: present), id, submission)
        })

    private static func form(
        _ visit: Visit, _ title: String, _ region: Region, cancel: String, trail: [(title: String, path: String)] = [], more: [Field] = []
    ) -> Form {
        let say = visit.say
        return Form(
            title, place: "members", trail: [(say("membership.nav.members"), "members")] + trail, submit: say("pages.save"), cancel: cancel,
            fields: [
                Field("code", say("pages.code"), .line, value: region.code, required: true, help: say("membership.form.region-code-help")),
                .localized("name", say("pages.name"), region.name, languages: visit.languages, required: true),
                .localized(
                    "official", say("membership.official-name"), region.officialName, languages: visit.languages,
                    help: say("membership.form.official-help")),
            ] + more)
    }

    private static func entered(_ submission: Submission, present: Region?) throws(Refusal) -> Region {
        let entered = submission.entered
        return Region(
            code: try entered.code(instead: present?.code, required: true),
            name: try entered.localized("name", present: present?.name ?? .empty, max: 200, required: true),
            officialName: try entered.localized("official", present: present?.officialName ?? .empty, max: 400))
    }

    private static func record(_ region: Region, _ id: ID<Region>, _ submission: Submission) throws -> Outcome {
        .record(
            try submission.register.describe(region, as: id, since: try submission.entered.day("since"), today: submission.today),
            then: "regions/\(id)", notice: Saying("membership.notice.saved", ["name": .content(region.name)]))
    }
}
