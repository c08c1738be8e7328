/// What divides a view into small multiples.
extension ViewBuilder {
  /// The channels that divide a view, and where they are written.
  struct Facets {
    let spec: FacetSpec
    /// One that wraps, else those of rows and columns.
    let channels: [(channel: ChannelSpec, path: [String])]

    /// - Parameter path: of a channel that wraps, or within which rows and columns are written.
    init(_ spec: FacetSpec, path: [String]) {
      self.spec = spec
      channels = [
        (spec.row, path + ["row"]), (spec.column, path + ["column"]), (spec.wrapped, path),
      ].compactMap { channel, path in channel.map { ($0, path) } }
    }

    /// Those that a view's own channels, or those of a layer, ask for.
    ///
    /// - Parameter path: of the view.
    init?(of spec: ChartSpec, at path: [String]) {
      let layers = (spec.layer ?? []).enumerated().map {
        ($1.encoding, path + ["layer", String($0)])
      }
      for (encoding, path) in [(spec.encoding, path)] + layers {
        guard let encoding else { continue }
        let place = path + ["encoding"]
        if let facet = encoding.facet {
          self.init(FacetSpec(wrapped: facet), path: place + ["facet"])
          return
        }
        if encoding.row != nil || encoding.column != nil {
          self.init(FacetSpec(row: encoding.row, column: encoding.column), path: place)
          return
        }
      }
      return nil
    }
  }

  /// Whether the columns are there; what is wrong is noted at its place.
  mutating func check(_ facets: Facets, _ data: ChartData) -> Bool {
    for (channel, path) in facets.channels {
      if let found = LabelExpression.problem(channel.header?.labelExpr, path + ["header"]) {
        problems.append(found)
      }
      guard let field = channel.field, data[field] == nil else { continue }
      problem(
        path + ["field"], "there is no column '\(field)'", help: [Self.columns(data)])
      return false
    }
    return true
  }
}
