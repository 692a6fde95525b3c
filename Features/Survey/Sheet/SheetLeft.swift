import HashTreeCollections
import Journal
import Organisation
import Pages

/// What was not taken over from the sheet that was just sent, with the way to answer it here. It travels in the address: cells and the numbers of questions,
/// not what was typed.
enum SheetLeft {
    private static let most = 40

    /// `?left=F3-1,F10-4`; empty where everything was taken.
    static func query(_ reading: SheetReading) -> String {
        let left = reading.left.prefix(most).map { "\($0.cell)-\($0.number)" }.joined(separator: ",")
        return left.isEmpty ? "" : "?left=\(left)"
    }

    @MarkupBuilder static func markup(_ visit: Visit, _ place: AnswerPlace) -> Markup {
        let questions = place.questionnaire.questions, cells = cells(visit.query["left"] ?? "").filter { questions.indices.contains($0.number - 1) }
        if !cells.isEmpty {
            div(.class("notice"), .role("status")) {
                p { visit.say("survey.sheet.left") }
                ul {
                    for (cell, number) in cells {
                        li {
                            element("bdi", []) { cell }
                            " "
                            SheetProposal.questionLink(questions[number - 1].id, number, place, visit)
                        }
                    }
                }
                p { link(visit.path(place.path("sheet"))) { visit.say("survey.sheet") } }
            }
        }
    }

    /// An address can be typed by anybody.
    private static func cells(_ text: String) -> [(cell: String, number: Int)] {
        text.prefix(1000).split(separator: ",").prefix(most).compactMap { part in
            let pair = part.split(separator: "-")
            guard pair.count == 2, pair[0].count <= 10, pair[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }), let number = Int(pair[1]), number > 0 else { return nil }
            return (String(pair[0]), number)
        }
    }
}
