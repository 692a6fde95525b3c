import Foundation
import Journal
import Organisation
import Testing

@Suite("How far a translation may be relied on")
struct TranslationTests {
    private let title = Localized([.en: "Trade", .fr: "Commerce"], original: .en)

    @Test("from missing to draft, from draft to reviewed, and outdated when the original changes")
    func course() {
        #expect(title.state(in: .en) == nil && title.state(in: .fr) == .draft && title.state(in: .es) == .missing)
        let reviewed = title.with([:], reviewed: [.fr, .es])
        #expect(reviewed.state(in: .fr) == .reviewed && reviewed.state(in: .es) == .missing, "what is not written cannot have been read")
        let older = reviewed.with("Fair trade", in: .en)
        #expect(older.state(in: .fr) == .outdated && older.plain(in: .fr) == "Commerce" && older.state(in: .es) == .missing)
        #expect(older.with("Commerce équitable", in: .fr).state(in: .fr) == .draft, "written anew it is to be read again")
        #expect(older.with([:], reviewed: [.fr]).state(in: .fr) == .reviewed, "it may still hold as it is")
        #expect(older.with("", in: .fr).state(in: .fr) == .missing)
    }

    @Test("what comes together is of one age, and a small correction leaves translations as they were")
    func together() {
        #expect(title.with([.en: "Fair trade", .fr: "Commerce équitable"]).state(in: .fr) == .draft)
        let french = Localized([.en: "Trade", .fr: "Commerce"], original: .fr)
        #expect(french.with([.en: "Fair trade", .fr: "Commerce équitable"]).state(in: .en) == .draft, "whichever language comes first")
        #expect(french.with([.fr: "Commerce équitable"]).state(in: .en) == .outdated)
        let reviewed = title.with([:], reviewed: [.fr])
        #expect(reviewed.with([.en: "Trade."], stillHold: true).state(in: .fr) == .reviewed)
        #expect(reviewed.with("Trade", in: .en) == reviewed, "the same again changes nothing")
    }

    @Test("where the original is taken away another becomes the original, and is no translation")
    func original() {
        let reviewed = title.with([:], reviewed: [.fr]), left = reviewed.with("", in: .en)
        #expect(left.original == .fr && left.state(in: .fr) == nil && left.state(in: .en) == .missing)
        let three = title.with([.es: "Comercio"], reviewed: [.fr, .es]).with([.en: ""], stillHold: true)
        #expect(three.original == .fr && three.state(in: .es) == .draft, "read beside a text that is gone")
        #expect(Localized.empty.state(in: .fr) == nil, "where nothing is written nothing is missing")
    }

    @Test("what was written before there were states reads as before, and content without them is the same bytes as ever")
    func stored() throws {
        let encoder = JSONEncoder()
        let bytes = String(decoding: try encoder.encode(title), as: UTF8.self)
        #expect(!bytes.contains("translations"))
        let reviewed = title.with([:], reviewed: [.fr])
        #expect(try JSONDecoder().decode(Localized.self, from: try encoder.encode(reviewed)) == reviewed)
        #expect(try JSONDecoder().decode(Localized.self, from: Data(bytes.utf8)).state(in: .fr) == .draft)
    }
}
