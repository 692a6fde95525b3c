/// Reading the document, whom it is of and where it comes from.
extension StratMLReading {
    mutating func document(_ node: MarkupElement) -> StratMLDocument {
        let parts = children(of: node)
        let type = documentType(of: node)
        let name = line(parts["Name"])
        let description = prose(parts["Description"])
        let otherInformation = prose(parts["OtherInformation"])
        let core = parts["StrategicPlanCore"]?.first.map { children(of: $0) } ?? [:]
        let organisations = (core["Organization"] ?? []).map { organisation($0) }
        let vision = core["Vision"]?.first.map { statement($0) }
        let mission = core["Mission"]?.first.map { statement($0) }
        let values = (core["Value"] ?? []).map { value($0) }
        let goals = (core["Goal"] ?? []).map { goal($0) }
        let about = parts["AdministrativeInformation"]?.first
        let facts = about.map { children(of: $0) } ?? [:]
        let identifier = about.flatMap { self.identifier(facts["Identifier"], of: $0) }
        return StratMLDocument(
            line: node.line, part: part, type: type, origin: origin, name: name, description: description, otherInformation: otherInformation,
            identifier: identifier, organisations: organisations, vision: vision, mission: mission, values: values, goals: goals,
            start: day(facts["StartDate"]), end: day(facts["EndDate"]), published: day(facts["PublicationDate"]),
            source: line(facts["Source"]), submitter: (parts["Submitter"] ?? facts["Submitter"])?.first.map { submitter($0) })
    }

    private mutating func documentType(of node: MarkupElement) -> StratMLDocument.Kind? {
        guard part == .two else { return nil }
        guard let text = node.attributes["Type"] else {
            note(.missing(element: "Type", parent: node.name), at: node.line)
            return nil
        }
        return choice(text, called: "Type", at: node.line)
    }

    private mutating func organisation(_ node: MarkupElement) -> StratMLDocument.Organisation {
        let parts = children(of: node)
        return StratMLDocument.Organisation(
            line: node.line, name: line(parts["Name"]), acronym: line(parts["Acronym"]),
            identifier: identifier(parts["Identifier"], of: node), description: prose(parts["Description"]),
            stakeholders: (parts["Stakeholder"] ?? []).map { stakeholder($0) })
    }

    private mutating func statement(_ node: MarkupElement) -> StratMLDocument.Statement {
        let parts = children(of: node)
        return StratMLDocument.Statement(
            line: node.line, text: prose(parts["Description"]), identifier: identifier(parts["Identifier"], of: node))
    }

    private mutating func value(_ node: MarkupElement) -> StratMLDocument.Value {
        let parts = children(of: node)
        return StratMLDocument.Value(line: node.line, name: line(parts["Name"]), description: prose(parts["Description"]))
    }

    /// The identifier is read only so that no other element can have it.
    private mutating func submitter(_ node: MarkupElement) -> StratMLDocument.Submitter {
        let parts = children(of: node)
        _ = identifier(parts["Identifier"], of: node)
        for contact in ["PhoneNumber", "EmailAddress"] {
            for found in parts[contact] ?? [] where !found.isBlank { note(.contactLeftOut(element: contact), at: found.line) }
        }
        return StratMLDocument.Submitter(line: node.line, givenName: line(parts["GivenName"]), surname: line(parts["Surname"]))
    }
}
