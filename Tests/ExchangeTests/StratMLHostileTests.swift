import Methods
import Testing

@testable import Exchange

@Suite("Hostile and broken XML")
struct StratMLHostileTests {
    private func fault(_ bytes: [UInt8], limits: XMLLimits = .standard) -> XMLFault? {
        do throws(XMLFault) {
            _ = try readStratML(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    private func fault(_ text: String, limits: XMLLimits = .standard) -> XMLFault? { fault(Array(text.utf8), limits: limits) }

    private func utf16(_ text: String, mark: Bool, bigEndian: Bool = false) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    @Test(
        "no document type, however it is written or hidden",
        arguments: [
            "<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>", "<!doctype a>\n<a/>", "<!DocType a SYSTEM 'file:///etc/passwd'><a/>",
            "<!-- <!DOCTYPE a> --><StrategicPlan/>", "<StrategicPlan><![CDATA[<!DOCTYPE a>]]></StrategicPlan>",
            "<!DOCTYPE", "<a/><!ENTITY x 'y'>",
        ])
    func doctype(_ text: String) {
        #expect(fault("<?xml version='1.0'?>\n" + text) == .doctype(line: 2))
        for bigEndian in [false, true] {
            #expect(fault(utf16("\n" + text, mark: true, bigEndian: bigEndian)) == .doctype(line: 2))
            #expect(fault(utf16("<?xml version='1.0'?>\n" + text, mark: false, bigEndian: bigEndian)) == .doctype(line: 2))
        }
    }

    @Test("not too deep, not too many, not too long")
    func limits() {
        let nested = String(repeating: "<a>", count: 100_000)
        #expect(fault(nested) == .tooDeep(line: 1, limit: 64))
        #expect(fault(String(repeating: "<a>", count: 64) + String(repeating: "</a>", count: 64)) == .otherRoot(root: "a", wanted: "StratML"))
        let small = XMLLimits(bytes: 200, depth: 9, elements: 3, textBytes: 10, attributes: 2)
        #expect(fault("<a>\n<b/><b/>\n<b/></a>", limits: small) == .tooLarge(line: 3, what: .elements, limit: 3))
        #expect(fault("<a>\n12345678901</a>", limits: small) == .tooLarge(line: 2, what: .text, limit: 10))
        #expect(fault("<a b='12345678901'/>", limits: small) == .tooLarge(line: 1, what: .text, limit: 10))
        #expect(fault("<a><![CDATA[x]]></a>", limits: small) == .tooLarge(line: 1, what: .text, limit: 10))
        #expect(fault("\n<a b='' c='=' d=''/>", limits: small) == .tooLarge(line: 2, what: .attributes, limit: 2))
        #expect(fault(String(repeating: " ", count: 201), limits: small) == .tooLarge(line: 1, what: .bytes, limit: 200))
        let joined = "<StrategicPlan><Name>\n12345678<b/>12345678</Name></StrategicPlan>"
        #expect(fault(joined, limits: small) == .tooLarge(line: 1, what: .text, limit: 10))
    }

    @Test("only text we can be sure to read alike")
    func encodings() throws {
        #expect(fault("<?xml version='1.0' encoding='UTF-7'?><a/>") == .encoding(name: "utf-7"))
        #expect(fault("<?xml version='1.0' encoding='IBM037'?><a/>") == .encoding(name: "ibm037"))
        #expect(fault([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]) == .encoding(name: "UTF-32"))
        #expect(fault(Array("<a>\n".utf8) + [0xC3, 0x28]) == .notXML(line: 2, message: "not UTF-8"))
        let end = Array("</Name></StrategicPlan>".utf8)
        let latin = Array("<?xml version='1.0' encoding=\"ISO-8859-1\"?><StrategicPlan><Name>caf".utf8) + [0xE9] + end
        #expect(try readStratML(latin, limits: .standard).0.name == "café")
        let windows = Array("<?xml version='1.0' encoding='Windows-1252'?><StrategicPlan><Name>".utf8) + [0x80] + end
        #expect(try readStratML(windows, limits: .standard).0.name == "€")
        let wide = utf16("<?xml version='1.0' encoding='UTF-16'?><StrategicPlan><Name>é🚢</Name></StrategicPlan>", mark: true)
        #expect(try readStratML(wide, limits: .standard).0.name == "é🚢")
        #expect(fault(wide + [0]) == .notXML(line: 1, message: "not UTF-16"))
    }

    @Test(
        "what is not XML is said to be none, with the line",
        arguments: [
            ("", 1), ("hello", 1), ("<StrategicPlan>\n<Name>", 2), ("<StrategicPlan/>\n<b/>", 2),
            ("<StrategicPlan>\n\n&nbsp;</StrategicPlan>", 3), ("<StrategicPlan>\na & b</StrategicPlan>", 2),
            ("<a>\n</b>", 2), ("<a b='1'\n b='2'/>", 2), ("<StrategicPlan>\n\u{1}</StrategicPlan>", 2),
            ("<StrategicPlan>\n<!-- ", 2), ("\n<?xml version='1.0'?><StrategicPlan/>", 2),
        ])
    func broken(_ text: String, _ line: Int) {
        guard case .notXML(let found, let message) = fault(text) else {
            Issue.record("read: \(text)")
            return
        }
        #expect(found == line)
        #expect(!message.isEmpty && !message.contains("libxml2"))
    }

    @Test("another vocabulary is named")
    func otherRoot() {
        #expect(fault("<html/>") == .otherRoot(root: "html", wanted: "StratML"))
        #expect(fault("<x:html xmlns:x='urn:x'/>")?.arguments == ["root": "html", "wanted": "StratML"])
    }

    @Test("two thousand random and mutilated documents are read or refused, never worse")
    func fuzz() {
        var random = SeededGenerator(seed: 17_469)
        let whole = Array(
            plan(
                goal: "<Name>G</Name><Description>a ^^ b</Description><Identifier>1-x</Identifier>",
                objective: target("<StartDate>2026-01-01</StartDate><NumberOfUnits>1.5</NumberOfUnits>")
            ).utf8)
        let tasty = Array("<>/!?-[]\"'=& \n\rxa".utf8)
        for round in 0..<2_000 {
            if round.isMultiple(of: 4) {
                _ = fault((0..<Int.random(in: 0...200, using: &random)).map { _ in tasty.randomElement(using: &random) ?? 0 })
                continue
            }
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                let any = UInt8.random(in: .min ... .max, using: &random)
                let byte = Bool.random(using: &random) ? any : tasty.randomElement(using: &random) ?? any
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = byte
                case 1: bytes.insert(byte, at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count - 1, place + 9))
                default: bytes.insert(contentsOf: whole[place % whole.count..<min(whole.count, place % whole.count + 30)], at: place)
                }
            }
            _ = fault(bytes)
        }
    }
}
