/// The map is made of lists of links, so that its text wraps, grows and is read like text in every language; only the arrows are
/// drawn, in the gutters between the rows. On a narrow page the arrows give way to the codes that each box names.
package func layeredMap(_ map: LayeredMap, in frame: ChartFrame) -> Markup {
    guard map.layers.contains(where: { !$0.boxes.isEmpty }) else { return frame.nothing() }
    let ranks = MapRanks(map)
    let routes = MapRoutes(ranks)
    return frame.figure("map", table: table(of: map, ranks)) {
        div(.class("layers")) {
            for (index, rank) in ranks.ranks.enumerated() {
                gutter(routes.gutters[index], in: frame)
                if rank.isFirstOfLayer { p(.class("layer"), .id("\(frame.id)-\(rank.layer)")) { map.layers[rank.layer].label } }
                div(.class("rank")) {
                    passages(routes.passages[index], in: frame)
                    if rank.boxes.isEmpty {
                        p(.class("gap")) { map.words.nothingHere }
                    } else {
                        ul(.labelledBy("\(frame.id)-\(rank.layer)")) {
                            for box in rank.boxes { li { drawn(box, contributesTo: ranks.aims(of: box), in: map, frame) } }
                        }
                    }
                }
            }
        }
        if let matrix = map.matrix, !matrix.rows.isEmpty, !matrix.columns.isEmpty { body(matrix) }
        if !map.bands.isEmpty { bands(of: map, in: frame) }
        if !ranks.links.isEmpty { key(of: ranks.links, map.words, in: frame) }
    }
}

private func drawn(_ box: LayeredMap.Box, contributesTo aims: [String], in map: LayeredMap, _ frame: ChartFrame) -> Markup {
    let attributes: [Attribute] = [.class("box \(box.status.standing.className)")]
    let content = group {
        span(.class("code")) { box.code }
        " "
        strong { box.title }
        " "
        statusMark(box.status)
        if let note = box.note { small { note } }
        if !aims.isEmpty {
            span(.class("aims")) {
                span(.class("visually-hidden")) { map.words.contributesTo }
                (frame.isRightToLeft ? " ← " : " → ") + aims.joined(separator: " · ")
            }
        }
    }
    guard let href = box.href else { return element("div", attributes) { content } }
    return element("a", [.href(href)] + attributes) { content }
}

private func body(_ matrix: MapMatrix) -> Markup {
    div(.class("matrix scroll"), .role("group"), .label(matrix.label), .init("tabindex", "0")) {
        table {
            thead {
                tr {
                    th(.scope("col"), .class("layer")) { matrix.label }
                    for column in matrix.columns { th(.scope("col")) { linked(column.text, column.href) } }
                }
            }
            tbody {
                for row in matrix.rows {
                    tr {
                        th(.scope("row")) { linked(row.heading.text, row.heading.href) }
                        for index in matrix.columns.indices {
                            if index < row.cells.count {
                                td(.class(row.cells[index].className)) { linked(row.cells[index].text, row.cells[index].href) }
                            } else {
                                td(.class("unknown")) {}
                            }
                        }
                    }
                }
            }
        }
    }
}

private func bands(of map: LayeredMap, in frame: ChartFrame) -> Markup {
    div(.class("layers")) {
        p(.class("layer"), .id("\(frame.id)-bands")) { map.bandsLabel }
        ul(.class("bands"), .labelledBy("\(frame.id)-bands")) {
            for band in map.bands {
                li {
                    span(.class("code")) { band.code }
                    " "
                    linked(band.title, band.href)
                    if let note = band.note { small { note } }
                }
            }
        }
    }
}

private func key(of links: [LayeredMap.Link], _ words: LayeredMap.Words, in frame: ChartFrame) -> Markup {
    p(.class("keys arrows")) {
        if links.contains(where: { !$0.isSupposed }) { span(.class("key leads")) { words.contributesTo } }
        if links.contains(where: \.isSupposed) { span(.class("key supposed")) { words.supposed } }
    }
}

private func table(of map: LayeredMap, _ ranks: MapRanks) -> Markup {
    plainTable(
        [map.words.box, map.words.layer, map.words.status, map.words.contributesTo],
        map.layers.flatMap { layer in
            layer.boxes.map { box in
                ["\(box.code) \(box.title)", layer.label, box.status.label, ranks.aims(of: box).joined(separator: " · ")]
            }
        })
}
