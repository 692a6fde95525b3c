import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// Mails that came back: read from files, kept with the accounts of those to whom they went, and taken back where an address works again.
enum ReturnedMailForm {
    static let path = "people/returned-mail"

    static let route = Route.form(
        path, .planners,
        show: { visit in
            let say = visit.say, standing = standing(visit)
            return Form(
                say("membership.returned"), lede: say("membership.returned-lede"), place: "people", trail: [(say("membership.nav.people"), "people")],
                submit: say("membership.returned.submit"), cancel: "people", fields: fields(standing, say)
            ) {
                noted(visit)
                if standing.isEmpty { p { say("membership.returned.none") } } else { table(standing, say) }
            }
        },
        decide: decide)

    private typealias Standing = [(account: ID<Actor>, name: String, returned: Post.Returned)]

    /// Of whom mails come back, by name.
    private static func standing(_ visit: Visit) -> Standing {
        visit.say.sorted(visit.post.returned.map { (account: $0.key, name: visit.name(of: Actor($0.key)), returned: $0.value) }, by: \.name)
    }

    private static func fields(_ standing: Standing, _ say: Say) -> [Field] {
        var file = Field("file", say("membership.returned.file"), .file, help: say("membership.returned.file-help"))
        file.takesSeveral = true
        let again = standing.map { Choice($0.account.text, $0.name) }
        return [file] + (again.isEmpty ? [] : [Field("again", say("membership.returned.again"), .choices(again), help: say("membership.returned.again-help"))])
            + [Field("look", "", .hidden, value: "yes")]
    }

    /// What was just noted; the server says it in the address.
    @MarkupBuilder private static func noted(_ visit: Visit) -> Markup {
        let counts = ["reports", "people", "again"].map { visit.query[$0].flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) } }
        if let reports = counts[0], let people = counts[1], let again = counts[2] {
            div(.class("notice good"), .role("status")) {
                if reports > 0 { p { visit.say("membership.returned.noted", count: reports, ["people": visit.say("membership.returned.people", count: people)]) } }
                if again > 0 { p { visit.say("membership.returned.tried-again", count: again) } }
            }
        }
    }

    private static func table(_ standing: Standing, _ say: Say) -> Markup {
        scrollingTable(say("membership.returned.caption"), id: "returned") {
            headings(["membership.person", "membership.returned.why", "membership.returned.on", "membership.returned.status"].map { (say($0), false) })
            tbody {
                for item in standing {
                    tr {
                        th(.scope("row")) { element("bdi", []) { item.name } }
                        td {
                            say(item.returned.why)
                            if !item.returned.reason.isEmpty { p(.class("note")) { element("bdi", []) { item.returned.reason } } }
                        }
                        td { say.shortDay(item.returned.on) }
                        td { element("bdi", []) { item.returned.status } }
                    }
                }
            }
        }
    }

    // MARK: - Decision

    private static func decide(_ submission: Submission) throws -> Outcome {
        try submission.requirePlanner()
        let again: [ID<Actor>] = try submission.entered.several("again") { submission.post.returned[$0] != nil }
        let files = submission.entered.uploads(of: "file").map { (name: $0.fileName, file: ReturnedMailFile($0.bytes)) }
        if files.isEmpty {
            if again.isEmpty { throw Refusal("membership.refusal.no-returned-mail", field: "file") }
            return .returned([], again: again, then: path)
        }
        let mails = files.flatMap(\.file.mails)
        if mails.isEmpty, let (name, first) = files.lazy.compactMap({ file in file.file.problems.first.map { (file.name, $0) } }).first, files.count == 1 {
            throw Refusal(first.key, first.arguments.mapValues(\.asTyped).merging(["file": name]) { own, _ in own }, field: "file")
        }
        guard submission.entered.flag("look") else { return .returned(mails, again: again, then: path) }
        let button = Saying("membership.returned.note", ["n": .count(mails.count)])
        return .propose(button: button, without: "look") { visit, button in preview(files, mails, visit, button) }
    }

    private static func preview(_ files: [(name: String, file: ReturnedMailFile)], _ mails: [ReturnedMail], _ visit: Visit, _ button: Markup) -> Page {
        let say = visit.say, permanent = mails.count(where: \.isPermanent)
        let problems = files.flatMap { file in file.file.problems.map { (file.name, $0) } }
        return Page(say("membership.returned"), place: "people", trail: [(say("membership.nav.people"), "people"), (say("membership.returned"), path)]) {
            p(.class("lede")) { say("membership.returned.found", count: mails.count, ["permanent": say.number(permanent), "late": say.number(mails.count - permanent)]) }
            p { say("membership.returned.only-own") }
            if !mails.isEmpty { div(.class("actions")) { button } }
            p { link(visit.path(path)) { say("membership.returned.back") } }
            if !problems.isEmpty {
                sheet(say("membership.returned.not-read")) {
                    ul {
                        for (name, problem) in problems.prefix(200) {
                            li {
                                element("bdi", []) { problem.line.map { "\(name):\($0)" } ?? name }
                                ": "
                                say(problem.key, problem.arguments.mapValues(\.asTyped))
                            }
                        }
                    }
                    if problems.count > 200 { p { say("membership.returned.more", count: problems.count - 200) } }
                }
            }
        }
    }
}
