import Foundation
import Journal
import Organisation
import TestKit

/// What is asked in the beginning: surveys and priorities.
extension Beginning {
    /// A survey that is being made, and one that is open: drafted, cleared once by the head, changed since, with somebody who stands in.
    mutating func makeSurveys(by planner: Browser) async {
        let base = "/\(Pilots.id)/surveys", clearance = "/\(Pilots.id)/clearance/m-one"
        for state in ["draft", "open"] {
            let survey = await planner.submit("\(base)/new", ["title.en": "Survey \(state)", "consent": "yes"]).location.split(separator: "?")[0]
            names["@\(state)"] = String(survey.split(separator: "/").last ?? "none")
            _ = await planner.submit("\(survey)/sections/new", ["title.en": "Section"])
            func found(_ pattern: Regex<(Substring, Substring)>) async -> String { await planner.get(String(survey)).text.firstMatch(of: pattern).map { String($0.output.1) } ?? "none" }
            let section = await found(/sections\/([a-z0-9-]+)\/edit/)
            _ = await planner.submit("\(survey)/sections/\(section)/new/text", ["text.en": "What else?"])
            names["@\(state)-section"] = section
            names["@\(state)-question"] = await found(/questions\/([a-z0-9-]+)\/edit/)
        }
        let open = "\(base)/\(names["@open"] ?? "")", section = "sections/\(names["@open-section"] ?? "")", question = "q-\(names["@open-question"] ?? "")"
        let drafter = browser("drafter"), head = browser("headOfAdministration")
        _ = await planner.submit("\(open)/\(section)/new/ranking", ["text.en": "What first?", "options.en": "Trade\nSafety\nHealth\nSpace"])
        let ranking = await planner.get(String(open)).text.matches(of: /questions\/([a-z0-9-]+)\/edit/).last.map { String($0.output.1) } ?? "none"
        names["@ranking"] = ranking
        _ = await planner.submit("\(open)/open", [:])
        for member in ["m-one", "m-two"] {
            _ = await planner.submit("\(open)/paper/\(member)/\(section)", [question: "On paper", "q-\(ranking)-1": "2", "q-\(ranking)-2": "1"])
            _ = await planner.submit("\(open)/paper/\(member)/submit", ["received": "\(Day.testDay)", "signed": "yes", "consent": "nobody"])
            _ = await planner.submit("\(open)/paper/\(member)/\(section)", [question: "On paper, once more"])
        }
        _ = await drafter.submit("\(open)/answers/m-one/\(section)", [question: "Words", "q-\(ranking)-1": "1"])
        _ = await head.submit("\(open)/answers/m-one/submit", ["consent": "nobody"])
        _ = await drafter.submit("\(open)/answers/m-one/\(section)", [question: "Other words"])
        _ = await drafter.submit("\(open)/answers/m-one/clearance", [:])
        _ = await head.submit("\(clearance)/new", ["account": "drafter", "until": "\(Day.testDay.adding(days: 9))"])
        names["@seal"] = await head.get("\(open)/answers/m-one/submit").text.firstMatch(of: /name="seen" value="([^"]*)"/).map { String($0.output.1) } ?? "none"
        names["@substitute"] = await head.get(clearance).text.firstMatch(of: /m-one\/([a-z0-9-]+)\/dismiss/).map { String($0.output.1) } ?? "none"
    }

    /// A round for those who take part and one for staff, each with a candidate that stands and one that was dropped.
    mutating func makePriorities(by planner: Browser) async {
        for readers in ["participants", "staff"] {
            let fields = ["title.en": "Round for \(readers)", "readers": readers, "box": "surveys:\(names["@ranking"] ?? "")"]
            let round = await planner.submit("/\(Pilots.id)/priorities/new", fields).location.split(separator: "?")[0]
            names["@round-\(readers)"] = String(round.split(separator: "/").last ?? "none")
            for option in 1...3 { _ = await planner.submit("\(round)/take", ["options": "\(option)"]) }
            let found = await planner.get(String(round)).text.matches(of: /candidates\/([a-z0-9]{6,})"/).map { String($0.output.1) }
            names["@candidate-\(readers)"] = found.first ?? "none"
            names["@second-\(readers)"] = found.dropLast().last ?? "none"
            names["@dropped-\(readers)"] = found.last ?? "none"
            _ = await planner.submit("\(round)/candidates/\(found.last ?? "none")/drop", ["because": "Not ours"])
        }
    }
}
