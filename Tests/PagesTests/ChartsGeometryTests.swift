import Pages
import Testing

@Suite struct `Charts stay in bounds` {
    @Test(arguments: [false, true]) func `Hostile numbers never reach a drawing`(rightToLeft: Bool) {
        let frame = ChartsKit.frame(isRightToLeft: rightToLeft)
        for chart in ChartsSamples.hostile(in: frame) {
            #expect(ChartsKit.geometry(chart).allSatisfy(ChartsKit.isDrawable), "\(ChartsKit.text(chart))")
            #expect(ChartsKit.isBalanced(chart))
        }
    }

    @Test func `Every length across lies within the drawing`() {
        for chart in ChartsSamples.hostile(in: ChartsKit.frame()) {
            let shares = ["x", "x1", "x2", "cx", "width"].flatMap { ChartsKit.values(of: $0, in: ChartsKit.text(chart)) }
                .filter { $0.hasSuffix("%") }.compactMap { Double($0.dropLast()) }
            #expect(shares.allSatisfy { $0 >= -0.1 && $0 <= 100.1 })
        }
    }

    @Test func `One value alone is drawn`() {
        for value in [0, 5, -5, 1e308] {
            let line = lineChart(ChartsSamples.line([value]), in: ChartsKit.frame())
            #expect(ChartsKit.text(line).contains("<circle class=\"now\""))
            let bar = barChart(ChartsSamples.bars([value]), in: ChartsKit.frame())
            #expect(ChartsKit.text(bar).contains("<rect"))
        }
    }

    @Test func `Without data there is the sentence and no empty frame`() {
        for chart in ChartsSamples.empty(in: ChartsKit.frame()) {
            #expect(ChartsKit.text(chart) == "<p class=\"empty\" id=\"c\">What it shows &amp; proves.</p>")
        }
    }

    @Test func `A gap in the values interrupts the line`() {
        let drawn = ChartsKit.text(sparkline([1, 2, nil, 3, 4], standing: .onTrack, isRightToLeft: false))
        #expect(ChartsKit.values(of: "d", in: drawn).first?.filter { $0 == "M" }.count == 2)
    }

    @Test func `The axis of a line has two to seven round numbers, written by the page`() {
        for values in [[41.0, 64.1], [0, 0], [-3, 7], [0.001, 0.0042], [1e6, 9e6], [99.9, 100]] {
            let drawn = ChartsKit.text(lineChart(ChartsSamples.line(values), in: ChartsKit.frame()))
            let ticks = drawn.split(separator: "<text class=\"tick\"").count - 1
            #expect((2...7).contains(ticks), "\(values) \(ticks)")
            #expect(!drawn.contains("00000000000"), "\(values)")
        }
    }

    @Test func `What is known by day lies by day, and names that would touch are left out`() {
        let chart = LineChart(
            periods: [0.0, 100, 101, 200].map { .init(name: "day \(Int($0))", value: $0, valueText: "v", at: $0) }, baseline: nil, target: nil, valueLabel: "measured", baselineLabel: "",
            targetLabel: "", periodHeading: "Day", format: { "\($0)" })
        let drawn = ChartsKit.text(lineChart(chart, in: ChartsKit.frame())), across = ChartsKit.values(of: "cx", in: drawn).compactMap { Double($0.dropLast()) }.sorted()
        #expect(across.count == 4 && abs((across[1] - across[0]) - (across[3] - across[1])) < 0.3 && across[2] - across[1] < 1, "\(across)")
        let names = drawn.matches(of: /<text class="period[^>]*>([^<]*)</).map { String($0.output.1) }
        #expect(names == ["day 0", "day 101", "day 200"])
    }

    @Test func `A negative bar ends at zero`() {
        let drawn = ChartsKit.text(barChart(ChartsSamples.bars([-10, 10]), in: ChartsKit.frame()))
        #expect(drawn.contains("x=\"0%\" y=\"50%\" width=\"50%\""))
        #expect(drawn.contains("x=\"50%\" y=\"50%\" width=\"50%\""))
    }

    @Test func `Shares fill the bar and no more`() {
        let bar = stackedBar(ChartsSamples.stack([1, 2, 3, -4, .nan, 0]), in: ChartsKit.frame())
        let widths = ChartsKit.values(of: "width", in: ChartsKit.text(bar)).dropFirst().compactMap { Double($0.dropLast()) }
        #expect(abs(widths.reduce(0, +) - 100) < 0.3)
        #expect(widths.count == 3)
    }
}

@Suite struct `Charts read from right to left` {
    @Test func `Bars, lines and time are mirrored`() {
        let ltr = ChartsKit.frame()
        let rtl = ChartsKit.frame(isRightToLeft: true)
        for (a, b) in zip(ChartsSamples.plain(in: ltr), ChartsSamples.plain(in: rtl)) {
            #expect(ChartsKit.text(b).contains("dir=\"rtl\""))
            for attribute in ["x1", "cx"] {
                let there = ChartsKit.values(of: attribute, in: ChartsKit.text(a)).compactMap { Double($0.dropLast()) }
                let here = ChartsKit.values(of: attribute, in: ChartsKit.text(b)).compactMap { Double($0.dropLast()) }
                #expect(there.count == here.count)
                #expect(zip(there, here).allSatisfy { abs($0 + $1 - 100) < 0.2 })
            }
        }
    }

    @Test func `Curves are mirrored`() {
        func starts(_ markup: Markup) -> [Double] {
            ChartsKit.text(markup).split(separator: "<path class=\"").dropFirst()
                .filter { $0.hasPrefix("course") || $0.hasPrefix("measured") }
                .compactMap { ChartsKit.values(of: "d", in: " " + $0).first?.dropFirst().prefix { $0 != " " } }
                .compactMap { Double($0) }
        }
        for (a, b) in zip(ChartsSamples.plain(in: ChartsKit.frame()), ChartsSamples.plain(in: ChartsKit.frame(isRightToLeft: true))) {
            #expect(starts(a).count == starts(b).count)
            #expect(zip(starts(a), starts(b)).allSatisfy { abs($0 + $1 - 1000) < 0.2 })
        }
        #expect(!starts(ChartsSamples.plain(in: ChartsKit.frame())[3]).isEmpty)
    }

    @Test func `The last point of a trend stands at the other side`() {
        let there = ChartsKit.values(of: "cx", in: ChartsKit.text(sparkline([1, 2], standing: .atRisk, isRightToLeft: false)))
        let here = ChartsKit.values(of: "cx", in: ChartsKit.text(sparkline([1, 2], standing: .atRisk, isRightToLeft: true)))
        #expect(there == ["77"])
        #expect(here == ["3"])
    }
}
