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

    @Test("who reads what another wrote reviews it; who reads what they wrote themselves has checked it, and another can still review it")
    func fourEyes() throws {
        let amina: ID<Actor> = ID("amina"), bruno: ID<Actor> = ID("bruno")
        let draft = Localized("Trade").with([.fr: "Commerce"], by: amina)
        #expect(draft.state(in: .fr) == .draft)
        let checked = draft.with([:], reviewed: [.fr], by: amina)
        #expect(checked.state(in: .fr) == .checked && Localized("Trade").with([.fr: "Commerce"], reviewed: [.fr], by: amina) == checked, "at once too")
        #expect(checked.with([:], reviewed: [.fr], by: amina) == checked, "reading it twice makes nobody another")
        let reviewed = checked.with([:], reviewed: [.fr], by: bruno)
        #expect(reviewed.state(in: .fr) == .reviewed && draft.with([:], reviewed: [.fr], by: bruno) == reviewed)
        #expect(reviewed.with([:], reviewed: [.fr], by: amina) == reviewed, "it stays reviewed")
        #expect(reviewed.with([.fr: "Le commerce"], reviewed: [.fr], by: bruno).state(in: .fr) == .checked, "who corrects it wrote it")
        #expect(Localized([.en: "Trade", .fr: "Commerce"], original: .en).with([:], reviewed: [.fr], by: amina).state(in: .fr) == .reviewed, "written by nobody knows whom")
        #expect(checked.with([.en: "Fair trade"], by: bruno).state(in: .fr) == .outdated)
        let encoder = JSONEncoder()
        #expect(try JSONDecoder().decode(Localized.self, from: try encoder.encode(checked)) == checked)
        #expect(!String(decoding: try encoder.encode(reviewed), as: UTF8.self).contains("amina"), "it is not kept longer than it matters")
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
