import Exchange
import Pages

/// How people and groups named in a document are kept as text.
enum StratMLWords {
    /// The descriptor under which a file of ours says between which two numbers a value shall stay.
    static let range = "Range"
    /// The descriptor of where an indicator stood before the plan.
    static let baseline = "Baseline"

    /// `Harbour Board: Owner of the channel; Payer`, one for each.
    static func lines(_ stakeholders: [StratMLDocument.Stakeholder]) -> [String] {
        stakeholders.filter { !$0.name.isEmpty || !$0.description.isEmpty }.map { stakeholder in
            let roles = stakeholder.roles.map { [$0.name, $0.description].filter { !$0.isEmpty }.joined(separator: ", ") }.filter { !$0.isEmpty }
            let about = ([stakeholder.description] + roles).filter { !$0.isEmpty }.joined(separator: "; ")
            return [stakeholder.name, about].filter { !$0.isEmpty }.joined(separator: ": ")
        }
    }

    /// What a result says beside its number.
    static func words(_ result: StratMLDocument.Result) -> String {
        let descriptor = [result.descriptorName, result.descriptorValue].filter { !$0.isEmpty }.joined(separator: ": ")
        return [descriptor, result.description].filter { !$0.isEmpty }.joined(separator: ". ")
    }
}

extension String {
    /// Whether two texts are the same word for word, whatever white space stands between them and whatever XML cannot hold.
    func says(_ other: String) -> Bool {
        asCell.split(whereSeparator: \.isWhitespace).elementsEqual(other.asCell.split(whereSeparator: \.isWhitespace))
    }
}
