import Pages
import Testing

@Suite struct `Charts say what they show` {
    @Test func `No text of a person becomes markup`() {
        for chart in ChartsSamples.saying(ChartsKit.hostileText, in: ChartsKit.frame()) {
            let text = ChartsKit.text(chart)
            #expect(!text.contains("<script"))
            #expect(text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;\u{301}onload=&quot;"))
            #expect(ChartsKit.isBalanced(chart))
        }
    }

    @Test func `Long titles keep every word`() {
        let title = "Организационное развитие таможенных администраций и сотрудничество с частным сектором в регионах"
        for chart in ChartsSamples.saying(title, in: ChartsKit.frame()) {
            #expect(ChartsKit.text(chart).contains(title))
        }
    }

    @Test func `Every chart has a finding as its caption and its data as a table`() {
        for chart in ChartsSamples.plain(in: ChartsKit.frame()) + [
            stackedBar(ChartsSamples.stack([1, 2]), in: ChartsKit.frame()),
            heatTable(ChartsSamples.heat([0.1, nil]), in: ChartsKit.frame()),
        ] {
            let text = ChartsKit.text(chart)
            #expect(text.hasPrefix("<figure class=\"chart "))
            #expect(text.contains("<figcaption id=\"c-finding\">What it shows &amp; proves.</figcaption>"))
            #expect(text.contains("<table"))
            #expect(text.contains("scope=\"row\""))
            #expect(text.contains("As a table"))
        }
    }

    @Test func `A drawing is named by the finding, or hidden where its rows are text`() {
        for chart in ChartsSamples.plain(in: ChartsKit.frame()) {
            for drawing in ChartsKit.text(chart).split(separator: "<svg").dropFirst() {
                let start = drawing.prefix { $0 != ">" }
                let isInside = start.contains("viewBox=\"0 0 1000") || start.contains("overflow=")
                #expect(
                    isInside || start.contains("role=\"img\" aria-labelledby=\"c-finding\"") || start.contains("aria-hidden=\"true\""),
                    "\(start)")
            }
        }
    }

    @Test func `No page style is needed`() {
        for chart in ChartsSamples.plain(in: ChartsKit.frame()) + ChartsSamples.hostile(in: ChartsKit.frame()) + [rhumbLines()] {
            let text = ChartsKit.text(chart)
            #expect(!text.contains("style="))
            #expect(!text.contains("<style"))
            #expect(!text.contains("fill=") && !text.contains("stroke="))
        }
    }

    @Test func `A standing is a shape by class and a word`() {
        let marks = Standing.allCases.map { ChartsKit.text(statusMark(StatusMark($0, label: "word"))) }
        #expect(Set(marks).count == 4)
        #expect(marks[0] == "<span class=\"state good\">word</span>")
        #expect(
            ChartsKit.text(statusMark(StatusMark(.atRisk, label: "old", isStale: true))) == "<span class=\"state warn stale\">old</span>")
    }

    @Test func `Heat has five steps, and hatching where there is no data`() {
        let text = ChartsKit.text(heatTable(ChartsSamples.heat([0, 0.2, 0.4, 0.6, 0.8, 1, 7, -1, nil, .nan]), in: ChartsKit.frame()))
        let steps = ChartsKit.values(of: "class", in: text.split(separator: "<tbody>")[1].description).prefix(10)
        #expect(
            Array(steps) == ["step1", "step2", "step3", "step4", "step5", "step5", "step5", "step1", "unknown", "unknown"])
    }

    @Test func `A row with too few cells is filled with what has no data`() {
        let heat = HeatTable(
            corner: "", columns: [.init("a"), .init("b")],
            rows: [.init(.init("r"), cells: []), .init(.init("s"), cells: [1, 1, 1].map { .init("\($0)", level: 1) })],
            lowLabel: "", highLabel: "", noDataLabel: "none")
        #expect(ChartsKit.text(heatTable(heat, in: ChartsKit.frame())).split(separator: "<td").count - 1 == 4)
    }
}
