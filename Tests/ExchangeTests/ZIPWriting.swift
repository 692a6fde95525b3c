import CZlib

/// Writes ZIP files byte by byte, so that a test can lie in every field.
struct ZIPWriting {
    struct Entry {
        var name: String
        var content: [UInt8]
        var isDeflated = true
        /// What the directory says instead of the truth.
        var declaredSize: UInt32?
        var declaredCRC: UInt32?
        var flags: UInt16 = 0
        var attributes: UInt32 = 0
    }

    private(set) var entries: [Entry] = []

    mutating func add(_ name: String, _ text: String) { entries.append(Entry(name: name, content: Array(text.utf8))) }
    mutating func add(_ entry: Entry) { entries.append(entry) }

    var bytes: [UInt8] {
        var file: [UInt8] = [], directory: [UInt8] = []
        for entry in entries {
            let packed = entry.isDeflated ? deflated(entry.content) : entry.content, name = Array(entry.name.utf8), start = file.count
            let crc = entry.declaredCRC ?? UInt32(truncatingIfNeeded: crc32(0, entry.content, uInt(entry.content.count)))
            let size = entry.declaredSize ?? UInt32(entry.content.count)
            let common =
                short(20) + short(entry.flags | 0x0800) + short(entry.isDeflated ? 8 : 0) + short(0) + short(0x21) + long(crc) + long(UInt32(packed.count))
                + long(size) + short(UInt16(name.count)) + short(0)
            file += long(0x0403_4B50) + common + name + packed
            directory += long(0x0201_4B50) + short(0x031E) + common + short(0) + short(0) + short(0) + long(entry.attributes) + long(UInt32(start)) + name
        }
        let count = UInt16(truncatingIfNeeded: entries.count)
        return file + directory + long(0x0605_4B50) + short(0) + short(0) + short(count) + short(count) + long(UInt32(directory.count))
            + long(UInt32(file.count)) + short(0)
    }

    /// What zlib makes with a gzip wrapper, without the wrapper.
    private func deflated(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard portolan_gzip_init(&stream, 9) == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(content.count))) + 64)
        var content = content
        let used = content.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(packed[10..<(used - 8)])
    }

    private func short(_ number: UInt16) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8)] }
    private func long(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
}

/// A small workbook, part by part, for a test to damage.
struct SmallWorkbook {
    var zip = ZIPWriting()
    static let types = #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#

    /// - Parameter rows: the inner part of `sheetData`.
    init(rows: String, workbook: String = "", styles: String? = nil, strings: [String] = [], types: String = SmallWorkbook.types) {
        zip.add("[Content_Types].xml", types)
        zip.add(
            "xl/workbook.xml",
            #"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\#(workbook)<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#)
        zip.add("xl/_rels/workbook.xml.rels", #"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#)
        zip.add("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
        if let styles { zip.add("xl/styles.xml", styles) }
        if !strings.isEmpty { zip.add("xl/sharedStrings.xml", "<sst>\(strings.map { "<si><t>\($0)</t></si>" }.joined())</sst>") }
    }

    var bytes: [UInt8] { zip.bytes }
}

/// A cell with its text in it.
func inline(_ name: String, _ text: String) -> String { "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
