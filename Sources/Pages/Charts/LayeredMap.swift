/// A strategy map: what is to be reached in layers from top to bottom, what leads to what, and what cuts across.
package struct LayeredMap: Sendable {
    package struct Layer: Sendable {
        package let label: String
        package let boxes: [Box]

        package init(label: String, boxes: [Box]) {
            self.label = label
            self.boxes = boxes
        }
    }

    package struct Box: Sendable {
        package let id: String
        package let code: String
        package let title: String
        package let status: StatusMark
        package let note: String?
        package let href: String?

        package init(id: String, code: String, title: String, status: StatusMark, note: String? = nil, href: String? = nil) {
            self.id = id
            self.code = code
            self.title = title
            self.status = status
            self.note = note
            self.href = href
        }
    }

    /// From the box that contributes to the one it contributes to. Links of a box to itself, to no box, or drawn twice are left out.
    package struct Link: Sendable {
        package let from: String
        package let to: String
        /// Not yet supported by evidence: drawn dashed.
        package let isSupposed: Bool

        package init(from: String, to: String, isSupposed: Bool = false) {
            self.from = from
            self.to = to
            self.isSupposed = isSupposed
        }
    }

    /// What cuts across all layers, such as a focus area.
    package struct Band: Sendable {
        package let code: String
        package let title: String
        package let note: String?
        package let href: String?

        package init(code: String, title: String, note: String? = nil, href: String? = nil) {
            self.code = code
            self.title = title
            self.note = note
            self.href = href
        }
    }

    /// What the reader calls things.
    package struct Words: Sendable {
        package let layer: String
        package let box: String
        package let status: String
        /// "contributes to": in the key, before the codes in each box, and over a column of the table.
        package let contributesTo: String
        /// "supposed, not yet supported by figures"; in the key where a link is so.
        package let supposed: String
        /// In a layer without boxes: "No objective here yet."
        package let nothingHere: String

        package init(layer: String, box: String, status: String, contributesTo: String, supposed: String, nothingHere: String) {
            self.layer = layer
            self.box = box
            self.status = status
            self.contributesTo = contributesTo
            self.supposed = supposed
            self.nothingHere = nothingHere
        }
    }

    package let layers: [Layer]
    package let links: [Link]
    package let matrix: MapMatrix?
    package let bandsLabel: String
    package let bands: [Band]
    package let words: Words

    package init(layers: [Layer], links: [Link], matrix: MapMatrix? = nil, bandsLabel: String, bands: [Band], words: Words) {
        self.layers = layers
        self.links = links
        self.matrix = matrix
        self.bandsLabel = bandsLabel
        self.bands = bands
        self.words = words
    }
}

/// What carries what: functions as rows, boxes of the map as columns, a count in each cell.
package struct MapMatrix: Sendable {
    package let label: String
    /// In the order of the boxes above, so that columns stand under them.
    package let columns: [HeatTable.Heading]
    package let rows: [HeatTable.Row]

    package init(label: String, columns: [HeatTable.Heading], rows: [HeatTable.Row]) {
        self.label = label
        self.columns = columns
        self.rows = rows
    }
}
