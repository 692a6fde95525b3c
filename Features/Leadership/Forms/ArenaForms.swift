import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of issues and actors: each actor with what it wants of every issue.
enum ArenaForms {
    static let ofNewIssue = AnalysisForms.form("leadership/analyses/{analysis}/issues/new", show: newIssue, decide: ArenaDecisions.addIssue)
    static let ofIssue = AnalysisForms.form("leadership/issues/{issue}/edit", show: editIssue, decide: ArenaDecisions.changeIssue)
    static let ofRemovedIssue = AnalysisForms.form("leadership/issues/{issue}/remove", show: removeIssue, decide: ArenaDecisions.removeIssue)
    static let ofNewActor = AnalysisForms.form("leadership/analyses/{analysis}/actors/new", show: newActor, decide: ArenaDecisions.addActor)
    static let ofActor = AnalysisForms.form("leadership/actors/{actor}/edit", show: editActor, decide: ArenaDecisions.changeActor)
    static let ofRemovedActor = AnalysisForms.form("leadership/actors/{actor}/remove", show: removeActor, decide: ArenaDecisions.removeActor)

    static let routes = [ofNewIssue, ofIssue, ofRemovedIssue, ofNewActor, ofActor, ofRemovedActor]

    private static func newIssue(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.analysis()
        return form(visit, "leadership.new-issue", id, [issueField(visit, .empty)])
    }

    private static func editIssue(_ visit: Visit) throws -> Form {
        let (_, issue) = try visit.issue()
        return form(visit, "leadership.edit-issue", issue.analysis, [issueField(visit, issue.title)])
    }

    private static func issueField(_ visit: Visit, _ title: Localized) -> Field {
        .localized("title", visit.say("leadership.field.issue"), title, languages: visit.languages, required: true, help: visit.say("leadership.field.issue-help"))
    }

    private static func removeIssue(_ visit: Visit) throws -> Form {
        let (_, issue) = try visit.issue()
        return removing(visit, issue.title, issue.analysis)
    }

    private static func newActor(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.analysis()
        return form(visit, "leadership.new-actor", id, fields(visit, ArenaActor(analysis: id, name: .empty)))
    }

    private static func editActor(_ visit: Visit) throws -> Form {
        let (_, actor) = try visit.actor()
        return form(visit, "leadership.edit-actor", actor.analysis, fields(visit, actor))
    }

    private static func removeActor(_ visit: Visit) throws -> Form {
        let (_, actor) = try visit.actor()
        return removing(visit, actor.name, actor.analysis)
    }

    private static func fields(_ visit: Visit, _ actor: ArenaActor) -> [Field] {
        let say = visit.say, kinds = ArenaActor.Kind.allCases.map { Choice($0.rawValue, say("leadership.kind.\($0.rawValue)")) }
        return [
            .localized("name", say("leadership.field.actor"), actor.name, languages: visit.languages, required: true, help: say("leadership.field.actor-help")),
            Field("kind", say("leadership.field.kind"), .choice(kinds), value: actor.kind.rawValue, required: true),
            Field("votes", say("leadership.field.votes"), .number, value: "\(actor.votes)", required: true, help: say("leadership.field.votes-help")),
            Field("power", say("leadership.field.power"), .choice(steps(visit)), value: "\(actor.power)", required: true, help: say("leadership.field.power-help")),
            .localized("because", say("leadership.field.actor-because"), actor.because, rows: 3, languages: visit.languages, help: say("leadership.field.actor-because-help")),
        ] + visit.leadership.issues(of: actor.analysis).flatMap { item in stance(visit, item.id, item.issue, actor.stance(on: item.id)) }
    }

    private static func stance(_ visit: Visit, _ id: ID<ArenaIssue>, _ issue: ArenaIssue, _ present: ArenaStance?) -> [Field] {
        let say = visit.say, names = StanceField(id), positions = (-2...2).map { Choice("\($0)", say("leadership.position.\($0)")) }
        let group = FieldGroup(names.position, visit.plain(issue.title), language: visit.shownLanguage(of: issue.title))
        var position = Field(
            names.position, say("leadership.field.position"), .choice([Choice("", say("leadership.position.none"))] + positions), value: present?.position.map { "\($0)" } ?? "")
        var salience = Field(names.salience, say("leadership.field.salience"), .choice(steps(visit)), value: "\(present?.salience ?? 0)")
        position.partOf = group
        salience.partOf = group
        return [position, salience]
    }

    private static func steps(_ visit: Visit) -> [Choice] { (0...4).map { Choice("\($0)", visit.say("leadership.step.\($0)")) } }

    private static func form(_ visit: Visit, _ title: String, _ id: ID<LeadershipAnalysis>, _ fields: [Field]) -> Form {
        Form(
            visit.say(title), place: LeadershipPath.front, trail: visit.trail(id), submit: visit.say("pages.save"), cancel: LeadershipPath.analysis(id), fields: fields
        ) {
            p(.class("note")) { visit.say("leadership.no-persons") }
        }
    }

    private static func removing(_ visit: Visit, _ title: Localized, _ id: ID<LeadershipAnalysis>) -> Form {
        var form = Form(
            visit.say("leadership.remove", ["title": visit.plain(title)]), place: LeadershipPath.front, trail: visit.trail(id), submit: visit.say("leadership.remove-it"),
            cancel: LeadershipPath.analysis(id), fields: [])
        form.isDangerous = true
        return form
    }
}

/// The names of the inputs for one issue.
struct StanceField {
    let position: String, salience: String

    init(_ issue: ID<ArenaIssue>) { (position, salience) = ("position-\(issue)", "salience-\(issue)") }

    /// Whether an input is one of these.
    static func isOne(_ name: String) -> Bool { name.hasPrefix("position-") || name.hasPrefix("salience-") }
}
