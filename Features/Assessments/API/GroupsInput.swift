import Pages

/// Parts of a round that its form asks for until it is opened.
extension Input {
    /// The whole list is sent: what is not in it is counted no longer. Each goes into the fields of its place.
    static let groups = Input(
        as: .list(.object(groupParts), most: AssessmentRound.mostGroups), required: true,
        enter: { json, entered in
            for name in entered.names where name.hasPrefix("group-") { entered.set(name, .null) }
            for (place, group) in (json.items ?? []).enumerated() {
                let names = GroupField(place + 1)
                entered.set(names.title, group["title"] ?? .null)
                entered.set(names.kind, group["kind"] ?? .null)
            }
        },
        pointer: { field, json in
            for place in 0..<AssessmentRound.mostGroups {
                let names = GroupField(place + 1), isThere = place < json.items?.count ?? 0
                if field == names.title || field.hasPrefix("\(names.title).") { return isThere ? "/\(place)/title" : "" }
                if field == names.kind { return isThere ? "/\(place)/kind" : "" }
            }
            return nil
        }, misfits: { _, form in form.fields.contains { $0.name == GroupField(1).title } ? [] : [JSONMistake("", "assessments.refusal.promised")] })

    private static let groupParts = [
        Part("title", .localized(most: 100), "What it is called.", required: true), Part("kind", .choice(of: RespondentGroup.Kind.self), "Of whom it is.", required: true),
    ]

    /// One member, one field; refused where the form does not ask for it any more.
    static func promised(_ name: String) -> Input {
        Input(
            enter: { json, entered in entered.set(name, json) }, pointer: { field, _ in field == name ? "" : nil },
            misfits: { _, form in form.fields.contains { $0.name == name } ? [] : [JSONMistake("", "assessments.refusal.promised")] })
    }
}
