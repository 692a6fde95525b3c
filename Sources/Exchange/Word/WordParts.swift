/// The parts beside the text: what they are, how the text looks, where its links lead.
enum WordParts {
    static let contentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
        <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>\
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """

    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    static let relationships = """
        <Relationships xmlns="\(package)"><Relationship Id="rDocument" Type="\(WordWriting.relations)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """

    static func relationships(to addresses: [String]) -> String {
        let own = [("rStyles", "styles", "styles.xml"), ("rNumbering", "numbering", "numbering.xml")].map { id, type, target in
            #"<Relationship Id="\#(id)" Type="\#(WordWriting.relations)/\#(type)" Target="\#(target)"/>"#
        }
        let links = addresses.enumerated().map { place, address in
            #"<Relationship Id="rLink\#(place + 1)" Type="\#(WordWriting.relations)/hyperlink" Target="\#(XMLWriting.escaped(address))" TargetMode="External"/>"#
        }
        return #"<Relationships xmlns="\#(package)">\#((own + links).joined())</Relationships>"#
    }

    static func properties(_ document: WordDocument) -> String {
        """
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
        <dc:title>\(XMLWriting.escaped(document.title))</dc:title><dc:language>\(XMLWriting.escaped(document.language))</dc:language></cp:coreProperties>
        """
    }

    /// Sizes in half points.
    static func styles(_ document: WordDocument) -> String {
        let language = XMLWriting.escaped(document.language)
        let headings = [("Title", "Title", 44, ""), ("Heading1", "heading 1", 32, "0"), ("Heading2", "heading 2", 26, "1"), ("Heading3", "heading 3", 23, "2")].map { id, name, size, outline in
            """
            <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>\
            <w:pPr><w:keepNext/><w:spacing w:before="300" w:after="120"/>\(outline.isEmpty ? "" : "<w:outlineLvl w:val=\"\(outline)\"/>")</w:pPr>\
            <w:rPr><w:b/><w:bCs/><w:color w:val="14253D"/><w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/></w:rPr></w:style>
            """
        }
        return """
            <w:styles xmlns:w="\(WordWriting.main)"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/>\
            <w:lang w:val="\(language)" w:bidi="\(language)"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\(headings.joined())\
            <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>\
            <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:contextualSpacing/></w:pPr></w:style>\
            <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1A626B"/><w:u w:val="single"/></w:rPr></w:style></w:styles>
            """
    }

    static let numbering = """
        <w:numbering xmlns:w="\(WordWriting.main)"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>\
        <w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:start="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """
}
