import Journal
import Organisation
import Pages

/// A list of objects that goes into numbered rows of a form: `/1/share` into `position-2-share`. What is sent is the whole list.
struct JSONRows {
    /// What the names of the fields begin with.
    let prefix: String
    /// Which member goes into which field: the end of its name.
    let members: [(name: String, field: String)]

    func input() -> Input {
        let prefix = prefix, members = members
        return Input(
            enter: { json, entered in
                for name in entered.names where name.hasPrefix("\(prefix)-") { entered.set(name, .null) }
                entered.set("\(prefix)-anew", .flag(true))
                for (place, item) in (json.items ?? []).enumerated() {
                    for member in members { if let value = item[member.name] { entered.set("\(prefix)-\(place + 1)-\(member.field)", value) } }
                }
            },
            pointer: { field, _ in
                guard field.hasPrefix("\(prefix)-") else { return nil }
                let parts = field.dropFirst(prefix.count + 1).split(separator: "-", maxSplits: 1)
                guard parts.count == 2, let number = Int(parts[0]), let member = members.first(where: { $0.field == parts[1] }) else { return "" }
                return "/\(number - 1)/\(member.name)"
            })
    }
}
