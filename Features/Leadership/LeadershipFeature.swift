import Journal
import Organisation
import Pages

/// Leadership: how the organisation may be seen, who wants what in it, who carries the day, and which leader it calls for. Kept from everybody but those who may analyse it; every
/// reading is recorded. It adds nothing to the thread, the search, findings, tasks and tables of the house: what stood there would be read unrecorded.
package let leadership: Feature = {
    var feature = Feature(name: "Leadership", words: PackageResources.words)
    feature.chapters = [Leadership.self, LeadershipAccesses.self]
    feature.routes =
        [LeadershipPage.route, AccessesPage.route, ViewsPage.route] + AnalysisForms.routes + ArenaForms.routes + ArenaTableForm.routes + [AnalysisPage.route]
    feature.navigation = [
        NavigationEntry(.decide, "leadership.title", path: LeadershipPath.front, audience: .leadershipAnalysts, order: 40),
        NavigationEntry(.together, "leadership.accesses", path: LeadershipPath.accesses, audience: .roles([.administrator]), order: 40),
    ]
    feature.tellings = [Telling(Leadership.self, tell: tellLeadership), Telling(LeadershipAccesses.self, tell: tellAccess)]
    feature.overview = { leadershipOverview($0) }
    feature.resources = [AnalysisResource.resource]
    feature.example = exampleLeadership
    feature.facts = quotedLeadership
    return feature
}()

/// For those who may analyse; a quotation of a source for those who take part.
func tellLeadership(_ event: Leadership.Event, _ organisation: Organisation) -> Told {
    let chapter = organisation[Leadership.self]
    func told(_ key: String, _ id: ID<LeadershipAnalysis>) -> Told {
        Told(Saying("leadership.told.\(key)", ["title": .content(chapter.title(of: id))]), about: [Reference(Leadership.self, id)], audience: .leadershipAnalysts)
    }
    switch event {
    case .viewQuoted(let view, _): return Told(Saying("leadership.told.quoted", ["view": .word("leadership.view.\(view.rawValue)")]), about: [], audience: .participants)
    case .analysisDescribed(let id, _): return told("analysis", id)
    case .analysisWithdrawn(let id, _): return told("withdrawn", id)
    case .viewAnswered(let id, _, _): return told("answered", id)
    case .framed(let id, _): return told("framed", id)
    case .issueDescribed(_, let issue): return told("issue", issue.analysis)
    case .actorDescribed(_, let actor): return told("actor", actor.analysis)
    case .issueRemoved, .actorRemoved: return Told(Saying("leadership.told.removed"), about: [], audience: .leadershipAnalysts)
    }
}

/// That something was read, and what kind of thing; not what stood there, nor what it is called.
func tellAccess(_ event: LeadershipAccesses.Event) -> Told {
    switch event {
    case .read(let reading, _): Told(Saying("leadership.told.read", ["what": .word("leadership.reading.\(reading.rawValue)")]), about: [], audience: LeadershipRights.witnesses)
    }
}
