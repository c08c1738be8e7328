import Graphics

/// The rules of a table: 0.8 pt above and below, 0.4 pt under the header, 0.25 pt between groups.
struct TableRules {
  var color: Color
  var x: Points
  var width: Points

  var top: VerticalBox { rule(0.8, above: 0, below: 1.5) }
  var middle: VerticalBox { rule(0.4, above: 1.5, below: 1.5) }
  var group: VerticalBox { rule(0.25, above: 2, below: 2) }
  var bottom: VerticalBox { rule(0.8, above: 1.5, below: 0) }

  private func rule(_ weight: Points, above: Points, below: Points) -> VerticalBox {
    var frame = Frame(size: Size(width: width, height: above + weight + below))
    frame.fill(Rect(x: 0, y: above, width: width, height: weight), color)
    return VerticalBox(frame, x: x, tag: .document)
  }

  /// Short rules under headings that span columns.
  func spanners(_ cells: [TableGrid.Cell], _ layout: TableLayout) -> VerticalBox {
    var frame = Frame(size: Size(width: width, height: 1.5))
    for cell in cells {
      let (left, right) = layout.extent(of: cell)
      frame.fill(Rect(x: left, y: 0.5, width: right - left, height: 0.3), color)
    }
    return VerticalBox(frame, x: x, tag: .document)
  }
}
