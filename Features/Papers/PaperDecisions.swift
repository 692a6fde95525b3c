import Journal
import Organisation
import Pages

/// What planners may do with papers. Each is pure: it answers events, or refuses.
func startPaper(_ submission: Submission) throws -> Outcome {
    try submission.requirePlanner()
    let id: ID<Paper> = submission.newID()
    let paper = Paper(title: try submission.entered.localized("title", required: true), date: try submission.entered.day("date"), edits: [])
    return .record(
        [Proposal(Papers.self, .paperDescribed(id: id, paper))], then: PaperPath.paper(id), notice: Saying("papers.notice.started"))
}

func describePaper(_ submission: Submission) throws -> Outcome {
    let (id, paper) = try draft(submission)
    var next = paper
    next.title = try submission.entered.localized("title", present: paper.title, required: true)
    next.date = try submission.entered.day("date")
    return saved(id, paper, next)
}

func writeSection(_ submission: Submission) throws -> Outcome {
    let (id, paper) = try draft(submission)
    guard let name = submission.parameters["section"].flatMap({ SectionName($0) }) else { throw Missing() }
    let placing = try submission.entered.choice("placing", of: SectionEdit.Placing.self)
    let text = try submission.entered.localized("text", present: paper.edit(of: name)?.text ?? .empty)
    if placing == .instead, text.isEmpty { throw Refusal("papers.refusal.write-something", field: "text") }
    let isUnchanged = text.isEmpty && (placing == .before || placing == .after)
    let edit = isUnchanged ? nil : SectionEdit(name: name.text, placing: placing, text: text)
    return saved(id, paper, paper.with(edit, for: name))
}

func finalisePaper(_ submission: Submission) throws -> Outcome {
    let (id, paper) = try draft(submission)
    guard submission.entered.text("seen") == (try paper.fingerprint) else { throw Refusal("papers.refusal.changed-meanwhile") }
    guard let house = submission.house else { throw Refusal("papers.refusal.cannot-compose") }
    let progress = house.progress(of: submission.organisation)
    let plan = submission.organisation[Plan.self]
    guard let figures = PaperFigures(submission.organisation, progress, Disclosure(then: plan, now: plan), house.priorities(on: submission.ballotGround), on: submission.today) else {
        throw Refusal("papers.refusal.no-plan")
    }
    let final = FinalPaper(paper, figures, house.catalogue)
    return .record(
        [Proposal(Papers.self, .paperFinalised(id: id, final))], then: PaperPath.paper(id), notice: Saying("papers.notice.finalised"))
}

func withdrawPaper(_ submission: Submission) throws -> Outcome {
    let (id, _) = try draft(submission)
    let because = try submission.reason
    return .record(
        [Proposal(Papers.self, .paperWithdrawn(id: id, because: Prose(because)))], then: PaperPath.papers,
        notice: Saying("papers.notice.withdrawn"))
}

/// The draft in the address. A finalised paper cannot be changed any more.
private func draft(_ submission: Submission) throws -> (id: ID<Paper>, paper: Paper) {
    try submission.requirePlanner()
    let id: ID<Paper> = try submission.id("paper"), papers = submission.organisation[Papers.self]
    if papers.final(id) != nil { throw Refusal("papers.refusal.finalised") }
    guard let paper = papers.draft(id) else { throw Refusal("pages.refusal.gone") }
    return (id, paper)
}

private func saved(_ id: ID<Paper>, _ paper: Paper, _ next: Paper) -> Outcome {
    .record(
        next == paper ? [] : [Proposal(Papers.self, .paperDescribed(id: id, next))], then: PaperPath.paper(id),
        notice: Saying("papers.notice.saved"))
}
