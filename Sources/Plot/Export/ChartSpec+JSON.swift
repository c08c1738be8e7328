extension ChartSpec {
  /// In Vega-Lite's words: what is drawn first, the rows last. Transforms are not written: the
  /// rows of a chart that is exported have gone through them, but for filters.
  var json: JSONObject {
    JSONObject { out in
      out.set("title", title.map(\.json))
      out.set("width", width?.json)
      out.set("height", height?.json)
      out.set("columns", columns)
      if let name = data?.name { out.set("data", object: { $0.set("name", name) }) }
      let filters = (transform ?? []).compactMap(\.filter)
      if !filters.isEmpty {
        out.set(
          "transform",
          .list(filters.map { filter in .object(JSONObject { $0.set("filter", filter.json) }) }))
      }
      out.set("facet", facet.map { .object($0.json) })
      out.set("mark", mark.map { .object($0.json) })
      out.set("encoding", encoding.map { .object($0.json) })
      for (key, views) in [
        ("layer", layer), ("hconcat", hconcat), ("vconcat", vconcat), ("concat", concat),
      ] {
        out.set(key, views.map { .list($0.map { .object($0.json) }) })
      }
      out.set("spec", spec.map { .object($0.views[0].json) })
      out.set("resolve", resolve.map { .object($0.json) })
      if let values = data?.values {
        out.set("data", object: { $0.set("values", values.data.json) })
      }
      if let datasets {
        out.set(
          "datasets",
          object: { out in
            for (name, rows) in datasets.sorted(by: { $0.key < $1.key }) {
              out.set(name, rows.data.json)
            }
          })
      }
    }
  }
}

extension ChartData {
  /// A list of objects, one for each row.
  var json: JSONTree {
    let columns = columns.map { ($0.name, $0.values) }
    return .list(
      (0..<rowCount).map { row in
        .object(
          JSONObject { out in for (name, cells) in columns { out.set(name, cells[row].json) } })
      })
  }
}

extension TitleSpec {
  fileprivate var json: JSONTree {
    guard let subtitle else { return .text(text) }
    return .object(
      JSONObject { out in
        out.set("text", text)
        out.set("subtitle", subtitle)
      })
  }
}

extension ExtentSpec {
  fileprivate var json: JSONTree {
    switch self {
    case .length(let points): .number(points)
    case .step(let step): .object(JSONObject { $0.set("step", step) })
    case .container: .text("container")
    }
  }
}

extension FacetSpec {
  fileprivate var json: JSONObject {
    if let wrapped { return wrapped.json }
    return JSONObject { out in
      out.set("row", row.map { .object($0.json) })
      out.set("column", column.map { .object($0.json) })
    }
  }
}

extension ResolveSpec {
  fileprivate var json: JSONObject {
    func part(_ channels: Channels?, _ key: String, _ out: inout JSONObject) {
      guard let channels else { return }
      out.set(
        key,
        object: { out in
          for (name, mode) in [
            ("x", channels.x), ("y", channels.y), ("color", channels.color),
            ("size", channels.size),
            ("shape", channels.shape), ("opacity", channels.opacity), ("theta", channels.theta),
            ("strokeDash", channels.strokeDash), ("xOffset", channels.xOffset),
            ("yOffset", channels.yOffset),
          ] {
            out.set(name, mode)
          }
        })
    }
    return JSONObject { out in
      part(scale, "scale", &out)
      part(axis, "axis", &out)
      part(legend, "legend", &out)
    }
  }
}
