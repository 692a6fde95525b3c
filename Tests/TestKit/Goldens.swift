import Foundation
import Journal
import Testing

/// Compares a text with the one kept in `Goldens/`, beside the test.
/// `REGEN=1 make golden` writes what is missing or has changed; then read the diff.
package func expectGolden(_ text: String, _ name: String, testFile: String = #filePath, at: SourceLocation = #_sourceLocation) throws {
    // Standardised, because a name may begin with `..` and the folder beside the test need not be there.
    let file = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Goldens").appending(path: name).standardized
    if ProcessInfo.processInfo.environment["REGEN"] != nil {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try? String(contentsOf: file, encoding: .utf8)
    guard text != kept else { return }
    let change = kept.map { difference(of: text, from: $0) } ?? "it was not there"
    Issue.record("\(name) has changed: \(change). If that is right: make golden", sourceLocation: at)
}

/// Where two texts part, so that a run that nobody watched can be understood from what it printed.
private func difference(of text: String, from kept: String) -> String {
    let (new, old) = (text.components(separatedBy: "\n"), kept.components(separatedBy: "\n"))
    let line = zip(new, old).prefix { $0 == $1 }.count
    guard new.indices.contains(line), old.indices.contains(line) else { return "it has \(new.count) lines, had \(old.count)" }
    let same = zip(new[line], old[line]).prefix { $0 == $1 }.count
    // A line can be a whole page.
    func shown(_ lines: [String]) -> String { "\"…\(lines[line].dropFirst(max(0, same - 30)).prefix(120))…\"" }
    return "line \(line + 1) is \(shown(new)), was \(shown(old))"
}

/// The promise of the journal: what was once written can always be read.
///
/// `Goldens/<chapter>-events.jsonl` holds one line for every shape an event of the chapter has ever had; lines are added, never
/// edited. `Goldens/<chapter>-state.txt` pins the state that they fold to, so that a changed `apply` forces a new `stateVersion`.
package func expectEventsAreForever<C: Chapter>(
    _ chapter: C.Type, today samples: [C.Event], testFile: String = #filePath, at: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Goldens")
    let file = folder.appending(path: "\(C.name)-events.jsonl")
    var kept = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    for sample in samples {
        let line = try line(of: sample, C.self)
        if ProcessInfo.processInfo.environment["REGEN"] != nil, !kept.contains(line) {
            kept.append(line)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try (kept.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(kept.contains(line), "a new shape of event; if it is meant: make golden", sourceLocation: at)
    }
    var state = C()
    for (index, line) in kept.enumerated() {
        let event = try #require(try? read(line, C.self), "can no longer be read: \(line)", sourceLocation: at)
        state.apply(event, Stamp(by: .amina, at: Moment(startOf: .testDay), position: index + 1))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let bytes = try encoder.encode(state)
    try expectGolden("version \(C.stateVersion), \(bytes.count) bytes of state\n", "\(C.name)-state.txt", testFile: testFile, at: at)
    #expect(throws: Never.self, "a snapshot can be read back", sourceLocation: at) { try JSONDecoder().decode(C.self, from: bytes) }
}

private func line<C: Chapter>(of event: C.Event, _: C.Type) throws -> String {
    let encoded = try C.encode(event)
    let words = encoded.words.map { String(decoding: $0, as: UTF8.self) } ?? "null"
    return "\(encoded.name) \(String(decoding: encoded.structure, as: UTF8.self)) \u{1F} \(words)"
}

private func read<C: Chapter>(_ line: String, _: C.Type) throws -> C.Event {
    let parts = line.split(separator: " \u{1F} ").map(String.init), head = parts[0].split(separator: " ", maxSplits: 1).map(String.init)
    return try C.decode(EncodedEvent(name: head[0], structure: Data(head[1].utf8), words: parts[1] == "null" ? nil : Data(parts[1].utf8)))
}
