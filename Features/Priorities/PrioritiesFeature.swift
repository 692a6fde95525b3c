import Journal
import Organisation
import Pages

/// What Members want most: candidates, the count of their ballots by several rules, the list that a body adopts, and what became of it.
package let priorities: Feature = {
    var feature = Feature(name: "Priorities", words: PackageResources.words)
    feature.chapters = [Priorities.self]
    feature.routes = readingRoutes + makingRoutes
    feature.navigation = [NavigationEntry(.listen, "priorities.title", path: PriorityPath.rounds, audience: .everyone, order: 20)]
    feature.tellings = [Telling(Priorities.self, tell: tellPriorities)]
    feature.thread = priorityThread
    feature.findings = priorityFindings
    feature.search = prioritySearch
    feature.priorities = adoptedPriorities
    feature.choiceLists = candidateLists
    feature.aspects = priorityAspects
    feature.overview = { visit in [AdoptedList.part(visit)].compactMap { $0 } }
    feature.resources = [RoundResource.resource, CandidateResource.resource]
    feature.example = examplePriorities
    feature.facts = publishedPriorities
    return feature
}()

private let readingRoutes: [Route] = [
    RoundsPage.route,
    RoundPage.route,
    CountPage.route,
    CandidatePage.route,
    BallotPage.route,
    CountFiles.table,
    CountFiles.ballots,
]

private let makingRoutes: [Route] = {
    let round = "priorities/{round}", candidate = "priorities/{round}/candidates/{candidate}"
    return [
        RoundForms.new,
        RoundForms.edit,
        .form("\(round)/withdraw", .planners, show: RoundForms.withdraw, decide: RoundDecisions.withdraw),
        .form("\(round)/take", .planners, show: CandidateForms.take, decide: CandidateDecisions.take),
        .form("\(round)/merge", .planners, show: CandidateForms.merge, decide: CandidateDecisions.merge),
        .form("\(round)/adopt", .planners, show: AdoptionForms.adopt, decide: AdoptionDecisions.adopt),
        CandidateForms.new,
        CandidateForms.edit,
        .form("\(candidate)/split", .planners, show: CandidateForms.split, decide: CandidateDecisions.split),
        .form("\(candidate)/drop", .planners, show: CandidateForms.drop, decide: CandidateDecisions.drop),
        .form("\(candidate)/restore", .planners, show: CandidateForms.restore, decide: CandidateDecisions.restore),
        .form("\(candidate)/answer", .planners, show: AdoptionForms.answer, decide: AdoptionDecisions.answer),
    ]
}()
