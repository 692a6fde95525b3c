import HashTreeCollections
import Journal
import Organisation
import Pages

/// The signals behind the drivers and signposts of a study, and where it is from.
struct SourcesPart {
    let visit: Visit
    let figures: StudyFigures

    @MarkupBuilder var sheet: Markup {
        let scenarios = visit.scenarios
        let references = scenarios.drivers(of: figures.id).flatMap(\.driver.signals) + scenarios.scenarios(of: figures.id).flatMap { scenarios.signposts(of: $0) }.flatMap(\.signpost.signals)
        let signals = visit.signals(references, in: figures.id)
        if !signals.isEmpty || !figures.study.source.isEmpty {
            Pages.sheet(visit.say("scenarios.sources"), id: "sources") {
                if !figures.study.source.isEmpty { p { visit.text(figures.study.source) } }
                ul(.class("sources")) { for item in signals { li { link(visit.path(item.path)) { visit.text(item.title) } } } }
            }
        }
    }
}
