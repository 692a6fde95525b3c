/// Reads a StratML document leniently, and says what it had to repair.
///
/// Accepts Part 1 and Part 2 in the four namespaces met in the wild, with any prefix, and without one; any order of children. Nothing is
/// invented: what cannot be read stays empty. Repairs come in the order of the file as far as one pass allows (by line).
///
/// - Throws: `XMLFault` for anything hostile, before it is parsed; for what is not well-formed; for any other root element.
package func readStratML(_ bytes: [UInt8], limits: XMLLimits) throws(XMLFault) -> (StratMLDocument, [Repair]) {
    let text = try XMLText(bytes: bytes, limits: limits)
    let root = try MarkupElement.parsing(text, limits: limits)
    let part: StratMLDocument.Part
    switch root.name {
    case "StrategicPlan": part = .one
    case "PerformancePlanOrReport": part = .two
    default: throw .otherRoot(root: root.name, wanted: "StratML")
    }
    var reading = StratMLReading(part: part, origin: StratMLOrigin(before: text.bytes), root: root, limits: limits)
    let document = reading.document(root)
    if let fault = reading.fault { throw fault }
    let repairs = reading.repairs.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    return (document, repairs.map(\.element))
}

/// One pass over a document, and what it noted on the way.
struct StratMLReading {
    let part: StratMLDocument.Part
    /// What was written here means what it says: no placeholders, no carets for line breaks.
    let origin: StratMLOrigin?
    let limits: XMLLimits
    var repairs: [Repair] = []
    /// A text beyond the limit once the markup in it is taken out, which the guard cannot see.
    var fault: XMLFault?
    /// By bytes, as XML compares: `String` would take canonically equivalent identifiers for the same.
    var identifiers: Set<[UInt8]> = []
    /// How identifiers were respelled, so that references to them are too.
    let respelled: [String: String]
    private let rootNamespace: String?

    init(part: StratMLDocument.Part, origin: StratMLOrigin?, root: MarkupElement, limits: XMLLimits) {
        self.part = part
        self.origin = origin
        self.limits = limits
        rootNamespace = root.namespace
        var respelled: [String: String] = [:]
        StratMLIdentifier.collectRespelled(below: root, into: &respelled)
        self.respelled = respelled
        noteNamespace(of: root)
    }

    mutating func note(_ what: RepairKind, at line: Int) { repairs.append(Repair(line: line, what: what)) }

    private mutating func noteNamespace(of root: MarkupElement) {
        guard let uri = root.namespace else { return note(.namespaceMissing, at: root.line) }
        if StratMLShape.oldNamespaces.contains(uri) {
            note(.namespaceOld(uri: uri), at: root.line)
        } else if !StratMLShape.namespaces.contains(uri) {
            note(.namespaceUnknown(uri: uri), at: root.line)
        }
    }

    /// The children of an element that StratML knows there, by name; all else is noted.
    mutating func children(of node: MarkupElement) -> [String: [MarkupElement]] {
        let shape = StratMLShape.children(of: node.name) ?? []
        var found: [String: [MarkupElement]] = [:]
        var furthest = 0
        var isInOrder = true
        for child in node.children {
            let name = standardName(of: child)
            guard let place = shape.firstIndex(where: { $0.name == name }), isStratML(child) else {
                note(.unknownElement(element: child.name, parent: node.name), at: child.line)
                continue
            }
            if isInOrder, place < furthest {
                note(.childOrder(element: name, parent: node.name), at: child.line)
                isInOrder = false
            }
            furthest = max(furthest, place)
            guard shape[place].isRepeatable || found[name] == nil else {
                note(.repeatedElement(element: name, parent: node.name), at: child.line)
                continue
            }
            if let only = StratMLShape.onlyPart(of: name, in: node.name), only != part, !child.isBlank {
                note(.otherPart(element: name, parent: node.name), at: child.line)
            }
            found[name, default: []].append(child)
        }
        noteStrayText(in: node)
        noteMissing(shape, of: found, in: node)
        return found
    }

    /// An element without a namespace is taken for StratML's if its name is, since people forget prefixes.
    private func isStratML(_ node: MarkupElement) -> Bool {
        guard let uri = node.namespace else { return true }
        return uri == rootNamespace || StratMLShape.namespaces.contains(uri) || StratMLShape.oldNamespaces.contains(uri)
    }

    private mutating func standardName(of node: MarkupElement) -> String {
        guard let standard = StratMLShape.oldNames[node.name] else { return node.name }
        note(.oldName(element: node.name, standard: standard), at: node.line)
        return standard
    }

    private mutating func noteStrayText(in node: MarkupElement) {
        let texts = node.content.compactMap { if case .text(let text) = $0 { text } else { nil } }
        let stray = StratMLText.line(texts.joined(separator: " "))
        if !stray.isEmpty { note(.strayText(text: stray, parent: node.name), at: node.line) }
    }

    /// Stakeholders and roles left blank by a form are no omission.
    private mutating func noteMissing(_ shape: [StratMLShape.Child], of found: [String: [MarkupElement]], in node: MarkupElement) {
        if node.name == "Stakeholder" || node.name == "Role", node.isBlank { return }
        for child in shape where child.isRequired {
            let isThere = found[child.name]?.contains { !$0.isBlank } ?? false
            if !isThere { note(.missing(element: child.name, parent: node.name), at: node.line) }
        }
    }
}
