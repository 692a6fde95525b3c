/// The shares of a whole: how many of all are on track, how much of all goes where.
package struct StackedBar: Sendable {
    package struct Share: Sendable {
        package enum Shade: Sendable {
            case standing(Standing)
            /// One of five steps of the sea, 1 the lightest.
            case step(Int)
        }

        package let label: String
        /// What its length is computed from; nothing below 0.
        package let value: Double
        /// How many, as read in the legend and inside the bar.
        package let valueText: String
        /// Its part of the whole ("34 %"), where that helps.
        package let shareText: String?
        package let shade: Shade
        package let href: String?

        package init(label: String, value: Double, valueText: String, shareText: String? = nil, shade: Shade, href: String? = nil) {
            self.label = label
            self.value = value
            self.valueText = valueText
            self.shareText = shareText
            self.shade = shade
            self.href = href
        }

        var className: String {
            switch shade {
            case .standing(let standing): standing.className
            case .step(let step): "step\(max(1, min(5, step)))"
            }
        }
    }

    package let shares: [Share]
    package let labelHeading: String
    package let valueHeading: String

    package init(shares: [Share], labelHeading: String, valueHeading: String) {
        self.shares = shares
        self.labelHeading = labelHeading
        self.valueHeading = valueHeading
    }
}

/// One bar cut into shares, with its legend, which is the table of the data.
package func stackedBar(_ bar: StackedBar, in frame: ChartFrame) -> Markup {
    let values = bar.shares.map { max(0, drawable($0.value) ?? 0) }
    let whole = values.reduce(0, +)
    guard whole > 0 else { return frame.nothing() }
    let hasShares = bar.shares.contains { $0.shareText != nil }
    return frame.figure("stack") {
        frame.drawing(height: 30) { cut(bar.shares, into: values.map { $0 / whole }, in: frame) }
        table(.class("legend")) {
            caption(.class("visually-hidden")) { frame.tableLabel }
            thead(.class("visually-hidden")) {
                tr {
                    th(.scope("col")) { bar.labelHeading }
                    th(.scope("col")) { bar.valueHeading }
                    if hasShares { element("td", []) {} }
                }
            }
            tbody {
                for share in bar.shares {
                    tr {
                        th(.scope("row"), .class("key \(share.className)")) { linked(share.label, share.href) }
                        td(.class("n")) { isolated(share.valueText) }
                        if hasShares { td(.class("n")) { isolated(share.shareText ?? "") } }
                    }
                }
            }
        }
    }
}

private func cut(_ shares: [StackedBar.Share], into lengths: [Double], in frame: ChartFrame) -> Markup {
    var start = 0.0
    var markup = Markup()
    for (share, length) in zip(shares, lengths) where length > 0 {
        let left = frame.isRightToLeft ? 1 - start - length : start
        markup.append(
            shape(
                "rect", .class("fill \(share.className)"), .init("x", percent(left)), .init("width", percent(length)), .init("y", "1"),
                .init("height", "28")))
        // Inside the bar only where it surely fits, on a telephone too.
        if length * 280 > roughWidth(share.valueText) * 14 + 8 {
            markup.append(
                element(
                    "text",
                    [
                        .class("on \(share.className)"), .init("x", percent(left + length / 2)), .init("y", "20"),
                        .init("text-anchor", "middle"),
                    ]
                ) { Markup(share.valueText) })
        }
        start += length
    }
    return markup
}
