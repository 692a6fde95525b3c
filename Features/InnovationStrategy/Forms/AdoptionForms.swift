import HashTreeCollections
import Journal
import Organisation
import Pages

/// The forms by which it is recorded that a body adopted a version.
enum AdoptionForms {
    static let routes: [Route] = [
        .form("innovation/strategies/{strategy}/adopt", .planners, show: adopt, decide: AdoptionDecisions.adopt),
        .form("innovation/strategies/{strategy}/withdraw-adoption", .planners, show: withdraw, decide: AdoptionDecisions.withdraw),
    ]

    /// While something is missing there is nothing to send: each point leads to where it is mended.
    private static func adopt(_ visit: Visit) throws -> Form {
        let (id, strategy) = try visit.draft(), say = visit.say, figures = visit.figures(of: id, strategy)
        var form = Form(
            say("innovationstrategy.adopt"), lede: say("innovationstrategy.adopt-lede"), place: InnovationPath.front, trail: visit.innovationTrail(id),
            submit: say("innovationstrategy.adopt-it"), cancel: InnovationPath.strategy(id), fields: figures.gaps.isEmpty ? try fields(visit, figures) : []
        ) {
            let rivals = visit.innovation.rivals(of: id).filter(visit.sees)
            if !rivals.isEmpty {
                div(.class("notice warn")) {
                    p { say("innovationstrategy.rivals") }
                    ul { for rival in rivals { li { link(visit.path(InnovationPath.strategy(rival))) { visit.name(of: rival) } } } }
                }
            }
            if !figures.gaps.isEmpty {
                div(.class("notice bad")) {
                    p { say("innovationstrategy.not-yet", count: figures.gaps.count) }
                    visit.gapList(id, figures)
                }
            } else if !figures.unenabled.isEmpty {
                div(.class("notice warn")) {
                    p { say("innovationstrategy.unenabled", count: figures.unenabled.count) }
                    ul { for item in figures.unenabled { li { visit.link(to: item.id, item.initiative) } } }
                }
            }
        }
        form.isClosed = !figures.gaps.isEmpty
        return form
    }

    private static func fields(_ visit: Visit, _ figures: StrategyFigures) throws -> [Field] {
        let say = visit.say, bodies = say.sorted(visit.register.bodies.map { visit.choice($0.key.text, $0.value.name) }, by: \.label)
        let fields: [Field] = [
            Field("seen", "", .hidden, value: try figures.fingerprint),
            Field("body", say("innovationstrategy.field.body"), .choice([Choice("", "–")] + bodies), required: true), Field("on", say("innovationstrategy.field.decided"), .day, required: true),
            .localized("document", say("innovationstrategy.field.document"), .empty, languages: visit.languages, required: true, help: say("innovationstrategy.field.document-help")),
        ]
        let despite = Field.localized(
            "despite", say("innovationstrategy.field.despite"), .empty, rows: 3, languages: visit.languages, required: true, help: say("innovationstrategy.field.despite-help"))
        return figures.unenabled.isEmpty ? fields : fields + [despite]
    }

    private static func withdraw(_ visit: Visit) throws -> Form {
        let (id, _) = try visit.strategy(), say = visit.say
        guard let given = visit.innovation.adoption(of: id) else { throw Missing() }
        return .withdrawing(
            say("innovationstrategy.withdraw-adoption"), lede: say("innovationstrategy.withdraw-adoption-lede"), place: InnovationPath.front, trail: visit.innovationTrail(id),
            cancel: InnovationPath.strategy(id), say
        ) {
            p { visit.said(given) }
        }
    }
}

extension Visit {
    /// *Adopted by the Steering Group on 3 May 2026 (SG/12).*
    func said(_ given: GivenAdoption) -> String {
        let adoption = given.adoption
        return say(
            "innovationstrategy.adopted-by", ["body": plain(register.name(of: adoption.body)), "day": say.day(adoption.on), "document": plain(adoption.document)])
    }

    /// Point by point, each with the way to where it is mended.
    func gapList(_ id: ID<Strategy>, _ figures: StrategyFigures) -> Markup {
        ul {
            for gap in figures.gaps {
                let words = say("innovationstrategy.gap.\(gap.rawValue)")
                li { mayChange(id) ? Pages.link(path(gap.path(id))) { words } : Markup(words) }
            }
        }
    }

    func link(to id: ID<Initiative>, _ initiative: Initiative) -> Markup { Pages.link(path(InnovationPath.initiative(id))) { text(initiative.title) } }
}

extension StrategyFigures.Gap {
    func path(_ id: ID<Strategy>) -> String {
        switch self {
        case .value, .capture, .kind, .resources: InnovationPath.strategy(id, "answers")
        case .reasons: InnovationPath.strategy(id, "reasons")
        case .toBe: InnovationPath.strategy(id) + "#initiatives"
        }
    }
}
