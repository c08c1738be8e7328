import Pareto

extension Encoding {
  /// In Vega-Lite's words, channels in the order in which they are listed.
  var json: JSONObject {
    JSONObject { out in
      for channel in Channel.allCases {
        guard let used = self[channel] else { continue }
        if channel == .detail, !details.isEmpty {
          out.set(channel.rawValue, .list(([used] + details).map { .object($0.json) }))
        } else {
          out.set(channel.rawValue, .object(used.json))
        }
      }
      out.set("row", row.map { .object($0.json) })
      out.set("column", column.map { .object($0.json) })
      out.set("facet", facet.map { .object($0.json) })
      out.set("tooltip", tooltips.isEmpty ? nil : .list(tooltips.map { .object($0.json) }))
    }
  }
}

extension ChannelSpec {
  /// In Vega-Lite's words, with our own `better` and `keep`.
  var json: JSONObject {
    JSONObject { out in
      if let repeated {
        out.set("field", object: { $0.set("repeat", repeated) })
      } else {
        out.set("field", field.map(Self.escapedName))
      }
      if let repeatedDatum {
        out.set("datum", object: { $0.set("repeat", repeatedDatum) })
      } else {
        out.set("datum", datum)
      }
      out.set("value", value)
      out.set("type", type)
      switch aggregate {
      case .operation(let operation): out.set("aggregate", operation)
      case .argmin(let other): out.set("aggregate", object: { $0.set("argmin", other) })
      case .argmax(let other): out.set("aggregate", object: { $0.set("argmax", other) })
      case nil: break
      }
      out.set("bin", bin?.json)
      out.set("timeUnit", timeUnit?.json)
      out.set("bandPosition", bandPosition)
      out.set("stack", stack?.json)
      out.set("sort", sort?.json)
      out.setTitle(title, isShown: showsTitle)
      out.set("better", better?.rawValue)
      out.set("scale", usesScale ? scale.map { .object($0.json) } : .null)
      out.set("axis", showsAxis ? axis.map { .object($0.json) } : .null)
      out.set("legend", showsLegend ? legend.map { .object($0.json) } : .null)
      out.set("header", header.map { .object($0.json) })
      out.set("format", format)
      out.set("keep", keep.map { .list($0.map { .text($0) }) })
      out.set("columns", columns)
      out.set("impute", impute?.json)
      let conditions = conditions.map { JSONTree.object($0.json) }
      out.set("condition", conditions.count == 1 ? conditions[0] : nil)
      out.set("condition", conditions.count > 1 ? .list(conditions) : nil)
    }
  }

  /// A column's name as Vega-Lite reads it, to which points and brackets lead into objects.
  static func escapedName(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      if [".", "[", "]", "\\", "'", "\""].contains(scalar) { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}

extension ConditionSpec {
  var json: JSONObject {
    JSONObject { out in
      out.set("test", test?.json)
      for entry in channel.json.entries { out.set(entry.key, entry.value) }
    }
  }
}

extension PredicateSpec {
  var json: JSONTree {
    switch self {
    case .expression(let text): .text(text)
    case .field(let field): .object(field.json)
    case .and(let parts): Self.joined("and", parts)
    case .or(let parts): Self.joined("or", parts)
    case .not(let inner): .object(JSONObject { $0.set("not", inner.json) })
    case .selection: .text("true")
    }
  }

  private static func joined(_ word: String, _ parts: [PredicateSpec]) -> JSONTree {
    .object(JSONObject { $0.set(word, .list(parts.map(\.json))) })
  }
}

extension FieldPredicate {
  var json: JSONObject {
    JSONObject { out in
      out.set("field", ChannelSpec.escapedName(field))
      out.set("timeUnit", timeUnit?.json)
      out.set("equal", equal)
      out.set("lt", lt)
      out.set("lte", lte)
      out.set("gt", gt)
      out.set("gte", gte)
      out.set("range", range.map { .list($0.map { $0?.json ?? .null }) })
      out.set("oneOf", values: oneOf)
      out.set("valid", valid)
    }
  }
}

extension ImputeSpec {
  var json: JSONTree {
    .object(
      JSONObject { out in
        out.set("value", value)
        out.set("method", method)
        out.set("frame", frame.map { .list($0.map { $0.map { .number($0) } ?? .null }) })
      })
  }
}

extension SortSpec {
  var json: JSONTree {
    switch self {
    case .order(let order): .text(order.rawValue)
    case .data: .null
    case .values(let values): .list(values.map(\.json))
    case .channel(let name, let order): .text((order == .descending ? "-" : "") + name)
    case .field(let field, let op, let order):
      .object(
        JSONObject { out in
          out.set("field", field.map(ChannelSpec.escapedName))
          out.set("op", op)
          out.set("order", order)
        })
    }
  }
}

extension BinSpec {
  var json: JSONTree {
    if isBinned, self == BinSpec(isBinned: true) { return .text("binned") }
    let object = JSONObject { out in
      out.set("maxbins", maxbins)
      out.set("step", step)
      out.set("minstep", minstep)
      out.set("base", base)
      out.set("nice", nice)
      out.set("extent", numbers: extent)
      out.set("anchor", anchor)
      out.set("steps", numbers: steps)
      out.set("divide", numbers: divide)
      out.set("binned", isBinned ? true : nil as Bool?)
    }
    return object.isEmpty ? .bool(isOn) : .object(object)
  }

  fileprivate init(isBinned: Bool) {
    self.init()
    self.isBinned = isBinned
  }
}

extension TimeUnitSpec {
  var json: JSONTree {
    if step == nil, maxbins == nil, let unit { return .text(unit) }
    return .object(
      JSONObject { out in
        out.set("unit", unit)
        out.set("step", step)
        out.set("maxbins", maxbins)
      })
  }
}

extension StackMode {
  var json: JSONTree {
    switch self {
    case .none: .null
    case .zero: .text("zero")
    case .normalize: .text("normalize")
    case .center: .text("center")
    }
  }
}
