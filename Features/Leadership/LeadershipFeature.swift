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
    feature.resources = [AnalysisResource.resource, IssueResource.resource, ActorResource.resource]
    feature.example = exampleLeadership
    feature.facts = quotedLeadership
    return feature
}()

/// For those who may analyse: what was done, and neither to which analysis by its title nor with which words, for the log is read unrecorded. A quotation of a source for those
/// who take part.
func tellLeadership(_ event: Leadership.Event) -> Told {
    func told(_ key: String, _ about: Reference...) -> Told {
        var told = Told(Saying("leadership.told.\(key)"), about: about, audience: .leadershipAnalysts)
        told.isClosed = true
        return told
    }
    switch event {
    case .viewQuoted(let view, _): return Told(Saying("leadership.told.quoted", ["view": .word("leadership.view.\(view.rawValue)")]), about: [], audience: .participants)
    case .analysisDescribed(let id, _): return told("analysis", Reference(Leadership.self, id))
    case .analysisWithdrawn(let id, _): return told("withdrawn", Reference(Leadership.self, id))
    case .viewAnswered(let id, _, _): return told("answered", Reference(Leadership.self, id))
    case .framed(let id, _): return told("framed", Reference(Leadership.self, id))
    case .issueDescribed(let id, let issue): return told("issue", Reference(Leadership.self, id), Reference(Leadership.self, issue.analysis))
    case .actorDescribed(let id, let actor): return told("actor", Reference(Leadership.self, id), Reference(Leadership.self, actor.analysis))
    case .issueRemoved, .actorRemoved: return told("removed")
    }
}

/// That something was read, and what kind of thing; not what stood there, nor what it is called.
func tellAccess(_ event: LeadershipAccesses.Event) -> Told {
    switch event {
    case .read(let reading, _): Told(Saying("leadership.told.read", ["what": .word("leadership.reading.\(reading.rawValue)")]), about: [], audience: LeadershipRights.witnesses)
    }
}
