import HashTreeCollections
import Journal
import Organisation
import Pages

/// A feature made for these tests: notes with a title and a text that planners write, and readers read.
struct Notes: Chapter, Equatable {
    static let name = "notes"
    static let stateVersion = 1

    enum Event: Codable, Equatable, Sendable {
        case written(id: ID<Note>, Note)
    }

    struct Note: Codable, Equatable, Sendable {
        var title: Prose
        var text: Localized
        var mood: String
    }

    private(set) var notes: [ID<Note>: Note] = [:]

    init() {}

    mutating func apply(_ event: Event, _ stamp: Stamp) {
        switch event {
        case .written(let id, let note): notes[id] = note
        }
    }
}

let notesFeature: Feature = {
    var feature = Feature(name: "Notes", words: [.en: Array(#"{"notes.title":"Notes","notes.written":"A note was written.","notes.refused":"No shouting.","notes.by":"by {who}"}"#.utf8)])
    feature.chapters = [Notes.self]
    feature.navigation = [NavigationEntry(.listen, "notes.title", path: "notes", audience: .everyone)]
    feature.tellings = [Telling(Notes.self) { _ in Told(Saying("notes.written"), about: [], audience: .everyone) }]
    feature.routes = [
        .page("notes", .everyone) { visit in
            Page(visit.say("notes.title"), place: "notes") {
                ul {
                    for (id, note) in visit.organisation[Notes.self].notes.sorted(by: { $0.key < $1.key }) {
                        li {
                            id.text; ": "; note.title.text ?? "erased"; " "; visit.text(note.text)
                        }
                    }
                }
            }
        },
        .page("written-by", .everyone) { visit in Page("Written", place: nil) { visit.name(of: Actor(ID("elif"))) } },
        .page("people-named", .planners) { visit in Page("People", place: nil) { visit.tell(Saying("notes.by", ["who": .person(ID("elif"))])) } },
        .page("secret", .planners) { visit in Page("Secret", place: nil) { "for planners" } },
        .form("notes/{note}", .planners, show: noteForm) { submission in
            let title = try submission.entered.line("title", required: true)
            if title == title.uppercased() { throw Refusal("notes.refused", field: "title") }
            let id: ID<Notes.Note> = try submission.id("note")
            let present = submission.organisation[Notes.self].notes[id]
            let note = Notes.Note(
                title: Prose(title), text: try submission.entered.localized("text", present: present?.text ?? .empty), mood: submission.entered.text("mood"))
            return .record(note == present ? [] : [Proposal(Notes.self, .written(id: id, note))], then: "notes", notice: Saying("notes.written"))
        },
        .form("dated", .planners, show: datedForm) { submission in
            let last = try submission.entered.day("last"), first = try submission.entered.day("first", required: true)
            _ = try submission.entered.integer("count", in: 0...9)
            if let first, let last, last < first { throw Refusal("notes.refused", field: "last") }
            return .record([], then: "notes", notice: Saying("notes.written"))
        },
        // One mistake in it costs nothing of the rest.
        .form("halves/{note}", .planners, show: halvesForm) { submission in
            let id: ID<Notes.Note> = try submission.id("note"), present = submission.organisation[Notes.self].notes[id]
            let note = Notes.Note(title: Prose(try submission.entered.line("title")), text: .empty, mood: "")
            let proposals = note == present ? [] : [Proposal(Notes.self, .written(id: id, note))]
            do throws(Refusal) { _ = try submission.entered.integer("count", in: 0...9) } catch { throw Refusals([error], keeping: proposals, saying: Saying("notes.written")) }
            return .record(proposals, then: "notes", notice: Saying("notes.written"))
        },
        .form("file", .planners, show: { _ in Form("File", place: "notes", submit: "Send", cancel: "notes", fields: [Field("file", "File", .file)]) }) { submission in
            guard let upload = submission.entered.uploads["file"] else { throw Refusal("notes.refused", field: "file") }
            if submission.entered.flag("look") {
                return .propose(button: Saying("notes.title"), without: "look") { _, button in
                    Page("Looked at", place: "notes") {
                        p { "\(upload.bytes.count) bytes" }; button
                    }
                }
            }
            let note = Notes.Note(title: Prose(String(decoding: upload.bytes, as: UTF8.self)), text: .empty, mood: "")
            return .record([Proposal(Notes.self, .written(id: ID("uploaded"), note))], then: "notes", notice: Saying("notes.written"))
        },
    ]
    return feature
}()

@Sendable private func datedForm(_ visit: Visit) throws -> Form {
    Form(
        "Dated", place: "notes", submit: "Save", cancel: "notes",
        fields: [
            Field("name", "Name", .line), Field("first", "First day", .day, required: true), Field("last", "Last day", .day, value: "2020-01-01"),
            Field("count", "Count", .number),
        ])
}

@Sendable private func halvesForm(_ visit: Visit) throws -> Form {
    let id: ID<Notes.Note> = try visit.id("note"), note = visit.organisation[Notes.self].notes[id]
    return Form(
        "Halves", place: "notes", submit: "Save", cancel: "notes", fields: [Field("title", "Title", .line, value: note?.title.text), Field("count", "Count", .number)])
}

@Sendable private func noteForm(_ visit: Visit) throws -> Form {
    let id: ID<Notes.Note> = try visit.id("note"), note = visit.organisation[Notes.self].notes[id]
    return Form(
        "Note", place: "notes", submit: "Save", cancel: "notes",
        fields: [
            Field("title", "Title", .line, value: note?.title.text, required: true),
            .localized("text", "Text", note?.text ?? .empty, rows: 3, languages: [.en, .fr]),
            Field("mood", "Mood", .choice([Choice("calm", "calm"), Choice("wild", "wild")]), value: note?.mood),
        ])
}

/// A public organisation with Amina as its planner and Elif as a reader.
let foundation: [Proposal] = [
    Proposal(Register.self, .profileDescribed(Profile(name: Localized("Test & Sons"), acronym: "T", isExample: true))),
    Proposal(Grants.self, .granted(id: ID("g1"), Grant(account: ID("amina"), role: .planner, scope: .organisation))),
    Proposal(Grants.self, .granted(id: ID("g2"), Grant(account: ID("elif"), role: .reader, scope: .organisation))),
]

/// A server with the notes, and browsers of Amina, Elif and a stranger.
func party(with features: [Feature] = [notesFeature]) async throws -> (server: TestServer, amina: Browser, elif: Browser, stranger: Browser) {
    let server = try TestServer(features)
    try await server.person(ID("amina"), "Amina")
    try await server.person(ID("elif"), "Elif")
    try await server.given(foundation)
    let amina = Browser(server), elif = Browser(server)
    await amina.signIn(as: "amina")
    await elif.signIn(as: "elif")
    return (server, amina, elif, Browser(server))
}
