extension MarkSpec {
  /// In Vega-Lite's words, with our own of Pareto marks.
  var json: JSONObject {
    JSONObject { out in
      out.set("type", type)
      out.set("orient", orient)
      out.set("color", color)
      out.set("filled", filled)
      out.set("shape", shape)
      out.set("size", size)
      out.set("width", width?.json)
      out.set("height", height?.json)
      out.set("opacity", opacity)
      out.set("fillOpacity", fillOpacity)
      out.set("strokeWidth", strokeWidth)
      out.set("strokeDash", numbers: strokeDash)
      out.set("interpolate", interpolate)
      out.set("point", point)
      out.set("line", line)
      out.set("text", text)
      out.set("align", align)
      out.set("dx", dx)
      out.set("dy", dy)
      out.set("angle", angle)
      out.set("fontSize", fontSize)
      out.set("fontWeight", fontWeight.map { $0.isBold ? "bold" : "normal" })
      out.set("innerRadius", innerRadius)
      out.set("outerRadius", outerRadius)
      out.set("extent", extent?.json)
      out.set("ticks", ticks)
      out.set("borders", borders)
      out.set("clip", clip)
      out.set("front", front)
      out.set("knee", knee)
      out.set("ideal", ideal)
      out.set("epsilon", numbers: epsilon)
      if let hypervolume {
        out.set(
          "hypervolume",
          object: { out in
            out.set("reference", numbers: hypervolume.reference)
            out.set("ideal", numbers: hypervolume.ideal)
          })
      }
    }
  }
}

extension MarkExtent {
  fileprivate var json: JSONTree {
    switch self {
    case .points(let points): .number(points)
    case .band(let share): .object(JSONObject { $0.set("band", share) })
    }
  }
}

extension MarkRange {
  fileprivate var json: JSONTree {
    switch self {
    case .word(let word): .text(word)
    case .factor(let factor): .number(factor)
    }
  }
}
