import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms of planners for a round.
enum RoundForms {
    static let new = Route.form(AssessmentPath.newRound, .planners, show: start, decide: RoundDecisions.start)
    static let edit = Route.form("assessments/rounds/{round}/edit", .planners, show: describe, decide: RoundDecisions.describe)

    static let routes: [Route] = [
        new, edit,
        .form("assessments/rounds/{round}/open", .planners, show: { try step($0, "open", .draft) }, decide: RoundDecisions.open),
        .form("assessments/rounds/{round}/close", .planners, show: { try step($0, "close", .open) }, decide: RoundDecisions.close),
        .form("assessments/rounds/{round}/publish", .planners, show: { try step($0, "publish", .closed) }, decide: RoundDecisions.publish),
        .form("assessments/rounds/{round}/withdraw", .planners, show: withdraw, decide: RoundDecisions.withdraw),
    ]

    private static func start(_ visit: Visit) throws -> Form {
        let say = visit.say, frameworks = visit.assessments.frameworksInOrder, asked = visit.query["framework"].flatMap { ID<Framework>($0) }
        let kinds: [(String, RespondentGroup.Kind)] = [("staff", .staff), ("management", .staff), ("members", .members)]
        let groups = kinds.map { name, kind in RespondentGroup(id: ID("group"), title: words("assessments.group.\(name)", visit.house.catalogue), kind: kind) }
        let round = AssessmentRound(framework: asked ?? frameworks.first?.id ?? ID("none"), title: .empty, groups: groups)
        let framework = Field("framework", say("assessments.field.framework"), .choice(frameworks.map { visit.choice($0.id, $0.framework.title) }), value: asked?.text, required: true)
        return Form(
            say("assessments.new-round"), lede: say("assessments.new-round-lede"), place: AssessmentPath.front, trail: visit.assessmentTrail(), submit: say("pages.save"),
            cancel: AssessmentPath.front, fields: [framework] + fields(visit, round, isOpen: false, isNew: true))
    }

    private static func describe(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(in: .draft, .open), isOpen = visit.assessments.isOpen(id)
        return Form(
            visit.say("assessments.edit-round"), lede: isOpen ? visit.say("assessments.edit-open-lede") : "", place: AssessmentPath.front, trail: visit.trail(to: id), submit: visit.say("pages.save"),
            cancel: AssessmentPath.round(id), fields: fields(visit, round, isOpen: isOpen, isNew: false))
    }

    private static func fields(_ visit: Visit, _ round: AssessmentRound, isOpen: Bool, isNew: Bool) -> [Field] {
        let say = visit.say, readers = AssessmentRound.Readers.allCases.map { Choice($0.rawValue, say("assessments.readers.\($0.rawValue)")) }
        let about: [Field] = [
            .localized("title", say("assessments.field.title"), round.title, languages: visit.languages, required: true),
            .localized("purpose", say("assessments.field.purpose"), round.purpose, rows: 3, languages: visit.languages),
            Field("until", say("assessments.field.until"), .day, value: round.until.map { "\($0)" }),
        ]
        let reading = Field("readers", say("assessments.field.readers"), .oneOf(readers, inRow: false), value: round.readers.rawValue, required: true, help: say("assessments.field.readers-help"))
        return isOpen ? about : about + [reading] + asked(visit, round, isNew: isNew)
    }

    /// Who is asked, and how few are shown.
    private static func asked(_ visit: Visit, _ round: AssessmentRound, isNew: Bool) -> [Field] {
        let say = visit.say, register = visit.register
        let optional = visit.assessments.frameworks[round.framework]?.categories.filter(\.isOptional) ?? []
        var units = Field("units", say("assessments.field.units"), .choices(say.sorted(register.units.map { visit.choice($0.key, $0.value.name) }, by: \.label)), values: round.units.map(\.text))
        units.help = say("assessments.field.units-help")
        units.fold = say("assessments.more-units")
        let regions = Dictionary(register.regionsInOrder.map { ($0.id, visit.plain($0.region.name)) }) { one, _ in one }
        let choices = register.members.map { visit.choice($0.id, $0.member.name, group: $0.member.region.flatMap { regions[$0] } ?? "–") }
        var members = Field("members", say("assessments.field.members"), .choices(choices.sorted { ($0.group ?? "", $0.label) < ($1.group ?? "", $1.label) }), values: round.members.map(\.text))
        members.help = say("assessments.field.members-help")
        members.fold = say("assessments.more-members")
        let least = Field("least", say("assessments.field.least"), .number, value: "\(round.least)", required: true, help: say("assessments.field.least-help"))
        let extra = optional.isEmpty ? [] : [Field("optional", say("assessments.field.optional"), .choices(optional.map { visit.choice($0.id, $0.title) }), values: round.optional.map(\.text))]
        return [least] + extra + groups(visit, round) + [units, members]
    }

    /// What there is, and one more; never fewer than four, so that nothing typed loses its place when the form comes back.
    private static func groups(_ visit: Visit, _ round: AssessmentRound) -> [Field] {
        let say = visit.say, kinds = RespondentGroup.Kind.allCases.map { Choice($0.rawValue, say("assessments.kind.\($0.rawValue)")) }
        return (1...min(AssessmentRound.mostGroups, max(4, round.groups.count + 1))).flatMap { number -> [Field] in
            let names = GroupField(number), present = round.groups.indices.contains(number - 1) ? round.groups[number - 1] : nil
            return [
                .localized(
                    names.title, say("assessments.field.group", ["n": say.number(number)]), present?.title ?? .empty, languages: visit.languages,
                    help: number == 1 ? say("assessments.field.group-help") : ""),
                Field(names.kind, say("assessments.field.kind", ["n": say.number(number)]), .choice(kinds), value: (present?.kind ?? .staff).rawValue),
            ]
        }
    }

    private static func step(_ visit: Visit, _ name: String, _ phase: Assessments.Phase) throws -> Form {
        let (id, round) = try visit.round(in: phase), say = visit.say
        return Form(
            say("assessments.\(name)"), lede: say("assessments.\(name)-lede", count: round.least), place: AssessmentPath.front, trail: visit.trail(to: id), submit: say("assessments.\(name)"),
            cancel: AssessmentPath.round(id), fields: []
        ) {
            let categories = visit.assessments.categories(of: round), unshown = categories.count { !visit.hasEvidence(id, $0.id) }
            if name != "open", visit.assessments.framework(of: round)?.rule == .mastery, unshown > 0 {
                p(.class("notice warn")) { say("assessments.unshown", count: unshown, ["of": say.number(categories.count)]) }
            }
        }
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, round) = try visit.round(in: .draft, .open, .closed), say = visit.say
        return .withdrawing(
            say("assessments.withdraw", ["title": visit.plain(round.title)]), place: AssessmentPath.front, trail: visit.trail(to: id), cancel: AssessmentPath.round(id), say)
    }
}

/// Words of the interface as content, in all languages.
///
/// - Parameter fill: what goes into the gap `{title}`.
func words(_ key: String, _ catalogue: Catalogue, title fill: Localized? = nil) -> Localized {
    let texts = Language.allCases.compactMap { language in
        catalogue.text(key, in: language).map { (language, Prose($0.replacing("{title}", with: fill?.plain(in: language) ?? ""))) }
    }
    return Localized(Dictionary(uniqueKeysWithValues: texts), original: .en)
}
