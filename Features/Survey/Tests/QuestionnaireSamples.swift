/// Questionnaires of an invented organisation, as LimeSurvey exports them. A cell is parted from the next by `|` here, and by a tab in the file.
enum QuestionnaireSamples {
    /// In one language, with byte order mark and CRLF, texts in HTML, quoted cells with line breaks; every row as wide as the first.
    static let plain = file(
        """
        id|related_id|class|type/scale|name|relevance|text|help|language|validation|mandatory|encrypted|other|default|same_default|equals_num_value|max_answers|min_num_value_n|suffix
        ||S||sid||158192
        ||S||language||en
        ||S||expires||2026-12-31 23:59:59
        ||SL||surveyls_title||"Harbours in winter"||en
        ||SL||surveyls_welcometext||"<p>Tell us how you keep harbours open.</p><p>It takes <b>five</b> minutes &amp; a look at <a href=""https://example.org/winter"">last year</a>.</p>"||en
        1||G|0|"Ice"|1|"What you do against it."||en
        1||Q|L|ICE|1|"Do you break ice?"|"Count tugs as well."|en||Y|N|Y
        1||A|0|A1||"Yes"||en
        1||A|0|A2||"No"||en
        1||A|0|NA||"Not applicable"||en
        2||Q|M|TOOLS|((ICE.NAOK == "A1"))|"With what?
        Name the two that matter most."||en||N|N|N||||2
        2||SQ|0|SQ001||Tugs||en
        2||SQ|0|SQ002||Icebreakers||en
        2||SQ|0|SQ003||Warm water||en
        3||Q|5|HARD|1|"How hard was last winter?"||en||N
        4||Q|R|FIRST|1|"What comes first?"||en||N||||||3
        4||A|0|A1||Pilots||en
        4||A|0|A2||Tugs||en
        5||Q|K|MONEY|1|"Where does the money go?"||en||N|||||100
        5||SQ|0|SQ001||Fuel||en
        5||SQ|0|SQ002||People||en
        2||G|1|"Days"|1|||en
        6||Q|N|DAYS|HARD.NAOK >= 4|"How many days were you closed?"||en||N|||||||0|days
        7||Q|K|NEXT|1|"How many next winter?"||en||N
        7||SQ|0|LOW||Low||en
        7||SQ|0|LIKELY||Most likely||en
        7||SQ|0|HIGH||High||en
        8||Q|D|SINCE|1|"Since when?"||en||N
        9||Q|F|GRADE|1|"How good is each?"||en||Y
        9||SQ|0|SQ001||Charts||en
        9||SQ|0|SQ002||Warnings||en
        9||A|0|A1||Poor||en
        9||A|0|A2||Good||en
        10||Q|T|ELSE|1|"What else?"||en||N
        11||Q|S|LINK|1|"Where can it be read?"||en|/^https?:/|N
        """, endingIn: "\r\n", mark: true)

    /// In three languages, with what is asked only after certain answers; translations without identifiers of their groups, and one option that is not translated.
    static let trilingual = file(
        """
        class|type/scale|name|relevance|text|help|language|mandatory|other
        SL||surveyls_title||Pilots||en
        SL||surveyls_title||Pilotes||fr
        SL||surveyls_title||المرشدون||ar
        G|0|Your pilots|1|||en
        Q|!|OWN|1|Do you have pilots of your own?||en|Y|
        A|0|1||Yes||en
        A|0|2||Some||en
        A|0|3||No||en
        Q|N|COUNT|(OWN == "1" or OWN == "2")|How many?||en||
        Q|Y|MORE|COUNT.NAOK >= 10 and COUNT.NAOK <= 20|Will there be more?||en||
        Q|T|WHY|OWN.NAOK == "3" or OWN.NAOK == "1"|Why?|In your own words.|en||
        G|0|Vos pilotes|1|||fr
        Q|!|OWN|1|Avez-vous vos propres pilotes ?||fr|Y|
        A|0|1||Oui||fr
        A|0|2||Quelques-uns||fr
        A|0|3||Non||fr
        Q|N|COUNT||Combien ?||fr||
        Q|Y|MORE||Y en aura-t-il davantage ?||fr||
        Q|T|WHY||Pourquoi ?|Avec vos mots.|fr||
        G|0|المرشدون لديكم|1|||ar
        Q|!|OWN|1|هل لديكم مرشدون؟||ar|Y|
        A|0|1||نعم||ar
        A|0|3||لا||ar
        Q|N|COUNT||كم عددهم؟||ar||
        """, endingIn: "\n", mark: false)

    /// What nobody should send, and somebody does.
    static let odd = file(
        """
        class|type/scale|name|relevance|text|language|other|array_filter
        A|0|A1||An answer to nothing|de
        SL||surveyls_title||<script>alert(1)</script>Odd|en
        Q|T|LOST|1|Before any group|en
        G|0|Group|1||en
        Q|;|GRID|1|A grid of texts|en
        SQ|0|X||A line|en
        Q|*|SUM|1|{A1 + 2}|en
        Q|T||1|Nobody can speak of it|en
        Q|S|TWICE|rand(1, 9) > 3|At random|en|||beyond|the|last
        Q|T|twice|1|Again|en
        Q|L|ALONE|1|One answer only|en
        A|0|A1||Alone|en
        Q|O|WITH|TWICE == "A1"|Which?|en||LOST
        A|0|A1||This|en
        A|0|A1||This again|en
        A|0|A2||That|en
        Q|Q|MANY|1|Name them|en
        SQ|0|SQ1|LOST == "x"|First|en
        SQ|0|SQ2||Second|en
        Q|X|NOTE|1|Read this first.|en
        C|0|1|==|A1|en
        QTA||Q1||10|en
        ZZ||What||is this|en
        G|0|Gruppe|1||de
        Q|T|LOST||Vor jeder Gruppe|de
        Q|T|NEU||Neu|de
        """, endingIn: "\n", mark: false)

    private static func file(_ text: String, endingIn end: String, mark: Bool) -> [UInt8] {
        // A line break between quotes stays as the cell has it.
        let lines = text.replacing("|", with: "\t").replacing("?\nName", with: "?\u{1}Name").replacing("\n", with: end).replacing("\u{1}", with: "\n")
        return (mark ? [0xEF, 0xBB, 0xBF] : []) + Array((lines + end).utf8)
    }
}
