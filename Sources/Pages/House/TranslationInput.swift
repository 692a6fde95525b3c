import Organisation

extension InputPart {
    /// What programs can say of translations, as people do with the boxes beside the texts of a form.
    ///
    /// - Parameter texts: what the texts are called in JSON, and the fields that they go into.
    static func ofTranslations(_ texts: [(name: String, field: String)]) -> [InputPart] {
        let boxes = texts.flatMap { text in Language.allCases.map { ("\(text.name).\($0.rawValue)", Field.reviewed(text.field, $0)) } }
        return [
            ticking(
                "reviewed", "Translations that were read beside the original, as both are with this change: the name of the text and the language.",
                Dictionary(uniqueKeysWithValues: boxes)),
            ticking(
                "stillHold", "Texts of which the original is corrected without changing what it says: their translations stay what they were.",
                Dictionary(uniqueKeysWithValues: texts.map { ($0.name, Field.stillHold($0.field)) })),
        ]
    }

    private static func ticking(_ name: String, _ about: String, _ boxes: [String: String]) -> InputPart {
        InputPart(
            Part(name, .list(.choice(boxes.keys.sorted()), most: boxes.count), about),
            Input(
                enter: { json, entered in
                    for box in (json.items ?? []).compactMap({ $0.text.flatMap { boxes[$0] } }) { entered.set(box, ["yes"]) }
                }, pointer: { _, _ in nil }))
    }
}
