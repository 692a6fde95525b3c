import HashTreeCollections
import Journal
import Organisation
import Pages

/// A gap leads to the action that is to mend it; what was shown leads to the round that it speaks in.
func assessmentThread(_ organisation: Organisation) -> Thread {
    let assessments = organisation[Assessments.self], plan = organisation[Plan.self]
    var thread = Thread()
    for (id, gap) in assessments.gaps.sorted(by: { $0.key < $1.key }) {
        guard let round = assessments.rounds[gap.round] else { continue }
        let reference = Reference(Assessments.self, id), audience = assessments.audience(of: gap.round)
        let title = assessments.framework(of: round)?.category(gap.category)?.title ?? Localized(gap.category.text), stands = plan.actions[gap.action] != nil
        thread.nodes.append(
            Node(
                reference, kind: "assessments.gap", title: title, path: "\(AssessmentPath.round(gap.round))#gaps", audience: audience, gaps: stands ? [] : ["assessments.gap.action-gone"]))
        thread.strands.append(Strand(from: reference, to: Reference(Plan.self, gap.action), kind: "assessments.strand.mended-by", audience: audience))
    }
    return thread
}

/// Rounds in which somebody is asked and has not answered everything.
func assessmentTasks(_ visit: Visit) -> [TaskItem] {
    guard let account = visit.viewer.account else { return [] }
    let assessments = visit.present[Assessments.self]
    return assessments.roundsInOrder.compactMap { id, round in
        guard assessments.isOpen(id), !visit.viewer.groups(of: round).isEmpty else { return nil }
        let given = assessments.answered(id, by: account), open = assessments.categories(of: round).filter { given[$0.id] == nil }
        guard let next = open.first else { return nil }
        return TaskItem(
            Saying("assessments.task.answer", ["n": .count(open.count), "title": .content(round.title)]), path: AssessmentPath.round(id, "answer/\(next.id)"), due: round.until,
            audience: .person(account), count: open.count)
    }
}

func assessmentSearch(_ organisation: Organisation) -> [SearchDocument] {
    let assessments = organisation[Assessments.self]
    let frameworks = assessments.frameworksInOrder.map { id, framework in
        SearchDocument(
            Reference(Assessments.self, id), kind: "assessments.kind.framework", title: framework.title, path: AssessmentPath.framework(id),
            fields: [.init("assessments.field.text", framework.text), .init("assessments.field.source", framework.source)] + framework.categories.map { .init("assessments.field.category", $0.title) },
            audience: assessments.audience(of: id), form: assessments.isAsked(id) ? nil : SearchDocument.Form(AssessmentPath.framework(id, "edit")))
    }
    let rounds = assessments.roundsInOrder.map { id, round in
        SearchDocument(
            Reference(Assessments.self, id), kind: "assessments.kind.round", title: round.title, path: AssessmentPath.round(id), fields: [.init("assessments.field.purpose", round.purpose)],
            audience: assessments.audience(of: id), form: assessments.closings[id] != nil ? nil : SearchDocument.Form(AssessmentPath.round(id, "edit")))
    }
    return frameworks + rounds
}
