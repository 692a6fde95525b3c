import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a sheet would change, what is wrong in it, and what a colleague has meanwhile answered differently: nothing has been recorded.
struct SheetProposal {
    let visit: Visit
    let place: AnswerPlace
    let reading: SheetReading

    private var say: Say { visit.say }

    func page(_ button: Markup) -> Page {
        let count = reading.given.count
        return Page(
            say("survey.sheet.proposal"), place: SurveyPath.surveys, trail: visit.answerTrail(place) + [(say("survey.sheet"), place.path("sheet"))]
        ) {
            div(.class(count > 0 ? "notice good" : "notice"), .role("status")) {
                p { count > 0 ? say("survey.sheet.would-change", count: count) : say("survey.sheet.would-change-nothing") }
                if !reading.faults.isEmpty { p { say("survey.sheet.wrong", count: reading.faults.count) } }
                if !reading.conflicts.isEmpty { p { say("survey.sheet.differs", count: reading.conflicts.count) } }
                button
            }
            faults
            conflicts
            changes
            remarks
            div(.class("actions")) { link(visit.path(place.path("sheet")), .class("button quiet")) { say("survey.sheet.again") } }
        }
    }

    /// `3. What comes first?`, leading to where it is answered in the browser.
    static func questionLink(_ id: ID<Question>, _ number: Int, _ place: AnswerPlace, _ visit: Visit) -> Markup {
        guard let item = place.questionnaire.questions.first(where: { $0.id == id }) else { return Markup() }
        return link(visit.path(place.path("sections/\(item.question.section)")) + "#field-q-\(id)") {
            "\(visit.say.number(number)). "; visit.text(item.question.text)
        }
    }

    private func question(_ id: ID<Question>, _ number: Int) -> Markup { Self.questionLink(id, number, place, visit) }

    @MarkupBuilder private var faults: Markup {
        if !reading.faults.isEmpty {
            sheet(say("survey.sheet.faults")) {
                p { say("survey.sheet.faults-lede") }
                scrollingTable(say("survey.sheet.faults"), id: "faults") {
                    headings([(say("survey.sheet.cell"), false), (say("survey.sheet.what-is-wrong"), false), (say("survey.sheet.typed"), false), (say("survey.field.text"), false)])
                    tbody {
                        for fault in reading.faults {
                            tr {
                                th(.scope("row")) { element("bdi", []) { fault.cell } }
                                // On a narrow screen what is wrong stands beside the cell.
                                td { say(fault.refusal.key, fault.refusal.arguments) }
                                td { element("bdi", []) { short(fault.typed) } }
                                td { question(fault.question, fault.number) }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var conflicts: Markup {
        if !reading.conflicts.isEmpty {
            sheet(say("survey.sheet.conflicts")) {
                p { say("survey.sheet.conflicts-lede") }
                scrollingTable(say("survey.sheet.conflicts"), id: "conflicts") {
                    headings([(say("survey.sheet.cell"), false), (say("survey.field.text"), false), (say("survey.sheet.in-the-sheet"), false), (say("survey.sheet.stands"), false)])
                    tbody {
                        for conflict in reading.conflicts {
                            tr {
                                th(.scope("row")) { element("bdi", []) { say.list(conflict.cells.map(\.cell)) } }
                                td { question(conflict.question, conflict.number) }
                                td { ul { for cell in conflict.cells { li { element("bdi", []) { cell.typed.isEmpty ? say("survey.no-answer") : short(cell.typed) } } } } }
                                td { answer(conflict.question, place.draft[conflict.question]) }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var changes: Markup {
        if !reading.given.isEmpty {
            sheet(say("survey.sheet.changes")) {
                scrollingTable(say("survey.sheet.changes"), id: "changes") {
                    headings([(say("survey.sheet.cell"), false), (say("survey.field.text"), false), (say("survey.sheet.stands"), false), (say("survey.sheet.becomes"), false)])
                    tbody {
                        for given in reading.given {
                            tr {
                                th(.scope("row")) { element("bdi", []) { say.list(reading.cells[given.question] ?? []) } }
                                td { question(given.question, place.questionnaire.number(of: given.question)) }
                                td { answer(given.question, place.draft[given.question]) }
                                td { answer(given.question, given.response) }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var remarks: Markup {
        if !reading.remarks.isEmpty {
            sheet(say("survey.sheet.remarks")) { ul { for remark in reading.remarks { li { say(remark.key, remark.arguments) } } } }
        }
    }

    private func answer(_ id: ID<Question>, _ response: Response?) -> Markup {
        guard let item = place.questionnaire.questions.first(where: { $0.id == id }) else { return Markup() }
        return ResponseText(visit: visit, question: item.question).markup(response)
    }

    /// Enough to see what it is.
    private func short(_ text: String) -> String { text.count > 200 ? "\(text.prefix(200))…" : text }
}
